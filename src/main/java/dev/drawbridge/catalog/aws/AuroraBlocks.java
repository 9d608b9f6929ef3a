package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Endpoint;
import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.catalog.aws.Aurora.Capacity;
import dev.drawbridge.catalog.aws.Aurora.Engine;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Output;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Aurora clusters and their instances in Terraform.
final class AuroraBlocks {
  private static final String CLUSTER = "aws_rds_cluster";

  /// AWS takes at most 63 characters; the number of an instance comes behind.
  private static final int NAME = 40;

  private AuroraBlocks() {}

  /// The address of the cluster that the node becomes; empty where it becomes none.
  static Optional<Address> built(Node node, Lowering out) {
    return node.kind().equals(Aurora.KIND.id()) && out.around().vpc(node).isPresent()
        ? Optional.of(out.address(CLUSTER, node.id()))
        : Optional.empty();
  }

  static Endpoint reached(Node node, Lowering out) {
    return built(node, out)
        .map(address -> Endpoint.at(address.dot("endpoint")))
        .orElse(Endpoint.NONE);
  }

  static void cluster(Element element, Lowering out) {
    if (!(element instanceof Node node)) {
      return;
    }
    Optional<Node> vpc = out.around().vpc(node);
    if (vpc.isEmpty()) {
      out.warn(node, null, "lower.without-vpc");
      return;
    }
    SecurityBlocks.group(node, vpc.get(), out);
    Address subnets = DatabaseBlocks.subnetGroup(node, out);
    Address parameters = parameters(node, out);
    Engine engine = Aurora.ENGINE.of(node);
    boolean encrypted = RdsPrimary.ENCRYPTED.of(node);
    boolean serverless = Aurora.CAPACITY.of(node) == Capacity.SERVERLESS;
    Block.Builder body =
        Block.builder()
            .set("cluster_identifier", out.name(node.id(), NAME))
            .set("engine", engine.engine())
            .set("engine_version", Aurora.version(node))
            .set("database_name", RdsPrimary.DATABASE_NAME.of(node))
            .set("master_username", RdsPrimary.MASTER_USERNAME.of(node))
            .set("manage_master_user_password", true)
            .set("master_user_secret_kms_key_id", AccountBlocks.key(node, out))
            .set("iam_database_authentication_enabled", true)
            .set("storage_encrypted", encrypted);
    if (encrypted) {
      body.set("kms_key_id", AccountBlocks.key(node, out));
    }
    body.set("db_subnet_group_name", subnets.dot("name"))
        .set("vpc_security_group_ids", Value.items(SecurityBlocks.id(out, node.id())))
        .set("port", Aurora.port(node))
        .set("db_cluster_parameter_group_name", parameters.dot("name"))
        .set("allow_major_version_upgrade", false)
        .set("apply_immediately", false)
        .set("backup_retention_period", Aurora.BACKUP_RETENTION.of(node))
        .set("preferred_backup_window", RdsPrimary.BACKUP_WINDOW.of(node))
        .set("preferred_maintenance_window", RdsPrimary.MAINTENANCE_WINDOW.of(node))
        .set("copy_tags_to_snapshot", true)
        .set(
            "deletion_protection",
            AccountBlocks.protection(RdsPrimary.DELETION_PROTECTION.of(node), out))
        .set("skip_final_snapshot", false)
        .set("final_snapshot_identifier", Terms.finalSnapshot(out.name(node.id(), NAME)))
        .set(
            "enabled_cloudwatch_logs_exports",
            Value.of(engine.logs().stream().map(Value::of).toList()));
    List<Value> after = logGroups(node, engine, out);
    body.set("tags", Terms.nameTag(out.tagName(node.id()))).set("depends_on", Value.of(after));
    if (serverless) {
      body.block(
          "serverlessv2_scaling_configuration",
          Block.builder()
              .set("min_capacity", Aurora.MIN_CAPACITY.of(node))
              .set("max_capacity", Aurora.MAX_CAPACITY.of(node)));
    }
    body.block(
        "lifecycle",
        Block.builder()
            .set("ignore_changes", Value.items(Value.symbol("final_snapshot_identifier"))));
    Address address = out.address(CLUSTER, node.id());
    out.add(node, address, body.build());
    instances(node, address, serverless, out);
    ObservabilityBlocks.cluster(node, address, serverless, out);
    outputs(node, address, out);
  }

