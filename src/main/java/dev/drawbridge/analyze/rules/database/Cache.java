package dev.drawbridge.analyze.rules.database;

import dev.drawbridge.analyze.facts.Reader;
import dev.drawbridge.analyze.facts.Reading;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.resource.Resource;
import java.util.List;

/// A cache of Valkey or Redis as one buys it: a replication group.
record Cache(Resource resource, Reader read) {
  static final String GROUP = "aws_elasticache_replication_group";

  static List<Cache> all(Subject subject) {
    return subject.facts().ofType(GROUP).stream()
        .map(group -> new Cache(group, subject.facts().read(group)))
        .toList();
  }

  /// Whether there is a replica of each shard that takes over when a node is lost.
  Reading<Boolean> hasStandby() {
    Reading<Boolean> failover = read.flag("automatic_failover_enabled").or(false);
    return failover.is(true) ? replicas().then(replicas -> Reading.given(replicas > 0)) : failover;
  }

  private Reading<Long> replicas() {
    return read.has("num_cache_clusters")
        ? read.whole("num_cache_clusters").then(nodes -> Reading.given(nodes - 1))
        : read.whole("replicas_per_node_group").or(0L);
  }

  /// Unless told otherwise, the provider encrypts Valkey and does not encrypt Redis.
  Reading<Boolean> isEncrypted() {
    Reading<Boolean> told = read.flag("at_rest_encryption_enabled");
    return told.isMissing() ? read.text("engine").or("redis").then(this::usually) : told;
  }

  private Reading<Boolean> usually(String engine) {
    return Reading.given(engine.equalsIgnoreCase("valkey"));
  }
}
