package dev.drawbridge.catalog;

/// A port on which something listens.
///
/// @param number 1 to 65535
public record Port(Transport transport, int number) {
  /// The protocol that knows ports.
  public enum Transport {
    TCP,
    UDP
  }

  public static Port tcp(int number) {
    return new Port(Transport.TCP, number);
  }

  public static Port udp(int number) {
    return new Port(Transport.UDP, number);
  }
}
