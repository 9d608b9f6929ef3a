package dev.drawbridge.ui;

import dev.drawbridge.analyze.TrafficPaths;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Verdict;
import dev.drawbridge.model.ElementId;
import java.util.List;
import java.util.SequencedSet;

/// What a check of a design came to.
///
/// @param findings the worst first
/// @param waysIn how many components the internet reaches that it must not
/// @param holds whether the DMZ does
/// @param ends the elements of which one can ask who can reach whom
/// @param paths answers that; for the thread that checked
record Checked(
    List<Finding> findings,
    int waysIn,
    Verdict holds,
    SequencedSet<ElementId> ends,
    TrafficPaths paths) {
  Checked {
    findings = List.copyOf(findings);
  }
}
