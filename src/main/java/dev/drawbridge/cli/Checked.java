package dev.drawbridge.cli;

import dev.drawbridge.analyze.Analysis;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.finding.Verdict;
import dev.drawbridge.model.Document;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A design and what the rules say of it.
///
/// @param name the file as the user wrote it
record Checked(String name, Analysis analysis) {
  static Checked of(String name, Document document) {
    return new Checked(name, Analysis.of(document));
  }

  Document document() {
    return analysis.document();
  }

  /// The worst first.
  List<Finding> findings() {
    return analysis.findings();
  }

  /// How many findings there are of each severity; those that there are none of are left out.
  Map<Severity, Long> counts() {
    Map<Severity, Long> counts = new TreeMap<>();
    findings().forEach(finding -> counts.merge(finding.severity(), 1L, Long::sum));
    return counts;
  }

  boolean fails(Threshold threshold) {
    return findings().stream()
        .anyMatch(
            finding ->
                finding.verdict() == Verdict.PROVEN && threshold.isReachedBy(finding.severity()));
  }

  boolean hangsOnUnknowns() {
    return findings().stream().anyMatch(finding -> finding.verdict() == Verdict.UNKNOWN);
  }
}
