package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Endpoint;
import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.catalog.aws.RdsPrimary.Engine;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Output;
import dev.drawbridge.resource.Value;
import dev.drawbridge.resource.Variable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;

/// Databases and their read replicas in Terraform.
final class DatabaseBlocks {
  private static final String INSTANCE = "aws_db_instance";

  private DatabaseBlocks() {}

  /// The database that a replica follows at once, which may be a replica too.
  static Optional<Node> source(Node replica, Document document) {
    return document.connectorsOf(replica.id()).stream()
        .filter(arrow -> arrow.kind().equals(Replication.KIND.id()))
        .filter(arrow -> arrow.target().equals(replica.id()))
        .map(arrow -> document.node(arrow.source()))
        .filter(DatabaseBlocks::isDatabase)
        .findFirst();
  }

  /// The primary at the end of the chain; empty where it ends in nothing or in a circle.
  static Optional<Node> primary(Node database, Document document) {
    Set<ElementId> seen = new HashSet<>();
    Optional<Node> next = Optional.of(database);
    while (next.isPresent() && !next.get().kind().equals(RdsPrimary.KIND.id())) {
      if (!seen.add(next.get().id())) {
        return Optional.empty();
      }
      next = source(next.get(), document);
    }
    return next;
  }

  /// The address of the instance that the node becomes; empty where it becomes none.
  static Optional<Address> instance(Node node, Lowering out) {
    return isDatabase(node) && isBuilt(node, out)
        ? Optional.of(out.address(INSTANCE, node.id()))
        : Optional.empty();
  }

  static Endpoint endpoint(Node database, Lowering out) {
    return instance(database, out)
        .map(address -> Endpoint.at(address.dot("address")))
        .orElse(Endpoint.NONE);
  }

  /// A replica is built only where everything up to its primary is.
  private static boolean isBuilt(Node database, Lowering out) {
    Set<ElementId> seen = new HashSet<>();
    Optional<Node> next = Optional.of(database);
    while (next.isPresent() && seen.add(next.get().id())) {
      if (out.around().vpc(next.get()).isEmpty()) {
        return false;
      }
      if (next.get().kind().equals(RdsPrimary.KIND.id())) {
        return true;
      }
      next = source(next.get(), out.document());
    }
    return false;
  }

  private static boolean isDatabase(Node node) {
    return node.kind().equals(RdsPrimary.KIND.id()) || node.kind().equals(RdsReplica.KIND.id());
  }

  /// The replicas that follow the database at once.
  private static List<Node> replicas(Node database, Lowering out) {
    return out.document().connectorsOf(database.id()).stream()
        .filter(arrow -> arrow.kind().equals(Replication.KIND.id()))
        .filter(arrow -> arrow.source().equals(database.id()))
        .map(Connector::target)
        .distinct()
        .map(out.document()::node)
        .filter(node -> node.kind().equals(RdsReplica.KIND.id()))
        .filter(node -> source(node, out.document()).equals(Optional.of(database)))
        .filter(node -> out.around().vpc(node).isPresent())
        .toList();
  }

  static void primary(Element element, Lowering out) {
    if (!(element instanceof Node database)) {
      return;
    }
    Optional<Node> vpc = out.around().vpc(database);
    if (vpc.isEmpty()) {
      out.warn(database, null, "lower.without-vpc");
      return;
    }
    SecurityBlocks.group(database, vpc.get(), out);
    Address subnetGroup = subnetGroup(database, out);
    Address parameters = parameters(database, database, out);
    Engine engine = RdsPrimary.ENGINE.of(database);
    boolean encrypted = RdsPrimary.ENCRYPTED.of(database);
    boolean multiAz = RdsPrimary.MULTI_AZ.of(database);
    int storage = RdsPrimary.STORAGE.of(database);
    int limit = RdsPrimary.MAX_STORAGE.of(database);
    Block.Builder body =
        Block.builder()
            .set("identifier", out.name(database.id(), 40))
            .set("engine", engine.name().toLowerCase(java.util.Locale.ROOT))
            .set("engine_version", RdsPrimary.version(database))
            .set("instance_class", RdsPrimary.INSTANCE_CLASS.of(database))
            .set("allocated_storage", storage);
    if (limit > storage) {
      body.set("max_allocated_storage", limit);
    }
    body.set("storage_type", "gp3").set("storage_encrypted", encrypted);
    if (encrypted) {
      body.set("kms_key_id", AccountBlocks.key(database, out));
    }
    body.set("db_name", RdsPrimary.DATABASE_NAME.of(database))
        .set("username", RdsPrimary.MASTER_USERNAME.of(database));
    password(database, body, out);
    body.set("iam_database_authentication_enabled", true).set("multi_az", multiAz);
    if (!multiAz && out.around().subnet(database).isPresent()) {
      out.around().zoneName(database).ifPresent(zone -> body.set("availability_zone", zone));
    }
    body.set("db_subnet_group_name", subnetGroup.dot("name"))
        .set("vpc_security_group_ids", Value.items(SecurityBlocks.id(out, database.id())))
        .set("port", RdsPrimary.port(database))
        .set("publicly_accessible", RdsPrimary.PUBLICLY_ACCESSIBLE.of(database))
        .set("ca_cert_identifier", "rds-ca-rsa2048-g1")
        .set("parameter_group_name", parameters.dot("name"))
        .set("allow_major_version_upgrade", false)
        .set("auto_minor_version_upgrade", true)
        .set("apply_immediately", false)
        .set("backup_retention_period", RdsPrimary.BACKUP_RETENTION.of(database))
        .set("backup_window", RdsPrimary.BACKUP_WINDOW.of(database))
        .set("maintenance_window", RdsPrimary.MAINTENANCE_WINDOW.of(database))
        .set("copy_tags_to_snapshot", true)
        .set("delete_automated_backups", false)
        .set(
            "deletion_protection",
            AccountBlocks.protection(RdsPrimary.DELETION_PROTECTION.of(database), out))
        .set("skip_final_snapshot", false)
        .set("final_snapshot_identifier", Terms.finalSnapshot(out.name(database.id(), 40)));
    monitoring(database, RdsPrimary.INSTANCE_CLASS.of(database), engine, body, out);
    body.set("tags", Terms.nameTag(out.tagName(database.id())))
        .block(
            "lifecycle",
            Block.builder()
                .set("ignore_changes", Value.items(Value.symbol("final_snapshot_identifier"))));
    Address address = out.address(INSTANCE, database.id());
    out.add(database, address, body.build());
    finish(database, address, false, out);
  }

