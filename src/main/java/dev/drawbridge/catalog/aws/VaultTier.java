package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Group;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Port;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.Trait;
import dev.drawbridge.catalog.Zone;
import java.util.List;

/// The servers of a Vault cluster, which keep secrets in a log that they replicate among themselves (Raft)
/// and open themselves at the start with the region's key.
public final class VaultTier {
  /// HashiCorp, "Vault reference architecture": the interface.
  static final int API = 8200;

  public static final Property<Integer> SERVERS = ConsulTier.SERVERS;

  public static final Kind KIND =
      Kind.named("tier.vault")
          .in(Group.OPERATIONS)
          .icon("vault")
          .placedIn("aws.vpc", "aws.subnet")
          .spanning("aws.subnet")
          .traits(Trait.GROUPED)
          .runs(new VaultWorkload())
          .listening((_, _) -> List.of(Port.tcp(API)))
          .zone(Zone.APP)
          .properties(SERVERS)
          .section("instances", Instances.INSTANCE_TYPE, Instances.AMI, Instances.ROOT_VOLUME)
          .size(168, 64)
          .detail(e -> "Vault × " + SERVERS.of(e))
          .entry(_ -> "HTTPS " + API)
          .lower(ClusterBlocks::vault)
          .raise("aws_security_group", RaisedTiers::vault)
          .build();

  private VaultTier() {}
}
