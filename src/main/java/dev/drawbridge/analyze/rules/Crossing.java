package dev.drawbridge.analyze.rules;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.network.PortSet;
import dev.drawbridge.network.Protocol;
import java.util.Optional;

/// What rules say of one component that can talk to another where it should not.
public final class Crossing {
  private Crossing() {}

  /// Says `finding` with the source, the target and those of the TCP ports that are open; nothing
  /// where none of them is.
  public static Optional<Finding> on(
      PortSet ports, Rule rule, Subject subject, Component source, Component target) {
    Exposure exposure = subject.sessions(source, target);
    PortSet open = exposure.ports(Protocol.TCP).intersect(ports);
    return exposure
        .opening(cell -> cell.protocol().equals(Protocol.TCP) && cell.ports().overlaps(open))
        .map(
            opening ->
                Report.by(rule, subject)
                    .about(target)
                    .about(source)
                    .says(
                        "finding",
                        source.label(),
                        target.label(),
                        Explain.ports(Protocol.TCP, open))
                    .proving(opening.on(open))
                    .onPorts(PortNumbers.classOf(open))
                    .done());
  }
}
