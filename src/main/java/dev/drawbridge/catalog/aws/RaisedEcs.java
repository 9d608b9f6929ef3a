package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Arguments;
import dev.drawbridge.catalog.RaisedNode;
import dev.drawbridge.catalog.Raising;
import dev.drawbridge.catalog.aws.EcsService.Constraint;
import dev.drawbridge.catalog.aws.EcsService.LaunchType;
import dev.drawbridge.catalog.aws.EcsService.Strategy;
import dev.drawbridge.model.Fields;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// ECS services recognised in Terraform: the way back of [EcsBlocks] and [EcsInstances]. What runs in the
/// containers is told by the task, see [RaisedCompute].
final class RaisedEcs {
  private static final String SERVICE = "aws_ecs_service";
  private static final String PROVIDER = "aws_ecs_capacity_provider";

  private RaisedEcs() {}

  static void service(Resource resource, Raising in) {
    Block network = network(resource);
    List<RaisedNode> subnets = RaisedNetwork.nodes(network.get("subnets"), Subnet.KIND, in);
    List<Address> groups = groups(resource);
    Optional<RaisedNode> vpc = RaisedNetwork.vpc(subnets, groups, in);
    if (vpc.isEmpty()) {
      in.leave(resource, "raise.without-vpc", resource.address().toString());
      return;
    }
    Optional<Resource> fleet = fleet(resource, in);
    boolean fargate = fleet.isEmpty() && isOnFargate(resource);
    RaisedNode service =
        in.node(EcsService.KIND, resource)
            .in(vpc.get())
            .over(subnets)
            .with(EcsService.LAUNCH_TYPE, fargate ? LaunchType.FARGATE : LaunchType.EC2)
            .with(EcsService.DESIRED, Arguments.whole(resource.body(), "desired_count", 0))
            .reading(
                AutoScalingGroup.GRACE_PERIOD, resource.get("health_check_grace_period_seconds"))
            .reading(EcsService.MINIMUM_HEALTHY, resource.get("deployment_minimum_healthy_percent"))
            .reading(EcsService.MAXIMUM_PERCENT, resource.get("deployment_maximum_percent"))
            .with(
                EcsService.ROLLBACK,
                Arguments.isTrue(
                    Arguments.block(resource.body(), "deployment_circuit_breaker"), "rollback"))
            .with(
                EcsService.EXECUTE_COMMAND,
                Arguments.isTrue(resource.body(), "enable_execute_command"))
            .reading(EcsService.PLATFORM_VERSION, resource.get("platform_version"));
    in.told(resource.address().dot("name"), "Name of the ECS service ", ".")
        .ifPresent(service::worded);
    task(resource, in).ifPresent(task -> task(service, task, in));
    Arguments.target(resource.body(), "cluster").ifPresent(cluster -> in.claim(service, cluster));
    scaling(service, resource, in);
    if (!fargate) {
      placement(service, resource);
      fleet.ifPresent(group -> instances(service, resource, group, in));
    }
  }

  private static Block network(Resource service) {
    return Arguments.block(service.body(), "network_configuration");
  }

  static List<Address> groups(Resource service) {
    return Arguments.targets(network(service).get("security_groups"));
  }

  static boolean hasPublicAddress(Resource service) {
    return Arguments.isTrue(network(service), "assign_public_ip");
  }

  static Optional<Resource> task(Resource service, Raising in) {
    return Arguments.target(service.body(), "task_definition").flatMap(in.graph()::find);
  }

  private static boolean isOnFargate(Resource service) {
    String type = Arguments.text(service.body(), "launch_type");
    return type.equals("FARGATE")
        || (type.isEmpty()
            && service.body().blocks("capacity_provider_strategy").stream()
                .map(strategy -> Arguments.text(strategy, "capacity_provider"))
                .anyMatch(provider -> provider.startsWith("FARGATE")));
  }

  private static void task(RaisedNode service, Resource task, Raising in) {
    in.claim(service, task.address());
    if (service.get(EcsService.LAUNCH_TYPE) == LaunchType.FARGATE) {
      service.read(
          EcsService.ARCHITECTURE,
          Arguments.block(task.body(), "runtime_platform").get("cpu_architecture"));
    }
    Optional<Integer> cpu = Arguments.whole(task.get("cpu"));
    Optional<Integer> memory = Arguments.whole(task.get("memory"));
    if (cpu.isPresent() && memory.isPresent()) {
      new TaskSize(cpu.get(), memory.get())
          .atLeast()
          .ifPresent(size -> service.set(EcsService.TASK_SIZE, size.text()));
    }
    Arguments.target(task.body(), "execution_role_arn")
        .flatMap(in.graph()::find)
        .flatMap(role -> in.text(role.get("description")))
        .filter(text -> text.startsWith("Pulls images and writes logs for "))
        .ifPresent(
            text -> service.worded(text.substring("Pulls images and writes logs for ".length())));
  }

