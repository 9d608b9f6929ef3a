package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Arguments;
import dev.drawbridge.catalog.RaisedNode;
import dev.drawbridge.catalog.Raising;
import dev.drawbridge.catalog.aws.Alarm.Metric;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Drawn alarms recognised in Terraform: the way back of [AlarmBlocks]. What watches several things, or
/// several parts of one, is as many resources, called after the alarm and what they watch.
final class RaisedAlarms {
  private final Raising in;

  /// Those that may be one alarm, by what they say and what they are called.
  private final SequencedMap<Key, List<Watch>> alarms = new LinkedHashMap<>();

  private RaisedAlarms(Raising in) {
    this.in = in;
  }

  /// What an alarm says, whatever it watches.
  private record Key(
      String label,
      Metric metric,
      int threshold,
      int minutes,
      int periods,
      int points,
      Optional<String> tag,
      List<Address> topics) {
    Key called(String other) {
      return new Key(other, metric, threshold, minutes, periods, points, tag, topics);
    }
  }

  /// A resource, and what it watches.
  ///
  /// @param part what tells it from others of the same alarm, where the alarm watches this thing alone
  private record Watch(Resource resource, RaisedNode node, String part) {
    String name() {
      String name = resource.address().name();
      int key = name.indexOf('[');
      return key < 0 ? name : name.substring(0, key);
    }

    /// The same where the alarm watches other things too.
    String wholePart() {
      return part.isEmpty() ? node.label() : node.label() + "_" + part;
    }

    /// What the name is without this at its end; the whole where that is not there.
    String without(String end) {
      String name = name();
      return !end.isEmpty() && name.endsWith("_" + end)
          ? name.substring(0, name.length() - end.length() - 1)
          : name;
    }
  }

  static void raise(Raising in) {
    RaisedAlarms raised = new RaisedAlarms(in);
    in.graph().ofType("aws_cloudwatch_metric_alarm").forEach(raised::read);
    raised.single();
    raised.alarms.forEach(raised::draw);
  }

  private void read(Resource resource) {
    if (isImplied(resource)) {
      return;
    }
    Optional<RaisedNode> node = watched(resource);
    Optional<Metric> metric = metric(resource);
    if (node.isEmpty() || metric.isEmpty()) {
      in.leave(
          resource,
          node.isEmpty() ? "raise.alarm-of-nothing" : "raise.alarm-metric",
          resource.address().toString());
      return;
    }
    Optional<Integer> threshold = threshold(resource, unit(resource, metric.get()));
    if (threshold.isEmpty()) {
      in.leave(resource, "raise.alarm-metric", resource.address().toString());
      return;
    }
    Watch watch = new Watch(resource, node.get(), part(resource));
    int periods = Arguments.whole(resource.body(), "evaluation_periods", 1);
    Key key =
        new Key(
            watch.without(watch.wholePart()),
            metric.get(),
            threshold.get(),
            Math.max(1, Arguments.whole(resource.body(), "period", 60) / 60),
            periods,
            Arguments.whole(resource.body(), "datapoints_to_alarm", periods),
            in.named(Arguments.entry(resource.body(), "tags", "Name")),
            Arguments.targets(resource.get("alarm_actions")));
    alarms.computeIfAbsent(key, _ -> new ArrayList<>()).add(watch);
  }

  /// The alarms that come with what is drawn tell the region's own topic, and bear no name.
  private boolean isImplied(Resource resource) {
    List<Address> topics = Arguments.targets(resource.get("alarm_actions"));
    return resource.get("tags") == null
        && !topics.isEmpty()
        && topics.stream().allMatch(topic -> in.nodesOf(topic).isEmpty());
  }

  private Optional<RaisedNode> watched(Resource resource) {
    return Stream.of(
            "AutoScalingGroupName",
            "LoadBalancer",
            "LoadBalancerName",
            "DBInstanceIdentifier",
            "DBClusterIdentifier",
            "CacheClusterId",
            "ReplicationGroupId")
        .map(name -> Arguments.entry(resource.body(), "dimensions", name))
        .flatMap(value -> Arguments.targets(value).stream())
        .flatMap(address -> in.nodesOf(address).stream())
        .filter(node -> node.kind().uses().contains(Alarm.KIND.id()))
        .findFirst();
  }

  /// Of a load balancer each target group has a metric of its own.
  private static String part(Resource resource) {
    return Arguments.targets(Arguments.entry(resource.body(), "dimensions", "TargetGroup")).stream()
        .map(Address::name)
        .findFirst()
        .orElse("");
  }

