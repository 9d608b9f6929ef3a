package dev.drawbridge.analyze.rules.topology;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Fixes;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.analyze.rules.Zones;
import java.util.ArrayList;
import java.util.List;

/// Tiers on single instances that all stand in one availability zone.
public final class SingleZone implements Rule {
  @Override
  public String id() {
    return "TOPO-001";
  }

  @Override
  public Severity severity() {
    return Severity.MEDIUM;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    for (Component component : subject.components(Component.Sort.HOSTS)) {
      // Instances that nobody drew are not told apart into tiers, and each stands in one zone.
      if (component.elements().isEmpty() || subject.isScaled(component)) {
        continue;
      }
      Zones zones = subject.zones(component);
      if (zones.count() == 1 && zones.unknown().isEmpty()) {
        found.add(
            Report.by(this, subject)
                .about(component)
                .says("finding", component.label(), zones.names())
                .fix(Fixes.secondZone(subject, component))
                .done());
      }
    }
    return found;
  }
}
