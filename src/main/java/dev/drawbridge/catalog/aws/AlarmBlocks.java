package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.catalog.Trait;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Drawn alarms in Terraform: one for each thing that is watched, and for each part of it that has metrics
/// of its own.
final class AlarmBlocks {
  private static final String SUM = "Sum";
  private static final String AVERAGE = "Average";
  private static final String MAXIMUM = "Maximum";

  private AlarmBlocks() {}

  /// A metric as CloudWatch knows it.
  ///
  /// @param part what tells this part of the watched thing from its others; empty where it is whole
  /// @param each keys of as many alarms alike; none for a single one
  /// @param unit how many of CloudWatch's units one of the drawing's is
  private record Series(
      String namespace,
      String name,
      String statistic,
      Value dimensions,
      String part,
      List<String> each,
      long unit) {
    Series(String namespace, String name, String statistic, Value dimensions) {
      this(namespace, name, statistic, dimensions, "", List.of(), 1);
    }

    Series in(long size) {
      return new Series(namespace, name, statistic, dimensions, part, each, size);
    }

    Series of(String what) {
      return new Series(namespace, name, statistic, dimensions, what, each, unit);
    }

    Series each(List<String> keys) {
      return new Series(namespace, name, statistic, dimensions, part, keys, unit);
    }
  }

  static void alarm(Element element, Lowering out) {
    if (!(element instanceof Node alarm)) {
      return;
    }
    List<Node> watched = watched(alarm, out);
    if (watched.isEmpty()) {
      out.warn(alarm, null, "lower.alarm-of-nothing");
    }
    if (Alarm.DATAPOINTS.of(alarm) > Alarm.PERIODS.of(alarm)) {
      out.warn(alarm, Alarm.DATAPOINTS.name(), "lower.alarm-datapoints");
    }
    SequencedMap<Node, List<Series>> built = new LinkedHashMap<>();
    for (Node node : watched) {
      if (!out.around().region(node).equals(out.around().region(alarm))) {
        out.warn(alarm, null, "lower.alarm-elsewhere");
        continue;
      }
      List<Series> all = series(node, Alarm.METRIC.of(alarm), out);
      if (all.isEmpty()) {
        out.warn(alarm, Alarm.METRIC.name(), "lower.alarm-metric", name(node, out));
      } else {
        built.put(node, all);
      }
    }
    built.forEach(
        (node, all) -> {
          for (Series one : all) {
            String part = built.size() == 1 ? one.part : joined(out.label(node.id()), one.part);
            build(alarm, node, one, part, out);
          }
        });
  }

  private static String joined(String label, String part) {
    return part.isEmpty() ? label : label + "_" + part;
  }

  private static String name(Node node, Lowering out) {
    return node.name().isBlank() ? out.label(node.id()) : node.name();
  }

  /// Whatever uses the alarm.
  private static List<Node> watched(Node alarm, Lowering out) {
    return out.document().connectorsOf(alarm.id()).stream()
        .filter(arrow -> arrow.kind().equals(Association.KIND.id()))
        .filter(arrow -> arrow.target().equals(alarm.id()) && !arrow.source().equals(alarm.id()))
        .map(arrow -> out.document().node(arrow.source()))
        .distinct()
        .toList();
  }

  private static void build(Node alarm, Node node, Series series, String part, Lowering out) {
    Address address =
        part.isEmpty()
            ? out.address("aws_cloudwatch_metric_alarm", alarm.id())
            : out.address("aws_cloudwatch_metric_alarm", alarm.id(), part);
    boolean below = Alarm.METRIC.of(alarm) == Alarm.Metric.FREE_STORAGE;
    Block.Builder body = Block.builder();
    Value name = Terms.named("-" + address.name().replace('_', '-'));
    if (!series.each.isEmpty()) {
      body.set(
          "for_each", Value.call("toset", Value.of(series.each.stream().map(Value::of).toList())));
      name = Terms.join(name, Value.of("-"), Value.symbol("each.key"));
    }
    int periods = Alarm.PERIODS.of(alarm);
    body.set("alarm_name", name)
        .set("alarm_description", out.words(alarm) + ": " + out.words(node))
        .set("namespace", series.namespace)
        .set("metric_name", series.name)
        .set(
            series.statistic.startsWith("p") ? "extended_statistic" : "statistic", series.statistic)
        .set("comparison_operator", below ? "LessThanThreshold" : "GreaterThanThreshold")
        .set("threshold", Alarm.THRESHOLD.of(alarm) * series.unit)
        .set("period", Alarm.PERIOD.of(alarm) * 60L)
        .set("evaluation_periods", periods)
        .set("datapoints_to_alarm", Math.min(periods, Alarm.DATAPOINTS.of(alarm)))
        .set("treat_missing_data", ObservabilityBlocks.missing(series.namespace));
    List<Value> topics = topics(alarm, out);
    if (!topics.isEmpty()) {
      body.set("alarm_actions", Value.of(topics)).set("ok_actions", Value.of(topics));
    }
    out.add(
        alarm,
        address,
        body.set("dimensions", series.dimensions)
            .set("tags", Terms.nameTag(out.tagName(alarm.id())))
            .build());
  }

