package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Value;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/// What runs on the servers of a cluster, which find each other by a tag.
abstract class ClusterWorkload implements ServerWorkload {
  private final String tier;
  private final String tag;
  private final String healthPath;
  private final Property<Integer> servers;

  /// @param tag what the tag is called by which the servers find each other
  ClusterWorkload(String tier, String tag, String healthPath, Property<Integer> servers) {
    this.tier = tier;
    this.tag = tag;
    this.healthPath = healthPath;
    this.servers = servers;
  }

  @Override
  public final String tier() {
    return tier;
  }

  @Override
  public final String healthPath(Node node) {
    return healthPath;
  }

  @Override
  public final int shutdown(Node node) {
    return 30;
  }

  @Override
  public final int servers(Node node) {
    return servers.of(node);
  }

  @Override
  public final SequencedMap<String, Value> tags(Node node, Lowering out) {
    return new TreeMap<>(Map.of(tag, out.name(node.id(), 40)));
  }
}
