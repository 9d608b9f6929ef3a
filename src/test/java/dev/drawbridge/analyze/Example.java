package dev.drawbridge.analyze;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Verdict;
import dev.drawbridge.analyze.policy.Policy;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.analyze.rules.suppression.SuppressionRule;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.resource.ResourceGraph;
import dev.drawbridge.translate.Lowerer;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;

/// A design on which a rule has something to say, or nothing: a drawing, or a graph that somebody
/// wrote by hand.
///
/// @param says in words, for the name of the test
/// @param document the drawing; empty where the graph was written
/// @param written the graph that somebody wrote; empty where it is drawn
/// @param at what is at fault: ids of elements, or addresses of resources where the graph was
///     written; none where the design passes
/// @param verdict of every finding
record Example(
    String rule,
    String says,
    Document document,
    ResourceGraph written,
    Set<String> at,
    Verdict verdict) {
  /// The day on which examples are looked at.
  static final LocalDate DAY = LocalDate.of(2026, 3, 31);

  private static final BooleanSupplier NEVER = () -> false;

  Example {
    at = new TreeSet<>(at);
  }

  static Example violating(String rule, String says, Designs designs, String... elements) {
    return drawn(rule, says, designs, Set.of(elements));
  }

  static Example passing(String rule, String says, Designs designs) {
    return drawn(rule, says, designs, Set.of());
  }

  private static Example drawn(String rule, String says, Designs designs, Set<String> elements) {
    return new Example(rule, says, designs.draw(), ResourceGraph.EMPTY, elements, Verdict.PROVEN);
  }

  static Example violating(String rule, String says, Terraform terraform, String... addresses) {
    return written(rule, says, terraform, Set.of(addresses), Verdict.PROVEN);
  }

  static Example passing(String rule, String says, Terraform terraform) {
    return written(rule, says, terraform, Set.of(), Verdict.PROVEN);
  }

  /// The rule cannot tell, and says on which input it hangs.
  static Example undecided(String rule, String says, Terraform terraform, String... addresses) {
    return written(rule, says, terraform, Set.of(addresses), Verdict.UNKNOWN);
  }

  private static Example written(
      String rule, String says, Terraform terraform, Set<String> addresses, Verdict verdict) {
    return new Example(rule, says, Document.EMPTY, terraform.graph(), addresses, verdict);
  }

  boolean isDrawn() {
    return !document.equals(Document.EMPTY);
  }

  boolean violates() {
    return !at.isEmpty();
  }

  /// Everything that all rules say of it, on [#DAY], with the rule switched on.
  List<Finding> all() {
    return isDrawn() ? all(document) : review(Analysis.of(written, asking(Policy.DEFAULT), NEVER));
  }

  /// What they would say of another drawing.
  List<Finding> all(Document other) {
    Policy own =
        Policies.of(other) instanceof Outcome.Ok<Policy>(Policy policy, var _)
            ? policy
            : Policy.DEFAULT;
    return review(Analysis.of(other, asking(own), NEVER));
  }

  /// What the rule alone says of it, on [#DAY], all of it being looked at as one.
  List<Finding> saidAlone() {
    Rule alone = Rules.find(rule).orElseThrow();
    return alone instanceof SuppressionRule ? findings() : alone.check(subject());
  }

  /// What rules look at: all of it as one, by the policy that it carries.
  Subject subject() {
    return Subject.of(document, lowered(), policy(), NEVER);
  }

  private ResourceGraph lowered() {
    return isDrawn()
            && Lowerer.lower(document) instanceof Outcome.Ok<ResourceGraph>(var graph, var _)
        ? graph
        : written;
  }

  private Policy policy() {
    return Policies.of(document) instanceof Outcome.Ok<Policy>(Policy own, var _)
        ? own
        : Policy.DEFAULT;
  }

  private Policy asking(Policy policy) {
    return policy.withSwitches(policy.switches().on(rule));
  }

  private static List<Finding> review(Analysis analysis) {
    return Review.of(analysis, DAY).open();
  }

  /// What the rule says of it.
  List<Finding> findings() {
    return all().stream().filter(found -> found.rule().equals(rule)).toList();
  }

  /// What a finding is about, in the terms of [#at].
  String place(Finding finding) {
    return isDrawn()
        ? finding.element().map(ElementId::value).orElse("nothing drawn")
        : finding.subjects().getFirst();
  }

  @Override
  public String toString() {
    return rule + (violates() ? " objects to " : " is content with ") + says;
  }
}
