package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Arguments;
import dev.drawbridge.catalog.RaisedNode;
import dev.drawbridge.catalog.Raising;
import dev.drawbridge.catalog.aws.AutoScalingGroup.Event;
import dev.drawbridge.catalog.aws.AutoScalingGroup.Termination;
import dev.drawbridge.model.Fields;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What makes an Auto Scaling group grow, shrink and renew itself, recognised in Terraform: the way back of
/// [ScalingBlocks].
final class RaisedScaling {
  private RaisedScaling() {}

  static void tell(RaisedNode group, Resource resource, Raising in) {
    group.set(AutoScalingGroup.CPU_TARGET, target(group, resource, "ASGAverageCPUUtilization", in));
    group.set(
        AutoScalingGroup.REQUEST_TARGET, target(group, resource, "ALBRequestCountPerTarget", in));
    Block preferences =
        Arguments.block(Arguments.block(resource.body(), "instance_refresh"), "preferences");
    group.read(AutoScalingGroup.REFRESH_MIN_HEALTHY, preferences.get("min_healthy_percentage"));
    group.read(AutoScalingGroup.REFRESH_ROLLBACK, preferences.get("auto_rollback"));
    if (resource.get("termination_policies") instanceof Value.Items(List<Value> policies)
        && policies.size() == 1) {
      for (Termination termination : Termination.values()) {
        if (policies.getFirst().equals(Value.of(termination.term()))) {
          group.set(AutoScalingGroup.TERMINATION, termination);
        }
      }
    }
    schedules(group, resource, in);
    notifications(group, resource, in);
  }

  /// Which events it tells, the same to each topic that is drawn.
  private static void notifications(RaisedNode group, Resource resource, Raising in) {
    for (Resource notification : in.graph().referrers(resource.address())) {
      if (notification.type().equals("aws_autoscaling_notification")
          && notification.get("notifications") instanceof Value.Items(List<Value> told)) {
        in.claim(group, notification.address());
        group.set(
            AutoScalingGroup.EVENTS,
            told.stream()
                .flatMap(
                    term -> Stream.of(Event.values()).filter(e -> Value.of(e.term()).equals(term)))
                .map(event -> AutoScalingGroup.EVENT.set(Fields.NONE, event))
                .toList());
      }
    }
  }

  /// What a policy keeps of a metric; 0 where none does.
  private static int target(RaisedNode group, Resource resource, String metric, Raising in) {
    for (Resource policy : in.graph().referrers(resource.address())) {
      Block tracking = Arguments.block(policy.body(), "target_tracking_configuration");
      Block measured = Arguments.block(tracking, "predefined_metric_specification");
      if (policy.type().equals("aws_autoscaling_policy")
          && Arguments.text(measured, "predefined_metric_type").equals(metric)) {
        in.claim(group, policy.address());
        return Arguments.whole(tracking, "target_value", 0);
      }
    }
    return 0;
  }

  /// Those that say when they begin in a form that can be drawn.
  private static void schedules(RaisedNode group, Resource resource, Raising in) {
    List<Fields> rows = new ArrayList<>();
    for (Resource schedule : in.graph().referrers(resource.address())) {
      if (!schedule.type().equals("aws_autoscaling_schedule")) {
        continue;
      }
      Optional<String> when =
          Arguments.read(AutoScalingGroup.RECURRENCE.type(), schedule.get("recurrence"));
      Optional<Integer> least =
          Arguments.read(AutoScalingGroup.SCHEDULED_MIN.type(), schedule.get("min_size"));
      if (when.isPresent() && least.isPresent()) {
        Fields row = AutoScalingGroup.RECURRENCE.set(Fields.NONE, when.get());
        rows.add(AutoScalingGroup.SCHEDULED_MIN.set(row, least.get()));
        in.claim(group, schedule.address());
      }
    }
    group.set(AutoScalingGroup.SCHEDULES, rows);
  }
}
