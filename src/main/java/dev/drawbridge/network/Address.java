package dev.drawbridge.network;

import java.util.Optional;

/// One IP address. An IPv4 address occupies the low 32 bits of `low`, and `high` is zero.
///
/// The order is total: every IPv4 address comes before every IPv6 address.
public record Address(Family family, long high, long low) implements Comparable<Address> {

  public Address {
    if (family == Family.IPV4 && (high != 0 || low >>> 32 != 0)) {
      throw new IllegalArgumentException("more than 32 bits in an IPv4 address");
    }
  }

  public static Address ipv4(long bits) {
    return new Address(Family.IPV4, 0, bits);
  }

  public static Address ipv6(long high, long low) {
    return new Address(Family.IPV6, high, low);
  }

  /// The address that `text` spells.
  ///
  /// @throws IllegalArgumentException where it spells none; for text from outside use [#read]
  public static Address of(String text) {
    return read(text).orElseThrow(() -> new IllegalArgumentException("not an IP address: " + text));
  }

  /// The address that `text` spells: dotted decimal without leading zeros, or RFC 4291 hexadecimal.
  public static Optional<Address> read(String text) {
    return text.indexOf(':') < 0 ? AddressText.readIpv4(text) : AddressText.readIpv6(text);
  }

  static Address lowest(Family family) {
    return new Address(family, 0, 0);
  }

  static Address highest(Family family) {
    return lowest(family).withHostBits(0);
  }

  /// This address with every bit beyond the first `length` set.
  Address withHostBits(int length) {
    return new Address(
        family, high | hostMaskHigh(family, length), low | hostMaskLow(family, length));
  }

  /// This address with every bit beyond the first `length` cleared.
  Address withoutHostBits(int length) {
    return new Address(
        family, high & ~hostMaskHigh(family, length), low & ~hostMaskLow(family, length));
  }

  private static long hostMaskHigh(Family family, int length) {
    if (family == Family.IPV4 || length >= 64) {
      return 0;
    }
    return length == 0 ? -1L : -1L >>> length;
  }

  private static long hostMaskLow(Family family, int length) {
    int hostBits = family.bits() - length;
    return hostBits >= 64 ? -1L : (1L << hostBits) - 1;
  }

  boolean isLast() {
    return equals(highest(family));
  }

  boolean isFirst() {
    return high == 0 && low == 0;
  }

  /// The address after this one, of the same family.
  Address next() {
    if (isLast()) {
      throw new IllegalStateException("no address after " + this);
    }
    return low == -1L ? new Address(family, high + 1, 0) : new Address(family, high, low + 1);
  }

  /// The address before this one, of the same family.
  Address previous() {
    if (isFirst()) {
      throw new IllegalStateException("no address before " + this);
    }
    return low == 0 ? new Address(family, high - 1, -1L) : new Address(family, high, low - 1);
  }

  /// How many low bits are zero, at most the width of the family.
  int trailingZeros() {
    if (low != 0) {
      return Long.numberOfTrailingZeros(low);
    }
    return family == Family.IPV4 ? 32 : 64 + Long.numberOfTrailingZeros(high);
  }

  /// The number as a floating-point value: exact for IPv4, an approximation for IPv6.
  double approximate() {
    return unsigned(high) * 0x1p64 + unsigned(low);
  }

  private static double unsigned(long bits) {
    return (bits >>> 1) * 2.0 + (bits & 1);
  }

  @Override
  public int compareTo(Address other) {
    if (family != other.family) {
      return family.compareTo(other.family);
    }
    int order = Long.compareUnsigned(high, other.high);
    return order != 0 ? order : Long.compareUnsigned(low, other.low);
  }

  @Override
  public String toString() {
    return AddressText.write(this);
  }
}
