package dev.drawbridge.analyze.rules.scaling;

import dev.drawbridge.analyze.facts.Reader;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.catalog.aws.AutoScalingGroup;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Auto Scaling groups whose sizes are not in order: minimum, desired, maximum.
public final class Sizes implements Rule {
  @Override
  public String id() {
    return "ASG-002";
  }

  @Override
  public Severity severity() {
    return Severity.BROKEN;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    for (Resource group : subject.facts().ofType("aws_autoscaling_group")) {
      Reader read = subject.facts().read(group);
      Optional<Long> min = read.whole("min_size").known();
      Optional<Long> max = read.whole("max_size").known();
      if (min.isEmpty() || max.isEmpty()) {
        continue;
      }
      long desired = read.whole("desired_capacity").known().orElse(min.get());
      if (min.get() > desired || desired > max.get()) {
        found.add(
            Report.by(this, subject)
                .about(group)
                .at(AutoScalingGroup.DESIRED.name())
                .says("finding", subject.label(group), min.get(), desired, max.get())
                .done());
      }
    }
    return found;
  }
}
