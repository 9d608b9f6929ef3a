package dev.drawbridge.analyze.rules.topology;

import dev.drawbridge.analyze.facts.Exits;
import dev.drawbridge.analyze.facts.Standing;
import dev.drawbridge.analyze.finding.Cause;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Label;
import dev.drawbridge.analyze.finding.Sentence;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Arrows;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.DataCentres;
import dev.drawbridge.analyze.rules.Explain;
import dev.drawbridge.analyze.rules.Exposure;
import dev.drawbridge.analyze.rules.Properties;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.base.Reason;
import dev.drawbridge.catalog.aws.Subnet;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import dev.drawbridge.network.Origin;
import dev.drawbridge.network.Protocol;
import dev.drawbridge.network.PublicAddress;
import dev.drawbridge.network.Traffic;
import dev.drawbridge.network.Unknown;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/// Arrows that are drawn although no packet can pass, with everything that blocks it.
public final class BlockedArrow implements Rule {
  public static final String ID = "TOPO-009";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Severity severity() {
    return Severity.BROKEN;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    for (Arrows.Arrow arrow : subject.arrows().all()) {
      Node source = subject.document().node(arrow.connector().source());
      Node target = subject.document().node(arrow.connector().target());
      Optional<Finding> blocked =
          DataCentres.holds(source) || DataCentres.holds(target)
              ? overTheBorder(subject, arrow, source, target)
              : arrow.toInternet() ? leaving(subject, arrow) : check(subject, arrow);
      blocked.ifPresent(found::add);
    }
    return found;
  }

  /// An arrow from or to a data centre; what does not pass through AWS is none of its business.
  private Optional<Finding> overTheBorder(
      Subject subject, Arrows.Arrow arrow, Node source, Node target) {
    boolean inward = DataCentres.holds(source);
    boolean elsewhere =
        inward && DataCentres.holds(target) || arrow.fromInternet() || arrow.toInternet();
    if (elsewhere) {
      return Optional.empty();
    }
    DataCentres centres = subject.dataCentres();
    List<Origin.Remote> far = centres.at(inward ? source : target);
    Optional<Component> near = inward ? arrow.target() : arrow.source();
    List<Cause> missing = new ArrayList<>();
    nowhere(subject, (inward ? target : source).id(), near).ifPresent(missing::add);
    centres.absence(inward ? source : target).ifPresent(missing::add);
    if (!missing.isEmpty()) {
      return Optional.of(report(subject, arrow).blockedBy(missing).done());
    }
    return check(
        subject,
        arrow,
        asked ->
            inward
                ? centres.calling(far, near.orElseThrow(), Optional.of(asked))
                : centres.called(near.orElseThrow(), far, Optional.of(asked)));
  }

  /// An arrow to the internet: whether any server of the source gets out of its subnet.
  private Optional<Finding> leaving(Subject subject, Arrows.Arrow arrow) {
    Optional<Cause> nowhere = nowhere(subject, arrow.connector().source(), arrow.source());
    if (nowhere.isPresent()) {
      return Optional.of(report(subject, arrow).blockedBy(List.of(nowhere.get())).done());
    }
    Set<Cause> blockers = new LinkedHashSet<>();
    Set<Reason> unknown = new LinkedHashSet<>();
    for (Standing.Face face : arrow.source().orElseThrow().faces()) {
      if (face.subnet().isEmpty()) {
        unknown.add(Reason.of("unknown.some-subnet"));
        continue;
      }
      Exits exits = subject.exits(face.subnet().get());
      PublicAddress address = subject.network().interfaceOf(face.ref()).publicAddress();
      if (exits.outbound()
          || exits.elsewhere()
          || exits.internet() && !address.equals(PublicAddress.NONE)) {
        return Optional.empty();
      }
      unknown.addAll(exits.unknown());
      blockers.add(locked(subject, arrow, face.subnet().get(), exits));
    }
    Report report = report(subject, arrow);
    return Optional.of(
        unknown.isEmpty()
            ? report.blockedBy(List.copyOf(blockers)).done()
            : report.unresolved("title", List.copyOf(unknown)).done());
  }

