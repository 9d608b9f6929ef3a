package dev.drawbridge.analyze;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.finding.Verdict;
import dev.drawbridge.analyze.policy.Policy;
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
import org.jspecify.annotations.Nullable;

/// What is wrong with a design, and who can reach whom in it. The findings are there at once; the graph
/// of the whole design and the traffic queries work out what they are asked, one thread at a time.
public final class Analysis {
  static final Comparator<Finding> ORDER =
      Comparator.comparing(Finding::severity)
          .thenComparing(finding -> finding.subjects().getFirst())
          .thenComparing(Finding::rule)
          .thenComparing(Finding::fingerprint);

  private final Document document;
  private final Policy policy;
  private final List<Finding> findings;
  private final List<Finding> critical;
  private final List<Issue> issues;
  private final TrafficPaths paths;

  /// Whether a configuration that somebody wrote has parts that are not here, such as a module of a registry.
  private boolean partial;

  private @Nullable ResourceGraph graph;

  private Analysis(
      Document document,
      Policy policy,
      List<Finding> findings,
      List<Finding> critical,
      List<Issue> issues,
      TrafficPaths paths) {
    this.document = document;
    this.policy = policy;
    this.findings = findings;
    this.critical = critical;
    this.issues = List.copyOf(issues);
    this.paths = paths;
  }

  /// @param all what was found, in order
  Analysis(
      Document document, Policy policy, List<Finding> all, List<Issue> issues, TrafficPaths paths) {
    this(
        document,
        policy,
        all.stream().filter(finding -> runs(policy, finding)).toList(),
        all.stream().filter(finding -> finding.severity() == Severity.CRITICAL).toList(),
        issues,
        paths);
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
    return new Analyst().analyse(document, cancelled);
  }

  /// By this policy, whatever the design carries.
  ///
  /// @param cancelled asked now and then
  /// @throws CancellationException soon after it says yes
  public static Analysis of(Document document, Policy policy, BooleanSupplier cancelled) {
    return new Analyst().analyse(document, policy, cancelled);
  }

  /// The analysis of a graph that somebody wrote.
  public static Analysis of(ResourceGraph graph, BooleanSupplier cancelled) {
    return of(graph, Policy.DEFAULT, cancelled);
  }

  /// The analysis of a graph that somebody wrote.
  public static Analysis of(ResourceGraph graph, Policy policy, BooleanSupplier cancelled) {
    return of(graph, List.of(), policy, cancelled);
  }

  /// The analysis of a graph that somebody wrote.
  ///
  /// @param issues what could not be read of it, or had to be left out; notes are of no consequence
  public static Analysis of(
      ResourceGraph graph, List<Issue> issues, Policy policy, BooleanSupplier cancelled) {
    Subject subject = Subject.of(Document.EMPTY, graph, policy, cancelled);
    List<Finding> findings = new ArrayList<>(Rules.check(subject));
    findings.sort(ORDER);
    Analysis analysis =
        new Analysis(Document.EMPTY, policy, findings, issues, new TrafficPaths(subject));
    analysis.graph = graph;
    analysis.partial = issues.stream().anyMatch(issue -> issue.level() != Issue.Level.NOTE);
    return analysis;
  }

  /// The same of a design that differs in nothing that matters.
  Analysis of(Document same, Policy alike, TrafficPaths there) {
    return new Analysis(same, alike, findings, critical, issues, there);
  }

  /// The design that was analysed.
  public Document document() {
    return document;
  }

  /// The drawing as rules see it, without what it amounts to.
  Subject drawing() {
    return Subject.of(document, ResourceGraph.EMPTY, policy, () -> false);
  }

  /// What the design is held to.
  public Policy policy() {
    return policy;
  }

  /// What the design amounts to in AWS.
  public ResourceGraph graph() {
    ResourceGraph known = graph;
    if (known == null) {
      known =
          switch (Lowerer.lower(document)) {
            case Outcome.Ok<ResourceGraph>(ResourceGraph lowered, var _) -> lowered;
            case Outcome.Failed<ResourceGraph> _ -> ResourceGraph.EMPTY;
          };
      graph = known;
    }
    return known;
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

  /// Whether the DMZ holds: proven, refuted by a way in, or hanging on unresolved inputs or on what could
  /// not be read or built. A fact: switching rules off or suppressing findings does not change it.
  public Verdict dmzHolds() {
    if (waysIn() > 0) {
      return Verdict.REFUTED;
    }
    boolean unsure =
        isIncomplete()
            || partial
            || critical.stream().anyMatch(finding -> finding.verdict() == Verdict.UNKNOWN);
    return unsure ? Verdict.UNKNOWN : Verdict.PROVEN;
  }

  /// Whether part of what was to be analysed could not be read or built, so that nothing is known of it.
  public boolean isIncomplete() {
    return issues.stream().anyMatch(Issue::isError);
  }

  /// The worst finding's severity; empty where there is none.
  public Optional<Severity> worst() {
    return findings.stream().map(Finding::severity).findFirst();
  }

  /// Answers to who can reach whom.
  public TrafficPaths paths() {
    return paths;
  }

  /// Answers to who can reach whom, worked out anew.
  ///
  /// @param cancelled asked now and then; once it says yes, a question ends with a
  ///     [CancellationException]
  public TrafficPaths paths(BooleanSupplier cancelled) {
    return new TrafficPaths(Subject.of(document, graph(), policy, cancelled));
  }
}
