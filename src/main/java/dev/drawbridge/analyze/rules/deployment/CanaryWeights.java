package dev.drawbridge.analyze.rules.deployment;

import dev.drawbridge.analyze.facts.AwsForward;
import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.base.Reason;
import dev.drawbridge.catalog.aws.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Weights that AWS does not take, and those with which nobody gets a request.
public final class CanaryWeights implements Rule {
  /// Elastic Load Balancing, API reference, TargetGroupTuple: the range is 0 to 999.
  private static final long MOST = 999;

  @Override
  public String id() {
    return "DEP-001";
  }

  @Override
  public Severity severity() {
    return Severity.BROKEN;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    for (Spread spread : Spread.all(subject)) {
      check(subject, spread).ifPresent(found::add);
    }
    return found;
  }

  private Optional<Finding> check(Subject subject, Spread spread) {
    List<Long> weights = new ArrayList<>();
    List<Reason> unknown = new ArrayList<>();
    for (AwsForward.Share share : spread.forward().shares()) {
      share.weight().known().ifPresent(weights::add);
      if (share.weight() instanceof Reading.Unresolved<Long>(Reason reason)) {
        unknown.add(reason);
      }
    }
    List<Long> refused = weights.stream().filter(w -> w < 0 || w > MOST).distinct().toList();
    if (!refused.isEmpty()) {
      return Optional.of(
          spread
              .report(this, subject)
              .at(Traffic.WEIGHT.name())
              .says("finding", spread.label(), refused, MOST)
              .done());
    }
    if (weights.stream().anyMatch(weight -> weight > 0)) {
      return Optional.empty();
    }
    var report = spread.report(this, subject).at(Traffic.WEIGHT.name());
    return Optional.of(
        unknown.isEmpty()
            ? report.says("finding.zero", spread.label()).done()
            : report.unresolved("title", unknown.stream().distinct().sorted().toList()).done());
  }
}
