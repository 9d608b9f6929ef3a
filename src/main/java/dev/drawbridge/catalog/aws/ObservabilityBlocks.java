package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Value;
import dev.drawbridge.resource.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Logs, alarms, and whom they tell.
final class ObservabilityBlocks {
  /// Whose metrics come every minute, whether there is something to do or not.
  private static final Set<String> STEADY = Set.of("AWS/RDS", "AWS/ElastiCache", "AWS/VPN");

  private ObservabilityBlocks() {}

  /// What it means that a metric has nothing to say.
  static String missing(String namespace) {
    return STEADY.contains(namespace) ? "breaching" : "notBreaching";
  }

  static void flowLogs(Node vpc, Lowering out) {
    Address group =
        logGroup(
            vpc,
            out.address("aws_cloudwatch_log_group", vpc.id(), "flow_logs"),
            Value.template(
                Value.of("/"),
                Value.symbol("local.name"),
                Value.of("/" + NetworkBlocks.hyphens(out, vpc) + "/vpc-flow-logs")),
            out);
    Address role = AccountBlocks.flowLogRole(vpc, group, out);
    out.imply(
        vpc,
        out.address("aws_flow_log", vpc.id()),
        Block.builder()
            .set("vpc_id", Terms.vpcId(out, vpc))
            .set("traffic_type", "ALL")
            .set("iam_role_arn", Terms.arn(role))
            .set("log_destination", Terms.arn(group))
            .set("tags", Terms.nameTag(out.tagName(vpc.id())))
            .build(),
        "");
  }

  static Address logGroup(Node place, Address address, Value name, Lowering out) {
    if (out.first("variable log_retention_days")) {
      out.graph()
          .add(
              new Variable(
                  "log_retention_days",
                  "Number of days to keep log events.",
                  "number",
                  Value.of(365),
                  false,
                  false,
                  List.of(
                      new Variable.Validation(
                          "contains([1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731,"
                              + " 1096, 1827, 2192, 2557, 2922, 3288, 3653],"
                              + " var.log_retention_days)",
                          "log_retention_days must be a retention period that CloudWatch Logs"
                              + " offers.")),
                  null));
    }
    out.imply(
        place,
        address,
        Block.builder()
            .set("name", name)
            .set("kms_key_id", AccountBlocks.key(place, out))
            .set("retention_in_days", Value.symbol("var.log_retention_days"))
            .build(),
        "");
    return address;
  }

  static void balancer(Node balancer, Address address, Lowering out) {
    new Alarms(
            balancer,
            balancer,
            "AWS/ApplicationELB",
            Terms.map("LoadBalancer", address.dot("arn_suffix")),
            out)
        .add(
            "5xx",
            "The load balancer " + out.words(balancer) + " itself answers with server errors.",
            new Metric("HTTPCode_ELB_5XX_Count", "Sum", ">", 10, 60, 5, 3));
  }

  static void target(Connector arrow, Node balancer, Node tier, Address group, Lowering out) {
    Value dimensions =
        Terms.map(
            "LoadBalancer",
            out.address("aws_lb", balancer.id()).dot("arn_suffix"),
            "TargetGroup",
            group.dot("arn_suffix"));
    String behind = out.words(tier) + " behind " + out.words(balancer);
    new Alarms(balancer, arrow, "AWS/ApplicationELB", dimensions, out)
        .add(
            "5xx",
            "Targets answer with server errors: " + behind + ".",
            new Metric("HTTPCode_Target_5XX_Count", "Sum", ">", 10, 60, 5, 3))
        .add(
            "unhealthy",
            "At least one target fails its health check: " + behind + ".",
            new Metric("UnHealthyHostCount", "Maximum", ">", 0, 60, 5, 5))
        .add(
            "latency",
            "The slowest one percent of requests takes longer than 2 seconds: " + behind + ".",
            new Metric("TargetResponseTime", "p99", ">", 2, 60, 5, 5));
  }

