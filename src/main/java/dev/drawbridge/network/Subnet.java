package dev.drawbridge.network;

import java.util.Optional;

/// A part of a realm whose border packets cross through one access list and one route table.
///
/// @param zone the failure zone that it lies in, in the caller's words
/// @param routes its own route table; without one the realm's main table holds
/// @param accessList its own access list; without one the realm's main list holds
public record Subnet(
    Ref ref, Ref realm, String zone, Optional<Ref> routes, Optional<Ref> accessList) {}
