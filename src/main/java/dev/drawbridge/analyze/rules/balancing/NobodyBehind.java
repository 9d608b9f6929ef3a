package dev.drawbridge.analyze.rules.balancing;

import dev.drawbridge.analyze.facts.AwsLoadBalancer;
import dev.drawbridge.analyze.facts.AwsTargetGroup;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
    for (AwsLoadBalancer balancer : subject.facts().loadBalancers().values()) {
      Optional<Component> component = subject.component(balancer.address());
      if (component.isEmpty()) {
        continue;
      }
      Report report = Report.by(this, subject).about(component.get());
      if (balancer.listeners().isEmpty()) {
        found.add(report.at("listeners").says("finding.listener", component.get().label()).done());
        continue;
      }
      boolean unknown = false;
      boolean served = false;
      for (AwsLoadBalancer.Listener listener : balancer.listeners()) {
        for (AwsLoadBalancer.Forward forward : listener.forwards()) {
          unknown |= forward.group().isUnresolved();
          Optional<AwsTargetGroup> group = forward.group().known().map(groups::get);
          served |= group.filter(g -> !g.members().isEmpty()).isPresent();
        }
      }
      if (!served && !unknown) {
        found.add(report.says("finding", component.get().label()).done());
      }
    }
    return found;
  }
}
