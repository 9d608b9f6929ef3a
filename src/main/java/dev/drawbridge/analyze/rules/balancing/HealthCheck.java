package dev.drawbridge.analyze.rules.balancing;

import dev.drawbridge.analyze.facts.AwsLoadBalancer;
import dev.drawbridge.analyze.facts.AwsTargetGroup;
import dev.drawbridge.analyze.facts.Reader;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Label;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Fixes;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer;
import dev.drawbridge.model.Element;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Health checks that are missing, or whose answer may come after the next question.
public final class HealthCheck implements Rule {
  @Override
  public String id() {
    return "LB-006";
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
      Reader read = subject.facts().read(group.resource());
      List<Reader> checks = read.blocks("health_check");
      boolean classic = group.resource().type().equals("aws_elb");
      // The checks of a drawn load balancer are its own properties, so they are told once for all
      // its arrows.
      Resource about =
          subject.element(group.resource()).isPresent()
              ? balancerOf.getOrDefault(group.id(), group.resource())
              : group.resource();
      if (classic && checks.isEmpty() && done.add(about)) {
        found.add(
            Report.by(this, subject)
                .about(about)
                .says("finding.none", subject.label(about))
                .done());
      }
      for (Reader check : checks) {
        check(subject, about, check).filter(_ -> done.add(about)).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Finding> check(Subject subject, Resource about, Reader check) {
    long interval = check.whole("interval").known().orElse(30L);
    long timeout = check.whole("timeout").known().orElse(5L);
    if (timeout < interval) {
      return Optional.empty();
    }
    Label label = subject.label(about);
    Report report =
        Report.by(this, subject)
            .about(about)
            .at(ApplicationLoadBalancer.HEALTH_CHECK_TIMEOUT.name())
            .says("finding", label, timeout, interval);
    Optional<Element> element = subject.element(about);
    if (element.isPresent() && interval > 2) {
      report.fix(
          Fixes.set(
              element.get().id(),
              label,
              ApplicationLoadBalancer.HEALTH_CHECK_TIMEOUT,
              (int) Math.max(2, interval / 2)));
    }
    return Optional.of(report.done());
  }
}
