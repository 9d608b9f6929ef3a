package dev.drawbridge.analyze.rules.scaling;

import dev.drawbridge.analyze.facts.AwsTargetGroup;
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

/// Auto Scaling groups that judge an instance before its load balancer can have found it healthy.
public final class ShortGrace implements Rule {
  @Override
  public String id() {
    return "ASG-007";
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
      long grace = read.whole("health_check_grace_period").known().orElse(300L);
      if (!read.text("health_check_type").is("ELB")) {
        continue;
      }
      long needed = 0;
      for (AwsTargetGroup target : subject.facts().targetGroupsOf(group.address())) {
        needed = Math.max(needed, secondsToHealthy(subject, target));
      }
      if (grace < needed) {
        int enough = (int) Math.min(needed, 7200);
        found.add(
            Report.by(this, subject)
                .about(group)
                .at(AutoScalingGroup.GRACE_PERIOD.name())
                .says("finding", subject.label(group), grace, needed)
                .offer(group, AutoScalingGroup.GRACE_PERIOD, enough)
                .done());
      }
    }
    return found;
  }

  /// As many successful checks in a row as make a target healthy; AWS assumes 5 and 30 seconds.
  private static long secondsToHealthy(Subject subject, AwsTargetGroup target) {
    long needed = 0;
    for (Reader check : subject.facts().read(target.resource()).blocks("health_check")) {
      long times = check.whole("healthy_threshold").known().orElse(3L);
      long interval = check.whole("interval").known().orElse(30L);
      needed = Math.max(needed, times * interval);
    }
    return needed;
  }
}
