package dev.drawbridge.analyze.rules;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import java.util.List;

/// One check of a design. Its texts lie in the resources under its id: what it checks, why it
/// matters, how to fix it, an example.
public interface Rule {
  /// Such as `DMZ-001`; never changes, never used again.
  String id();

  /// The worst that it reports.
  Severity severity();

  /// Whether it runs only where somebody asks for it, in the policy or on the command line.
  default boolean isOptional() {
    return false;
  }

  /// What is wrong, in the order of the design; the same for the same subject.
  List<Finding> check(Subject subject);
}
