package dev.drawbridge.analyze;

import static dev.drawbridge.analyze.Example.passing;
import static dev.drawbridge.analyze.Example.undecided;
import static dev.drawbridge.analyze.Example.violating;
import static dev.drawbridge.analyze.WrittenServices.unknown;
import static dev.drawbridge.analyze.WrittenServices.zones;

import dev.drawbridge.catalog.aws.Aurora;
import dev.drawbridge.catalog.aws.ConsulTier;
import dev.drawbridge.catalog.aws.ElastiCache;
import dev.drawbridge.catalog.aws.RdsPrimary;
import dev.drawbridge.resource.Block;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Examples of caches and Aurora clusters, which rules on databases and zones look at too.
final class DataExamples {
  private static final String CACHE = "aws_elasticache_replication_group.cache";

  private DataExamples() {}

  static final List<Example> ALL =
      Stream.of(caches(), clusters(), alarms(), servers(), written())
          .flatMap(List::stream)
          .toList();

  private static Designs cache() {
    return Designs.network().add("redis", "aws.elasticache", "vpc", "isolated-a", "isolated-c");
  }

  private static Designs aurora() {
    return Designs.network().add("db", "aws.aurora", "vpc", "isolated-a", "isolated-c");
  }

  private static List<Example> caches() {
    return List.of(
        violating(
            "DMZ-004",
            "a cache in public subnets",
            Designs.network().add("redis", "aws.elasticache", "vpc", "public-a", "public-c"),
            "redis"),
        violating(
            "DMZ-024",
            "a cache in a subnet with a way out",
            Designs.network()
                .nat("nat", "public-a")
                .add("redis", "aws.elasticache", "vpc", "private-a", "isolated-c"),
            "redis"),
        violating(
            "RDS-002",
            "a cache without a replica",
            cache().set("redis", ElastiCache.REPLICAS, 0),
            "redis"),
        violating(
            "RDS-002",
            "a cache whose replica does not take over",
            cache().set("redis", RdsPrimary.MULTI_AZ, false),
            "redis"),
        violating(
            "RDS-002",
            "a cache with neither",
            cache().set("redis", RdsPrimary.MULTI_AZ, false).set("redis", ElastiCache.REPLICAS, 0),
            "redis"),
        passing("RDS-002", "a cache with a replica", cache()),
        violating(
            "RDS-003",
            "a snapshot in the middle of the maintenance",
            cache().set("redis", RdsPrimary.BACKUP_WINDOW, "18:30-19:30"),
            "redis"),
        passing("RDS-003", "a cache with windows apart", cache()),
        violating(
            "RDS-004",
            "a snapshot window of half an hour, of which a cache wants a whole one",
            cache().set("redis", RdsPrimary.BACKUP_WINDOW, "03:00-03:30"),
            "redis"),
        passing("RDS-004", "a cache with windows of an hour", cache()),
        violating(
            "RDS-006",
            "a cache that is not encrypted",
            cache().set("redis", RdsPrimary.ENCRYPTED, false),
            "redis"),
        passing("RDS-006", "an encrypted cache", cache()),
        violating(
            "RDS-009",
            "an arrow to another port of a cache",
            cache().was("was", "private-a").arrow("was", "redis", "6380"),
            "redis"),
        passing(
            "RDS-009",
            "an arrow to a cache",
            cache().was("was", "private-a").arrow("was", "redis")));
  }

  private static List<Example> clusters() {
    return List.of(
        violating(
            "DMZ-003",
            "a cluster with a public address",
            aurora().set("db", RdsPrimary.PUBLICLY_ACCESSIBLE, true),
            "db"),
        violating(
            "RDS-001",
            "a cluster in one zone",
            Designs.network().add("db", "aws.aurora", "vpc", "isolated-a"),
            "db"),
        violating("RDS-002", "a writer alone", aurora().set("db", Aurora.READERS, 0), "db"),
        passing("RDS-002", "a writer and a reader", aurora()),
        violating(
            "RDS-003",
            "a cluster's backup in the middle of the maintenance",
            aurora().set("db", RdsPrimary.BACKUP_WINDOW, "18:40-19:10"),
            "db"),
        violating(
            "RDS-004",
            "a cluster's maintenance of a quarter of an hour, told once",
            aurora().set("db", RdsPrimary.MAINTENANCE_WINDOW, "sat:18:30-sat:18:45"),
            "db"),
        violating(
            "RDS-005",
            "a cluster's backups for two days",
            aurora().set("db", Aurora.BACKUP_RETENTION, 2),
            "db"),
        violating(
            "RDS-006",
            "a cluster that is not encrypted",
            aurora().set("db", RdsPrimary.ENCRYPTED, false),
            "db"),
        violating(
            "RDS-007",
            "a cluster without protection",
            aurora().set("db", RdsPrimary.DELETION_PROTECTION, false),
            "db"),
        passing("RDS-008", "a cluster over two zones", aurora()),
        violating(
            "RDS-009",
            "an arrow to another port of a cluster, told once for all its instances",
            aurora().was("was", "private-a").arrow("was", "db", "3306"),
            "db"));
  }

  private static Designs alarm() {
    return aurora()
        .add("alarm", "aws.alarm", "vpc")
        .add("topic", "aws.sns_topic", "region")
        .using("db", "alarm");
  }

  private static List<Example> alarms() {
    return List.of(
        violating("OBS-003", "a drawn alarm that tells nobody", alarm(), "alarm"),
        passing("OBS-003", "a drawn alarm and its topic", alarm().using("alarm", "topic")));
  }

  private static Designs consul(int servers) {
    return Designs.network()
        .add("discovery", "tier.consul", "vpc", "private-a", "private-c")
        .set("discovery", ConsulTier.SERVERS, servers);
  }

  private static List<Example> servers() {
    return List.of(
        violating("SD-001", "one drawn server", consul(1), "discovery"),
        violating("SD-001", "four drawn servers", consul(4), "discovery"),
        passing("SD-001", "three drawn servers", consul(3)),
        violating(
            "SD-002",
            "the web tier asking drawn servers",
            consul(3).web("web", "public-a").arrow("web", "discovery"),
            "discovery"),
        passing(
            "SD-002",
            "an application asking drawn servers",
            consul(3).was("was", "private-a").arrow("was", "discovery")));
  }

  private static Terraform group(UnaryOperator<Block.Builder> more) {
    return zones().add(CACHE, more);
  }

  private static List<Example> written() {
    return List.of(
        violating("RDS-002", "no word on failover", group(b -> b), CACHE),
        violating(
            "RDS-002",
            "failover to nobody",
            group(b -> b.set("automatic_failover_enabled", true).set("num_cache_clusters", 1)),
            CACHE),
        undecided(
            "RDS-002",
            "as many nodes as a variable tells",
            group(
                b ->
                    unknown("num_cache_clusters").apply(b.set("automatic_failover_enabled", true))),
            CACHE),
        passing(
            "RDS-002",
            "replicas of shards",
            group(
                b ->
                    b.set("automatic_failover_enabled", true)
                        .set("num_node_groups", 2)
                        .set("replicas_per_node_group", 1))),
        violating("RDS-006", "Redis without a word on encryption", group(b -> b), CACHE),
        passing(
            "RDS-006", "Valkey, which is encrypted unasked", group(b -> b.set("engine", "valkey"))),
        undecided(
            "RDS-006",
            "encryption that a variable tells",
            group(unknown("at_rest_encryption_enabled")),
            CACHE));
  }
}
