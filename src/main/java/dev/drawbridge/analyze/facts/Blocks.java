package dev.drawbridge.analyze.facts;

import dev.drawbridge.network.AddressSet;
import dev.drawbridge.network.Cidr;
import dev.drawbridge.network.CidrReading;
import dev.drawbridge.network.Family;
import dev.drawbridge.resource.Address;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// Address blocks as resources write them.
final class Blocks {
  /// Where the addresses of a VPC lie whose block is not known (RFC 1918).
  static final List<Cidr> PRIVATE =
      List.of(Cidr.of("10.0.0.0/8"), Cidr.of("172.16.0.0/12"), Cidr.of("192.168.0.0/16"));

  private Blocks() {}

  /// The block that is meant: with host bits set, the one that the address lies in.
  static Optional<Cidr> meant(Reading<String> written) {
    return written
        .known()
        .flatMap(
            text ->
                switch (Cidr.read(text)) {
                  case CidrReading.Exact(Cidr cidr) -> Optional.of(cidr);
                  case CidrReading.HostBitsSet(var _, Cidr block) -> Optional.of(block);
                  case CidrReading.Malformed _ -> Optional.empty();
                });
  }

  /// What AWS hands out of a subnet: all but the first four addresses and the last.
  static AddressSet assignable(Cidr subnet) {
    AddressSet all = AddressSet.of(subnet);
    int length = subnet.family().bits();
    if (subnet.hostBits() < 3) {
      return all;
    }
    Cidr firstFour = Cidr.around(subnet.first(), length - 2);
    return all.minus(AddressSet.of(firstFour)).minus(AddressSet.of(subnet.last()));
  }

  /// A block in the place of the IPv6 block that AWS will choose for a VPC: a /56 of those kept for
  /// examples (RFC 3849). It hangs on nothing but the VPC's address, so that VPCs do not share one
  /// and the same VPC always has the same. The lower half is left to clients.
  static Cidr standingIn(Address vpc) {
    long number = 0x800000 | vpc.toString().hashCode() & 0x7fffff;
    return new Cidr(
        dev.drawbridge.network.Address.ipv6(0x2001_0db8_0000_0000L | number << 8, 0), 56);
  }

  /// What Terraform's `cidrsubnet` gives.
  ///
  /// @param bits how many bits longer the prefix gets
  /// @param number which of the blocks of that length
  static Optional<Cidr> part(String prefix, BigDecimal bits, BigDecimal number) {
    Optional<Cidr> whole = meant(Reading.given(prefix));
    if (whole.isEmpty() || !isSmall(bits) || !isSmall(number)) {
      return Optional.empty();
    }
    Family family = whole.get().family();
    int length = whole.get().length() + bits.intValue();
    long index = number.longValue();
    if (length > family.bits() || bits.intValue() < 62 && index >= 1L << bits.intValue()) {
      return Optional.empty();
    }
    int shift = family.bits() - length;
    dev.drawbridge.network.Address first = whole.get().first();
    long high = shift >= 64 ? index << shift - 64 : shift == 0 ? 0 : index >>> 64 - shift;
    long low = shift >= 64 ? 0 : index << shift;
    return Optional.of(
        new Cidr(
            new dev.drawbridge.network.Address(family, first.high() | high, first.low() | low),
            length));
  }

  private static boolean isSmall(BigDecimal number) {
    return number.signum() >= 0
        && number.stripTrailingZeros().scale() <= 0
        && number.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0;
  }
}
