package dev.drawbridge.analyze.rules.dmz;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Bastions;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Explain;
import dev.drawbridge.analyze.rules.Exposure;
import dev.drawbridge.analyze.rules.PortNumbers;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.catalog.Zone;
import dev.drawbridge.network.PortSet;
import dev.drawbridge.network.Protocol;
import dev.drawbridge.network.Unknown;
import java.util.List;
import java.util.Optional;

/// Administration and database ports that the internet can reach, on whatever component.
public final class OpenSensitivePort implements Rule {
  private static final PortSet SENSITIVE = PortNumbers.ADMINISTRATION.union(PortNumbers.DATA);

  /// UDP too: RDP and memcached speak it.
  private static final List<Protocol> PROTOCOLS = List.of(Protocol.TCP, Protocol.UDP);

  @Override
  public String id() {
    return "DMZ-008";
  }

  @Override
  public Severity severity() {
    return Severity.CRITICAL;
  }

  @Override
  public List<Finding> check(Subject subject) {
    return subject.components().stream()
        .flatMap(component -> check(subject, component).stream())
        .toList();
  }

  private Optional<Finding> check(Subject subject, Component component) {
    Exposure exposure = subject.exposure(component);
    Report report = Report.by(this, subject).about(component);
    for (Protocol protocol : PROTOCOLS) {
      Optional<Exposure.Opening> opening =
          exposure.opening(
              cell -> cell.protocol().equals(protocol) && cell.ports().overlaps(SENSITIVE));
      if (opening.isPresent()) {
        PortSet open = exposure.ports(protocol).intersect(SENSITIVE);
        if (Bastions.LOGIN.containsAll(open) && Bastions.isGuarded(subject, component)) {
          continue;
        }
        return Optional.of(
            report
                .says("finding", component.label(), Explain.ports(protocol, open))
                .proving(opening.get().on(open))
                .onPorts(PortNumbers.classOf(open))
                .done());
      }
    }
    if (component.zone() != Zone.DMZ) {
      // Whether anything of it can be reached at all is asked elsewhere.
      return Optional.empty();
    }
    List<Unknown> unknowns = unknowns(exposure);
    return unknowns.isEmpty()
        ? Optional.empty()
        : Optional.of(report.hangingOn("title", unknowns).done());
  }

  /// What it hangs on whether such a port is open.
  static List<Unknown> unknowns(Exposure exposure) {
    return PROTOCOLS.stream()
        .flatMap(protocol -> exposure.undecided(protocol, SENSITIVE).stream())
        .toList();
  }
}
