package dev.drawbridge.analyze.finding;

/// A packet that shows what a finding says, for somebody who wants to try it.
///
/// @param protocol `tcp`, `udp` and so on
/// @param source the address it is sent from; of a block kept for examples where it may be any
/// @param destination the address it is sent to; of a block kept for examples (RFC 5737, RFC 3849)
///     where AWS has yet to hand it out
/// @param port the port it is sent to; -1 for a protocol without ports
public record Witness(String protocol, String source, String destination, int port) {
  @Override
  public String toString() {
    return protocol + " " + source + " -> " + destination + (port < 0 ? "" : ":" + port);
  }
}
