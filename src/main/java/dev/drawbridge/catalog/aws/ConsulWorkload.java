package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.Workload;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Value;
import java.util.SequencedMap;
import java.util.TreeMap;

/// What runs on the servers of a Consul cluster.
final class ConsulWorkload implements Workload {
  /// What the servers' tag is called by which they find each other.
  static final String TAG = "ConsulCluster";

  @Override
  public String tier() {
    return "consul";
  }

  @Override
  public Property<String> instanceType() {
    return Instances.INSTANCE_TYPE;
  }

  @Override
  public String healthPath(Node node) {
    return "/v1/status/leader";
  }

  @Override
  public int shutdown(Node node) {
    return 30;
  }

  @Override
  public int servers(Node node) {
    return ConsulTier.SERVERS.of(node);
  }

  @Override
  public SequencedMap<String, Value> tags(Node node, Lowering out) {
    return new TreeMap<>(java.util.Map.of(TAG, out.name(node.id(), 40)));
  }

  @Override
  public Value script(Node node, Lowering out) {
    return ConfigurationFiles.script(
        "consul.sh.tftpl",
        Terms.map(
            "cluster",
            out.name(node.id(), 40),
            "datacenter",
            ClusterBlocks.datacenter(node, out),
            "region",
            out.around().regionCode(node),
            "secret_arn",
            ClusterBlocks.secretArn(node, out),
            "servers",
            Value.of(ConsulTier.SERVERS.of(node)),
            "services",
            Value.call("jsonencode", Value.of(ConsulServices.of(node, out).definitions())),
            "tls",
            Value.of(ConsulTier.TLS.of(node)),
            "wan",
            Value.call("jsonencode", ClusterBlocks.far(node, out))),
        out);
  }
}
