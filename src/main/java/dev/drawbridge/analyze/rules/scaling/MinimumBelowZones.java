package dev.drawbridge.analyze.rules.scaling;

import dev.drawbridge.analyze.facts.Reader;
import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.base.Reason;
import dev.drawbridge.catalog.aws.AutoScalingGroup;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Auto Scaling groups whose minimum leaves an availability zone without an instance.
public final class MinimumBelowZones implements Rule {
  @Override
  public String id() {
    return "ASG-003";
  }

  @Override
  public Severity severity() {
    return Severity.MEDIUM;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    for (Resource group : subject.facts().ofType("aws_autoscaling_group")) {
      Reader read = subject.facts().read(group);
      Reading<Long> told = read.whole("min_size");
      Optional<Long> min = told.known();
      int zones = GroupZones.of(subject, group).count();
      if (told instanceof Reading.Unresolved<Long>(Reason reason) && zones > 1) {
        found.add(
            Report.by(this, subject).about(group).unresolved("title", List.of(reason)).done());
      }
      if (min.isPresent() && min.get() < zones) {
        Report report =
            Report.by(this, subject)
                .about(group)
                .at(AutoScalingGroup.MIN.name())
                .says("finding", subject.label(group), min.get(), zones);
        long desired = read.whole("desired_capacity").known().orElse(min.get());
        if (desired >= zones) {
          report.offer(group, AutoScalingGroup.MIN, zones);
        }
        found.add(report.done());
      }
    }
    return found;
  }
}
