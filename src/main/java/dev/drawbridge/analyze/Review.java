package dev.drawbridge.analyze;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.policy.Policy;
import dev.drawbridge.analyze.policy.Suppression;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.analyze.rules.suppression.SuppressionRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// An analysis in the light of the suppressions of its policy on some day: which findings are
/// accepted, and which suppressions have had their day. The analysis itself, and with it whether
/// the DMZ holds, stays what it is.
public final class Review {
  private final Analysis analysis;
  private final List<Judged> all;

  private Review(Analysis analysis, List<Judged> all) {
    this.analysis = analysis;
    this.all = List.copyOf(all);
  }

  /// A finding, and why it is accepted where it is.
  public record Judged(Finding finding, Optional<Suppression> suppression) {
    public boolean isSuppressed() {
      return suppression.isPresent();
    }
  }

  /// What a suppression speaks of.
  private record Target(String rule, String element) {}

  public static Review of(Analysis analysis, LocalDate today) {
    Policy policy = analysis.policy();
    Map<Target, Suppression> valid = new LinkedHashMap<>();
    for (Suppression suppression : policy.suppressions()) {
      if (!suppression.isExpired(today)) {
        valid.put(new Target(suppression.rule(), suppression.element()), suppression);
      }
    }
    Set<Target> found = new LinkedHashSet<>();
    List<Judged> all = new ArrayList<>();
    for (Finding finding : analysis.findings()) {
      Target target = new Target(finding.rule(), finding.subjects().getFirst());
      found.add(target);
      all.add(new Judged(finding, Optional.ofNullable(valid.get(target))));
    }
    Subject drawing = analysis.drawing();
    for (Suppression suppression : policy.suppressions()) {
      // A rule that did not run leaves it open whether its suppressions are needed.
      boolean needed =
          found.contains(new Target(suppression.rule(), suppression.element()))
              || !runs(policy, suppression.rule());
      for (Rule rule : Rules.all()) {
        if (rule instanceof SuppressionRule about && Policies.runs(policy, rule)) {
          about
              .check(drawing, suppression, needed, today)
              .ifPresent(finding -> all.add(new Judged(finding, Optional.empty())));
        }
      }
    }
    all.sort(Comparator.comparing(Judged::finding, Analysis.ORDER));
    return new Review(analysis, all);
  }

  private static boolean runs(Policy policy, String rule) {
    return Rules.find(rule).filter(one -> Policies.runs(policy, one)).isPresent();
  }

  public Analysis analysis() {
    return analysis;
  }

  /// Every finding, the worst first.
  public List<Judged> all() {
    return all;
  }

  /// The findings that nobody has accepted, the worst first.
  public List<Finding> open() {
    return all.stream().filter(one -> !one.isSuppressed()).map(Judged::finding).toList();
  }

  /// Those that somebody has.
  public List<Judged> suppressed() {
    return all.stream().filter(Judged::isSuppressed).toList();
  }
}
