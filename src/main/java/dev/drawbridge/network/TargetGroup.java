package dev.drawbridge.network;

import java.util.List;

/// Those among whom a balancer divides what it forwards.
///
/// @param keepsClientAddress whether targets see the address of the client rather than the node's
/// @param doubts with any, the targets are all that there may be, see [Unknown]
public record TargetGroup(
    Ref ref,
    Protocol protocol,
    boolean keepsClientAddress,
    List<Target> targets,
    List<Unknown> doubts) {

  public TargetGroup {
    targets = List.copyOf(targets);
    doubts = List.copyOf(doubts);
  }

  /// A target.
  ///
  /// @param host the interface: a host, or a node of another balancer
  /// @param port where it is sent requests
  /// @param healthPort where its health is asked for
  public record Target(Ref host, int port, int healthPort) {}
}
