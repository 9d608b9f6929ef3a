package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Endpoint;
import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.catalog.PropertyType;
import dev.drawbridge.catalog.aws.ElastiCache.Engine;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Output;
import dev.drawbridge.resource.Value;
import dev.drawbridge.resource.Variable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Caches in Terraform: an ElastiCache replication group each.
final class CacheBlocks {
  private static final String CACHE = "aws_elasticache_replication_group";

  /// AWS takes at most forty characters, of which the module's name has up to twenty.
  private static final int NAME = 20;

  private CacheBlocks() {}

  /// The address of the cache that the node becomes; empty where it becomes none.
  static Optional<Address> built(Node node, Lowering out) {
    return node.kind().equals(ElastiCache.KIND.id()) && out.around().vpc(node).isPresent()
        ? Optional.of(out.address(CACHE, node.id()))
        : Optional.empty();
  }

  /// Where clients write.
  static Value endpoint(Node cache, Address address) {
    return address.dot(
        ElastiCache.isSharded(cache)
            ? "configuration_endpoint_address"
            : "primary_endpoint_address");
  }

  static Endpoint reached(Node cache, Lowering out) {
    return built(cache, out)
        .map(address -> Endpoint.at(endpoint(cache, address)))
        .orElse(Endpoint.NONE);
  }

  static void cache(Element element, Lowering out) {
    if (!(element instanceof Node cache)) {
      return;
    }
    Optional<Node> vpc = out.around().vpc(cache);
    if (vpc.isEmpty()) {
      out.warn(cache, null, "lower.without-vpc");
      return;
    }
    SecurityBlocks.group(cache, vpc.get(), out);
    Address subnets = subnetGroup(cache, out);
    Address parameters = parameters(cache, out);
    int shards = ElastiCache.SHARDS.of(cache);
    int replicas = ElastiCache.REPLICAS.of(cache);
    boolean sharded = ElastiCache.isSharded(cache);
    boolean multiAz = RdsPrimary.MULTI_AZ.of(cache) && replicas > 0;
    boolean encrypted = RdsPrimary.ENCRYPTED.of(cache);
    boolean transit = ElastiCache.TRANSIT_ENCRYPTION.of(cache);
    Block.Builder body =
        Block.builder()
            .set("replication_group_id", out.name(cache.id(), NAME))
            .set("description", out.words(cache))
            .set("engine", engine(cache))
            .set("engine_version", ElastiCache.version(cache))
            .set("node_type", ElastiCache.NODE_TYPE.of(cache));
    if (sharded) {
      body.set("num_node_groups", shards).set("replicas_per_node_group", replicas);
    } else {
      body.set("num_cache_clusters", replicas + 1);
    }
    // Cluster mode has no other way to replace a lost primary than failover, and AWS insists on it.
    body.set("automatic_failover_enabled", sharded || multiAz)
        .set("multi_az_enabled", multiAz)
        .set("subnet_group_name", subnets.dot("name"))
        .set("security_group_ids", Value.items(SecurityBlocks.id(out, cache.id())))
        .set("port", ElastiCache.PORT.of(cache))
        .set("parameter_group_name", parameters.dot("name"))
        .set("at_rest_encryption_enabled", encrypted);
    if (encrypted) {
      body.set("kms_key_id", AccountBlocks.key(cache, out));
    }
    body.set("transit_encryption_enabled", transit);
    if (transit && ElastiCache.AUTH_TOKEN.of(cache)) {
      body.set("auth_token", token(cache, out));
    }
    body.set("auto_minor_version_upgrade", true)
        .set("apply_immediately", false)
        .set("maintenance_window", RdsPrimary.MAINTENANCE_WINDOW.of(cache));
    snapshots(cache, body, out);
    body.set("tags", Terms.nameTag(out.tagName(cache.id())));
    for (String log : List.of("engine-log", "slow-log")) {
      logs(cache, log, body, out);
    }
    if (ElastiCache.SNAPSHOT_RETENTION.of(cache) > 0) {
      body.block(
          "lifecycle",
          Block.builder()
              .set("ignore_changes", Value.items(Value.symbol("final_snapshot_identifier"))));
    }
    Address address = out.address(CACHE, cache.id());
    out.add(cache, address, body.build());
    ObservabilityBlocks.cache(cache, address, out);
    outputs(cache, address, out);
  }

  private static String engine(Node cache) {
    return ElastiCache.ENGINE.of(cache).name().toLowerCase(Locale.ROOT);
  }

  private static void snapshots(Node cache, Block.Builder body, Lowering out) {
    int days = ElastiCache.SNAPSHOT_RETENTION.of(cache);
    body.set("snapshot_retention_limit", days);
    if (days > 0) {
      body.set("snapshot_window", RdsPrimary.BACKUP_WINDOW.of(cache))
          .set("final_snapshot_identifier", Terms.finalSnapshot(out.name(cache.id(), NAME)));
    }
  }

