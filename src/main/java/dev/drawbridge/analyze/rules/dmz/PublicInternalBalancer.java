package dev.drawbridge.analyze.rules.dmz;

import dev.drawbridge.analyze.facts.AwsLoadBalancer;
import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.facts.Standing;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Explain;
import dev.drawbridge.analyze.rules.Exposure;
import dev.drawbridge.analyze.rules.Fixes;
import dev.drawbridge.analyze.rules.Properties;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.base.Reason;
import dev.drawbridge.catalog.Zone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Load balancers before the application tier that face the internet, also where `internal` is
/// merely left out.
public final class PublicInternalBalancer implements Rule {
  @Override
  public String id() {
    return "DMZ-005";
  }

  @Override
  public Severity severity() {
    return Severity.CRITICAL;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    for (Component component : subject.components(Component.Sort.LOAD_BALANCER)) {
      if (component.zone() == Zone.APP) {
        check(subject, component).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Finding> check(Subject subject, Component component) {
    for (Standing part : component.parts()) {
      AwsLoadBalancer balancer = subject.facts().loadBalancers().get(part.address());
      if (balancer == null || balancer.internal().is(true)) {
        continue;
      }
      Report report =
          Report.by(this, subject).about(component).at(Properties.publicAddress(component));
      if (balancer.internal() instanceof Reading.Unresolved<Boolean>(Reason reason)) {
        return Optional.of(report.unresolved("title", List.of(reason)).done());
      }
      report.fix(Fixes.close(subject, component));
      Optional<Exposure.Opening> opening = subject.exposure(component).opening(_ -> true);
      return Optional.of(
          opening.isEmpty()
              ? report.says("finding.closed", component.label()).done()
              : report
                  .says(
                      "finding",
                      component.label(),
                      Explain.allPorts(subject.exposure(component), opening.get()))
                  .proving(opening.get())
                  .done());
    }
    return Optional.empty();
  }
}
