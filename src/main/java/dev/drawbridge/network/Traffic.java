package dev.drawbridge.network;

/// Packets told apart by protocol and destination port.
///
/// @param ports for a protocol without ports either all or none of them
public record Traffic(Protocol protocol, PortSet ports) {

  /// Every packet there is.
  public static final Traffic ANY = new Traffic(Protocol.ANY, PortSet.ALL);

  public Traffic {
    if (!protocol.hasPorts() && !ports.isEmpty()) {
      ports = PortSet.ALL;
    }
  }

  public static Traffic tcp(int port) {
    return new Traffic(Protocol.TCP, PortSet.of(port));
  }

  public static Traffic tcp(int first, int last) {
    return new Traffic(Protocol.TCP, PortSet.of(first, last));
  }

  public static Traffic udp(int first, int last) {
    return new Traffic(Protocol.UDP, PortSet.of(first, last));
  }

  public static Traffic all(Protocol protocol) {
    return new Traffic(protocol, PortSet.ALL);
  }

  /// The ports of `other` that this traffic, as part of a rule, speaks of.
  public PortSet portsOf(Protocol other) {
    if (protocol.equals(Protocol.ANY)) {
      return ports;
    }
    return protocol.equals(other) ? ports : PortSet.EMPTY;
  }

  @Override
  public String toString() {
    return protocol.hasPorts() ? protocol + " " + ports : protocol.toString();
  }
}
