package dev.drawbridge.ui;

import dev.drawbridge.analyze.Analysis;
import dev.drawbridge.analyze.Review;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Verdict;
import java.util.List;

/// What a check of a design came to.
///
/// @param findings those that nobody has accepted, the worst first
/// @param suppressed those that somebody has
/// @param waysIn how many components the internet reaches that it must not
/// @param holds whether the DMZ does
/// @param analysis for more questions, see [Inquiry]
record Checked(
    List<Finding> findings,
    List<Review.Judged> suppressed,
    int waysIn,
    Verdict holds,
    Analysis analysis) {
  Checked {
    findings = List.copyOf(findings);
    suppressed = List.copyOf(suppressed);
  }
}
