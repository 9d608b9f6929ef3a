package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.catalog.aws.EcsService.LaunchType;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Output;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;

/// ECS services in Terraform, each in a cluster of its own.
final class EcsBlocks {
  /// More than this AWS does not take.
  private static final int STRATEGIES = 5;

  private static final int CONSTRAINTS = 10;

  private EcsBlocks() {}

  static void service(Element element, Lowering out) {
    if (!(element instanceof Node service)) {
      return;
    }
    Optional<Node> vpc = out.around().vpc(service);
    if (vpc.isEmpty()) {
      out.warn(service, null, "lower.without-vpc");
      return;
    }
    List<Node> tiers = ComputeBlocks.tiers(service, out);
    List<Node> subnets = out.around().subnets(service);
    if (tiers.isEmpty() || subnets.isEmpty()) {
      out.warn(service, null, tiers.isEmpty() ? "lower.empty-service" : "lower.without-subnets");
      return;
    }
    boolean fargate = EcsService.LAUNCH_TYPE.of(service) == LaunchType.FARGATE;
    Address cluster = out.address("aws_ecs_cluster", service.id());
    out.add(
        service,
        cluster,
        Block.builder()
            .set("name", out.name(service.id(), 60))
            .block(
                "setting", Block.builder().set("name", "containerInsights").set("value", "enabled"))
            .build());
    Address roles = roles(service, out);
    Address task = new TaskBlocks(service, tiers, out).add(roles);
    Optional<Address> provider =
        fargate
            ? Optional.empty()
            : Optional.of(EcsInstances.add(service, vpc.get(), tiers, subnets, cluster, out));
    Address address = out.address("aws_ecs_service", service.id());
    boolean scales = AutoScalingGroup.CPU_TARGET.of(service) > 0;
    List<Balanced> balanced = balanced(tiers, out);
    Block.Builder body =
        Block.builder()
            .set("name", out.name(service.id(), 60))
            .set("cluster", Terms.id(cluster))
            .set("task_definition", Terms.arn(task))
            .set("desired_count", EcsService.DESIRED.of(service));
    if (fargate) {
      body.set("launch_type", "FARGATE")
          .set("platform_version", EcsService.PLATFORM_VERSION.of(service));
    }
    // Where nothing is said AWS turns it on, and then refuses services that cannot have it.
    body.set("availability_zone_rebalancing", rebalances(service, fargate) ? "ENABLED" : "DISABLED")
        .set("deployment_minimum_healthy_percent", EcsService.MINIMUM_HEALTHY.of(service))
        .set("deployment_maximum_percent", maximum(service))
        .set("enable_ecs_managed_tags", true)
        .set("enable_execute_command", EcsService.EXECUTE_COMMAND.of(service))
        .set("propagate_tags", "SERVICE");
    if (!balanced.isEmpty()) {
      body.set("health_check_grace_period_seconds", AutoScalingGroup.GRACE_PERIOD.of(service));
    }
    provider.ifPresent(
        capacity ->
            body.block(
                "capacity_provider_strategy",
                Block.builder().set("capacity_provider", capacity.dot("name")).set("weight", 1)));
    body.set("tags", Terms.nameTag(out.tagName(service.id())))
        .block(
            "deployment_circuit_breaker",
            Block.builder().set("enable", true).set("rollback", EcsService.ROLLBACK.of(service)))
        .block("network_configuration", network(tiers, subnets, fargate, out));
    List<Connector> arrows =
        balanced.stream()
            .map(Balanced::arrow)
            .filter(arrow -> BalancerBlocks.carriesRequests(arrow, out))
            .distinct()
            .toList();
    if (!arrows.isEmpty() && EcsService.ROLLBACK.of(service)) {
      body.block(
          "alarms",
          Block.builder()
              .set("enable", true)
              .set("rollback", true)
              .set("alarm_names", ObservabilityBlocks.deployment(arrows, out)));
    }
    for (Balanced one : balanced) {
      body.block(
          "load_balancer",
          Block.builder()
              .set("target_group_arn", Terms.arn(one.group))
              .set("container_name", TaskBlocks.name(one.tier, out))
              .set("container_port", one.port));
    }
    if (!fargate) {
      placement(service, body, out);
    }
    if (scales) {
      body.block(
          "lifecycle",
          Block.builder().set("ignore_changes", Value.items(Value.symbol("desired_count"))));
    }
    out.add(
        service,
        address,
        body.set("depends_on", Value.of(after(service, balanced, subnets, provider, out))).build());
    if (scales) {
      scaling(service, cluster, address, out);
    }
    out.graph()
        .add(
            new Output(
                out.label(service.id()) + "_service_name",
                "Name of the ECS service " + out.words(service) + ".",
                address.dot("name")));
  }

