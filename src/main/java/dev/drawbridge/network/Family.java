package dev.drawbridge.network;

/// An address family, with the width of its addresses in bits.
public enum Family {
  IPV4(32),
  IPV6(128);

  private final int bits;

  Family(int bits) {
    this.bits = bits;
  }

  public int bits() {
    return bits;
  }
}