  static void replica(Element element, Lowering out) {
    if (!(element instanceof Node replica)) {
      return;
    }
    Optional<Node> vpc = out.around().vpc(replica);
    if (vpc.isEmpty()) {
      out.warn(replica, null, "lower.without-vpc");
      return;
    }
    SecurityBlocks.group(replica, vpc.get(), out);
    Optional<Node> source = source(replica, out.document());
    Optional<Node> primary = primary(replica, out.document());
    if (source.isEmpty() || primary.isEmpty() || !isBuilt(replica, out)) {
      out.warn(replica, null, "lower.replica-of-nothing");
      return;
    }
    boolean abroad = !out.around().region(replica).equals(out.around().region(source.get()));
    boolean encrypted = RdsPrimary.ENCRYPTED.of(primary.get());
    String type = instanceClass(replica, out.document());
    Engine engine = RdsPrimary.ENGINE.of(primary.get());
    Address origin = out.address(INSTANCE, source.get().id());
    int limit = RdsPrimary.MAX_STORAGE.of(primary.get());
    Block.Builder body =
        Block.builder()
            .set("identifier", out.name(replica.id(), 40))
            .set("replicate_source_db", origin.dot(abroad ? "arn" : "identifier"))
            .set("instance_class", type);
    boolean multiAz = RdsReplica.MULTI_AZ.of(replica);
    if (!multiAz && out.around().subnet(replica).isPresent()) {
      out.around().zoneName(replica).ifPresent(zone -> body.set("availability_zone", zone));
    }
    if (limit > RdsPrimary.STORAGE.of(primary.get())) {
      body.set("max_allocated_storage", limit);
    }
    body.set("storage_type", "gp3").set("storage_encrypted", encrypted);
    if (abroad) {
      // Subnets, keys and parameters of another region are no use here; within one they come from
      // the source.
      body.set("db_subnet_group_name", subnetGroup(replica, out).dot("name"))
          .set("parameter_group_name", parameters(replica, primary.get(), out).dot("name"));
      if (encrypted) {
        body.set("kms_key_id", AccountBlocks.key(replica, out));
      }
    } else {
      body.set(
          "parameter_group_name",
          out.address("aws_db_parameter_group", primary.get().id()).dot("name"));
    }
    body.set("iam_database_authentication_enabled", true)
        .set("multi_az", multiAz)
        .set("vpc_security_group_ids", Value.items(SecurityBlocks.id(out, replica.id())))
        .set("publicly_accessible", RdsPrimary.PUBLICLY_ACCESSIBLE.of(replica))
        .set("ca_cert_identifier", "rds-ca-rsa2048-g1")
        .set("auto_minor_version_upgrade", true)
        .set("apply_immediately", false)
        .set("maintenance_window", RdsPrimary.MAINTENANCE_WINDOW.of(primary.get()));
    if (!replicas(replica, out).isEmpty()) {
      // Without backups of its own, which AWS makes of no replica unasked, nothing could replicate
      // from it in turn.
      body.set("backup_retention_period", 1);
    }
    body.set("copy_tags_to_snapshot", true)
        .set(
            "deletion_protection",
            AccountBlocks.protection(RdsPrimary.DELETION_PROTECTION.of(replica), out))
        .set("skip_final_snapshot", true);
    monitoring(replica, type, engine, body, out);
    Address address = out.address(INSTANCE, replica.id());
    out.add(replica, address, body.set("tags", Terms.nameTag(out.tagName(replica.id()))).build());
    finish(replica, address, true, out);
  }

  private static void finish(Node database, Address address, boolean replica, Lowering out) {
    ObservabilityBlocks.database(database, address, replica, out);
    out.graph()
        .add(
            new Output(
                out.label(database.id()) + "_endpoint",
                "Host and port of " + Terms.the("database", out.words(database)) + ".",
                address.dot("endpoint")));
  }

