package dev.drawbridge.network;

/// Where sessions are opened from.
public sealed interface Origin {

  Origin INTERNET = new Internet();

  /// Any client on the internet, see [Network#internet].
  record Internet() implements Origin {}

  /// Any client at the far end of a tunnel that has one of these addresses.
  record Remote(Ref tunnel, AddressSet among) implements Origin {
    public Remote(Ref tunnel) {
      this(tunnel, AddressSet.EVERYTHING);
    }
  }

  /// An interface of the network.
  record Host(Ref host) implements Origin {}

  static Origin of(Ref host) {
    return new Host(host);
  }
}
