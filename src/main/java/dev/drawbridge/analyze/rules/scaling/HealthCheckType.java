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
      // Behind a capacity provider it is the tasks of ECS that are targets, not the instances.
      boolean targets =
          subject.component(group.address()).filter(subject::isTarget).isPresent()
              && !subject.facts().isNamedBy(group.address(), "aws_ecs_capacity_provider");
      Reading<String> type = read.text("health_check_type").or("EC2");
      if (targets && type instanceof Reading.Unresolved<String>(Reason reason)) {
        found.add(
            Report.by(this, subject).about(group).unresolved("title", List.of(reason)).done());
      }
      if (targets && type.known().filter(told -> told.equalsIgnoreCase("EC2")).isPresent()) {
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
