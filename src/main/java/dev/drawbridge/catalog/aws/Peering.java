package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Group;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Property;

/// A peering of two VPCs, with the routes of both to each other. It opens no port: arrows between what stands
/// in them do. It leads no further: the peer of a peer, its gateways and its internet stay out of reach.
public final class Peering {
  /// Whether each side finds the private addresses behind the other's public names.
  public static final Property<Boolean> DNS = Property.flag("peeringDns", true);

  public static final Kind KIND =
      Kind.named("peering")
          .in(Group.CONNECTORS)
          .icon("peering")
          .joining((source, target) -> source.equals(Vpc.KIND) && target.equals(Vpc.KIND))
          .properties(DNS)
          .lower(PeeringBlocks::peering)
          .raiseLast(RaisedPeerings::raise)
          .build();

  private Peering() {}
}
