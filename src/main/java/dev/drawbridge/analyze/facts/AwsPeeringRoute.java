package dev.drawbridge.analyze.facts;

import dev.drawbridge.network.Cidr;
import dev.drawbridge.network.Ref;
import dev.drawbridge.resource.Address;
import java.util.Optional;

/// A route to a peer, as somebody wrote it.
///
/// @param ref the route in the network
/// @param destination the addresses that it sends there
/// @param peer the VPC at the far end; empty where it is not of this configuration
public record AwsPeeringRoute(Ref ref, Cidr destination, Optional<Address> peer) {}
