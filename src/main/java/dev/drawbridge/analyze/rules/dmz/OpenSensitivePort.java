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
import dev.drawbridge.network.PortSet;
import dev.drawbridge.network.Protocol;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Administration and database ports that the internet can reach, on whatever component.
public final class OpenSensitivePort implements Rule {
  private static final PortSet SENSITIVE = PortNumbers.ADMINISTRATION.union(PortNumbers.DATA);

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
    List<Finding> found = new ArrayList<>();
    for (Component component : subject.components()) {
      Exposure exposure = subject.exposure(component);
      Optional<Exposure.Opening> opening =
          exposure.opening(
              cell -> cell.protocol().equals(Protocol.TCP) && cell.ports().overlaps(SENSITIVE));
      if (opening.isEmpty()) {
        continue;
      }
      PortSet open = exposure.ports(Protocol.TCP).intersect(SENSITIVE);
      found.add(
          Report.by(this, subject)
              .about(component)
              .says("finding", component.label(), Explain.ports(Protocol.TCP, open))
              .proving(opening.get().on(open))
              .onPorts(PortNumbers.classOf(open))
              .done());
    }
    return found;
  }
}
