package dev.drawbridge.network;

/// The IPv4 address by which the internet knows an interface.
public sealed interface PublicAddress {

  PublicAddress NONE = new None();

  /// It has none.
  record None() implements PublicAddress {}

  /// It has one.
  ///
  /// @param oneOf the set it is known to lie in: a single address where it is fixed
  record Assigned(AddressSet oneOf) implements PublicAddress {
    public Assigned {
      if (oneOf.isEmpty()) {
        throw new IllegalArgumentException("a public address that can be none at all");
      }
    }
  }

  /// Whether it has one is not known; if so, it can be any.
  record Unresolved(Unknown unknown) implements PublicAddress {}

  /// One that is handed out later, and can be any address of the internet.
  static PublicAddress anyOf(AddressSet internet) {
    return new Assigned(internet.only(Family.IPV4));
  }

  static PublicAddress fixed(Address address) {
    return new Assigned(AddressSet.of(address));
  }
}
