package dev.drawbridge.network;

/// The first packet of a session, as its source sends it: a witness of a verdict.
public record Packet(
    Protocol protocol, Address source, int sourcePort, Address destination, int destinationPort) {

  @Override
  public String toString() {
    return protocol
        + " "
        + source
        + ":"
        + sourcePort
        + " -> "
        + destination
        + ":"
        + destinationPort;
  }
}
