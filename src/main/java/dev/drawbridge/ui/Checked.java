package dev.drawbridge.ui;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Verdict;
import java.util.List;

/// What a check of a design came to.
///
/// @param findings the worst first
/// @param waysIn how many components the internet reaches that it must not
/// @param holds whether the DMZ does
record Checked(List<Finding> findings, int waysIn, Verdict holds) {
  Checked {
    findings = List.copyOf(findings);
  }
}
