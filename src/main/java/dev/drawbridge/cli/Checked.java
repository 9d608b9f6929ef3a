package dev.drawbridge.cli;

import dev.drawbridge.analyze.Analysis;
import dev.drawbridge.analyze.Review;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.finding.Verdict;
import dev.drawbridge.model.Document;
import dev.drawbridge.resource.Origin;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// A design, or a Terraform configuration, and what the rules say of it.
///
/// @param name the file or folder as the user wrote it
/// @param former what a former report says of the same file; empty where nobody asked for that
/// @param blocks where each resource of a configuration is written, by its address; empty for a design
record Checked(
    String name, Review review, Optional<Former> former, Map<String, Origin.Source> blocks) {
  Checked(String name, Review review, Optional<Former> former) {
    this(name, review, former, Map.of());
  }

  /// By the policy that the design carries.
  static Checked of(String name, Document document, LocalDate today) {
    return new Checked(name, Review.of(Analysis.of(document), today), Optional.empty());
  }

  /// Where what a finding is about is written, if it is written anywhere but in a design.
  Optional<Origin.Source> block(Finding finding) {
    return finding.subjects().stream()
        .flatMap(subject -> Optional.ofNullable(blocks.get(subject)).stream())
        .findFirst();
  }

  Document document() {
    return analysis().document();
  }

  Analysis analysis() {
    return review.analysis();
  }

  /// What nobody has accepted, the worst first.
  List<Finding> findings() {
    return review.open();
  }

  /// What somebody has.
  List<Review.Judged> suppressed() {
    return review.suppressed();
  }

  /// How many findings there are of each severity; those that there are none of are left out.
  Map<Severity, Long> counts() {
    Map<Severity, Long> counts = new TreeMap<>();
    findings().forEach(finding -> counts.merge(finding.severity(), 1L, Long::sum));
    return counts;
  }

  /// Whether a former report has it already.
  boolean isKnown(Finding finding) {
    return former
        .filter(report -> report.fingerprints().contains(finding.fingerprint()))
        .isPresent();
  }

  /// How many findings there are that a former report does not have.
  long fresh() {
    return findings().stream().filter(finding -> !isKnown(finding)).count();
  }

  /// How many findings of a former report are gone.
  long fixed() {
    Set<String> now =
        review.all().stream().map(one -> one.finding().fingerprint()).collect(Collectors.toSet());
    return former.stream()
        .flatMap(report -> report.fingerprints().stream())
        .filter(fingerprint -> !now.contains(fingerprint))
        .count();
  }

  /// Whether the finding is one to fail for.
  boolean fails(Finding finding, Threshold threshold) {
    return finding.verdict() == Verdict.PROVEN
        && threshold.isReachedBy(finding.severity())
        && !isKnown(finding);
  }

  boolean fails(Threshold threshold) {
    return findings().stream().anyMatch(finding -> fails(finding, threshold));
  }

  boolean hangsOnUnknowns() {
    return findings().stream()
        .anyMatch(finding -> finding.verdict() == Verdict.UNKNOWN && !isKnown(finding));
  }
}