  static void networkTarget(
      Connector arrow, Node balancer, Node tier, Address group, String part, Lowering out) {
    Value dimensions =
        Terms.map(
            "LoadBalancer",
            out.address("aws_lb", balancer.id()).dot("arn_suffix"),
            "TargetGroup",
            group.dot("arn_suffix"));
    new Alarms(balancer, arrow, "AWS/NetworkELB", dimensions, out)
        .add(
            part + "_unhealthy",
            "At least one target fails its health check: "
                + out.words(tier)
                + " behind "
                + out.words(balancer)
                + ".",
            new Metric("UnHealthyHostCount", "Maximum", ">", 0, 60, 5, 5));
  }

  /// @param http whether it reads requests, and so knows how they were answered
  static void classic(Node balancer, Address address, boolean http, Lowering out) {
    String words = out.words(balancer);
    Alarms alarms =
        new Alarms(
                balancer,
                balancer,
                "AWS/ELB",
                Terms.map("LoadBalancerName", address.dot("name")),
                out)
            .add(
                "unhealthy",
                "At least one instance behind " + words + " fails its health check.",
                new Metric("UnHealthyHostCount", "Maximum", ">", 0, 60, 5, 5));
    if (http) {
      alarms
          .add(
              "5xx",
              "The load balancer " + words + " itself answers with server errors.",
              new Metric("HTTPCode_ELB_5XX", "Sum", ">", 10, 60, 5, 3))
          .add(
              "backend_5xx",
              "Instances behind " + words + " answer with server errors.",
              new Metric("HTTPCode_Backend_5XX", "Sum", ">", 10, 60, 5, 3))
          .add(
              "latency",
              "The slowest one percent of requests to " + words + " takes longer than 2 seconds.",
              new Metric("Latency", "p99", ">", 2, 60, 5, 5));
    }
  }

  /// The names of the alarms that tell that a new version of a target does not do.
  static Value deployment(List<Connector> arrows, Lowering out) {
    List<Value> names = new ArrayList<>();
    for (Connector arrow : arrows) {
      for (String part : List.of("5xx", "unhealthy")) {
        names.add(out.address("aws_cloudwatch_metric_alarm", arrow.id(), part).dot("alarm_name"));
      }
    }
    return Value.of(names);
  }

  static void group(Node group, Address address, Lowering out) {
    new Alarms(group, group, "AWS/EC2", Terms.map("AutoScalingGroupName", address.dot("name")), out)
        .busy("Average CPU of " + out.words(group));
  }

  static void database(Node database, Address address, boolean replica, Lowering out) {
    String words = out.words(database);
    Alarms alarms =
        new Alarms(
                database,
                database,
                "AWS/RDS",
                Terms.map("DBInstanceIdentifier", address.dot("identifier")),
                out)
            .busy("CPU of " + Terms.the("database", words))
            .add(
                "storage",
                "Less than 5 GiB of storage are free in " + Terms.the("database", words) + ".",
                new Metric("FreeStorageSpace", "Minimum", "<", 5L << 30, 300, 3, 3));
    if (replica) {
      alarms.add(
          "lag",
          "More than 60 seconds behind its source: " + Terms.the("read replica", words) + ".",
          new Metric("ReplicaLag", "Maximum", ">", 60, 60, 5, 5));
    }
  }

  static void cluster(Node cluster, Address address, boolean serverless, Lowering out) {
    String words = out.words(cluster);
    Value id = Terms.id(address);
    new Alarms(
            cluster,
            cluster,
            "AWS/RDS",
            Terms.map("DBClusterIdentifier", id, "Role", "WRITER"),
            out)
        .busy("CPU of the writer of " + words);
    Alarms whole =
        new Alarms(cluster, cluster, "AWS/RDS", Terms.map("DBClusterIdentifier", id), out);
    if (serverless) {
      whole.add(
          "capacity",
          "An instance of " + words + " needs more than 90 percent of the capacity it may take.",
          new Metric("ACUUtilization", "Maximum", ">", 90, 60, 10, 10));
    }
    if (Aurora.READERS.of(cluster) > 0) {
      whole.add(
          "lag",
          "A reader of " + words + " is more than one second behind the writer.",
          new Metric("AuroraReplicaLagMaximum", "Maximum", ">", 1000, 60, 5, 5));
    }
  }

