package dev.drawbridge.analyze;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.finding.Verdict;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.resource.ResourceGraph;
import dev.drawbridge.translate.Lowerer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/// What is wrong with a design, and who can reach whom in it. Computed at once by [#of]; immutable
/// to look at. The traffic queries work out what they are asked, one thread at a time.
public final class Analysis {
  private static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::severity)
          .thenComparing(finding -> finding.subjects().getFirst())
          .thenComparing(Finding::rule)
          .thenComparing(Finding::fingerprint);

  private final Subject subject;
  private final ResourceGraph graph;
  private final List<Finding> findings;
  private final List<Issue> issues;

  private Analysis(
      Subject subject, ResourceGraph graph, List<Finding> findings, List<Issue> issues) {
    this.subject = subject;
    this.graph = graph;
    this.findings = List.copyOf(findings);
    this.issues = List.copyOf(issues);
  }

  public static Analysis of(Document document) {
    return of(document, () -> false);
  }

  /// @param cancelled asked now and then
  /// @throws CancellationException soon after it says yes
  public static Analysis of(Document document, BooleanSupplier cancelled) {
    Outcome<ResourceGraph> lowered = Lowerer.lower(document);
    return switch (lowered) {
      case Outcome.Ok<ResourceGraph>(ResourceGraph graph, List<Issue> issues) ->
          of(document, graph, issues, cancelled);
      case Outcome.Failed<ResourceGraph>(List<Issue> issues) ->
          of(document, ResourceGraph.EMPTY, issues, cancelled);
    };
  }

  /// The analysis of a graph that somebody wrote.
  public static Analysis of(ResourceGraph graph, BooleanSupplier cancelled) {
    return of(Document.EMPTY, graph, List.of(), cancelled);
  }

  private static Analysis of(
      Document document, ResourceGraph graph, List<Issue> issues, BooleanSupplier cancelled) {
    Subject subject = Subject.of(document, graph, cancelled);
    List<Finding> findings = new ArrayList<>();
    for (Rule rule : Rules.all()) {
      subject.goOn();
      findings.addAll(rule.check(subject));
    }
    findings.sort(ORDER);
    return new Analysis(subject, graph, findings, issues);
  }

  /// The design that was analysed.
  public Document document() {
    return subject.document();
  }

  /// What the design amounts to in AWS.
  public ResourceGraph graph() {
    return graph;
  }

  /// What is wrong: the worst first, then by element and rule.
  public List<Finding> findings() {
    return findings;
  }

  /// What the drawing says that could not be built.
  public List<Issue> issues() {
    return issues;
  }

  public List<Finding> findings(ElementId element) {
    return findings.stream().filter(finding -> finding.elements().contains(element)).toList();
  }

  /// How many components the internet reaches that it must not.
  public int waysIn() {
    return (int)
        findings.stream()
            .filter(Analysis::isWayIn)
            .map(finding -> finding.subjects().getFirst())
            .distinct()
            .count();
  }

  private static boolean isWayIn(Finding finding) {
    return finding.severity() == Severity.CRITICAL
        && finding.verdict() == Verdict.PROVEN
        && !finding.path().isEmpty();
  }

  /// Whether the DMZ holds: proven, refuted by a way in, or hanging on unresolved inputs.
  public Verdict dmzHolds() {
    if (waysIn() > 0) {
      return Verdict.REFUTED;
    }
    boolean unsure =
        findings.stream()
            .anyMatch(
                finding ->
                    finding.severity() == Severity.CRITICAL
                        && finding.verdict() == Verdict.UNKNOWN);
    return unsure ? Verdict.UNKNOWN : Verdict.PROVEN;
  }

  /// The worst finding's severity; empty where there is none.
  public Optional<Severity> worst() {
    return findings.stream().map(Finding::severity).findFirst();
  }

  /// Answers to who can reach whom.
  public TrafficPaths paths() {
    return new TrafficPaths(subject);
  }
}
