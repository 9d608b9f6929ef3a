package dev.drawbridge.analyze.rules.balancing;

import dev.drawbridge.analyze.facts.AwsLoadBalancer;
import dev.drawbridge.analyze.facts.AwsTargetGroup;
import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.base.Reason;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer;
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

/// Load balancers without a listener or without a single target behind their listeners, and target
/// groups without members.
public final class NobodyBehind implements Rule {
  /// Whatever else names a target group puts somebody into it: a service, an attachment.
  private static final Set<String> NOT_MEMBERS =
      Set.of(
          "aws_lb_listener",
          "aws_alb_listener",
          "aws_lb_listener_rule",
          "aws_alb_listener_rule",
          "aws_cloudwatch_metric_alarm",
          "aws_codedeploy_deployment_group");

  /// Much names a classic load balancer that has nothing to do with its instances: policies, records.
  private static final Set<String> CLASSIC_MEMBERS =
      Set.of(
          "aws_elb_attachment",
          "aws_autoscaling_group",
          "aws_autoscaling_attachment",
          "aws_autoscaling_traffic_source_attachment",
          "aws_ecs_service");

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
    Set<String> told = new HashSet<>();
    for (AwsLoadBalancer balancer : subject.facts().loadBalancers().values()) {
      subject
          .component(balancer.address())
          .ifPresent(
              component -> check(subject, balancer, component, groups, registrations, told, found));
    }
    return found;
  }

  private void check(
      Subject subject,
      AwsLoadBalancer balancer,
      Component component,
      Map<String, AwsTargetGroup> groups,
      Registrations registrations,
      Set<String> told,
      List<Finding> found) {
    Report report = Report.by(this, subject).about(component);
    if (balancer.listeners().isEmpty()) {
      found.add(
          registrations.listeners().isEmpty()
              ? report
                  .at(ApplicationLoadBalancer.LISTENERS.name())
                  .says("finding.listener", component.label())
                  .done()
              : report.unresolved("title", registrations.listeners()).done());
      return;
    }
    boolean served = false;
    List<AwsTargetGroup> empty = new ArrayList<>();
    List<AwsLoadBalancer.Forward> forwards =
        balancer.listeners().stream().flatMap(one -> one.forwards().stream()).toList();
    for (AwsLoadBalancer.Forward forward : forwards) {
      Optional<AwsTargetGroup> group = forward.group().known().map(groups::get);
      if (group.isEmpty() || hasMembers(subject, group.get())) {
        served = true;
      } else {
        empty.add(group.get());
      }
    }
    if (!served && (!forwards.isEmpty() || !answersItself(subject, balancer))) {
      found.add(
          registrations.targets().isEmpty()
              ? report.says("finding", component.label()).done()
              : report.unresolved("title", registrations.targets()).done());
      return;
    }
    for (AwsTargetGroup group : empty) {
      if (registrations.targets().isEmpty() && told.add(group.id())) {
        found.add(
            Report.by(this, subject)
                .about(group.resource())
                .about(component)
                .says("finding.group", subject.label(group.resource()), component.label())
                .done());
      }
    }
  }

  private static boolean hasMembers(Subject subject, AwsTargetGroup group) {
    boolean classic = group.resource().type().equals("aws_elb");
    return !group.members().isEmpty()
        || subject.facts().referrers(group.resource().address()).stream()
            .map(Resource::type)
            .anyMatch(classic ? CLASSIC_MEMBERS::contains : type -> !NOT_MEMBERS.contains(type));
  }

  /// Whether somebody wrote a load balancer that redirects or answers everything. In a drawing that
  /// is what becomes of one without targets.
  private static boolean answersItself(Subject subject, AwsLoadBalancer balancer) {
    return subject.element(balancer.resource()).isEmpty()
        && balancer.listeners().stream()
            .allMatch(
                listener ->
                    !subject.facts().read(listener.resource()).blocks("default_action").isEmpty());
  }

  /// Why it is not known to what something belongs.
  ///
  /// @param targets of targets
  /// @param listeners of listeners
  private record Registrations(List<Reason> targets, List<Reason> listeners) {
    static Registrations of(Subject subject) {
      return new Registrations(
          reasons(
              subject,
              "target_group_arn",
              "aws_lb_target_group_attachment",
              "aws_alb_target_group_attachment"),
          reasons(subject, "load_balancer_arn", "aws_lb_listener", "aws_alb_listener"));
    }

    private static List<Reason> reasons(Subject subject, String argument, String... types) {
      Set<Reason> reasons = new TreeSet<>();
      for (Resource resource : subject.facts().ofType(types)) {
        if (subject.facts().read(resource).reference(argument)
            instanceof Reading.Unresolved<Address>(Reason reason)) {
          reasons.add(reason);
        }
      }
      return List.copyOf(reasons);
    }
  }
}
