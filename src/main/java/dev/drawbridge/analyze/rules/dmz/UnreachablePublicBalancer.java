package dev.drawbridge.analyze.rules.dmz;

import dev.drawbridge.analyze.facts.AwsLoadBalancer;
import dev.drawbridge.analyze.facts.Standing;
import dev.drawbridge.analyze.finding.Cause;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Sentence;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Explain;
import dev.drawbridge.analyze.rules.Exposure;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.catalog.Zone;
import dev.drawbridge.network.Balancer;
import dev.drawbridge.network.Traffic;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Internet-facing load balancers that nobody on the internet can reach.
public final class UnreachablePublicBalancer implements Rule {
  @Override
  public String id() {
    return "DMZ-007";
  }

  @Override
  public Severity severity() {
    return Severity.BROKEN;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    for (Component component : subject.components(Component.Sort.LOAD_BALANCER)) {
      if (component.zone() == Zone.DMZ && !component.faces().isEmpty()) {
        check(subject, component).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Finding> check(Subject subject, Component component) {
    Standing part = component.parts().getFirst();
    AwsLoadBalancer declared = subject.facts().loadBalancers().get(part.address());
    Exposure exposure = subject.exposure(component);
    if (declared == null || !declared.internal().is(false) || !exposure.isEmpty()) {
      return Optional.empty();
    }
    Report report = Report.by(this, subject).about(component);
    if (!exposure.unknowns().isEmpty()) {
      return Optional.of(report.hangingOn("title", exposure.unknowns()).done());
    }
    return Optional.of(
        report
            .says("finding", component.label())
            .blockedBy(blockers(subject, component, part))
            .done());
  }

  private static List<Cause> blockers(Subject subject, Component component, Standing part) {
    List<Balancer.Listener> listeners =
        part.balancer()
            .map(subject.network().balancers()::get)
            .map(Balancer::listeners)
            .orElse(List.of());
    if (listeners.isEmpty()) {
      return List.of(
          new Cause(
              Sentence.of("blocker.no-listeners", component.label()),
              component.elements(),
              "listeners"));
    }
    Explain explain = new Explain(subject);
    Set<Cause> all = new LinkedHashSet<>();
    for (Balancer.Listener listener : listeners) {
      Traffic asked = listener.traffic();
      all.addAll(explain.blockers(subject.fromInternet(component, asked), asked));
    }
    return List.copyOf(all);
  }
}
