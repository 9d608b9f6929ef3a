package dev.drawbridge.analyze.rules.scaling;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Component;
import dev.drawbridge.analyze.rules.Fixes;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.analyze.rules.Zones;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Auto Scaling groups in one availability zone.
public final class ScalingInOneZone implements Rule {
  @Override
  public String id() {
    return "ASG-004";
  }

  @Override
  public Severity severity() {
    return Severity.MEDIUM;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    for (Resource group : subject.facts().ofType("aws_autoscaling_group")) {
      Optional<Component> component = subject.component(group.address());
      Zones zones = GroupZones.of(subject, group);
      Report report = Report.by(this, subject).about(group);
      if (zones.count() == 1 && zones.unknown().isEmpty()) {
        found.add(
            report
                .says("finding", subject.label(group), zones.names())
                .fix(component.flatMap(one -> Fixes.secondZone(subject, one)))
                .done());
      } else if (zones.count() < 2 && !zones.unknown().isEmpty()) {
        found.add(report.unresolved("title", zones.unknown()).done());
      }
    }
    return found;
  }
}
