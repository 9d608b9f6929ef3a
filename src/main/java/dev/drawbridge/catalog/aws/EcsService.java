package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Group;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.PropertyType;
import dev.drawbridge.catalog.Role;
import dev.drawbridge.catalog.Trait;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;
import java.util.List;

/// An ECS service: a frame over several subnets. The tiers inside it are the containers of its task, of which
/// it keeps a number running, on Fargate or on instances of its own.
public final class EcsService {
  /// Where tasks run.
  public enum LaunchType {
    FARGATE,
    /// On instances that an Auto Scaling group starts when there is no room.
    EC2
  }

  /// How tasks are shared out among the instances.
  public enum Strategy {
    SPREAD_ZONE("spread", "attribute:ecs.availability-zone"),
    SPREAD_INSTANCE("spread", "instanceId"),
    /// On as few instances as their processors allow.
    BINPACK_CPU("binpack", "cpu"),
    /// On as few instances as their memory allows.
    BINPACK_MEMORY("binpack", "memory"),
    RANDOM("random", "");

    private final String type;
    private final String field;

    Strategy(String type, String field) {
      this.type = type;
      this.field = field;
    }

    String type() {
      return type;
    }

    /// Empty where the type takes none.
    String field() {
      return field;
    }
  }

  /// On which instances a task may run.
  public enum Constraint {
    /// No two tasks on one.
    DISTINCT_INSTANCE("distinctInstance"),
    /// Those that fit an expression of the cluster query language.
    MEMBER_OF("memberOf");

    private final String type;

    Constraint(String type) {
      this.type = type;
    }

    String type() {
      return type;
    }
  }

  public static final Property<LaunchType> LAUNCH_TYPE =
      Property.choice("launchType", LaunchType.class, LaunchType.FARGATE);

  /// Processor in 1024ths and memory in MiB of a task, all its containers together.
  public static final Property<String> TASK_SIZE =
      Property.shaped("taskSize", "task-size", TaskSize.pattern(), "512/1024")
          .suggesting(TaskSize.ALL.stream().map(TaskSize::text).toArray(String[]::new));

  /// What a task's images are built for. On instances their type decides.
  public enum Architecture {
    X86_64,
    /// AWS Graviton.
    ARM64
  }

  public static final Property<Architecture> ARCHITECTURE =
      Property.choice("architecture", Architecture.class, Architecture.X86_64);

  public static final Property<Integer> MIN = Property.whole("minTasks", 0, 1000, "", 2);
  public static final Property<Integer> DESIRED = Property.whole("desiredTasks", 0, 1000, "", 2);
  public static final Property<Integer> MAX = Property.whole("maxTasks", 0, 1000, "", 6);

  /// While a new version comes in, at least so much of the desired number stays healthy.
  public static final Property<Integer> MINIMUM_HEALTHY =
      Property.whole("minimumHealthyPercent", 0, 100, "%", 100);

  /// While a new version comes in, at most so much of the desired number runs.
  public static final Property<Integer> MAXIMUM_PERCENT =
      Property.whole("maximumPercent", 100, 200, "%", 200);

  /// Whether a version whose tasks do not come up gives way to the one before.
  public static final Property<Boolean> ROLLBACK = Property.flag("deploymentRollback", true);

  /// Whether somebody may start commands in running containers.
  public static final Property<Boolean> EXECUTE_COMMAND = Property.flag("executeCommand", false);

  public static final Property<String> PLATFORM_VERSION =
      Property.shaped("platformVersion", "platform-version", "LATEST|1\\.[34]\\.0", "LATEST")
          .suggesting("LATEST", "1.4.0");

  public static final Property<Strategy> STRATEGY =
      Property.choice("placementStrategy", Strategy.class, Strategy.SPREAD_ZONE);

  /// On EC2: in this order, AWS takes at most five.
  public static final Property<List<Fields>> STRATEGIES =
      Property.rows(
          "placementStrategies",
          List.of(STRATEGY),
          List.of(
              STRATEGY.set(Fields.NONE, Strategy.SPREAD_ZONE),
              STRATEGY.set(Fields.NONE, Strategy.BINPACK_MEMORY)));

  public static final Property<Constraint> CONSTRAINT =
      Property.choice("placementConstraint", Constraint.class, Constraint.DISTINCT_INSTANCE);

  public static final Property<String> EXPRESSION =
      Property.shaped(
          "placementExpression", "cluster-query", "|[A-Za-z0-9_.:*!=<>~()\\[\\], -]{1,200}", "");

  /// On EC2; AWS takes at most ten.
  public static final Property<List<Fields>> CONSTRAINTS =
      Property.rows("placementConstraints", List.of(CONSTRAINT, EXPRESSION), List.of());

  public static final Kind KIND =
      Kind.named("aws.ecs_service")
          .in(Group.COMPUTE)
          .role(Role.FRAME)
          .icon("ecs")
          .placedIn("aws.vpc")
          .spanning("aws.subnet")
          .traits(Trait.FLEET, Trait.CONTAINERS)
          .properties(LAUNCH_TYPE, TASK_SIZE, ARCHITECTURE, PLATFORM_VERSION, EXECUTE_COMMAND)
          .section("scaling", MIN, DESIRED, MAX, AutoScalingGroup.CPU_TARGET)
          .section("health", AutoScalingGroup.GRACE_PERIOD)
          .section("rollout", MINIMUM_HEALTHY, MAXIMUM_PERCENT, ROLLBACK)
          .section("placement", STRATEGIES, CONSTRAINTS)
          .section(
              "instances",
              AutoScalingGroup.MIN,
              AutoScalingGroup.MAX,
              Instances.INSTANCE_TYPE,
              Instances.AMI,
              Instances.ROOT_VOLUME)
          .preset(
              "aws.ecs_service.fargate", "ecs", LAUNCH_TYPE.set(Fields.NONE, LaunchType.FARGATE))
          .preset("aws.ecs_service.ec2", "ecs-ec2", LAUNCH_TYPE.set(Fields.NONE, LaunchType.EC2))
          .iconBy(e -> LAUNCH_TYPE.of(e) == LaunchType.EC2 ? "ecs-ec2" : "ecs")
          .size(360, 128)
          .detail(
              e ->
                  PropertyType.Choice.key(LAUNCH_TYPE.of(e))
                      + " "
                      + MIN.of(e)
                      + " / "
                      + DESIRED.of(e)
                      + " / "
                      + MAX.of(e))
          .lower(EcsBlocks::service)
          .raise("aws_ecs_service", RaisedEcs::service)
          .build();

  private EcsService() {}

  public static TaskSize size(Node service) {
    return TaskSize.read(TASK_SIZE.of(service));
  }

  /// The processors of a task, at least one.
  public static int processors(Node service) {
    return Math.max(1, size(service).cpu() / 1024);
  }
}
