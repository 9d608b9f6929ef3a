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
import java.util.stream.Stream;

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
      Report report = Report.by(this, subject).about(group).at(AutoScalingGroup.DESIRED.name());
      Reading<Long> min = read.whole("min_size");
      Reading<Long> max = read.whole("max_size");
      Reading<Long> desired = read.whole("desired_capacity").or(min);
      List<Reading<Long>> ordered =
          Stream.of(min, desired, max).filter(size -> size.known().isPresent()).toList();
      List<Reason> unknown =
          Stream.of(min, desired, max)
              .flatMap(size -> Reading.reason(size).stream())
              .distinct()
              .toList();
      if (!isSorted(ordered)) {
        found.add(
            report
                .says("finding", subject.label(group), shown(min), shown(desired), shown(max))
                .done());
      } else if (!unknown.isEmpty()) {
        found.add(report.unresolved("title", unknown).done());
      }
    }
    return found;
  }

  private static boolean isSorted(List<Reading<Long>> sizes) {
    for (int i = 1; i < sizes.size(); i++) {
      if (sizes.get(i - 1).known().orElseThrow() > sizes.get(i).known().orElseThrow()) {
        return false;
      }
    }
    return true;
  }

  private static Object shown(Reading<Long> size) {
    return size.known().<Object>map(number -> number).orElse("?");
  }
}
