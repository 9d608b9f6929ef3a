package dev.drawbridge.analyze.rules.dmz;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.policy.Zone;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Explain;
import dev.drawbridge.analyze.rules.Exposure;
import dev.drawbridge.analyze.rules.PortNumbers;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.network.PortSet;
import dev.drawbridge.network.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Administration ports of application servers that a host of the DMZ could reach, were it taken
/// over.
public final class PivotToAdministration implements Rule {
  @Override
  public String id() {
    return "DMZ-011";
  }

  @Override
  public Severity severity() {
    return Severity.HIGH;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    for (Component target : subject.components(Component.Sort.HOSTS)) {
      if (target.zone() == Zone.APP) {
        for (Component source : subject.callers(target)) {
          if (source.zone() == Zone.DMZ && source.sort() == Component.Sort.HOSTS) {
            check(subject, source, target, subject.sessions(source, target)).ifPresent(found::add);
          }
        }
      }
    }
    return found;
  }

  private Optional<Finding> check(
      Subject subject, Component source, Component target, Exposure exposure) {
    PortSet open = exposure.ports(Protocol.TCP).intersect(PortNumbers.APP_ADMINISTRATION);
    return exposure
        .opening(cell -> cell.protocol().equals(Protocol.TCP) && cell.ports().overlaps(open))
        .map(
            opening ->
                Report.by(this, subject)
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
