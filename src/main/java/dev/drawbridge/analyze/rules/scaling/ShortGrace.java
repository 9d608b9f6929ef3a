package dev.drawbridge.analyze.rules.scaling;

import dev.drawbridge.analyze.facts.AwsTargetGroup;
import dev.drawbridge.analyze.facts.Reader;
import dev.drawbridge.analyze.facts.Reading;
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
      Reading<Long> told = read.whole("health_check_grace_period").or(300L);
      if (!read.text("health_check_type").is("ELB")
          || subject.facts().targetGroupsOf(group.address()).isEmpty()) {
        continue;
      }
      long needed = 0;
      for (AwsTargetGroup target : subject.facts().targetGroupsOf(group.address())) {
        needed = Math.max(needed, secondsToHealthy(subject, target));
      }
      Reading.reason(told)
          .ifPresent(
              reason ->
                  found.add(
                      Report.by(this, subject)
                          .about(group)
                          .unresolved("title", List.of(reason))
                          .done()));
      long grace = told.known().orElse(Long.MAX_VALUE);
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

  /// As many successful checks in a row as make a target healthy. The provider assumes 3, 30 seconds
  /// apart, and AWS 5 where there is no block at all, for a classic load balancer 10; what is not
  /// known is taken for nothing.
  private static long secondsToHealthy(Subject subject, AwsTargetGroup target) {
    Reader read = subject.facts().read(target.resource());
    List<Reader> checks = read.blocks("health_check");
    if (checks.isEmpty() && !read.blocksKnown("health_check").isUnresolved()) {
      return target.resource().type().equals("aws_elb") ? 10 * 30 : 5 * 30;
    }
    long needed = 0;
    for (Reader check : checks) {
      long times = check.whole("healthy_threshold").or(3L).known().orElse(0L);
      long interval = check.whole("interval").or(30L).known().orElse(0L);
      needed = Math.max(needed, times * interval);
    }
    return needed;
  }
}