  /// A new version has to have room: with all of the old one running, one task more at least.
  private static int maximum(Node service) {
    int most = EcsService.MAXIMUM_PERCENT.of(service);
    return EcsService.MINIMUM_HEALTHY.of(service) == 100 ? Math.max(most, 200) : most;
  }

  /// An arrow that makes a container a target, and one of its target groups.
  private record Balanced(Connector arrow, Address group, Node tier, int port) {}

  private static List<Balanced> balanced(List<Node> tiers, Lowering out) {
    List<Balanced> found = new ArrayList<>();
    for (Node tier : tiers) {
      List<Integer> listening = TaskBlocks.tcpPorts(tier, out);
      for (Connector arrow : out.document().connectorsOf(tier.id())) {
        if (arrow.target().equals(tier.id())
            && BalancerBlocks.isTarget(arrow, out)
            && !listening.isEmpty()) {
          int port =
              SecurityBlocks.reached(arrow, out).stream()
                  .map(SecurityBlocks.Ports::from)
                  .filter(listening::contains)
                  .findFirst()
                  .orElse(listening.getFirst());
          BalancerBlocks.targetGroups(arrow, out)
              .forEach(group -> found.add(new Balanced(arrow, group, tier, port)));
        }
      }
    }
    return found;
  }

  private static Block network(
      List<Node> tiers, List<Node> subnets, boolean fargate, Lowering out) {
    return Block.builder()
        .set("subnets", Terms.subnetIds(out, subnets))
        .set(
            "security_groups",
            Value.of(tiers.stream().map(tier -> SecurityBlocks.id(out, tier.id())).toList()))
        // Tasks on instances get no public address, whatever is drawn.
        .set("assign_public_ip", fargate && tiers.stream().anyMatch(Instances.PUBLIC_IP::of))
        .build();
  }

  /// Whether AWS may move tasks from one zone to another: it starts them there before it stops others, so there
  /// must be room for more, and on instances nothing but zones may come first.
  private static boolean rebalances(Node service, boolean fargate) {
    List<Fields> strategies = EcsService.STRATEGIES.of(service);
    boolean byZone =
        strategies.isEmpty()
            || EcsService.STRATEGY.in(strategies.getFirst()) == EcsService.Strategy.SPREAD_ZONE;
    boolean bound =
        EcsService.CONSTRAINTS.of(service).stream()
            .anyMatch(one -> EcsService.EXPRESSION.in(one).contains("ecs.availability-zone"));
    return maximum(service) > 100 && (fargate || byZone && !bound);
  }

  private static void placement(Node service, Block.Builder body, Lowering out) {
    EcsService.STRATEGIES.of(service).stream()
        .map(EcsService.STRATEGY::in)
        .distinct()
        .limit(STRATEGIES)
        .forEach(
            strategy -> {
              Block.Builder one = Block.builder().set("type", strategy.type());
              if (!strategy.field().isEmpty()) {
                one.set("field", strategy.field());
              }
              body.block("ordered_placement_strategy", one);
            });
    SequencedSet<Block> constraints = new LinkedHashSet<>();
    for (Fields row : EcsService.CONSTRAINTS.of(service)) {
      EcsService.Constraint constraint = EcsService.CONSTRAINT.in(row);
      String expression = EcsService.EXPRESSION.in(row);
      Block.Builder one = Block.builder().set("type", constraint.type());
      if (constraint == EcsService.Constraint.MEMBER_OF) {
        if (expression.isBlank()) {
          out.warn(service, EcsService.CONSTRAINTS.name(), "lower.member-of-nothing");
          continue;
        }
        one.set("expression", expression);
      }
      constraints.add(one.build());
    }
    constraints.stream()
        .limit(CONSTRAINTS)
        .forEach(one -> body.block("placement_constraints", one));
  }

