package dev.drawbridge.analyze.rules;

import dev.drawbridge.analyze.finding.Cause;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Fix;
import dev.drawbridge.analyze.finding.Hop;
import dev.drawbridge.analyze.finding.PortClass;
import dev.drawbridge.analyze.finding.Sentence;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.finding.Verdict;
import dev.drawbridge.analyze.finding.Witness;
import dev.drawbridge.base.Reason;
import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.network.Unknown;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Collects what a rule has to say of one thing.
public final class Report {
  private final Rule rule;
  private final Subject subject;
  private final List<String> subjects = new ArrayList<>();
  private final List<ElementId> elements = new ArrayList<>();
  private Severity severity;
  private Verdict verdict = Verdict.PROVEN;
  private @Nullable String property;
  private @Nullable Sentence sentence;
  private List<Hop> path = List.of();
  private List<Cause> blockers = List.of();
  private @Nullable Witness witness;
  private PortClass ports = PortClass.NONE;
  private final List<Fix> fixes = new ArrayList<>();

  private Report(Rule rule, Subject subject) {
    this.rule = rule;
    this.subject = subject;
    this.severity = rule.severity();
  }

  public static Report by(Rule rule, Subject subject) {
    return new Report(rule, subject);
  }

  /// The thing at fault comes first.
  public Report about(Component component) {
    subjects.add(component.id());
    component.elements().stream().filter(id -> !elements.contains(id)).forEach(elements::add);
    return this;
  }

  public Report about(Resource resource) {
    subjects.add(subject.id(resource));
    subject.element(resource).ifPresent(this::point);
    return this;
  }

  public Report about(Element element) {
    subjects.add(element.id().value());
    point(element);
    return this;
  }

  /// By an identity: an element's id, or a resource's address.
  public Report about(String identity) {
    if (ElementId.isValid(identity)) {
      subject.document().find(new ElementId(identity)).ifPresent(this::point);
    }
    return distinctly(identity);
  }

  /// Tells this finding from others that the rule has of the same thing.
  public Report distinctly(String mark) {
    subjects.add(mark);
    return this;
  }

  private void point(Element element) {
    if (!elements.contains(element.id())) {
      elements.add(element.id());
    }
  }

  /// The property at fault.
  public Report at(@Nullable String name) {
    property = name;
    return this;
  }

  /// Where it is less bad, or worse, than the rule's own severity.
  public Report weighing(Severity other) {
    severity = other;
    return this;
  }

  /// What it says: the message `rule.<id>.<variant>`.
  public Report says(String variant, Object... arguments) {
    sentence = Sentence.of("rule." + rule.id() + "." + variant, arguments);
    return this;
  }

  /// It cannot be told; says on which inputs it hangs.
  public Report hangingOn(String what, Collection<Unknown> unknowns) {
    return unresolved(what, unknowns.stream().map(Unknown::reason).distinct().sorted().toList());
  }

  /// It cannot be told; says on which inputs it hangs.
  ///
  /// @param what the message `rule.<id>.<what>`, with its arguments
  public Report unresolved(String what, List<Reason> reasons, Object... arguments) {
    verdict = Verdict.UNKNOWN;
    sentence =
        Sentence.of(
            "rule.unknown",
            Sentence.of("rule." + rule.id() + "." + what, arguments),
            reasons.stream().distinct().toList());
    return this;
  }

  /// The way that proves it.
  public Report proving(Exposure.Opening opening) {
    path = new Explain(subject).path(opening);
    witness = Explain.witness(opening).orElse(null);
    ports = PortNumbers.classOf(opening.cell().ports());
    return this;
  }

  public Report along(List<Hop> hops) {
    path = hops;
    return this;
  }

  public Report blockedBy(List<Cause> causes) {
    blockers = causes;
    return this;
  }

  public Report onPorts(PortClass sort) {
    ports = sort;
    return this;
  }

  public Report fix(Fix fix) {
    fixes.add(fix);
    return this;
  }

  public Report fix(Optional<Fix> fix) {
    fix.ifPresent(fixes::add);
    return this;
  }

  /// Offers to set the property of what a resource was drawn as; nothing where it was not drawn, or
  /// as something without that property.
  public <T> Report offer(Resource resource, Property<T> property, T value) {
    return fix(
        subject
            .element(resource)
            .filter(
                element ->
                    Catalog.of(element).flatMap(kind -> kind.property(property.name())).isPresent())
            .map(element -> Fixes.set(element.id(), subject.label(element), property, value)));
  }

  public Finding done() {
    Sentence says = sentence;
    if (says == null) {
      throw new IllegalStateException(rule.id() + " says nothing");
    }
    return new Finding(
        rule.id(), severity, verdict, subjects, elements, property, says, path, blockers, witness,
        ports, fixes);
  }
}
