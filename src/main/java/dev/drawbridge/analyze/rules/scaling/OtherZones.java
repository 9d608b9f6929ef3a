package dev.drawbridge.analyze.rules.scaling;

import dev.drawbridge.analyze.facts.AwsLoadBalancer;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.analyze.rules.Zones;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Auto Scaling groups that start instances in availability zones in which their load balancer is
/// not enabled: such an instance never gets a request.
public final class OtherZones implements Rule {
  @Override
  public String id() {
    return "ASG-008";
  }

  @Override
  public Severity severity() {
    return Severity.BROKEN;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    for (Resource group : subject.facts().ofType("aws_autoscaling_group")) {
      Zones own = GroupZones.of(subject, group);
      for (AwsLoadBalancer balancer : subject.facts().balancersOf(group.address())) {
        subject
            .component(balancer.address())
            .flatMap(front -> check(subject, group, own, front))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Finding> check(Subject subject, Resource group, Zones own, Component front) {
    Zones enabled = subject.zones(front);
    List<String> idle =
        own.names().stream().filter(zone -> !enabled.names().contains(zone)).toList();
    if (idle.isEmpty() || enabled.count() == 0) {
      return Optional.empty();
    }
    Report report = Report.by(this, subject).about(group).about(front);
    return Optional.of(
        enabled.unknown().isEmpty()
            ? report.says("finding", subject.label(group), idle, front.label()).done()
            : report.unresolved("title", enabled.unknown()).done());
  }
}
