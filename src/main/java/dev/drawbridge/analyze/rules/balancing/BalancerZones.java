package dev.drawbridge.analyze.rules.balancing;

import dev.drawbridge.analyze.facts.AwsLoadBalancer;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Label;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.analyze.rules.Zones;
import dev.drawbridge.resource.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Load balancers in fewer than two availability zones, or with two subnets of one. AWS refuses
/// that for an Application Load Balancer; the others work, but fall with their zone.
public final class BalancerZones implements Rule {
  @Override
  public String id() {
    return "LB-004";
  }

  @Override
  public Severity severity() {
    return Severity.BROKEN;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    for (AwsLoadBalancer balancer : subject.facts().loadBalancers().values()) {
      subject
          .component(balancer.address())
          .ifPresent(component -> found.addAll(check(subject, balancer, component)));
    }
    return found;
  }

  private List<Finding> check(Subject subject, AwsLoadBalancer balancer, Component component) {
    List<Finding> found = new ArrayList<>();
    Severity severity =
        balancer.type() == AwsLoadBalancer.Type.APPLICATION ? Severity.BROKEN : Severity.MEDIUM;
    Zones zones = subject.zones(component);
    if (zones.count() < 2) {
      Report report = Report.by(this, subject).about(component).weighing(severity);
      found.add(
          zones.unknown().isEmpty()
              ? report.says(few(zones), component.label(), zones.names()).done()
              : report.unresolved("title", zones.unknown()).done());
    }
    for (Map.Entry<String, List<Address>> zone : zones.subnets().entrySet()) {
      if (zone.getValue().size() > 1) {
        Report report = Report.by(this, subject).about(component).weighing(severity);
        List<Label> labels = new ArrayList<>();
        for (Address subnet : zone.getValue()) {
          subject.facts().find(subnet).ifPresent(report::about);
          Optional<Label> label = subject.facts().find(subnet).map(subject::label);
          label.ifPresent(labels::add);
        }
        found.add(report.says("finding.same", component.label(), zone.getKey(), labels).done());
      }
    }
    return found;
  }

  private static String few(Zones zones) {
    return zones.count() == 0 ? "finding.none" : "finding";
  }
}
