package dev.drawbridge.cli;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.finding.Verdict;
import dev.drawbridge.base.Issue;
import dev.drawbridge.model.Document;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A design and what the rules say of it.
///
/// @param name the file as the user wrote it
/// @param findings the worst first
/// @param notes what could not be lowered to resources as drawn
record Checked(String name, Document document, List<Finding> findings, List<Issue> notes) {
  Checked {
    findings =
        findings.stream()
            .sorted(Comparator.comparing(Finding::severity).thenComparing(Finding::rule))
            .toList();
    notes = List.copyOf(notes);
  }

  static Checked of(String name, Document document) {
    return new Checked(name, document, List.of(), List.of());
  }

  /// How many findings there are of each severity; those that there are none of are left out.
  Map<Severity, Long> counts() {
    Map<Severity, Long> counts = new TreeMap<>();
    findings.forEach(finding -> counts.merge(finding.severity(), 1L, Long::sum));
    return counts;
  }

  boolean fails(Threshold threshold) {
    return findings.stream()
        .anyMatch(
            finding ->
                finding.verdict() == Verdict.PROVEN && threshold.isReachedBy(finding.severity()));
  }

  boolean hangsOnUnknowns() {
    return findings.stream().anyMatch(finding -> finding.verdict() == Verdict.UNKNOWN);
  }
}
