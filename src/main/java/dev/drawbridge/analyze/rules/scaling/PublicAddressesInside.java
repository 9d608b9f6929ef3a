package dev.drawbridge.analyze.rules.scaling;

import dev.drawbridge.analyze.facts.AwsHosts;
import dev.drawbridge.analyze.facts.Standing;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Exposure;
import dev.drawbridge.analyze.rules.Fixes;
import dev.drawbridge.analyze.rules.Properties;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.catalog.Zone;
import dev.drawbridge.network.PublicAddress;
import java.util.ArrayList;
import java.util.List;

/// Auto Scaling groups outside the DMZ whose instances get public addresses, though nobody can
/// reach them yet.
public final class PublicAddressesInside implements Rule {
  @Override
  public String id() {
    return "ASG-005";
  }

  @Override
  public Severity severity() {
    return Severity.HIGH;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    for (Component component : subject.components(Component.Sort.HOSTS)) {
      if (component.zone() == Zone.DMZ || !isScaledAndPublic(subject, component)) {
        continue;
      }
      Exposure exposure = subject.exposure(component);
      if (exposure.isEmpty() && exposure.unknowns().isEmpty()) {
        found.add(
            Report.by(this, subject)
                .about(component)
                .at(Properties.publicAddress(component))
                .says("finding", component.label())
                .fix(Fixes.close(subject, component))
                .done());
      }
    }
    return found;
  }

  /// By their template, or by their subnet where that says nothing.
  private static boolean isScaledAndPublic(Subject subject, Component component) {
    for (Standing part : component.parts()) {
      AwsHosts hosts = subject.facts().hosts().get(part.address());
      if (hosts != null && hosts.scaling()) {
        return part.faces().stream()
            .map(face -> subject.network().interfaceOf(face.ref()).publicAddress())
            .anyMatch(PublicAddress.Assigned.class::isInstance);
      }
    }
    return false;
  }
}
