package dev.drawbridge.analyze.rules.dmz;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Explain;
import dev.drawbridge.analyze.rules.Exposure;
import dev.drawbridge.analyze.rules.PortNumbers;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.network.Cell;
import dev.drawbridge.network.Family;
import dev.drawbridge.network.PortSet;
import dev.drawbridge.network.Protocol;
import dev.drawbridge.network.Traffic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Ports that nearly everybody reaches over IPv6, while IPv4 keeps them closed or to a few.
public final class OpenOverIpv6 implements Rule {
  @Override
  public String id() {
    return "DMZ-015";
  }

  @Override
  public Severity severity() {
    return Severity.HIGH;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    for (Component component : subject.components()) {
      Exposure exposure = subject.exposure(component);
      Exposure ipv6 = exposure.only(Family.IPV6, _ -> true);
      for (Protocol protocol : List.of(Protocol.TCP, Protocol.UDP)) {
        if (!ipv6.ports(protocol).isEmpty()) {
          check(subject, component, exposure, ipv6, protocol).ifPresent(found::add);
        }
      }
    }
    return found;
  }

  private Optional<Finding> check(
      Subject subject, Component component, Exposure exposure, Exposure ipv6, Protocol protocol) {
    PortSet open =
        Admission.nearlyAll(
            admissions(ipv6, protocol, Cell.Admitted.class::isInstance), Family.IPV6);
    // What may be open is not known to be closed.
    PortSet alike =
        Admission.nearlyAll(
            admissions(
                exposure.only(Family.IPV4, _ -> true),
                protocol,
                cell -> !(cell instanceof Cell.Refused)),
            Family.IPV4);
    PortSet ports = open.minus(alike);
    Optional<Exposure.Opening> opening =
        ipv6.opening(cell -> cell.protocol().equals(protocol) && cell.ports().overlaps(ports));
    if (opening.isEmpty()) {
      return Optional.empty();
    }
    Traffic asked = new Traffic(protocol, ports);
    Exposure closed =
        subject.fromInternet(component, asked).only(Family.IPV4, Cell.Refused.class::isInstance);
    return Optional.of(
        Report.by(this, subject)
            .about(component)
            .says("finding", component.label(), Explain.ports(protocol, ports))
            .proving(opening.get().on(ports))
            .blockedBy(new Explain(subject).blockers(closed, asked))
            .onPorts(PortNumbers.classOf(ports))
            .done());
  }

  private static List<Admission> admissions(
      Exposure exposure, Protocol protocol, Predicate<Cell> wanted) {
    return exposure.cells().stream()
        .filter(cell -> cell.protocol().equals(protocol) && wanted.test(cell))
        .map(cell -> new Admission(cell.ports(), cell.sources()))
        .toList();
  }
}
