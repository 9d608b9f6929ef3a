package dev.drawbridge.network;

import java.util.List;
import java.util.Optional;

/// One private address space with a router in its middle: what the clouds call a VPC.
///
/// @param blocks the addresses that the realm's router delivers by itself in each of its subnets
/// @param mainRoutes the route table of every subnet that names none
/// @param mainAccessList the access list of every subnet that names none; none lets all pass
/// @param doubts with any, it may as well be any other realm of the network, see [Unknown]
public record Realm(
    Ref ref,
    List<Cidr> blocks,
    Ref mainRoutes,
    Optional<Ref> mainAccessList,
    List<Unknown> doubts) {

  public Realm {
    blocks = List.copyOf(blocks);
    doubts = List.copyOf(doubts);
  }

  /// One that is known.
  public Realm(Ref ref, List<Cidr> blocks, Ref mainRoutes, Optional<Ref> mainAccessList) {
    this(ref, blocks, mainRoutes, mainAccessList, List.of());
  }
}
