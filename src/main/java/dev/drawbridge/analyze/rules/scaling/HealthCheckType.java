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

/// Auto Scaling groups behind a load balancer that do not listen to its health checks.
public final class HealthCheckType implements Rule {
  @Override
  public String id() {
    return "ASG-001";
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
      boolean targets = subject.component(group.address()).filter(subject::isTarget).isPresent();
      if (targets && read.text("health_check_type").or("EC2").is("EC2")) {
        found.add(
            Report.by(this, subject)
                .about(group)
                .at(AutoScalingGroup.HEALTH_CHECK.name())
                .says("finding", subject.label(group))
                .offer(group, AutoScalingGroup.HEALTH_CHECK, AutoScalingGroup.HealthCheck.ELB)
                .done());
      }
    }
    return found;
  }
}