  /// An alarm can tell topics of its own region only.
  private static List<Value> topics(Node alarm, Lowering out) {
    List<Value> topics = new ArrayList<>();
    for (Node topic : Association.used(alarm, SnsTopic.KIND.id(), out.document())) {
      if (!out.around().region(topic).equals(out.around().region(alarm))) {
        if (out.first("topic elsewhere " + alarm.id() + " " + topic.id())) {
          out.warn(alarm, null, "lower.topic-elsewhere", name(topic, out));
        }
      } else {
        TopicBlocks.drawn(topic, out).ifPresent(topics::add);
      }
    }
    return topics;
  }

  /// The metrics that a thing has under a name; none where it has not, or is not built.
  private static List<Series> series(Node node, Alarm.Metric metric, Lowering out) {
    if (out.around().vpc(node).isEmpty()) {
      return List.of();
    }
    if (Catalog.is(node, Trait.FLEET)) {
      return fleet(node, metric, out);
    }
    if (node.kind().equals(ApplicationLoadBalancer.KIND.id())) {
      return balancer(node, metric, out);
    }
    if (node.kind().equals(NetworkLoadBalancer.KIND.id())) {
      return networkBalancer(node, metric, out);
    }
    if (ClassicBalancerBlocks.is(node)) {
      return classicBalancer(node, metric, out);
    }
    Optional<Address> cache = CacheBlocks.built(node, out);
    Optional<Address> cluster = AuroraBlocks.built(node, out);
    Optional<Address> instance = DatabaseBlocks.instance(node, out);
    return cache
        .map(address -> cache(node, address, metric))
        .or(() -> cluster.map(address -> cluster(address, metric)))
        .or(() -> instance.map(address -> database(node, address, metric)))
        .orElse(List.of());
  }

  private static List<Series> fleet(Node group, Alarm.Metric metric, Lowering out) {
    Value dimensions =
        Terms.map(
            "AutoScalingGroupName", out.address("aws_autoscaling_group", group.id()).dot("name"));
    return metric == Alarm.Metric.CPU
        ? List.of(new Series("AWS/EC2", "CPUUtilization", AVERAGE, dimensions))
        : List.of();
  }

  private static List<Series> balancer(Node balancer, Alarm.Metric metric, Lowering out) {
    String namespace = "AWS/ApplicationELB";
    Value suffix = out.address("aws_lb", balancer.id()).dot("arn_suffix");
    Value whole = Terms.map("LoadBalancer", suffix);
    return switch (metric) {
      case BALANCER_ERRORS -> List.of(new Series(namespace, "HTTPCode_ELB_5XX_Count", SUM, whole));
      case TARGET_ERRORS -> List.of(new Series(namespace, "HTTPCode_Target_5XX_Count", SUM, whole));
      case RESPONSE_TIME -> List.of(new Series(namespace, "TargetResponseTime", "p99", whole));
      case UNHEALTHY_HOSTS -> {
        List<Series> all = new ArrayList<>();
        for (Connector arrow : out.document().connectorsOf(balancer.id())) {
          if (arrow.source().equals(balancer.id()) && BalancerBlocks.isTarget(arrow, out)) {
            Value group = BalancerBlocks.targetGroup(arrow, out).dot("arn_suffix");
            Value dimensions = Terms.map("LoadBalancer", suffix, "TargetGroup", group);
            all.add(
                new Series(namespace, "UnHealthyHostCount", MAXIMUM, dimensions)
                    .of(out.label(arrow.id())));
          }
        }
        yield all;
      }
      case CPU, FREE_STORAGE, MEMORY, REPLICA_LAG, CONNECTIONS -> List.of();
    };
  }

