package dev.drawbridge.analyze.rules.scaling;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Sentence;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.catalog.aws.AutoScalingGroup;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.List;

/// Auto Scaling groups that never scale by themselves, or of which nobody hears: neither what they
/// start and end nor that they are busy.
public final class Unattended implements Rule {
  private static final String POLICY = "policy";
  private static final String NOTIFICATION = "notification";

  @Override
  public String id() {
    return "ASG-010";
  }

  @Override
  public Severity severity() {
    return Severity.LOW;
  }

  @Override
  public List<Finding> check(Subject subject) {
    List<Finding> found = new ArrayList<>();
    for (Resource group : subject.facts().ofType("aws_autoscaling_group")) {
      List<String> missing = new ArrayList<>();
      if (!subject
          .facts()
          .isNamedBy(
              group.address(),
              "aws_autoscaling_policy",
              "aws_autoscaling_schedule",
              "aws_ecs_capacity_provider")) {
        missing.add(POLICY);
      }
      if (!subject
          .facts()
          .isNamedBy(
              group.address(), "aws_autoscaling_notification", "aws_cloudwatch_metric_alarm")) {
        missing.add(NOTIFICATION);
      }
      if (!missing.isEmpty()) {
        found.add(finding(subject, group, missing));
      }
    }
    return found;
  }

  private Finding finding(Subject subject, Resource group, List<String> missing) {
    Report report =
        Report.by(this, subject)
            .about(group)
            .says(
                "finding",
                subject.label(group),
                missing.stream().map(what -> Sentence.of("rule.ASG-010." + what)).toList());
    if (missing.equals(List.of(POLICY))) {
      report
          .at(AutoScalingGroup.CPU_TARGET.name())
          .offer(group, AutoScalingGroup.CPU_TARGET, AutoScalingGroup.CPU_TARGET.fallback());
    }
    return report.done();
  }
}