  private static List<Value> after(
      Node service,
      List<Balanced> balanced,
      List<Node> subnets,
      Optional<Address> provider,
      Lowering out) {
    SequencedSet<Value> after = new LinkedHashSet<>();
    after.add(
        Terms.whole(out.address("aws_iam_role_policy_attachment", service.id(), "execution")));
    balanced.forEach(one -> after.addAll(BalancerBlocks.uses(one.arrow, out)));
    subnets.stream()
        .flatMap(subnet -> NetworkBlocks.defaultRoute(out, subnet).stream())
        .map(Terms::whole)
        .forEach(after::add);
    provider.ifPresent(
        _ ->
            after.add(
                Terms.whole(out.address("aws_ecs_cluster_capacity_providers", service.id()))));
    return List.copyOf(after);
  }

  /// The execution role belongs to the agent, which pulls images and writes logs; the task role to what
  /// runs in the containers. Returns the address of the task role.
  private static Address roles(Node service, Lowering out) {
    AccountBlocks.partition(out);
    Value trust =
        AccountBlocks.assume(
            "ecs_tasks_assume",
            Value.of("ecs-tasks.amazonaws.com"),
            AccountBlocks.condition(
                "StringEquals", "aws:SourceAccount", AccountBlocks.account(service, out)),
            out);
    String reason =
        "The execution role pulls images and writes logs; the task role is the containers' own.";
    Address execution = out.address("aws_iam_role", service.id(), "execution");
    out.imply(
        service,
        execution,
        Block.builder()
            .set("name_prefix", Terms.prefix(out.name(service.id(), 16)))
            .set("description", "Pulls images and writes logs for " + out.words(service))
            .set("assume_role_policy", trust)
            .build(),
        reason);
    out.imply(
        service,
        out.address("aws_iam_role_policy_attachment", service.id(), "execution"),
        Block.builder()
            .set("role", execution.dot("name"))
            .set(
                "policy_arn",
                AccountBlocks.managed("service-role/AmazonECSTaskExecutionRolePolicy"))
            .build(),
        reason);
    Address task = out.address("aws_iam_role", service.id(), "task");
    out.imply(
        service,
        task,
        Block.builder()
            .set("name_prefix", Terms.prefix(out.name(service.id(), 16)))
            .set("description", "Containers of " + out.words(service))
            .set("assume_role_policy", trust)
            .build(),
        reason);
    if (EcsService.EXECUTE_COMMAND.of(service)) {
      sessions(service, task, reason, out);
    }
    return task;
  }

  /// What ECS Exec needs: the channels of Session Manager.
  private static void sessions(Node service, Address role, String reason, Lowering out) {
    Value policy =
        AccountBlocks.document(
            role.name() + "_sessions",
            out,
            Block.builder()
                .set(
                    "actions",
                    Value.items(
                        Value.of("ssmmessages:CreateControlChannel"),
                        Value.of("ssmmessages:CreateDataChannel"),
                        Value.of("ssmmessages:OpenControlChannel"),
                        Value.of("ssmmessages:OpenDataChannel")))
                .set("resources", Value.items(Value.of("*")))
                .build());
    out.imply(
        service,
        out.address("aws_iam_role_policy", service.id(), "sessions"),
        Block.builder()
            .set("name", "sessions")
            .set("role", Terms.id(role))
            .set("policy", policy)
            .build(),
        reason);
  }

  private static void scaling(Node service, Address cluster, Address address, Lowering out) {
    int least = EcsService.MIN.of(service);
    Address target = out.address("aws_appautoscaling_target", service.id());
    out.add(
        service,
        target,
        Block.builder()
            .set("service_namespace", "ecs")
            .set(
                "resource_id",
                Value.template(
                    Value.of("service/"), cluster.dot("name"), Value.of("/"), address.dot("name")))
            .set("scalable_dimension", "ecs:service:DesiredCount")
            .set("min_capacity", least)
            .set("max_capacity", Math.max(least, EcsService.MAX.of(service)))
            .build());
    int load = AutoScalingGroup.CPU_TARGET.of(service);
    out.add(
        service,
        out.address("aws_appautoscaling_policy", service.id(), "cpu"),
        Block.builder()
            .set(
                "name", out.name(NetworkBlocks.hyphens(out, service) + "-cpu-" + load + "-percent"))
            .set("policy_type", "TargetTrackingScaling")
            .set("service_namespace", target.dot("service_namespace"))
            .set("resource_id", target.dot("resource_id"))
            .set("scalable_dimension", target.dot("scalable_dimension"))
            .block(
                "target_tracking_scaling_policy_configuration",
                Block.builder()
                    .set("target_value", load)
                    .block(
                        "predefined_metric_specification",
                        Block.builder()
                            .set("predefined_metric_type", "ECSServiceAverageCPUUtilization")))
            .build());
  }
}
