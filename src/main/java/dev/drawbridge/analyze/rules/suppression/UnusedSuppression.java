package dev.drawbridge.analyze.rules.suppression;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.policy.Suppression;
import dev.drawbridge.analyze.rules.Subject;
import java.time.LocalDate;
import java.util.Optional;

/// Suppressions of what nobody finds any more. One that has expired is told by
/// [ExpiredSuppression].
public final class UnusedSuppression extends SuppressionRule {
  @Override
  public String id() {
    return "SUP-002";
  }

  @Override
  public Severity severity() {
    return Severity.LOW;
  }

  @Override
  public Optional<Finding> check(
      Subject subject, Suppression suppression, boolean needed, LocalDate today) {
    return needed || suppression.isExpired(today)
        ? Optional.empty()
        : Optional.of(report(subject, suppression));
  }
}
