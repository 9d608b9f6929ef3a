package dev.drawbridge.network;

/// Whom a rule of a group admits, or lets be called.
public sealed interface Peer {

  /// Whoever has one of these addresses.
  record Addresses(AddressSet set) implements Peer {}

  /// Whoever has one of the addresses that a list kept elsewhere holds.
  record Listed(Ref list, AddressSet set) implements Peer {}

  /// The interfaces that bear a group, at their private addresses, in the same realm or in one
  /// that is peered with it and knows its groups.
  record Members(Ref group) implements Peer {}

  static Peer of(String... cidrs) {
    return new Addresses(AddressSet.of(cidrs));
  }

  /// The addresses that it is told by, none where it is told by a group.
  default AddressSet addresses() {
    return switch (this) {
      case Addresses(AddressSet set) -> set;
      case Listed(Ref list, AddressSet set) -> set;
      case Members members -> AddressSet.EMPTY;
    };
  }
}