  /// RDS would create the groups without retention or encryption.
  private static List<Value> logGroups(Node node, Engine engine, Lowering out) {
    List<Value> groups = new ArrayList<>();
    for (String log : engine.logs()) {
      Address group = out.address("aws_cloudwatch_log_group", node.id(), log);
      ObservabilityBlocks.logGroup(
          node,
          group,
          Terms.join(Value.of("/aws/rds/cluster/"), out.name(node.id(), NAME), Value.of("/" + log)),
          out);
      groups.add(Terms.whole(group));
    }
    return groups;
  }

  /// The writer and its readers. At a failover they swap their parts and keep their places.
  private static void instances(Node node, Address cluster, boolean serverless, Lowering out) {
    List<String> zones = zones(node, out);
    Address role = AccountBlocks.monitoringRole(out, node);
    int count = Aurora.READERS.of(node) + 1;
    for (int i = 1; i <= count; i++) {
      Block.Builder body =
          Block.builder()
              .set("identifier", Terms.join(out.name(node.id(), NAME), Value.of("-" + i)))
              .set("cluster_identifier", Terms.id(cluster))
              .set("engine", cluster.dot("engine"))
              .set("engine_version", cluster.dot("engine_version"))
              .set("instance_class", serverless ? "db.serverless" : Aurora.INSTANCE_CLASS.of(node));
      if (!zones.isEmpty()) {
        body.set("availability_zone", zones.get((i - 1) % zones.size()));
      }
      body.set("promotion_tier", i == 1 ? 0 : 1)
          .set("publicly_accessible", RdsPrimary.PUBLICLY_ACCESSIBLE.of(node))
          .set("ca_cert_identifier", "rds-ca-rsa2048-g1")
          .set("auto_minor_version_upgrade", true)
          .set("apply_immediately", false)
          .set("preferred_maintenance_window", RdsPrimary.MAINTENANCE_WINDOW.of(node))
          .set("copy_tags_to_snapshot", true)
          .set("monitoring_interval", 60)
          .set("monitoring_role_arn", Terms.arn(role))
          .set("performance_insights_enabled", true)
          .set("performance_insights_kms_key_id", AccountBlocks.key(node, out))
          .set("tags", Terms.nameTag(Terms.join(out.tagName(node.id()), Value.of("-" + i))))
          .set(
              "depends_on",
              Value.items(
                  Terms.whole(out.plain("aws_iam_role_policy_attachment", "rds_monitoring"))));
      out.add(
          node,
          out.address("aws_rds_cluster_instance", node.id(), String.valueOf(i)),
          body.build());
    }
  }

  /// The availability zones of its subnets, that of the one it stands in first.
  private static List<String> zones(Node node, Lowering out) {
    return out.around().subnets(node).stream()
        .flatMap(subnet -> out.around().zoneName(subnet).stream())
        .distinct()
        .toList();
  }

  private static Address parameters(Node node, Lowering out) {
    Engine engine = Aurora.ENGINE.of(node);
    Address address = out.address("aws_rds_cluster_parameter_group", node.id());
    Block.Builder body =
        Block.builder()
            .set("name_prefix", Terms.prefix(out.name(node.id(), 60)))
            .set("description", engine.title() + " parameters of " + out.words(node))
            .set("family", engine.family(Aurora.version(node)))
            .set("tags", Terms.nameTag(out.tagName(node.id())));
    engine
        .parameters()
        .forEach(
            (name, value) ->
                body.block("parameter", Block.builder().set("name", name).set("value", value)));
    out.add(node, address, body.block("lifecycle", Terms.replaceFirst()).build());
    return address;
  }

  private static void outputs(Node node, Address address, Lowering out) {
    String label = out.label(node.id());
    String words = out.words(node);
    out.graph()
        .add(
            new Output(
                label + "_endpoint",
                "Host of " + Terms.the("cluster", words) + " for writes; it follows the writer.",
                address.dot("endpoint")))
        .add(
            new Output(
                label + "_reader_endpoint",
                "Host of " + Terms.the("cluster", words) + " that spreads reads over its readers.",
                address.dot("reader_endpoint")));
  }
}
