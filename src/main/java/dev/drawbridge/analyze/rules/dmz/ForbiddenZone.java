package dev.drawbridge.analyze.rules.dmz;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Label;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.DataCentres;
import dev.drawbridge.analyze.rules.Explain;
import dev.drawbridge.analyze.rules.Exposure;
import dev.drawbridge.analyze.rules.PortNumbers;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.analyze.rules.Talk;
import dev.drawbridge.catalog.Zone;
import dev.drawbridge.network.Cell;
import dev.drawbridge.network.PortSet;
import dev.drawbridge.network.Protocol;
import dev.drawbridge.network.Unknown;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Components that a zone reaches although the zone policy says no: the general form, which is
/// silent where a rule of its own speaks of the same two zones. One finding for each component and
/// zone, however many there can reach it: in a flat network all pairs would be.
public final class ForbiddenZone implements Rule {
  @Override
  public String id() {
    return "DMZ-028";
  }

  @Override
  public Severity severity() {
    return Severity.HIGH;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    for (Component target : subject.components()) {
      if (target.belongs()) {
        check(subject, target, found);
        checkWayOut(subject, target).ifPresent(found::add);
        checkDataCentre(subject, target).ifPresent(found::add);
      }
    }
    return found;
  }

  private Optional<Finding> checkWayOut(Subject subject, Component source) {
    boolean spokenOf =
        source.sort() == Component.Sort.LOAD_BALANCER
            || source.zone() == Zone.DATA && runs(subject, "DMZ-024");
    return spokenOf || subject.policy().zones().allows(source.zone(), Zone.INTERNET)
        ? Optional.empty()
        : WayOut.of(subject, source)
            .map(
                out ->
                    Report.by(this, subject)
                        .about(source)
                        .distinctly("out")
                        .says(
                            "finding.out",
                            label(source.zone()),
                            source.label(),
                            subject
                                .facts()
                                .find(out.subnet())
                                .map(subject::label)
                                .orElseGet(() -> new Label.Named(out.subnet().toString())),
                            Explain.traffic(out.traffic()))
                        .onPorts(PortNumbers.classOf(out.traffic().ports()))
                        .done());
  }

  /// What calls a data centre. Whoever may call all the internet on a port is not meant to be kept from that
  /// port of a data centre, which has filters of its own.
  private Optional<Finding> checkDataCentre(Subject subject, Component source) {
    if (subject.policy().zones().allows(source.zone(), Zone.IDC)
        || subject.network().tunnels().isEmpty()) {
      return Optional.empty();
    }
    DataCentres centres = subject.dataCentres();
    Exposure exposure = centres.called(source, centres.all(), Optional.empty());
    boolean abroad = subject.policy().zones().allows(source.zone(), Zone.INTERNET);
    Map<Protocol, PortSet> open =
        abroad
            ? WayOut.toEverybody(
                subject.network(),
                source,
                exposure.cells().stream().map(Cell::protocol).distinct().toList())
            : Map.of();
    Optional<Exposure.Opening> opening = exposure.opening(cell -> matters(cell, open));
    Report report = Report.by(this, subject).about(source).distinctly("out-" + Zone.IDC.key());
    if (opening.isPresent()) {
      Protocol protocol = opening.get().cell().protocol();
      PortSet left = exposure.ports(protocol).minus(open.getOrDefault(protocol, PortSet.EMPTY));
      return Optional.of(
          report
              .says(
                  "finding",
                  label(source.zone()),
                  label(Zone.IDC),
                  source.label(),
                  subject.label(opening.get().answer().to()),
                  Explain.ports(protocol, left))
              .proving(opening.get())
              .done());
    }
    List<Unknown> unknowns =
        exposure.cells().stream()
            .filter(cell -> matters(cell, open))
            .flatMap(
                cell ->
                    cell instanceof Cell.Undecided(var _, var _, var _, List<Unknown> inputs)
                        ? inputs.stream()
                        : Stream.empty())
            .distinct()
            .toList();
    return unknowns.isEmpty()
        ? Optional.empty()
        : Optional.of(report.hangingOn("title", unknowns).done());
  }

