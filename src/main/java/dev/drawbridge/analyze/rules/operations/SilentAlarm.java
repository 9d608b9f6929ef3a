package dev.drawbridge.analyze.rules.operations;

import dev.drawbridge.analyze.facts.AwsAlarm;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Alarms that go off without telling anybody. One that a deployment, a composite alarm or a health
/// check listens to tells that.
public final class SilentAlarm implements Rule {
  private static final String[] LISTENERS = {
    "aws_cloudwatch_composite_alarm",
    "aws_codedeploy_deployment_group",
    "aws_ecs_service",
    "aws_autoscaling_group",
    "aws_route53_health_check"
  };

  @Override
  public String id() {
    return "OBS-003";
  }

  @Override
  public Severity severity() {
    return Severity.LOW;
  }

  @Override
  public List<Finding> check(Subject subject) {
    Set<Address> heard = new HashSet<>();
    for (Resource listener : subject.facts().ofType(LISTENERS)) {
      listener
          .body()
          .allValues()
          .filter(Value.Reference.class::isInstance)
          .forEach(value -> heard.add(((Value.Reference) value).target()));
    }
    List<Finding> found = new ArrayList<>();
    for (AwsAlarm alarm : subject.facts().alarms()) {
      if (alarm.actions().is(false) && !heard.contains(alarm.resource().address())) {
        found.add(
            Report.by(this, subject)
                .about(alarm.resource())
                .says("finding", subject.label(alarm.resource()))
                .done());
      }
    }
    return found;
  }
}
