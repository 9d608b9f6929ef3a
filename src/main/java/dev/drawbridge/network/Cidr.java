package dev.drawbridge.network;

/// A block of addresses: the first `length` bits are those of `first`, the rest is free.
///
/// @param first its lowest address; no bit beyond `length` is set
/// @param length how many bits are fixed, 0 to 32 or 128
public record Cidr(Address first, int length) {

  public Cidr {
    if (length < 0 || length > first.family().bits()) {
      throw new IllegalArgumentException("prefix length out of range: " + length);
    }
    if (!first.withoutHostBits(length).equals(first)) {
      throw new IllegalArgumentException("host bits set: " + first + "/" + length);
    }
  }

  /// The block that `text` spells, for text that is known to be right.
  ///
  /// @throws IllegalArgumentException where [#read] does not give [CidrReading.Exact]
  public static Cidr of(String text) {
    return switch (read(text)) {
      case CidrReading.Exact exact -> exact.cidr();
      case CidrReading.HostBitsSet wrong ->
          throw new IllegalArgumentException("host bits set: " + text + "; is it " + wrong.block());
      case CidrReading.Malformed wrong ->
          throw new IllegalArgumentException("not a CIDR block: " + text + ": " + wrong.problem());
    };
  }

  /// What `text` spells, be it a block, nearly a block, or none.
  public static CidrReading read(String text) {
    return CidrReading.of(text);
  }

  /// The block of exactly one address.
  public static Cidr single(Address address) {
    return new Cidr(address, address.family().bits());
  }

  /// The block of `length` that `address` lies in.
  public static Cidr around(Address address, int length) {
    return new Cidr(address.withoutHostBits(length), length);
  }

  public Family family() {
    return first.family();
  }

  public Address last() {
    return first.withHostBits(length);
  }

  public AddressRange range() {
    return new AddressRange(first, last());
  }

  public boolean contains(Address address) {
    return address.family() == family() && address.withoutHostBits(length).equals(first);
  }

  public boolean contains(Cidr other) {
    return length <= other.length && contains(other.first);
  }

  public boolean overlaps(Cidr other) {
    return contains(other) || other.contains(this);
  }

  /// How many addresses it holds, as a power of two: `family bits - length`.
  public int hostBits() {
    return family().bits() - length;
  }

  @Override
  public String toString() {
    return first + "/" + length;
  }
}
