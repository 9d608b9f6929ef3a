package dev.drawbridge.network;

import java.util.List;

/// Which requests a rule of a listener has, after those before it took theirs.
///
/// @param clients those who have a request that it has; none where it has none at all
/// @param example such a request, of one of them
/// @param unknowns with any, it may have none after all
/// @param takenBy where it has none for certain, the rules that took them
record Selection(AddressSet clients, Request example, List<Unknown> unknowns, List<Ref> takenBy) {

  boolean isNever() {
    return clients.isEmpty();
  }
}
