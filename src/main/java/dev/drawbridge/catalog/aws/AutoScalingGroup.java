package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Group;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.Role;
import dev.drawbridge.catalog.Trait;

/// An Auto Scaling group and its launch template: a frame over several subnets. The tiers inside it run on
/// its instances.
public final class AutoScalingGroup {
  /// Whose word decides that an instance is to be replaced.
  public enum HealthCheck {
    /// The load balancer's as well as EC2's. Without a load balancer before it, EC2's alone.
    ELB,
    /// EC2's alone: an instance whose software hangs stays.
    EC2
  }

  public static final Property<Integer> MIN = Property.whole("minSize", 0, 1000, "", 2);
  public static final Property<Integer> DESIRED = Property.whole("desiredCapacity", 0, 1000, "", 2);
  public static final Property<Integer> MAX = Property.whole("maxSize", 0, 1000, "", 6);

  public static final Property<HealthCheck> HEALTH_CHECK =
      Property.choice("healthCheckType", HealthCheck.class, HealthCheck.ELB);

  /// Seconds after its start for which an instance's health does not count.
  public static final Property<Integer> GRACE_PERIOD =
      Property.whole("gracePeriod", 0, 7200, "s", 120);

  /// Average processor load that the group keeps by growing and shrinking; 0 for no scaling policy.
  public static final Property<Integer> CPU_TARGET = Property.whole("cpuTarget", 0, 100, "%", 50);

  public static final Kind KIND =
      Kind.named("aws.autoscaling_group")
          .in(Group.COMPUTE)
          .role(Role.FRAME)
          .icon("asg")
          .placedIn("aws.vpc")
          .spanning("aws.subnet")
          .traits(Trait.FLEET)
          .properties(
              MIN,
              DESIRED,
              MAX,
              CPU_TARGET,
              HEALTH_CHECK,
              GRACE_PERIOD,
              Instances.INSTANCE_TYPE,
              Instances.AMI,
              Instances.ROOT_VOLUME)
          .size(360, 128)
          .detail(e -> MIN.of(e) + " / " + DESIRED.of(e) + " / " + MAX.of(e))
          .lower(ComputeBlocks::group)
          .raise("aws_autoscaling_group", RaisedCompute::group)
          .build();

  private AutoScalingGroup() {}
}
