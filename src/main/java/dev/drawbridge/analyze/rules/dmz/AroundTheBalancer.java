package dev.drawbridge.analyze.rules.dmz;

import dev.drawbridge.analyze.facts.Standing;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Label;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Explain;
import dev.drawbridge.analyze.rules.Exposure;
import dev.drawbridge.analyze.rules.Fixes;
import dev.drawbridge.analyze.rules.Properties;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.catalog.Zone;
import dev.drawbridge.network.Relay;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Targets of a load balancer, in the DMZ, that the internet can reach around it. Deeper in it is a
/// public application server or database, which other rules report.
public final class AroundTheBalancer implements Rule {
  @Override
  public String id() {
    return "DMZ-010";
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
      Optional<Exposure.Opening> opening = exposure.opening(_ -> true);
      Optional<Label> balancer = balancer(subject, component);
      if (balancer.isPresent() && !exposure.unknowns().isEmpty()) {
        found.add(
            Report.by(this, subject)
                .about(component)
                .at(Properties.publicAddress(component))
                .hangingOn("title", exposure.unknowns())
                .done());
      }
      if (opening.isPresent() && balancer.isPresent()) {
        found.add(
            Report.by(this, subject)
                .about(component)
                .at(Properties.publicAddress(component))
                .says(
                    "finding",
                    component.label(),
                    Explain.allPorts(exposure, opening.get()),
                    balancer.get())
                .proving(opening.get())
                .fix(Fixes.close(subject, component))
                .done());
      }
    }
    return found;
  }

  private static Optional<Label> balancer(Subject subject, Component component) {
    for (Standing.Face face : component.faces()) {
      for (Relay relay : subject.relaysTo(face.ref())) {
        return Optional.of(subject.label(relay.balancer()));
      }
    }
    return Optional.empty();
  }
}