  /// It knows connections and not what is said on them: its errors are those that it reset.
  private static List<Series> networkBalancer(Node balancer, Alarm.Metric metric, Lowering out) {
    String namespace = "AWS/NetworkELB";
    Value suffix = out.address("aws_lb", balancer.id()).dot("arn_suffix");
    Value whole = Terms.map("LoadBalancer", suffix);
    return switch (metric) {
      case CONNECTIONS -> List.of(new Series(namespace, "ActiveFlowCount", AVERAGE, whole));
      case BALANCER_ERRORS -> List.of(new Series(namespace, "TCP_ELB_Reset_Count", SUM, whole));
      case TARGET_ERRORS -> List.of(new Series(namespace, "TCP_Target_Reset_Count", SUM, whole));
      case UNHEALTHY_HOSTS -> {
        List<Series> all = new ArrayList<>();
        for (Connector arrow : BalancerBlocks.arrows(balancer, out)) {
          for (Address group : NetworkBalancerBlocks.targetGroups(arrow, balancer, out)) {
            Value dimensions =
                Terms.map("LoadBalancer", suffix, "TargetGroup", group.dot("arn_suffix"));
            all.add(
                new Series(namespace, "UnHealthyHostCount", MAXIMUM, dimensions).of(group.name()));
          }
        }
        yield all;
      }
      case CPU, FREE_STORAGE, MEMORY, REPLICA_LAG, RESPONSE_TIME -> List.of();
    };
  }

  private static List<Series> classicBalancer(Node balancer, Alarm.Metric metric, Lowering out) {
    String namespace = "AWS/ELB";
    Value whole = Terms.map("LoadBalancerName", out.address("aws_elb", balancer.id()).dot("name"));
    boolean http = ClassicBalancerBlocks.answersRequests(balancer);
    return switch (metric) {
      case UNHEALTHY_HOSTS -> List.of(new Series(namespace, "UnHealthyHostCount", MAXIMUM, whole));
      case BALANCER_ERRORS ->
          http ? List.of(new Series(namespace, "HTTPCode_ELB_5XX", SUM, whole)) : List.of();
      case TARGET_ERRORS ->
          List.of(
              new Series(
                  namespace,
                  http ? "HTTPCode_Backend_5XX" : "BackendConnectionErrors",
                  SUM,
                  whole));
      case RESPONSE_TIME -> List.of(new Series(namespace, "Latency", "p99", whole));
      case CPU, FREE_STORAGE, MEMORY, REPLICA_LAG, CONNECTIONS -> List.of();
    };
  }

  private static List<Series> database(Node node, Address address, Alarm.Metric metric) {
    Value of = Terms.map("DBInstanceIdentifier", address.dot("identifier"));
    return switch (metric) {
      case CPU -> List.of(new Series("AWS/RDS", "CPUUtilization", AVERAGE, of));
      case FREE_STORAGE ->
          List.of(new Series("AWS/RDS", "FreeStorageSpace", "Minimum", of).in(1L << 30));
      case CONNECTIONS -> List.of(new Series("AWS/RDS", "DatabaseConnections", MAXIMUM, of));
      case REPLICA_LAG ->
          node.kind().equals(RdsReplica.KIND.id())
              ? List.of(new Series("AWS/RDS", "ReplicaLag", MAXIMUM, of))
              : List.of();
      case MEMORY, BALANCER_ERRORS, TARGET_ERRORS, UNHEALTHY_HOSTS, RESPONSE_TIME -> List.of();
    };
  }

  private static List<Series> cluster(Address address, Alarm.Metric metric) {
    Value of = Terms.map("DBClusterIdentifier", Terms.id(address));
    return switch (metric) {
      case CPU -> List.of(new Series("AWS/RDS", "CPUUtilization", MAXIMUM, of));
      case CONNECTIONS -> List.of(new Series("AWS/RDS", "DatabaseConnections", MAXIMUM, of));
      case REPLICA_LAG ->
          List.of(new Series("AWS/RDS", "AuroraReplicaLagMaximum", MAXIMUM, of).in(1000));
      case FREE_STORAGE, MEMORY, BALANCER_ERRORS, TARGET_ERRORS, UNHEALTHY_HOSTS, RESPONSE_TIME ->
          List.of();
    };
  }

  private static List<Series> cache(Node node, Address address, Alarm.Metric metric) {
    String name =
        switch (metric) {
          case CPU -> "EngineCPUUtilization";
          case MEMORY -> "DatabaseMemoryUsagePercentage";
          case CONNECTIONS -> "CurrConnections";
          case REPLICA_LAG -> "ReplicationLag";
          case FREE_STORAGE, BALANCER_ERRORS, TARGET_ERRORS, UNHEALTHY_HOSTS, RESPONSE_TIME -> "";
        };
    return name.isEmpty()
        ? List.of()
        : List.of(
            new Series("AWS/ElastiCache", name, AVERAGE, CacheBlocks.ofNode(address))
                .each(CacheBlocks.nodes(node)));
  }
}
