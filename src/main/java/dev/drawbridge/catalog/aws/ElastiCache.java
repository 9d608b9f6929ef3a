package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Group;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Port;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.Trait;
import dev.drawbridge.catalog.Zone;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.Fields;
import java.util.List;

/// A cache (ElastiCache): a replication group of Valkey or Redis with its shards and their replicas. The
/// subnets of its subnet group are the one that it stands in and those that it spans.
public final class ElastiCache {
  /// The cache software.
  public enum Engine {
    VALKEY("Valkey", "8.0"),
    REDIS("Redis", "7.1");

    private final String title;
    private final String version;

    Engine(String title, String version) {
      this.title = title;
      this.version = version;
    }

    public String title() {
      return title;
    }

    /// The version that a new cache gets unless told otherwise.
    String version() {
      return version;
    }
  }

  /// What has to go when the memory is full; Redis calls it `maxmemory-policy`.
  public enum Eviction {
    ALLKEYS_LRU,
    ALLKEYS_LFU,
    VOLATILE_LRU,
    VOLATILE_TTL,
    NOEVICTION
  }

  public static final Property<Engine> ENGINE =
      Property.choice("cacheEngine", Engine.class, Engine.VALKEY);

  /// Major and minor; empty means the one that the engine gets unless told otherwise.
  public static final Property<String> ENGINE_VERSION =
      Property.shaped("cacheVersion", "cache-version", "|[6-9]\\.[0-9]{1,2}", "")
          .suggesting("8.0", "7.2", "7.1", "6.2");

  public static final Property<String> NODE_TYPE =
      Property.shaped("nodeType", "node-type", "cache\\.[a-z0-9.-]{2,40}", "cache.t4g.small")
          .suggesting(
              "cache.t4g.small",
              "cache.t4g.medium",
              "cache.m7g.large",
              "cache.m7g.xlarge",
              "cache.r7g.large",
              "cache.r7g.xlarge");

  /// More than one turns cluster mode on, for which clients need a library that knows it.
  public static final Property<Integer> SHARDS = Property.whole("shards", 1, 90, "", 1);

  /// Of each shard; AWS allows five.
  public static final Property<Integer> REPLICAS = Property.whole("cacheReplicas", 0, 5, "", 1);

  public static final Property<Integer> PORT = Property.port("cachePort", 6379);

  public static final Property<Boolean> TRANSIT_ENCRYPTION =
      Property.flag("transitEncryption", true);

  /// Only together with encryption in transit.
  public static final Property<Boolean> AUTH_TOKEN = Property.flag("authToken", true);

  public static final Property<Eviction> EVICTION =
      Property.choice("eviction", Eviction.class, Eviction.ALLKEYS_LRU);

  /// Days; 0 turns snapshots off.
  public static final Property<Integer> SNAPSHOT_RETENTION =
      Property.whole("snapshotRetention", 0, 35, "d", 7);

  public static final Kind KIND =
      Kind.named("aws.elasticache")
          .in(Group.DATA)
          .icon("elasticache")
          .placedIn("aws.vpc", "aws.subnet")
          .spanning("aws.subnet")
          .using("aws.alarm")
          .traits(Trait.GROUPED, Trait.DATA_STORE)
          .listening((node, _) -> List.of(Port.tcp(PORT.of(node))))
          .zone(Zone.DATA)
          .properties(
              ENGINE,
              ENGINE_VERSION,
              NODE_TYPE,
              SHARDS,
              REPLICAS,
              RdsPrimary.MULTI_AZ,
              PORT,
              RdsPrimary.ENCRYPTED,
              TRANSIT_ENCRYPTION,
              AUTH_TOKEN,
              EVICTION,
              RdsPrimary.BACKUP_WINDOW,
              SNAPSHOT_RETENTION,
              RdsPrimary.MAINTENANCE_WINDOW)
          .preset("aws.elasticache.valkey", "elasticache", Fields.NONE)
          .preset("aws.elasticache.redis", "elasticache", ENGINE.set(Fields.NONE, Engine.REDIS))
          .size(176, 64)
          .detail(e -> ENGINE.of(e).title + " " + PORT.of(e))
          .entry(e -> "TCP " + PORT.of(e))
          .reachedAt(CacheBlocks::reached)
          .lower(CacheBlocks::cache)
          .raise("aws_elasticache_replication_group", RaisedCaches::cache)
          .raise("aws_elasticache_cluster", RaisedCaches::single)
          .build();

  private ElastiCache() {}

  /// The version that this cache runs, such as `8.0`.
  public static String version(Element element) {
    String told = ENGINE_VERSION.of(element);
    return told.isEmpty() ? ENGINE.of(element).version : told;
  }

  /// Whether its data lie on several shards.
  static boolean isSharded(Element element) {
    return SHARDS.of(element) > 1;
  }
}