  private static void logs(Node cache, String log, Block.Builder body, Lowering out) {
    Address group =
        ObservabilityBlocks.logGroup(
            cache,
            out.address("aws_cloudwatch_log_group", cache.id(), log.replace('-', '_')),
            Terms.join(
                Value.of("/aws/elasticache/"), out.name(cache.id(), NAME), Value.of("/" + log)),
            out);
    body.block(
        "log_delivery_configuration",
        Block.builder()
            .set("destination", group.dot("name"))
            .set("destination_type", "cloudwatch-logs")
            .set("log_format", "json")
            .set("log_type", log));
  }

  private static Address subnetGroup(Node cache, Lowering out) {
    List<Node> subnets = out.around().subnets(cache);
    if (subnets.isEmpty()) {
      out.warn(cache, null, "lower.without-subnets");
    }
    Address address = out.address("aws_elasticache_subnet_group", cache.id());
    out.add(
        cache,
        address,
        Block.builder()
            .set("name", out.name(cache.id(), 60))
            .set("description", "Subnets of " + out.words(cache))
            .set("subnet_ids", Terms.subnetIds(out, subnets))
            .set("tags", Terms.nameTag(out.tagName(cache.id())))
            .build());
    return address;
  }

  /// Its name bears the family, so that another version's group can stand beside it.
  private static Address parameters(Node cache, Lowering out) {
    Engine engine = ElastiCache.ENGINE.of(cache);
    String family = family(engine, ElastiCache.version(cache));
    Address address = out.address("aws_elasticache_parameter_group", cache.id());
    Block.Builder body =
        Block.builder()
            .set(
                "name",
                Terms.join(out.name(cache.id(), 60), Value.of("-" + family.replace('.', '-'))))
            .set("description", engine.title() + " parameters of " + out.words(cache))
            .set("family", family)
            .set("tags", Terms.nameTag(out.tagName(cache.id())));
    if (ElastiCache.isSharded(cache)) {
      body.block("parameter", parameter("cluster-enabled", "yes"));
    }
    String eviction = PropertyType.Choice.key(ElastiCache.EVICTION.of(cache));
    body.block("parameter", parameter("maxmemory-policy", eviction))
        .block("lifecycle", Terms.replaceFirst());
    out.add(cache, address, body.build());
    return address;
  }

  /// `valkey8`, `redis7`; the sixth of Redis is called `redis6.x`.
  private static String family(Engine engine, String version) {
    String major = version.substring(0, version.indexOf('.'));
    String name = engine.name().toLowerCase(Locale.ROOT) + major;
    return name.equals("redis6") ? "redis6.x" : name;
  }

  private static Block parameter(String name, String value) {
    return Block.builder().set("name", name).set("value", value).build();
  }

  private static Value token(Node cache, Lowering out) {
    String name = out.label(cache.id()) + "_auth_token";
    out.graph()
        .add(
            new Variable(
                name,
                "Password of "
                    + Terms.the("cache", out.words(cache))
                    + ". The provider has no write-only argument for it, so the state holds it:"
                    + " keep the state encrypted.",
                "string",
                null,
                true,
                false,
                List.of(
                    new Variable.Validation(
                        "can(regex(\"^[A-Za-z0-9!&#$^<>-]{16,128}$\", var." + name + "))",
                        name + " must have 16 to 128 letters, digits or any of ! & # $ ^ < > -.")),
                null));
    return Value.symbol("var." + name);
  }

  /// What AWS calls the nodes behind the group's own name: `001`, or `0001-001` where there are shards.
  static List<String> nodes(Node cache) {
    int shards = ElastiCache.SHARDS.of(cache);
    int replicas = ElastiCache.REPLICAS.of(cache);
    List<String> nodes = new ArrayList<>();
    for (int shard = 1; shard <= shards; shard++) {
      for (int node = 1; node <= replicas + 1; node++) {
        nodes.add(
            shards == 1
                ? String.format(Locale.ROOT, "%03d", node)
                : String.format(Locale.ROOT, "%04d-%03d", shard, node));
      }
    }
    return nodes;
  }

  /// The dimensions of a metric of one of [#nodes], as `each.key` tells it.
  static Value ofNode(Address cache) {
    return Terms.map(
        "CacheClusterId", Value.template(Terms.id(cache), Value.of("-"), Value.symbol("each.key")));
  }

  private static void outputs(Node cache, Address address, Lowering out) {
    String label = out.label(cache.id());
    String words = out.words(cache);
    out.graph()
        .add(
            new Output(
                label + "_endpoint",
                "Host of " + Terms.the("cache", words) + " for reads and writes.",
                endpoint(cache, address)));
    if (!ElastiCache.isSharded(cache)) {
      out.graph()
          .add(
              new Output(
                  label + "_reader_endpoint",
                  "Host of " + Terms.the("cache", words) + " that spreads reads over its replicas.",
                  address.dot("reader_endpoint_address")));
    }
  }
}
