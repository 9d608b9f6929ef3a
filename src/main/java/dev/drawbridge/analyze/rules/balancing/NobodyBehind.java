package dev.drawbridge.analyze.rules.balancing;

import dev.drawbridge.analyze.facts.AwsLoadBalancer;
import dev.drawbridge.analyze.facts.AwsTargetGroup;
import dev.drawbridge.analyze.facts.Reader;
import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Load balancers without a listener or without a single target behind their listeners.
public final class NobodyBehind implements Rule {
  @Override
  public String id() {
    return "LB-014";
  }

  @Override
  public Severity severity() {
    return Severity.BROKEN;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    Map<String, AwsTargetGroup> groups = new HashMap<>();
    subject.facts().targetGroups().forEach(group -> groups.put(group.id(), group));
    Registrations registrations = Registrations.of(subject);
    for (AwsLoadBalancer balancer : subject.facts().loadBalancers().values()) {
      Optional<Component> component = subject.component(balancer.address());
      if (component.isEmpty()) {
        continue;
      }
      Report report = Report.by(this, subject).about(component.get());
      if (balancer.listeners().isEmpty()) {
        found.add(
            registrations.listeners().isEmpty()
                ? report.at("listeners").says("finding.listener", component.get().label()).done()
                : report.unresolved("title", registrations.listeners()).done());
        continue;
      }
      boolean unknown = false;
      boolean served = false;
      for (AwsLoadBalancer.Listener listener : balancer.listeners()) {
        for (AwsLoadBalancer.Forward forward : listener.forwards()) {
          unknown |= forward.group().isUnresolved();
          Optional<AwsTargetGroup> group = forward.group().known().map(groups::get);
          served |=
              group
                  .filter(g -> !g.members().isEmpty() || registrations.services().contains(g.id()))
                  .isPresent();
        }
        served |= component.get().elements().isEmpty() && answersItself(subject, listener);
      }
      if (!served && !unknown) {
        found.add(
            registrations.targets().isEmpty()
                ? report.says("finding", component.get().label()).done()
                : report.unresolved("title", registrations.targets()).done());
      }
    }
    return found;
  }

  /// Whether somebody wrote that it redirects, which takes no target.
  private static boolean answersItself(Subject subject, AwsLoadBalancer.Listener listener) {
    return subject.facts().read(listener.resource()).blocks("default_action").stream()
        .anyMatch(action -> !action.blocks("redirect").isEmpty());
  }

  /// Who registers targets besides attachments, and why it is not known to what something belongs.
  ///
  /// @param services the target groups in which services of ECS register their tasks
  /// @param targets of targets
  /// @param listeners of listeners
  private record Registrations(Set<String> services, List<String> targets, List<String> listeners) {
    static Registrations of(Subject subject) {
      Set<String> services = new HashSet<>();
      for (Resource service : subject.facts().ofType("aws_ecs_service", "aws_ecs_task_set")) {
        for (Reader block : subject.facts().read(service).blocks("load_balancer")) {
          block
              .reference("target_group_arn")
              .known()
              .ifPresent(group -> services.add(group.toString()));
        }
      }
      return new Registrations(
          services,
          reasons(
              subject,
              "target_group_arn",
              "aws_lb_target_group_attachment",
              "aws_alb_target_group_attachment"),
          reasons(subject, "load_balancer_arn", "aws_lb_listener", "aws_alb_listener"));
    }

    private static List<String> reasons(Subject subject, String argument, String... types) {
      Set<String> reasons = new TreeSet<>();
      for (Resource resource : subject.facts().ofType(types)) {
        if (subject.facts().read(resource).reference(argument)
            instanceof Reading.Unresolved<Address>(String reason)) {
          reasons.add(reason);
        }
      }
      return List.copyOf(reasons);
    }
  }
}
