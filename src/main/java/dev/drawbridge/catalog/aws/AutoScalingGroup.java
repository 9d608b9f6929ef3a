package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Group;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.Role;
import dev.drawbridge.catalog.Trait;
import dev.drawbridge.model.Fields;
import java.util.List;
import java.util.stream.Stream;

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

  /// Which instance goes first when the group shrinks; availability zones are kept in balance before that.
  public enum Termination {
    DEFAULT("Default"),
    OLDEST_INSTANCE("OldestInstance"),
    NEWEST_INSTANCE("NewestInstance"),
    OLDEST_LAUNCH_TEMPLATE("OldestLaunchTemplate");

    private final String term;

    Termination(String term) {
      this.term = term;
    }

    /// As AWS calls it.
    String term() {
      return term;
    }
  }

  public static final Property<Termination> TERMINATION =
      Property.choice("terminationPolicy", Termination.class, Termination.DEFAULT);

  /// Seconds after its start for which an instance's load does not count.
  public static final Property<Integer> WARM_UP = Property.whole("warmUp", 0, 3600, "s", 120);

  /// Requests a minute and instance that the group keeps by growing and shrinking, behind a load
  /// balancer; 0 for no such policy.
  public static final Property<Integer> REQUEST_TARGET =
      Property.whole("requestTarget", 0, 1_000_000, "", 0);

  /// When a plan begins, in the form of cron and in UTC.
  public static final Property<String> RECURRENCE =
      Property.shaped(
          "recurrence",
          "cron",
          "[0-5]?[0-9] ([01]?[0-9]|2[0-3]) (\\*|[1-9]|[12][0-9]|3[01]) (\\*|[1-9]|1[0-2])"
              + " (\\*|[0-6](-[0-6])?)",
          "0 0 * * 1-5");

  public static final Property<Integer> SCHEDULED_MIN =
      Property.whole("scheduledMinimum", 0, 1000, "", 2);

  /// From when on there are how many instances at least.
  public static final Property<List<Fields>> SCHEDULES =
      Property.rows("schedules", List.of(RECURRENCE, SCHEDULED_MIN), List.of());

  /// While instances are replaced by those of a new version, at least so much stays healthy.
  public static final Property<Integer> REFRESH_MIN_HEALTHY =
      Property.whole("refreshMinimumHealthy", 0, 100, "%", 100);

  /// Whether a version whose instances do not become healthy gives way to the one before.
  public static final Property<Boolean> REFRESH_ROLLBACK = Property.flag("refreshRollback", true);

  /// What topics that it uses are told of.
  public enum Event {
    LAUNCH("autoscaling:EC2_INSTANCE_LAUNCH"),
    LAUNCH_ERROR("autoscaling:EC2_INSTANCE_LAUNCH_ERROR"),
    TERMINATE("autoscaling:EC2_INSTANCE_TERMINATE"),
    TERMINATE_ERROR("autoscaling:EC2_INSTANCE_TERMINATE_ERROR");

    private final String term;

    Event(String term) {
      this.term = term;
    }

    /// As AWS calls it.
    String term() {
      return term;
    }
  }

  public static final Property<Event> EVENT =
      Property.choice("scalingEvent", Event.class, Event.LAUNCH);

  public static final Property<List<Fields>> EVENTS =
      Property.rows(
          "scalingEvents",
          List.of(EVENT),
          Stream.of(Event.values()).map(event -> EVENT.set(Fields.NONE, event)).toList());

  public static final Kind KIND =
      Kind.named("aws.autoscaling_group")
          .in(Group.COMPUTE)
          .role(Role.FRAME)
          .icon("asg")
          .placedIn("aws.vpc")
          .spanning("aws.subnet")
          .using("aws.alarm", "aws.sns_topic")
          .traits(Trait.FLEET)
          .properties(MIN, DESIRED, MAX)
          .section("scaling", CPU_TARGET, REQUEST_TARGET, WARM_UP, SCHEDULES, TERMINATION)
          .section("health", HEALTH_CHECK, GRACE_PERIOD)
          .section("rollout", REFRESH_MIN_HEALTHY, REFRESH_ROLLBACK)
          .section("notifications", EVENTS)
          .section("instances", Instances.INSTANCE_TYPE, Instances.AMI, Instances.ROOT_VOLUME)
          .size(360, 128)
          .detail(e -> MIN.of(e) + " / " + DESIRED.of(e) + " / " + MAX.of(e))
          .lower(ComputeBlocks::group)
          .raise("aws_autoscaling_group", RaisedCompute::group)
          .build();

  private AutoScalingGroup() {}
}
