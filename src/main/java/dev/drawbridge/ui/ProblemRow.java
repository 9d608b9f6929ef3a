package dev.drawbridge.ui;

import dev.drawbridge.analyze.Review;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;

/// A line of the list of problems.
sealed interface ProblemRow {
  /// The head of a group.
  ///
  /// @param key tells it from the other groups: a severity's key, an element's id, a rule's id
  /// @param worst of what is in it
  /// @param isOpen whether what is in it is shown
  record Title(
      ProblemFilter.Grouping grouping, String key, Severity worst, int count, boolean isOpen)
      implements ProblemRow {}

  record Problem(Review.Judged judged) implements ProblemRow {
    Finding finding() {
      return judged.finding();
    }
  }
}
