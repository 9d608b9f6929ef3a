package dev.drawbridge.analyze.finding;

/// A packet that shows what a finding says, for somebody who wants to try it.
///
/// @param protocol `tcp`, `udp` and so on
/// @param source the address it is sent from
/// @param destination the address it is sent to; `?` for one that AWS has yet to hand out
/// @param port the port it is sent to; -1 for a protocol without ports
public record Witness(String protocol, String source, String destination, int port) {
  @Override
  public String toString() {
    return protocol + " " + source + " -> " + destination + (port < 0 ? "" : ":" + port);
  }
}