  private static Cause locked(Subject subject, Arrows.Arrow arrow, Address subnet, Exits exits) {
    if (exits.internet()) {
      Component source = arrow.source().orElseThrow();
      return new Cause(
          Sentence.of("blocker.no-public-address", source.label()),
          source.elements(),
          Properties.publicAddress(source));
    }
    Optional<Resource> home = subject.facts().find(subnet);
    Label label = home.map(subject::label).orElse(new Label.Named(subnet.toString()));
    return new Cause(
        Sentence.of(
            "blocker.no-route",
            label,
            subject.label(subject.document().node(arrow.connector().target()))),
        home.flatMap(subject::element).map(Element::id).stream().toList(),
        Subnet.ROUTING.name());
  }

  private Optional<Finding> check(Subject subject, Arrows.Arrow arrow) {
    List<Cause> missing = missing(subject, arrow);
    if (!missing.isEmpty()) {
      return Optional.of(report(subject, arrow).blockedBy(missing).done());
    }
    return check(subject, arrow, asked -> sessions(subject, arrow, asked));
  }

  private Optional<Finding> check(
      Subject subject, Arrows.Arrow arrow, Function<Traffic, Exposure> passing) {
    Explain explain = new Explain(subject);
    Set<Cause> blockers = new LinkedHashSet<>();
    Set<Unknown> unknowns = new LinkedHashSet<>();
    // The rules of an arrow to a data centre may be another's, where both name the same addresses.
    List<Traffic> wanted =
        arrow.traffic().isEmpty() ? List.of(Traffic.all(Protocol.TCP)) : arrow.traffic();
    for (Traffic asked : wanted) {
      Exposure sessions = passing.apply(asked);
      if (!sessions.isEmpty()) {
        return Optional.empty();
      }
      unknowns.addAll(sessions.unknowns());
      blockers.addAll(explain.blockers(sessions, asked));
    }
    Report report = report(subject, arrow);
    return Optional.of(
        unknowns.isEmpty()
            ? report.blockedBy(List.copyOf(blockers)).done()
            : report.hangingOn("title", unknowns).done());
  }

  private Report report(Subject subject, Arrows.Arrow arrow) {
    List<Label> ends = new ArrayList<>();
    for (ElementId end : List.of(arrow.connector().source(), arrow.connector().target())) {
      ends.add(subject.label(subject.document().node(end)));
    }
    return Report.by(this, subject)
        .about(arrow.connector())
        .says("finding", ends.getFirst(), ends.getLast());
  }

  /// Where an end stands nowhere, or nothing says which ports are meant, no engine need be asked.
  private static List<Cause> missing(Subject subject, Arrows.Arrow arrow) {
    List<Cause> missing = new ArrayList<>();
    if (!arrow.fromInternet()) {
      nowhere(subject, arrow.connector().source(), arrow.source()).ifPresent(missing::add);
    }
    nowhere(subject, arrow.connector().target(), arrow.target()).ifPresent(missing::add);
    if (missing.isEmpty() && arrow.traffic().isEmpty()) {
      missing.add(
          new Cause(Sentence.of("blocker.no-port"), List.of(arrow.connector().id()), "ports"));
    }
    return missing;
  }

  private static Optional<Cause> nowhere(
      Subject subject, ElementId end, Optional<Component> component) {
    if (component.isPresent() && !component.get().faces().isEmpty()) {
      return Optional.empty();
    }
    Node node = subject.document().node(end);
    return Optional.of(
        new Cause(Sentence.of("blocker.nowhere", subject.label(node)), List.of(end), null));
  }

  private static Exposure sessions(Subject subject, Arrows.Arrow arrow, Traffic asked) {
    Component target = arrow.target().orElseThrow();
    return arrow.fromInternet()
        ? subject.fromInternet(target, asked)
        : subject.sessions(arrow.source().orElseThrow(), target, asked);
  }
}
