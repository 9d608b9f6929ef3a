package dev.drawbridge.analyze.rules.deployment;

import dev.drawbridge.analyze.facts.Reader;
import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.base.Reason;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/// Deployments that no alarm would take back: of CodeDeploy, and of ECS where ECS itself deploys.
public final class NoRollback implements Rule {
  @Override
  public String id() {
    return "DEP-006";
  }

  @Override
  public Severity severity() {
    return Severity.MEDIUM;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    for (Resource group : subject.facts().ofType("aws_codedeploy_deployment_group")) {
      Reader read = subject.facts().read(group);
      Set<Reason> unknown = new TreeSet<>();
      boolean alarmed = watches(read, "alarm_configuration", "enabled", "alarms", unknown);
      boolean undone =
          read.blocks("auto_rollback_configuration").stream()
              .anyMatch(back -> isOn(back, "enabled", unknown) && undoesOnAlarm(back, unknown));
      report(subject, group, "finding", alarmed && undone, unknown, found::add);
    }
    for (Resource service : subject.facts().ofType("aws_ecs_service")) {
      Reader read = subject.facts().read(service);
      Set<Reason> unknown = new TreeSet<>();
      boolean own =
          read.blocks("deployment_controller").stream()
              .allMatch(controller -> controller.text("type").or("ECS").is("ECS"));
      if (own) {
        boolean alarmed =
            watches(read, "alarms", "enable", "alarm_names", unknown)
                && read.blocks("alarms").stream()
                    .anyMatch(alarms -> isOn(alarms, "rollback", unknown));
        boolean broken =
            read.blocks("deployment_circuit_breaker").stream()
                .anyMatch(
                    breaker ->
                        breaker.flag("enable").is(true) && breaker.flag("rollback").is(true));
        report(
            subject, service, broken ? "finding.starts" : "finding", alarmed, unknown, found::add);
      }
    }
    return found;
  }

  private void report(
      Subject subject,
      Resource resource,
      String variant,
      boolean undone,
      Set<Reason> unknown,
      Consumer<Finding> found) {
    if (undone) {
      return;
    }
    Report report = Report.by(this, subject).about(resource);
    if (variant.equals("finding.starts")) {
      report.weighing(Severity.LOW);
    }
    found.accept(
        unknown.isEmpty()
            ? report.says(variant, subject.label(resource)).done()
            : report.unresolved("title", List.copyOf(unknown)).done());
  }

  /// Whether a block switches something on, and names alarms.
  private static boolean watches(
      Reader read, String block, String flag, String alarms, Set<Reason> unknown) {
    return read.blocks(block).stream()
        .anyMatch(one -> isOn(one, flag, unknown) && names(one, alarms, unknown));
  }

  private static boolean isOn(Reader read, String flag, Set<Reason> unknown) {
    Reading<Boolean> on = read.flag(flag).or(false);
    if (on instanceof Reading.Unresolved<Boolean>(Reason reason)) {
      unknown.add(reason);
    }
    return on.is(true);
  }

  private static boolean names(Reader read, String list, Set<Reason> unknown) {
    Reading<List<Reading<String>>> named = read.texts(list);
    if (named instanceof Reading.Unresolved<List<Reading<String>>>(Reason reason)) {
      unknown.add(reason);
    }
    return named.known().filter(names -> !names.isEmpty()).isPresent();
  }

  private static boolean undoesOnAlarm(Reader rollback, Set<Reason> unknown) {
    if (!names(rollback, "events", unknown)) {
      return false;
    }
    for (Reading<String> event : rollback.texts("events").known().orElse(List.of())) {
      if (event.is("DEPLOYMENT_STOP_ON_ALARM")) {
        return true;
      }
      if (event instanceof Reading.Unresolved<String>(Reason reason)) {
        unknown.add(reason);
      }
    }
    return false;
  }
}
