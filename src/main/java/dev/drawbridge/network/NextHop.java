package dev.drawbridge.network;

/// Where a route sends packets.
public sealed interface NextHop {

  /// The router of the realm itself, which delivers to its subnets.
  record Local() implements NextHop {}

  /// A gateway to and from the internet. For IPv4 it carries only those with a public address.
  record InternetGateway(Ref gateway) implements NextHop {}

  /// A gateway for sessions to the internet, IPv6 only, that lets none in.
  record EgressOnlyGateway(Ref gateway) implements NextHop {}

  /// An interface that rewrites the source to its own addresses, see [Interface.Role#TRANSLATOR].
  record Translator(Ref translator) implements NextHop {}

  /// A link with another realm, see [Peering].
  record Across(Ref peering) implements NextHop {}

  /// A link with a network elsewhere, see [Tunnel].
  record Through(Ref tunnel) implements NextHop {}

  /// Nowhere: packets are dropped.
  record Blackhole() implements NextHop {}

  /// Not known, or of a kind whose further way the engine does not follow.
  record Unresolved(Unknown unknown) implements NextHop {}
}
