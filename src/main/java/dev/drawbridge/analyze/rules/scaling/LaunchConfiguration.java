package dev.drawbridge.analyze.rules.scaling;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.resource.Resource;
import java.util.List;

/// Auto Scaling groups that start their instances from a launch configuration, which AWS gives to no
/// new account any more.
public final class LaunchConfiguration implements Rule {
  @Override
  public String id() {
    return "ASG-006";
  }

  @Override
  public Severity severity() {
    return Severity.LOW;
  }

  @Override
  public List<Finding> check(Subject subject) {
    return subject.facts().ofType("aws_autoscaling_group").stream()
        .filter(group -> subject.facts().read(group).has("launch_configuration"))
        .map(group -> finding(subject, group))
        .toList();
  }

  private Finding finding(Subject subject, Resource group) {
    return Report.by(this, subject).about(group).says("finding", subject.label(group)).done();
  }
}
