package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What makes an Auto Scaling group grow and shrink.
final class ScalingBlocks {
  private static final String POLICY = "aws_autoscaling_policy";

  private ScalingBlocks() {}

  /// Whether something but the drawing decides how many instances there are.
  static boolean scales(Node group, List<Connector> arrows) {
    return AutoScalingGroup.CPU_TARGET.of(group) > 0
        || (AutoScalingGroup.REQUEST_TARGET.of(group) > 0 && !arrows.isEmpty())
        || !AutoScalingGroup.SCHEDULES.of(group).isEmpty();
  }

  /// @param arrows that make what runs on the group a target of load balancers
  static void add(Node group, Address address, List<Connector> arrows, Lowering out) {
    int load = AutoScalingGroup.CPU_TARGET.of(group);
    if (load > 0) {
      policy(
          group,
          address,
          "cpu",
          "-cpu-" + load + "-percent",
          load,
          Block.builder().set("predefined_metric_type", "ASGAverageCPUUtilization"),
          List.of(),
          out);
    }
    int requests = AutoScalingGroup.REQUEST_TARGET.of(group);
    for (int i = 0; requests > 0 && i < arrows.size(); i++) {
      Connector arrow = arrows.get(i);
      String part = arrows.size() == 1 ? "requests" : "requests_" + (i + 1);
      policy(
          group,
          address,
          part,
          "-" + requests + "-" + part.replace('_', '-'),
          requests,
          Block.builder()
              .set("predefined_metric_type", "ALBRequestCountPerTarget")
              .set(
                  "resource_label",
                  Value.template(
                      out.address("aws_lb", arrow.source()).dot("arn_suffix"),
                      Value.of("/"),
                      BalancerBlocks.targetGroup(arrow, out).dot("arn_suffix"))),
          // The label is taken only once the target group belongs to the load balancer.
          BalancerBlocks.uses(arrow, out),
          out);
    }
    schedules(group, address, out);
    notifications(group, address, out);
  }

  /// Whom it tells of what it starts and ends: the topics that it uses, in its own region.
  private static void notifications(Node group, Address address, Lowering out) {
    List<Node> used = Association.used(group, SnsTopic.KIND.id(), out.document());
    List<Value> events =
        AutoScalingGroup.EVENTS.of(group).stream()
            .map(row -> Value.of(AutoScalingGroup.EVENT.in(row).term()))
            .distinct()
            .toList();
    if (events.isEmpty() && !used.isEmpty()) {
      out.warn(group, AutoScalingGroup.EVENTS.name(), "lower.notify-nothing");
    }
    for (Node topic : used) {
      if (!out.around().region(topic).equals(out.around().region(group))) {
        String name = topic.name().isBlank() ? out.label(topic.id()) : topic.name();
        out.warn(group, null, "lower.notify-elsewhere", name);
      }
    }
    for (Node topic : topics(group, out)) {
      TopicBlocks.drawn(topic, out)
          .ifPresent(
              arn ->
                  out.add(
                      group,
                      out.address(
                          "aws_autoscaling_notification", group.id(), out.label(topic.id())),
                      Block.builder()
                          .set("group_names", Value.items(address.dot("name")))
                          .set("notifications", Value.of(events))
                          .set("topic_arn", arn)
                          .build()));
    }
  }

  /// The topics that a group tells something.
  static List<Node> topics(Node group, Lowering out) {
    return AutoScalingGroup.EVENTS.of(group).isEmpty() || out.around().vpc(group).isEmpty()
        ? List.of()
        : Association.used(group, SnsTopic.KIND.id(), out.document()).stream()
            .filter(topic -> out.around().region(topic).equals(out.around().region(group)))
            .filter(topic -> TopicBlocks.drawn(topic, out).isPresent())
            .toList();
  }

  private static void policy(
      Node group,
      Address address,
      String part,
      String name,
      int target,
      Block.Builder metric,
      List<Value> after,
      Lowering out) {
    Block.Builder body =
        Block.builder()
            .set("name", out.name(NetworkBlocks.hyphens(out, group) + name))
            .set("autoscaling_group_name", address.dot("name"))
            .set("policy_type", "TargetTrackingScaling")
            .block(
                "target_tracking_configuration",
                Block.builder()
                    .set("target_value", target)
                    .block("predefined_metric_specification", metric));
    if (!after.isEmpty()) {
      body.set("depends_on", Value.of(after));
    }
    out.add(group, out.address(POLICY, group.id(), part), body.build());
  }

  /// Each time once: AWS refuses a second plan for the same.
  private static void schedules(Node group, Address address, Lowering out) {
    Set<String> times = new HashSet<>();
    List<Fields> rows = new ArrayList<>();
    for (Fields row : AutoScalingGroup.SCHEDULES.of(group)) {
      if (times.add(AutoScalingGroup.RECURRENCE.in(row))) {
        rows.add(row);
      }
    }
    for (int i = 0; i < rows.size(); i++) {
      Fields row = rows.get(i);
      int least = AutoScalingGroup.SCHEDULED_MIN.in(row);
      out.add(
          group,
          out.address("aws_autoscaling_schedule", group.id(), "schedule_" + (i + 1)),
          Block.builder()
              .set(
                  "scheduled_action_name",
                  out.name(NetworkBlocks.hyphens(out, group) + "-schedule-" + (i + 1)))
              .set("autoscaling_group_name", address.dot("name"))
              .set("recurrence", AutoScalingGroup.RECURRENCE.in(row))
              .set("time_zone", "Etc/UTC")
              .set("min_size", least)
              .set("max_size", Math.max(least, AutoScalingGroup.MAX.of(group)))
              // Within these bounds the policies decide.
              .set("desired_capacity", least)
              .build());
    }
  }
}
