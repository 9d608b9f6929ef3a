package dev.drawbridge.analyze;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.finding.Verdict;
import dev.drawbridge.analyze.policy.Policy;
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
  static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::severity)
          .thenComparing(finding -> finding.subjects().getFirst())
          .thenComparing(Finding::rule)
          .thenComparing(Finding::fingerprint);

  private final Subject subject;
  private final ResourceGraph graph;
  private final List<Finding> findings;
  private final List<Finding> critical;
  private final List<Issue> issues;

  private Analysis(Subject subject, ResourceGraph graph, List<Finding> all, List<Issue> issues) {
    this.subject = subject;
    this.graph = graph;
    this.findings = all.stream().filter(finding -> runs(subject.policy(), finding)).toList();
    this.critical =
        all.stream().filter(finding -> finding.severity() == Severity.CRITICAL).toList();
    this.issues = List.copyOf(issues);
  }

  private static boolean runs(Policy policy, Finding finding) {
    return Rules.find(finding.rule()).filter(rule -> Policies.runs(policy, rule)).isPresent();
  }

  public static Analysis of(Document document) {
    return of(document, () -> false);
  }

  /// By the policy that the design carries; one that cannot be read is told among the issues, and
  /// the default one takes its place.
  ///
  /// @param cancelled asked now and then
  /// @throws CancellationException soon after it says yes
  public static Analysis of(Document document, BooleanSupplier cancelled) {
    return switch (Policies.of(document)) {
      case Outcome.Ok<Policy>(Policy policy, var _) -> of(document, policy, List.of(), cancelled);
      case Outcome.Failed<Policy>(List<Issue> issues) ->
          of(document, Policy.DEFAULT, issues, cancelled);
    };
  }

  /// By this policy, whatever the design carries.
  ///
  /// @param cancelled asked now and then
  /// @throws CancellationException soon after it says yes
  public static Analysis of(Document document, Policy policy, BooleanSupplier cancelled) {
    return of(document, policy, List.of(), cancelled);
  }

  private static Analysis of(
      Document document, Policy policy, List<Issue> before, BooleanSupplier cancelled) {
    Outcome<ResourceGraph> lowered = Lowerer.lower(document);
    List<Issue> issues = new ArrayList<>(before);
    issues.addAll(lowered.issues());
    return switch (lowered) {
      case Outcome.Ok<ResourceGraph>(ResourceGraph graph, var _) ->
          of(document, graph, policy, issues, cancelled);
      case Outcome.Failed<ResourceGraph> _ ->
          of(document, ResourceGraph.EMPTY, policy, issues, cancelled);
    };
  }

  /// The analysis of a graph that somebody wrote.
  public static Analysis of(ResourceGraph graph, BooleanSupplier cancelled) {
    return of(graph, Policy.DEFAULT, cancelled);
  }

  /// The analysis of a graph that somebody wrote.
  public static Analysis of(ResourceGraph graph, Policy policy, BooleanSupplier cancelled) {
    return of(Document.EMPTY, graph, policy, List.of(), cancelled);
  }

  private static Analysis of(
      Document document,
      ResourceGraph graph,
      Policy policy,
      List<Issue> issues,
      BooleanSupplier cancelled) {
    Subject subject = Subject.of(document, graph, policy, cancelled);
    List<Finding> findings = new ArrayList<>();
    for (Rule rule : Rules.all()) {
      // What is critical decides whether the DMZ holds, which is a fact and no matter of policy.
      if (Policies.runs(policy, rule) || rule.severity() == Severity.CRITICAL) {
        subject.goOn();
        findings.addAll(rule.check(subject));
      }
    }
    findings.sort(ORDER);
    return new Analysis(subject, graph, findings, issues);
  }

  /// The design that was analysed.
  public Document document() {
    return subject.document();
  }

  Subject subject() {
    return subject;
  }

  /// What the design is held to.
  public Policy policy() {
    return subject.policy();
  }

  /// What the design amounts to in AWS.
  public ResourceGraph graph() {
    return graph;
  }

  /// What is wrong by the rules that are switched on: the worst first, then by element and rule.
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

  /// How many components the internet reaches that it must not, whatever the policy says of it.
  public int waysIn() {
    return (int)
        critical.stream()
            .filter(Analysis::isWayIn)
            .map(finding -> finding.subjects().getFirst())
            .distinct()
            .count();
  }

  private static boolean isWayIn(Finding finding) {
    return finding.verdict() == Verdict.PROVEN && !finding.path().isEmpty();
  }

  /// Whether the DMZ holds: proven, refuted by a way in, or hanging on unresolved inputs. A fact:
  /// switching rules off or suppressing findings does not change it.
  public Verdict dmzHolds() {
    if (waysIn() > 0) {
      return Verdict.REFUTED;
    }
    boolean unsure = critical.stream().anyMatch(finding -> finding.verdict() == Verdict.UNKNOWN);
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
