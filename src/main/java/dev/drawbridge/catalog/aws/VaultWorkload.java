package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.Workload;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Value;
import java.util.SequencedMap;
import java.util.TreeMap;

/// What runs on the servers of a Vault cluster.
final class VaultWorkload implements Workload {
  static final String TAG = "VaultCluster";

  @Override
  public String tier() {
    return "vault";
  }

  @Override
  public Property<String> instanceType() {
    return Instances.INSTANCE_TYPE;
  }

  @Override
  public String healthPath(Node node) {
    return "/v1/sys/health";
  }

  @Override
  public int shutdown(Node node) {
    return 30;
  }

  @Override
  public int servers(Node node) {
    return VaultTier.SERVERS.of(node);
  }

  @Override
  public SequencedMap<String, Value> tags(Node node, Lowering out) {
    return new TreeMap<>(java.util.Map.of(TAG, out.name(node.id(), 40)));
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
