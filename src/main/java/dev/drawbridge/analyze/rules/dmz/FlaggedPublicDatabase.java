package dev.drawbridge.analyze.rules.dmz;

import dev.drawbridge.analyze.facts.AwsDataStore;
import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.facts.Standing;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Exposure;
import dev.drawbridge.analyze.rules.Fixes;
import dev.drawbridge.analyze.rules.Properties;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.base.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Databases that are to have a public address, though nobody can reach them yet.
public final class FlaggedPublicDatabase implements Rule {
  @Override
  public String id() {
    return "DMZ-003";
  }

  @Override
  public Severity severity() {
    return Severity.HIGH;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    for (Component component : subject.components(Component.Sort.DATA_STORE)) {
      Exposure exposure = subject.exposure(component);
      if (exposure.isEmpty() && exposure.unknowns().isEmpty()) {
        check(subject, component).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Finding> check(Subject subject, Component component) {
    Report report =
        Report.by(this, subject).about(component).at(Properties.publicAddress(component));
    List<Reason> unknown = new ArrayList<>();
    for (Standing part : component.parts()) {
      AwsDataStore store = subject.facts().dataStores().get(part.address());
      Reading<Boolean> flag = store == null ? Reading.missing() : store.publiclyAccessible();
      if (flag.is(true)) {
        return Optional.of(
            report.says("finding", component.label()).fix(Fixes.close(subject, component)).done());
      }
      if (flag instanceof Reading.Unresolved<Boolean>(Reason reason)) {
        unknown.add(reason);
      }
    }
    return unknown.isEmpty()
        ? Optional.empty()
        : Optional.of(report.unresolved("title", unknown).done());
  }
}
