package dev.drawbridge.analyze.rules;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.network.PortSet;
import dev.drawbridge.network.Protocol;
import dev.drawbridge.network.Unknown;
import java.util.List;
import java.util.Optional;

/// What rules say of one component that can talk to another where it should not.
public final class Crossing {
  private Crossing() {}

  /// Says `finding` with the source, the target and those of the TCP ports that are open; where none
  /// of them is for certain, on which inputs it hangs, if on any.
  public static Optional<Finding> on(
      PortSet ports, Rule rule, Subject subject, Component source, Component target) {
    Exposure exposure = subject.sessions(source, target);
    PortSet open = exposure.ports(Protocol.TCP).intersect(ports);
    Report report = Report.by(rule, subject).about(target).about(source);
    Optional<Exposure.Opening> opening =
        exposure.opening(
            cell -> cell.protocol().equals(Protocol.TCP) && cell.ports().overlaps(open));
    if (opening.isPresent()) {
      return Optional.of(
          report
              .says("finding", source.label(), target.label(), Explain.ports(Protocol.TCP, open))
              .proving(opening.get().on(open))
              .onPorts(PortNumbers.classOf(open))
              .done());
    }
    List<Unknown> unknowns = exposure.undecided(Protocol.TCP, ports);
    return unknowns.isEmpty()
        ? Optional.empty()
        : Optional.of(report.hangingOn("title", unknowns).done());
  }
}
