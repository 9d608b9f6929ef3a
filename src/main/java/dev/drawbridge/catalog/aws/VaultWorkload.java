package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Value;

/// What runs on the servers of a Vault cluster.
final class VaultWorkload extends ClusterWorkload {
  static final String TAG = "VaultCluster";

  VaultWorkload() {
    super("vault", TAG, "/v1/sys/health", VaultTier.SERVERS);
  }

  @Override
  public Value script(Node node, Lowering out) {
    return ConfigurationFiles.script(
        "vault.sh.tftpl",
        Terms.map(
            "cluster",
            out.name(node.id(), 40),
            "key_arn",
            AccountBlocks.key(node, out),
            "region",
            out.around().regionCode(node),
            "secret_arn",
            ClusterBlocks.secretArn(node, out)),
        out);
  }
}