  private static String instanceClass(Node database, Document document) {
    Set<ElementId> seen = new HashSet<>();
    Optional<Node> next = Optional.of(database);
    while (next.isPresent() && seen.add(next.get().id())) {
      String told =
          next.get().kind().equals(RdsPrimary.KIND.id())
              ? RdsPrimary.INSTANCE_CLASS.of(next.get())
              : RdsReplica.INSTANCE_CLASS.of(next.get());
      if (!told.isEmpty()) {
        return told;
      }
      next = source(next.get(), document);
    }
    return RdsPrimary.INSTANCE_CLASS.fallback();
  }

  /// The subnets of the database and of the replicas that will use its group: those of its region.
  static Address subnetGroup(Node database, Lowering out) {
    SequencedSet<Node> subnets = new LinkedHashSet<>();
    List<Node> members = new ArrayList<>(List.of(database));
    Set<ElementId> seen = new HashSet<>();
    for (int i = 0; i < members.size(); i++) {
      Node member = members.get(i);
      if (seen.add(member.id())
          && out.around().region(member).equals(out.around().region(database))) {
        subnets.addAll(out.around().subnets(member));
        members.addAll(replicas(member, out));
      }
    }
    if (subnets.isEmpty()) {
      out.warn(database, null, "lower.without-subnets");
    }
    Address address = out.address("aws_db_subnet_group", database.id());
    out.add(
        database,
        address,
        Block.builder()
            .set("name", out.name(database.id(), 60))
            .set("description", "Subnets of " + out.words(database))
            .set("subnet_ids", Terms.subnetIds(out, List.copyOf(subnets)))
            .set("tags", Terms.nameTag(out.tagName(database.id())))
            .build());
    return address;
  }

  /// @param primary the one that tells engine and version
  private static Address parameters(Node database, Node primary, Lowering out) {
    Engine engine = RdsPrimary.ENGINE.of(primary);
    Address address = out.address("aws_db_parameter_group", database.id());
    Block.Builder body =
        Block.builder()
            .set("name_prefix", Terms.prefix(out.name(database.id(), 60)))
            .set("description", engine.title() + " parameters of " + out.words(database))
            .set("family", engine.family(RdsPrimary.version(primary)))
            .set("tags", Terms.nameTag(out.tagName(database.id())));
    engine
        .parameters()
        .forEach(
            (name, value) ->
                body.block("parameter", Block.builder().set("name", name).set("value", value)));
    out.add(database, address, body.block("lifecycle", Terms.replaceFirst()).build());
    return address;
  }

  /// RDS refuses read replicas of a database whose password it manages itself.
  private static void password(Node database, Block.Builder body, Lowering out) {
    if (replicas(database, out).isEmpty()) {
      body.set("manage_master_user_password", true)
          .set("master_user_secret_kms_key_id", AccountBlocks.key(database, out));
      return;
    }
    String name = out.label(database.id()) + "_password";
    String version = name + "_version";
    out.first("write-only");
    out.graph()
        .add(
            new Variable(
                name,
                "Password of the master user of "
                    + out.words(database)
                    + ". Write-only: it is never stored in the plan or the state.",
                "string",
                null,
                true,
                true,
                List.of(
                    new Variable.Validation(
                        "length(var."
                            + name
                            + ") >= 16 && length(var."
                            + name
                            + ") <= 41 && !can(regex(\"[/\\\"@ ]\", var."
                            + name
                            + "))",
                        name + " must have 16 to 41 characters and none of / \" @ or space.")),
                null))
        .add(
            Variable.of(
                version,
                "Raise by one to send a changed " + name + " to the database.",
                "number",
                Value.of(1)));
    body.set("password_wo", Value.symbol("var." + name))
        .set("password_wo_version", Value.symbol("var." + version));
  }

  private static void monitoring(
      Node database, String type, Engine engine, Block.Builder body, Lowering out) {
    List<Value> after = new ArrayList<>();
    for (String log : engine.logs()) {
      // RDS would create the group without retention or encryption.
      Address group = out.address("aws_cloudwatch_log_group", database.id(), log);
      ObservabilityBlocks.logGroup(
          database,
          group,
          Terms.join(
              Value.of("/aws/rds/instance/"), out.name(database.id(), 40), Value.of("/" + log)),
          out);
      after.add(Terms.whole(group));
    }
    Address role = AccountBlocks.monitoringRole(out, database);
    after.add(Terms.whole(out.plain("aws_iam_role_policy_attachment", "rds_monitoring")));
    body.set(
            "enabled_cloudwatch_logs_exports",
            Value.of(engine.logs().stream().map(Value::of).toList()))
        .set("monitoring_interval", 60)
        .set("monitoring_role_arn", Terms.arn(role));
    if (!type.endsWith(".micro") && !type.endsWith(".small")) {
      body.set("performance_insights_enabled", true)
          .set("performance_insights_kms_key_id", AccountBlocks.key(database, out));
    }
    body.set("depends_on", Value.of(after));
  }
}