  private static Optional<Metric> metric(Resource resource) {
    boolean below = Arguments.text(resource.body(), "comparison_operator").startsWith("LessThan");
    Optional<Metric> metric =
        switch (Arguments.text(resource.body(), "metric_name")) {
          case "CPUUtilization", "EngineCPUUtilization" -> Optional.of(Metric.CPU);
          case "FreeStorageSpace" -> Optional.of(Metric.FREE_STORAGE);
          case "DatabaseMemoryUsagePercentage" -> Optional.of(Metric.MEMORY);
          case "ReplicaLag", "AuroraReplicaLagMaximum", "ReplicationLag" ->
              Optional.of(Metric.REPLICA_LAG);
          case "DatabaseConnections", "CurrConnections", "ActiveFlowCount" ->
              Optional.of(Metric.CONNECTIONS);
          case "HTTPCode_ELB_5XX_Count", "HTTPCode_ELB_5XX", "TCP_ELB_Reset_Count" ->
              Optional.of(Metric.BALANCER_ERRORS);
          case "HTTPCode_Target_5XX_Count",
              "HTTPCode_Backend_5XX",
              "BackendConnectionErrors",
              "TCP_Target_Reset_Count" ->
              Optional.of(Metric.TARGET_ERRORS);
          case "UnHealthyHostCount" -> Optional.of(Metric.UNHEALTHY_HOSTS);
          case "TargetResponseTime", "Latency" -> Optional.of(Metric.RESPONSE_TIME);
          default -> Optional.empty();
        };
    return metric.filter(found -> below == (found == Metric.FREE_STORAGE));
  }

  /// How many of CloudWatch's units one of the drawing's is.
  private static long unit(Resource resource, Metric metric) {
    if (metric == Metric.FREE_STORAGE) {
      return 1L << 30;
    }
    boolean cluster =
        Arguments.text(resource.body(), "metric_name").equals("AuroraReplicaLagMaximum");
    return cluster ? 1000 : 1;
  }

  private static Optional<Integer> threshold(Resource resource, long unit) {
    return resource.get("threshold") instanceof Value.Number(BigDecimal number)
            && number.remainder(BigDecimal.valueOf(unit)).signum() == 0
        ? Arguments.read(
            Alarm.THRESHOLD.type(), new Value.Number(number.divide(BigDecimal.valueOf(unit))))
        : Optional.empty();
  }

  /// What watches one thing alone is not called after it.
  private void single() {
    for (Map.Entry<Key, List<Watch>> entry : List.copyOf(alarms.entrySet())) {
      List<Watch> watches = entry.getValue();
      if (watches.stream().map(Watch::node).distinct().count() == 1) {
        alarms.remove(entry.getKey());
        for (Watch watch : watches) {
          alarms
              .computeIfAbsent(
                  entry.getKey().called(watch.without(watch.part)), _ -> new ArrayList<>())
              .add(watch);
        }
      }
    }
  }

  private void draw(Key key, List<Watch> watches) {
    Resource first = watches.getFirst().resource;
    RaisedNode alarm =
        in.node(Alarm.KIND, first, key.label)
            .in(in.region(first))
            .with(Alarm.METRIC, key.metric)
            .with(Alarm.THRESHOLD, key.threshold)
            .with(Alarm.PERIOD, key.minutes)
            .with(Alarm.PERIODS, key.periods)
            .with(Alarm.DATAPOINTS, key.points);
    worded(first, watches.getFirst().node, alarm);
    List<RaisedNode> done = new ArrayList<>();
    for (Watch watch : watches) {
      in.claim(alarm, watch.resource.address());
      if (!done.contains(watch.node)) {
        done.add(watch.node);
        in.connector(Association.KIND, watch.node, alarm, "", watch.resource);
      }
    }
    for (Address topic : key.topics) {
      in.nodesOf(topic).stream()
          .filter(node -> node.kind().equals(SnsTopic.KIND))
          .forEach(node -> in.connector(Association.KIND, alarm, node, "", first));
    }
  }

  /// Its description is its own words, a colon and those of what it watches.
  private void worded(Resource resource, RaisedNode node, RaisedNode alarm) {
    Optional<String> text = in.text(resource.get("alarm_description"));
    if (text.isEmpty()) {
      return;
    }
    @Nullable String words = node.words();
    String end = ": " + (words == null ? node.label() : words);
    int at =
        text.get().endsWith(end)
            ? text.get().length() - end.length()
            : text.get().lastIndexOf(": ");
    if (at > 0) {
      alarm.worded(text.get().substring(0, at));
    }
  }
}
