package dev.drawbridge.network;

/// Whether one packet is meant by a set, a block or a kind of traffic: the walker's own way of
/// finding out, bit by bit.
final class PacketMatch {

  private PacketMatch() {}

  static boolean speaksOf(Traffic traffic, Protocol protocol, int port) {
    boolean same = traffic.protocol().number() == -1 || traffic.protocol().equals(protocol);
    if (same) {
      for (PortRange range : traffic.ports().ranges()) {
        if (range.first() <= port && port <= range.last()) {
          return true;
        }
      }
    }
    return false;
  }

  static boolean matches(Cidr block, Address address) {
    if (block.first().family() != address.family()) {
      return false;
    }
    for (int bit = 0; bit < block.length(); bit++) {
      if (bit(block.first(), bit) != bit(address, bit)) {
        return false;
      }
    }
    return true;
  }

  private static long bit(Address address, int index) {
    if (address.family() == Family.IPV4) {
      return address.low() >>> (31 - index) & 1;
    }
    return index < 64 ? address.high() >>> (63 - index) & 1 : address.low() >>> (127 - index) & 1;
  }

  static boolean inSet(AddressSet set, Address address) {
    for (AddressRange range : set.ranges()) {
      if (range.first().family() == address.family()
          && notAbove(range.first(), address)
          && notAbove(address, range.last())) {
        return true;
      }
    }
    return false;
  }

  private static boolean notAbove(Address one, Address other) {
    int high = Long.compareUnsigned(one.high(), other.high());
    return high < 0 || high == 0 && Long.compareUnsigned(one.low(), other.low()) <= 0;
  }
}
