package dev.drawbridge.analyze;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.island.Island;
import dev.drawbridge.analyze.island.Islands;
import dev.drawbridge.analyze.policy.Policy;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Settings;
import dev.drawbridge.network.Memory;
import dev.drawbridge.resource.ResourceGraph;
import dev.drawbridge.translate.Lowerer;
import dev.drawbridge.translate.Overall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// Analyses a design again and again while it is worked on, and each time only those islands that are not
/// as they were. What comes out is what an analysis from scratch would say. For one thread at a time.
public final class Analyst {
  private @Nullable Islands islands;
  private @Nullable Overall overall;
  private final Map<ElementId, Known> known = new HashMap<>();
  private @Nullable Told told;
  private @Nullable Remembered remembered;

  /// What every island stands on.
  private record Ground(Settings settings, Fields extras, Policy policy) {}

  /// What was found out about an island.
  private record Result(List<Finding> findings, List<Issue> issues, Set<ElementId> ends) {}

  /// The result for an island, with everything else that it depends on.
  private record Known(Island island, Overall overall, Ground ground, Result result) {
    boolean holdsFor(Island now, Overall around, Ground under) {
      return (under == ground || under.equals(ground))
          && island.isAlike(now)
          && overall.isAlike(around, now.elements());
    }
  }

  /// What the engine knows of the island that was looked at again last: whoever draws is mostly still
  /// there. Of all islands it would be many times as large as the design.
  private record Remembered(ElementId island, Memory memory) {}

  /// The last analysis, with that which it was put together from.
  private record Told(List<Result> results, Ground ground, List<Issue> issues, Analysis analysis) {
    boolean isOf(List<Result> others, Ground under, List<Issue> before) {
      if (results.size() != others.size() || !ground.equals(under) || !issues.equals(before)) {
        return false;
      }
      for (int i = 0; i < others.size(); i++) {
        if (results.get(i) != others.get(i)) {
          return false;
        }
      }
      return true;
    }
  }

  /// By the policy that the design carries; one that cannot be read is told among the issues, and
  /// the default one takes its place.
  ///
  /// @param cancelled asked now and then
  /// @throws CancellationException soon after it says yes; what was found out by then is kept
  public Analysis analyse(Document document, BooleanSupplier cancelled) {
    return switch (Policies.of(document)) {
      case Outcome.Ok<Policy>(Policy policy, var _) ->
          analyse(document, policy, List.of(), cancelled);
      case Outcome.Failed<Policy>(List<Issue> issues) ->
          analyse(document, Policy.DEFAULT, issues, cancelled);
    };
  }

  /// By this policy, whatever the design carries.
  ///
  /// @param cancelled asked now and then
  /// @throws CancellationException soon after it says yes; what was found out by then is kept
  public Analysis analyse(Document document, Policy policy, BooleanSupplier cancelled) {
    return analyse(document, policy, List.of(), cancelled);
  }

  private Analysis analyse(
      Document document, Policy policy, List<Issue> before, BooleanSupplier cancelled) {
    Islands split = islands == null ? Islands.of(document) : islands.next(document);
    Overall around = overall == null ? Overall.of(document) : overall.next(document);
    islands = split;
    overall = around;
    Ground ground = ground(document, policy);
    List<Result> results = new ArrayList<>(split.all().size());
    for (Island island : split.all()) {
      Known candidate = known.get(island.first());
      Result result =
          candidate != null && candidate.holdsFor(island, around, ground)
              ? candidate.result()
              : analysed(document, island, around, ground, memory(island, candidate), cancelled);
      known.put(island.first(), new Known(island, around, ground, result));
      results.add(result);
    }
    if (known.size() > results.size()) {
      Map<ElementId, Known> gone = new HashMap<>(known);
      split.all().forEach(island -> gone.remove(island.first()));
      gone.keySet().forEach(known::remove);
    }
    TrafficPaths paths =
        new TrafficPaths(() -> ends(results), new Whereabouts(document, split, around, policy));
    Told last = told;
    Analysis analysis =
        last != null && last.isOf(results, ground, before)
            ? last.analysis().of(document, policy, paths)
            : merged(document, policy, results, before, paths);
    told = new Told(results, ground, before, analysis);
    return analysis;
  }

  private Memory memory(Island island, @Nullable Known before) {
    Remembered last = remembered;
    if (last != null && last.island().equals(island.first())) {
      return last.memory();
    }
    Memory memory = new Memory();
    if (before != null) {
      remembered = new Remembered(island.first(), memory);
    }
    return memory;
  }

  /// What is accepted until when is no matter of the analysis, see [Review].
  private static Ground ground(Document document, Policy policy) {
    return new Ground(
        new Settings(
            document.settings().title(), document.settings().properties().without(Policy.SETTING)),
        document.extras(),
        new Policy(policy.zones(), List.of(), policy.switches()));
  }

  private static Result analysed(
      Document document,
      Island island,
      Overall around,
      Ground ground,
      Memory memory,
      BooleanSupplier cancelled) {
    if (cancelled.getAsBoolean()) {
      throw new CancellationException();
    }
    Document part = Document.of(island.elements(), ground.settings(), ground.extras());
    Outcome<ResourceGraph> lowered = Lowerer.lower(part, around);
    ResourceGraph graph =
        switch (lowered) {
          case Outcome.Ok<ResourceGraph>(ResourceGraph made, var _) -> made;
          case Outcome.Failed<ResourceGraph> _ -> ResourceGraph.EMPTY;
        };
    Subject subject = Subject.of(part, graph, ground.policy(), memory, cancelled);
    return new Result(Rules.check(subject), lowered.issues(), TrafficPaths.ends(subject));
  }

  private static Analysis merged(
      Document document,
      Policy policy,
      List<Result> results,
      List<Issue> before,
      TrafficPaths paths) {
    List<Finding> findings = new ArrayList<>();
    List<Issue> issues = new ArrayList<>();
    for (Result result : results) {
      findings.addAll(result.findings());
      issues.addAll(result.issues());
    }
    findings.sort(Analysis.ORDER);
    List<Issue> all = new ArrayList<>(before);
    all.addAll(issues);
    return new Analysis(document, policy, once(findings), all, paths);
  }

  private static SequencedSet<ElementId> ends(List<Result> results) {
    SequencedSet<ElementId> ends = new LinkedHashSet<>();
    results.forEach(result -> ends.addAll(result.ends()));
    return ends;
  }

  /// What several islands say of the region in which they all lie is said once.
  private static List<Finding> once(List<Finding> sorted) {
    List<Finding> kept = new ArrayList<>(sorted.size());
    for (Finding finding : sorted) {
      if (kept.isEmpty() || !isSame(kept.getLast(), finding)) {
        kept.add(finding);
      }
    }
    return kept;
  }

  private static boolean isSame(Finding one, Finding other) {
    return one.rule().equals(other.rule())
        && one.subjects().equals(other.subjects())
        && Objects.equals(one.property(), other.property())
        && one.portClass() == other.portClass()
        && one.sentence().equals(other.sentence());
  }
}
