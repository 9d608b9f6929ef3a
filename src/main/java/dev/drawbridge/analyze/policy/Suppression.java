package dev.drawbridge.analyze.policy;

import java.time.LocalDate;

/// A finding that somebody knows of and accepts for a while.
///
/// @param rule the rule's id
/// @param element the thing at fault, the first that the finding names: an element's id, or a
///     resource's address where nothing is drawn
/// @param reason why it is accepted; for whoever reads it later
/// @param expires the last day on which it holds
public record Suppression(String rule, String element, String reason, LocalDate expires) {
  public Suppression {
    if (rule.isBlank() || element.isBlank() || reason.isBlank()) {
      throw new IllegalArgumentException("a suppression says what it suppresses, and why");
    }
  }

  public boolean isExpired(LocalDate today) {
    return today.isAfter(expires);
  }

  /// Whether it speaks of the same findings.
  boolean isLike(Suppression other) {
    return rule.equals(other.rule) && element.equals(other.element);
  }
}
