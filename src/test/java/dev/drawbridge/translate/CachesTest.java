package dev.drawbridge.translate;

import static dev.drawbridge.translate.Graphs.block;
import static dev.drawbridge.translate.Graphs.get;
import static dev.drawbridge.translate.Graphs.rules;
import static dev.drawbridge.translate.Graphs.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.catalog.aws.ElastiCache;
import dev.drawbridge.catalog.aws.RdsPrimary;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.ResourceGraph;
import dev.drawbridge.resource.Variable;
import org.junit.jupiter.api.Test;

class CachesTest {
  private static Sketch sketch() {
    return Sketch.threeTier()
        .node("redis", "aws.elasticache", "data-a")
        .spans("redis", "data-b")
        .arrow("was", "redis");
  }

  private static Resource cache(ResourceGraph graph) {
    return get(graph, "aws_elasticache_replication_group", "redis");
  }

  @Test
  void aCacheHasAReplicaThatTakesOverAndIsEncrypted() {
    ResourceGraph graph = sketch().lower();
    Resource cache = cache(graph);
    assertThat(say(cache, "engine") + say(cache, "engine_version")).isEqualTo("valkey8.0");
    assertThat(say(cache, "num_cache_clusters")).isEqualTo("2");
    assertThat(say(cache, "automatic_failover_enabled")).isEqualTo("true");
    assertThat(say(cache, "multi_az_enabled")).isEqualTo("true");
    assertThat(say(cache, "at_rest_encryption_enabled")).isEqualTo("true");
    assertThat(say(cache, "transit_encryption_enabled")).isEqualTo("true");
    assertThat(say(cache, "kms_key_id")).isEqualTo("aws_kms_key.seoul.arn");
    assertThat(say(get(graph, "aws_elasticache_subnet_group", "redis"), "subnet_ids"))
        .isEqualTo("aws_subnet.data_a.id, aws_subnet.data_b.id");
    assertThat(say(get(graph, "aws_elasticache_parameter_group", "redis"), "family"))
        .isEqualTo("valkey8");
  }

  @Test
  void theArrowOpensItsPortAndTellsTheApplicationWhereItIs() {
    ResourceGraph graph = sketch().lower();
    assertThat(rules(graph, "redis")).containsExactly("in tcp 6379-6379 was");
    assertThat(say(get(graph, "aws_launch_template", "was_asg"), "user_data"))
        .contains("CACHE_HOST=aws_elasticache_replication_group.redis.primary_endpoint_address");
  }

  @Test
  void itsPasswordIsAnInputAndNeverInTheText() {
    ResourceGraph graph = sketch().lower();
    Variable token = graph.variables().get("redis_auth_token");
    assertThat(token.sensitive()).isTrue();
    assertThat(token.fallback()).isNull();
    assertThat(say(cache(graph), "auth_token")).isEqualTo("var.redis_auth_token");
    assertThat(sketch().set("redis", ElastiCache.AUTH_TOKEN, false).lower().variables())
        .doesNotContainKey("redis_auth_token");
    // AWS takes a password only over encrypted connections.
    ResourceGraph plain = sketch().set("redis", ElastiCache.TRANSIT_ENCRYPTION, false).lower();
    assertThat(cache(plain).get("auth_token")).isNull();
  }

  @Test
  void severalShardsAreClusterMode() {
    ResourceGraph graph =
        sketch().set("redis", ElastiCache.SHARDS, 3).set("redis", ElastiCache.REPLICAS, 0).lower();
    Resource cache = cache(graph);
    assertThat(say(cache, "num_node_groups")).isEqualTo("3");
    assertThat(say(cache, "replicas_per_node_group")).isEqualTo("0");
    assertThat(cache.get("num_cache_clusters")).isNull();
    // The provider refuses cluster mode without failover, and AWS several zones without replicas.
    assertThat(say(cache, "automatic_failover_enabled")).isEqualTo("true");
    assertThat(say(cache, "multi_az_enabled")).isEqualTo("false");
    assertThat(
            say(block(get(graph, "aws_elasticache_parameter_group", "redis"), "parameter"), "name"))
        .isEqualTo("cluster-enabled");
    assertThat(say(get(graph, "aws_cloudwatch_metric_alarm", "redis_cpu"), "for_each"))
        .isEqualTo("toset(0001-001, 0002-001, 0003-001)");
  }

  @Test
  void withoutSnapshotsThereIsNoLastOneEither() {
    Resource none = cache(sketch().set("redis", ElastiCache.SNAPSHOT_RETENTION, 0).lower());
    assertThat(none.get("snapshot_window")).isNull();
    assertThat(none.get("final_snapshot_identifier")).isNull();
    Resource kept = cache(sketch().lower());
    assertThat(say(kept, "snapshot_window")).isEqualTo("17:00-18:00");
    assertThat(say(block(kept, "lifecycle"), "ignore_changes"))
        .isEqualTo("final_snapshot_identifier");
  }

  @Test
  void whatIsDrawnWrongIsBuiltWrong() {
    Resource cache =
        cache(
            sketch()
                .set("redis", ElastiCache.REPLICAS, 0)
                .set("redis", RdsPrimary.ENCRYPTED, false)
                .set("redis", ElastiCache.TRANSIT_ENCRYPTION, false)
                .lower());
    assertThat(say(cache, "num_cache_clusters")).isEqualTo("1");
    assertThat(say(cache, "automatic_failover_enabled")).isEqualTo("false");
    assertThat(say(cache, "at_rest_encryption_enabled")).isEqualTo("false");
    assertThat(cache.get("kms_key_id")).isNull();
  }

  @Test
  void theParameterGroupIsOfTheEnginesFamilyAndNamedAfterIt() {
    assertThat(family(ElastiCache.Engine.REDIS, "")).isEqualTo("redis7");
    assertThat(family(ElastiCache.Engine.REDIS, "6.2")).isEqualTo("redis6.x");
    assertThat(family(ElastiCache.Engine.VALKEY, "7.2")).isEqualTo("valkey7");
  }

  private static String family(ElastiCache.Engine engine, String version) {
    Resource group =
        get(
            sketch()
                .set("redis", ElastiCache.ENGINE, engine)
                .set("redis", ElastiCache.ENGINE_VERSION, version)
                .lower(),
            "aws_elasticache_parameter_group",
            "redis");
    String family = say(group, "family");
    assertThat(say(group, "name")).endsWith(family.replace('.', '-'));
    return family;
  }
}
