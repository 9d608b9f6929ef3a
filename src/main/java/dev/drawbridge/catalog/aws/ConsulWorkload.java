package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Value;

/// What runs on the servers of a Consul cluster.
final class ConsulWorkload extends ClusterWorkload {
  /// What the servers' tag is called by which they find each other.
  static final String TAG = "ConsulCluster";

  ConsulWorkload() {
    super("consul", TAG, "/v1/status/leader", ConsulTier.SERVERS);
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
