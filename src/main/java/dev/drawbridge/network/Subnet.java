package dev.drawbridge.network;

import java.util.Optional;

/// A part of a realm whose border packets cross through one access list and one route table.
///
/// @param zone the failure zone that it lies in, in the caller's words; one that is not known is
///     empty, or begins with [#UNKNOWN] where it is known to be the same as others of that name
/// @param routes its own route table; without one the realm's main table holds
/// @param accessList its own access list; without one the realm's main list holds
public record Subnet(
    Ref ref, Ref realm, String zone, Optional<Ref> routes, Optional<Ref> accessList) {
  public static final String UNKNOWN = "?";

  public boolean isZoneKnown() {
    return !zone.isEmpty() && !zone.startsWith(UNKNOWN);
  }

  /// Whether the other lies in the same zone for certain.
  public boolean sharesZone(Subnet other) {
    return ref.equals(other.ref) || !zone.isEmpty() && zone.equals(other.zone);
  }
}