  static void cache(Node cache, Address address, Lowering out) {
    String node = "A node of " + Terms.the("cache", out.words(cache));
    Alarms alarms =
        new Alarms(
                cache,
                cache,
                "AWS/ElastiCache",
                CacheBlocks.ofNode(address),
                CacheBlocks.nodes(cache),
                out)
            .add(
                "cpu",
                node + " keeps its engine thread busier than 80 percent.",
                new Metric("EngineCPUUtilization", "Average", ">", 80, 60, 10, 10));
    // One that may drop any key is full as a rule.
    if (!ElastiCache.EVICTION.of(cache).name().startsWith("ALLKEYS")) {
      alarms.add(
          "memory",
          node + " has used more than 85 percent of its memory.",
          new Metric("DatabaseMemoryUsagePercentage", "Average", ">", 85, 60, 5, 5));
    }
  }

  static void vpn(Connector link, Node gateway, Address address, Lowering out) {
    new Alarms(gateway, link, "AWS/VPN", Terms.map("VpnId", Terms.id(address)), out)
        .add(
            "down",
            "No tunnel of the VPN "
                + NetworkBlocks.hyphens(out, link)
                + " is up: the data centre cannot be reached.",
            new Metric("TunnelState", "Maximum", "<", 1, 300, 2, 2));
  }

  /// A metric, and when it is alarming: so many data points of so many periods, each of so many seconds.
  private record Metric(
      String name,
      String statistic,
      String comparison,
      long threshold,
      int period,
      int periods,
      int points) {}

  /// The alarms on the metrics of one thing.
  ///
  /// @param of after whose name the alarms are called
  /// @param each the keys of as many alarms of a sort; none for a single one
  private record Alarms(
      Node place, Element of, String namespace, Value dimensions, List<String> each, Lowering out) {
    Alarms(Node place, Element of, String namespace, Value dimensions, Lowering out) {
      this(place, of, namespace, dimensions, List.of(), out);
    }

    Alarms busy(String what) {
      return add(
          "cpu",
          what + " stays above 80 percent.",
          new Metric("CPUUtilization", "Average", ">", 80, 60, 10, 10));
    }

    Alarms add(String part, String description, Metric metric) {
      Address address = out.address("aws_cloudwatch_metric_alarm", of.id(), part);
      Value topic = Value.items(TopicBlocks.regional(place, out));
      Value name = out.name(address.name().replace('_', '-'));
      Block.Builder body = Block.builder();
      if (!each.isEmpty()) {
        body.set("for_each", Value.call("toset", Value.of(each.stream().map(Value::of).toList())));
        name = Terms.join(name, Value.of("-"), Value.symbol("each.key"));
      }
      out.imply(
          place,
          address,
          body.set("alarm_name", name)
              .set("alarm_description", description)
              .set("namespace", namespace)
              .set("metric_name", metric.name)
              .set(
                  metric.statistic.startsWith("p") ? "extended_statistic" : "statistic",
                  metric.statistic)
              .set(
                  "comparison_operator",
                  metric.comparison.equals(">") ? "GreaterThanThreshold" : "LessThanThreshold")
              .set("threshold", metric.threshold)
              .set("period", metric.period)
              .set("evaluation_periods", metric.periods)
              .set("datapoints_to_alarm", metric.points)
              // A database that says nothing is in trouble; an idle load balancer says nothing too.
              .set("treat_missing_data", missing(namespace))
              .set("alarm_actions", topic)
              .set("ok_actions", topic)
              .set("dimensions", dimensions)
              .build(),
          "");
      return this;
    }
  }
}
