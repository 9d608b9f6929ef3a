package dev.drawbridge.analyze.rules.suppression;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.policy.Suppression;
import dev.drawbridge.analyze.rules.Subject;
import java.time.LocalDate;
import java.util.Optional;

/// Suppressions whose last day is over.
public final class ExpiredSuppression extends SuppressionRule {
  @Override
  public String id() {
    return "SUP-001";
  }

  @Override
  public Severity severity() {
    return Severity.MEDIUM;
  }

  @Override
  public Optional<Finding> check(
      Subject subject, Suppression suppression, boolean needed, LocalDate today) {
    return suppression.isExpired(today)
        ? Optional.of(report(subject, suppression))
        : Optional.empty();
  }
}