  /// One that says nothing of its bounds does not scale.
  private static void scaling(RaisedNode service, Resource resource, Raising in) {
    service.set(AutoScalingGroup.CPU_TARGET, 0);
    int desired = service.get(EcsService.DESIRED);
    service.set(EcsService.MIN, Math.min(desired, EcsService.MIN.fallback()));
    service.set(EcsService.MAX, Math.max(desired, EcsService.MAX.fallback()));
    Optional<String> name = in.text(resource.get("name"));
    for (Resource target : in.graph().ofType("aws_appautoscaling_target")) {
      if (!scales(target, resource, name, in)) {
        continue;
      }
      in.claim(service, target.address());
      service.read(EcsService.MIN, target.get("min_capacity"));
      service.read(EcsService.MAX, target.get("max_capacity"));
      for (Resource policy : in.graph().ofType("aws_appautoscaling_policy")) {
        Block tracking =
            Arguments.block(policy.body(), "target_tracking_scaling_policy_configuration");
        Block metric = Arguments.block(tracking, "predefined_metric_specification");
        boolean own =
            Arguments.targets(policy.get("resource_id")).contains(target.address())
                || scales(policy, resource, name, in);
        if (own
            && Arguments.text(metric, "predefined_metric_type")
                .equals("ECSServiceAverageCPUUtilization")) {
          service.read(AutoScalingGroup.CPU_TARGET, tracking.get("target_value"));
          in.claim(service, policy.address());
        }
      }
    }
  }

  /// Whether it scales a service, which it names by reference or by the service's own name.
  private static boolean scales(
      Resource target, Resource service, Optional<String> name, Raising in) {
    return Arguments.targets(target.get("resource_id")).contains(service.address())
        || (name.isPresent()
            && in.text(target.get("resource_id"))
                .filter(id -> id.startsWith("service/") && id.endsWith("/" + name.get()))
                .isPresent());
  }

  private static void placement(RaisedNode service, Resource resource) {
    List<Fields> strategies = new ArrayList<>();
    for (Block one : resource.body().blocks("ordered_placement_strategy")) {
      Stream.of(Strategy.values())
          .filter(each -> each.type().equals(Arguments.text(one, "type")))
          .filter(each -> each.field().equals(Arguments.text(one, "field")))
          .forEach(each -> strategies.add(EcsService.STRATEGY.set(Fields.NONE, each)));
    }
    service.set(EcsService.STRATEGIES, strategies);
    List<Fields> constraints = new ArrayList<>();
    for (Block one : resource.body().blocks("placement_constraints")) {
      Stream.of(Constraint.values())
          .filter(each -> each.type().equals(Arguments.text(one, "type")))
          .map(each -> EcsService.CONSTRAINT.set(Fields.NONE, each))
          .forEach(
              row ->
                  constraints.add(
                      EcsService.EXPRESSION.set(row, Arguments.text(one, "expression"))));
    }
    service.set(EcsService.CONSTRAINTS, constraints);
  }

  /// The Auto Scaling group on whose instances the tasks of a service run.
  private static Optional<Resource> fleet(Resource service, Raising in) {
    return service.body().blocks("capacity_provider_strategy").stream()
        .flatMap(strategy -> Arguments.target(strategy, "capacity_provider").stream())
        .filter(address -> address.type().equals(PROVIDER))
        .flatMap(address -> in.graph().find(address).stream())
        .map(provider -> Arguments.block(provider.body(), "auto_scaling_group_provider"))
        .flatMap(provider -> Arguments.target(provider, "auto_scaling_group_arn").stream())
        .flatMap(address -> in.graph().find(address).stream())
        .findFirst();
  }

  /// Whether the instances of an Auto Scaling group are there for the tasks of a service.
  static boolean bears(Resource fleet, Raising in) {
    return in.graph().ofType(SERVICE).stream()
        .anyMatch(service -> fleet(service, in).filter(fleet::equals).isPresent());
  }

  private static void instances(RaisedNode service, Resource resource, Resource fleet, Raising in) {
    in.claim(service, fleet.address());
    service.read(AutoScalingGroup.MIN, fleet.get("min_size"));
    service.read(AutoScalingGroup.MAX, fleet.get("max_size"));
    for (Block strategy : resource.body().blocks("capacity_provider_strategy")) {
      Arguments.target(strategy, "capacity_provider")
          .ifPresent(provider -> in.claim(service, provider));
    }
    Optional<Resource> template = RaisedCompute.template(fleet, in);
    template.ifPresent(
        found -> {
          in.claim(service, found.address());
          in.text(found.get("description")).ifPresent(service::worded);
          RaisedCompute.machine(service, Instances.INSTANCE_TYPE, found);
          String usual = EcsInstances.usualImage(service.get(Instances.INSTANCE_TYPE));
          if (service.get(Instances.AMI).equals(usual)) {
            service.set(Instances.AMI, "");
          }
          RaisedCompute.groups(found).stream()
              .flatMap(address -> in.graph().find(address).stream())
              .forEach(group -> RaisedCompute.bear(service, group, in));
        });
  }
}
