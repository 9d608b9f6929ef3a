package dev.drawbridge.analyze.rules.dmz;

import dev.drawbridge.analyze.facts.AwsLoadBalancer;
import dev.drawbridge.analyze.facts.Standing;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Label;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Fixes;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Internal load balancers that lie in public subnets: not exposed, but misplaced.
public final class InternalBalancerInPublicSubnet implements Rule {
  @Override
  public String id() {
    return "DMZ-006";
  }

  @Override
  public Severity severity() {
    return Severity.LOW;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    for (AwsLoadBalancer balancer : subject.facts().loadBalancers().values()) {
      Optional<Component> component = subject.component(balancer.address());
      if (component.isEmpty() || !balancer.internal().is(true)) {
        continue;
      }
      List<Resource> open = new ArrayList<>();
      for (Standing.Face face : component.get().faces()) {
        face.subnet()
            .filter(subnet -> subject.leadsToInternet(subnet).is(true))
            .flatMap(subject.facts()::find)
            .ifPresent(open::add);
      }
      if (!open.isEmpty()) {
        found.add(report(subject, component.get(), open));
      }
    }
    return found;
  }

  private Finding report(Subject subject, Component component, List<Resource> open) {
    Report report = Report.by(this, subject).about(component);
    open.forEach(report::about);
    List<Label> labels = open.stream().map(subject::label).toList();
    return report
        .says("finding", component.label(), labels)
        .fix(Fixes.toPrivateSubnets(subject, component))
        .done();
  }
}
