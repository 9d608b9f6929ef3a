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
import dev.drawbridge.catalog.Zone;
import dev.drawbridge.network.PortSet;
import dev.drawbridge.network.Protocol;
import java.util.ArrayList;
import java.util.List;

/// Hosts in the DMZ that the internet can reach on more than the web's ports. Those that
/// [OpenSensitivePort] reports are left to it. A load balancer is open on its listeners only, which
/// somebody chose.
public final class MorePortsThanWeb implements Rule {
  private static final PortSet EXPECTED =
      PortNumbers.WEB.union(PortNumbers.ADMINISTRATION).union(PortNumbers.DATA);

  @Override
  public String id() {
    return "DMZ-009";
  }

  @Override
  public Severity severity() {
    return Severity.HIGH;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    for (Component component : subject.components(Component.Sort.HOSTS)) {
      if (component.zone() != Zone.DMZ) {
        continue;
      }
      Exposure exposure = subject.exposure(component);
      for (Protocol protocol : List.of(Protocol.TCP, Protocol.UDP)) {
        PortSet beyond = beyond(protocol, exposure.ports(protocol));
        if (!beyond.isEmpty()) {
          exposure
              .opening(cell -> cell.protocol().equals(protocol) && cell.ports().overlaps(beyond))
              .ifPresent(
                  opening ->
                      found.add(
                          Report.by(this, subject)
                              .about(component)
                              .says("finding", component.label(), Explain.ports(protocol, beyond))
                              .proving(opening.on(beyond))
                              .onPorts(PortNumbers.classOf(beyond))
                              .done()));
        }
      }
    }
    return found;
  }

  /// HTTP/3 is the web too: UDP 443.
  private static PortSet beyond(Protocol protocol, PortSet open) {
    return open.minus(protocol.equals(Protocol.TCP) ? EXPECTED : PortSet.of(443));
  }
}
