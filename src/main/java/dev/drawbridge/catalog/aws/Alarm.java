package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Group;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.PropertyType;
import dev.drawbridge.model.Fields;

/// A CloudWatch alarm on what uses it, beside those that everything drawn has anyway: it tells the topics
/// that it uses when a metric is beyond its threshold for long enough.
public final class Alarm {
  /// What it looks at, by names that mean the same of whatever is watched.
  public enum Metric {
    /// Percent; of a cache that of the engine's thread.
    CPU,
    /// GiB, and alarming below the threshold.
    FREE_STORAGE,
    /// Percent of a cache's memory.
    MEMORY,
    /// Seconds that a copy is behind.
    REPLICA_LAG,
    /// Connections of clients.
    CONNECTIONS,
    /// Answers a period.
    BALANCER_ERRORS,
    /// Answers a period.
    TARGET_ERRORS,
    /// Targets of a target group.
    UNHEALTHY_HOSTS,
    /// Seconds that the slowest percent of requests takes at least.
    RESPONSE_TIME
  }

  public static final Property<Metric> METRIC = Property.choice("metric", Metric.class, Metric.CPU);

  public static final Property<Integer> THRESHOLD =
      Property.whole("threshold", 0, 1_000_000_000, "", 80);

  /// Minutes that one data point stands for.
  public static final Property<Integer> PERIOD = Property.whole("alarmPeriod", 1, 60, "min", 1);

  /// How many periods are looked at: with [#PERIOD] at most a day, as CloudWatch has it.
  public static final Property<Integer> PERIODS = Property.whole("alarmPeriods", 1, 24, "", 5);

  /// How many of them must be beyond the threshold; never more than there are.
  public static final Property<Integer> DATAPOINTS =
      Property.whole("alarmDatapoints", 1, 24, "", 5);

  public static final Kind KIND =
      Kind.named("aws.alarm")
          .in(Group.OPERATIONS)
          .icon("alarm")
          .placedIn("aws.region", "aws.vpc")
          .using("aws.sns_topic")
          .properties(METRIC, THRESHOLD, PERIOD, PERIODS, DATAPOINTS)
          .preset("aws.alarm.cpu", "alarm", Fields.NONE)
          .preset(
              "aws.alarm.errors",
              "alarm",
              THRESHOLD.set(METRIC.set(Fields.NONE, Metric.TARGET_ERRORS), 10))
          .preset(
              "aws.alarm.storage",
              "alarm",
              THRESHOLD.set(METRIC.set(Fields.NONE, Metric.FREE_STORAGE), 10))
          .size(160, 64)
          .detail(
              e ->
                  PropertyType.Choice.key(METRIC.of(e))
                      + (METRIC.of(e) == Metric.FREE_STORAGE ? " < " : " > ")
                      + THRESHOLD.of(e))
          .lower(AlarmBlocks::alarm)
          .raiseLast(RaisedAlarms::raise)
          .build();

  private Alarm() {}
}
