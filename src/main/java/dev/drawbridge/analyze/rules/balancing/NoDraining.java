package dev.drawbridge.analyze.rules.balancing;

import dev.drawbridge.analyze.facts.AwsLoadBalancer;
import dev.drawbridge.analyze.facts.AwsTargetGroup;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Fixes;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Target groups whose targets are cut off at once when they leave.
public final class NoDraining implements Rule {
  @Override
  public String id() {
    return "LB-009";
  }

  @Override
  public Severity severity() {
    return Severity.MEDIUM;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    Map<String, Resource> balancerOf = new HashMap<>();
    for (AwsLoadBalancer balancer : subject.facts().loadBalancers().values()) {
      balancer.listeners().stream()
          .flatMap(listener -> listener.forwards().stream())
          .flatMap(forward -> forward.group().known().stream())
          .forEach(group -> balancerOf.putIfAbsent(group, balancer.resource()));
    }
    Set<Resource> done = new HashSet<>();
    for (AwsTargetGroup group : subject.facts().targetGroups()) {
      boolean cut = subject.facts().read(group.resource()).whole("deregistration_delay").is(0L);
      Resource about =
          subject.element(group.resource()).isPresent()
              ? balancerOf.getOrDefault(group.id(), group.resource())
              : group.resource();
      if (cut && done.add(about)) {
        Report report =
            Report.by(this, subject)
                .about(about)
                .at(ApplicationLoadBalancer.DEREGISTRATION_DELAY.name())
                .says("finding", subject.label(about));
        subject
            .element(about)
            .ifPresent(
                element ->
                    report.fix(
                        Fixes.set(
                            element.id(),
                            subject.label(element),
                            ApplicationLoadBalancer.DEREGISTRATION_DELAY,
                            ApplicationLoadBalancer.DEREGISTRATION_DELAY.fallback())));
        found.add(report.done());
      }
    }
    return found;
  }
}
