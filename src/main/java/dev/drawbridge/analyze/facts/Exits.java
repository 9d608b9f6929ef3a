package dev.drawbridge.analyze.facts;

import dev.drawbridge.base.Reason;
import java.util.List;

/// Where packets for other networks may leave a subnet.
///
/// @param internet whether a route leads to an internet gateway, which carries only those with a
///     public address
/// @param outbound whether a route leads to something that carries everybody out and lets nobody
///     in: a NAT gateway, an egress-only gateway
/// @param elsewhere whether a route leads to where the engine does not follow: a transit gateway,
///     an instance that forwards, a VPN
/// @param unknown why it is not known where a route leads
public record Exits(boolean internet, boolean outbound, boolean elsewhere, List<Reason> unknown) {
  public Exits {
    unknown = List.copyOf(unknown);
  }
}
