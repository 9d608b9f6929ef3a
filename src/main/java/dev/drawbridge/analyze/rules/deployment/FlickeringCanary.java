package dev.drawbridge.analyze.rules.deployment;

import dev.drawbridge.analyze.facts.AwsForward;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Canaries where each request of a client may be answered by another version. A spread over equals
/// is none, and neither is a canary that gets nothing or everything.
public final class FlickeringCanary implements Rule {
  @Override
  public String id() {
    return "DEP-004";
  }

  @Override
  public Severity severity() {
    return Severity.LOW;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    for (Spread spread : Spread.all(subject)) {
      AwsForward forward = spread.forward();
      long served =
          forward.shares().stream()
              .filter(share -> share.weight().known().filter(weight -> weight > 0).isPresent())
              .count();
      if (forward.isUneven() && served > 1 && forward.sticky().is(false)) {
        found.add(report(subject, spread));
      }
    }
    return found;
  }

  /// Stickiness is a property of the drawn load balancer for all its arrows.
  private Finding report(Subject subject, Spread spread) {
    Report report = Report.by(this, subject);
    Optional<Resource> balancer =
        spread.forward().balancer().known().flatMap(subject.facts()::find);
    if (balancer.filter(one -> subject.element(one).isPresent()).isPresent()) {
      report
          .about(balancer.get())
          .at(ApplicationLoadBalancer.STICKINESS.name())
          .offer(balancer.get(), ApplicationLoadBalancer.STICKINESS, true);
    }
    spread.about().forEach(report::about);
    return report.says("finding", spread.label()).done();
  }
}