  /// What a zone can do with a component, by one of its own.
  ///
  /// @param by null for those who are no components: the internet, the data centre
  /// @param opening null where nothing is open that matters
  private record Reach(
      @Nullable Component by, Exposure exposure, Exposure.@Nullable Opening opening) {}

  private void check(Subject subject, Component target, List<Finding> found) {
    Map<Zone, Reach> reaches = new EnumMap<>(Zone.class);
    if (isForbidden(subject, Zone.INTERNET, target)) {
      Exposure exposure = subject.exposure(target);
      reaches.put(
          Zone.INTERNET, new Reach(null, exposure, exposure.opening(_ -> true).orElse(null)));
    }
    if (isForbidden(subject, Zone.IDC, target)) {
      DataCentres centres = subject.dataCentres();
      Exposure exposure = centres.calling(centres.all(), target);
      reaches.put(Zone.IDC, inside(subject, null, exposure, target));
    }
    for (Talk talk : subject.talks(target)) {
      Zone zone = talk.from().zone();
      Reach known = reaches.get(zone);
      if ((known == null || known.opening() == null)
          && isForbidden(subject, zone, target)
          && talk.isPossible()) {
        Reach reach = inside(subject, talk.from(), talk.sessions(), target);
        if (known == null || reach.opening() != null || known.exposure().unknowns().isEmpty()) {
          reaches.put(zone, reach);
        }
      }
    }
    reaches.forEach((zone, reach) -> report(subject, zone, reach, target).ifPresent(found::add));
  }

  /// What is open to the whole internet, and may be, nobody need be kept from.
  private static Reach inside(
      Subject subject, @Nullable Component by, Exposure exposure, Component target) {
    Map<Protocol, PortSet> open =
        subject.policy().zones().allows(Zone.INTERNET, target.zone())
            ? subject.exposure(target).ports()
            : Map.of();
    Optional<Exposure.Opening> opening = exposure.opening(cell -> matters(cell, open));
    return new Reach(by, exposure, opening.orElse(null));
  }

  private static boolean matters(Cell cell, Map<Protocol, PortSet> open) {
    return !open.getOrDefault(cell.protocol(), PortSet.EMPTY).containsAll(cell.ports());
  }

  private static boolean isForbidden(Subject subject, Zone from, Component target) {
    return !subject.policy().zones().allows(from, target.zone())
        && Optional.ofNullable(specific(from, target))
            .filter(rule -> runs(subject, rule))
            .isEmpty();
  }

  private static boolean runs(Subject subject, String rule) {
    return subject.policy().switches().runs(rule, false);
  }

  /// The rule that speaks of just these two.
  private static @Nullable String specific(Zone from, Component target) {
    return switch (target.zone()) {
      case APP ->
          from != Zone.INTERNET
              ? null
              : target.sort() == Component.Sort.LOAD_BALANCER ? "DMZ-005" : "DMZ-001";
      case DATA -> from == Zone.INTERNET ? "DMZ-002" : from == Zone.DMZ ? "DMZ-012" : null;
      case INTERNET, DMZ, MANAGEMENT, IDC -> null;
    };
  }

  private Optional<Finding> report(Subject subject, Zone from, Reach reach, Component target) {
    Report report = Report.by(this, subject).about(target).distinctly(from.key());
    Label source = label(from);
    Exposure.Opening opening = reach.opening();
    if (opening != null) {
      Component by = reach.by();
      return Optional.of(
          report
              .says(
                  "finding",
                  source,
                  label(target.zone()),
                  by == null ? source : by.label(),
                  target.label(),
                  Explain.allPorts(reach.exposure(), opening))
              .proving(opening)
              .done());
    }
    return reach.exposure().unknowns().isEmpty()
        ? Optional.empty()
        : Optional.of(report.hangingOn("title", reach.exposure().unknowns()).done());
  }

  private static Label label(Zone zone) {
    return new Label.Keyed("zone." + zone.key() + ".name");
  }
}
