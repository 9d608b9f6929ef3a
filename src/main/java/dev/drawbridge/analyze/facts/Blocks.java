package dev.drawbridge.analyze.facts;

import dev.drawbridge.network.AddressSet;
import dev.drawbridge.network.Cidr;
import dev.drawbridge.network.CidrReading;
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
}
