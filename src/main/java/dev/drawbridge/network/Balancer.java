package dev.drawbridge.network;

import java.util.List;

/// A load balancer: it ends (or passes on) sessions at its listeners and opens sessions with
/// targets from its nodes.
///
/// @param nodes its interfaces, one for each zone that it is enabled in
/// @param crossZone whether a node also serves targets of zones other than its own
public record Balancer(Ref ref, List<Ref> nodes, List<Listener> listeners, boolean crossZone) {

  public Balancer {
    nodes = List.copyOf(nodes);
    listeners = List.copyOf(listeners);
  }

  /// A protocol and the ports on which a balancer answers.
  ///
  /// @param forwards what its rules, of whatever condition, do with requests
  /// @param doubts with any, the traffic is the widest it may be, see [Unknown]
  public record Listener(Ref ref, Traffic traffic, List<Forward> forwards, List<Unknown> doubts) {

    public Listener {
      forwards = List.copyOf(forwards);
      doubts = List.copyOf(doubts);
    }

    public static Listener forwarding(Ref ref, Traffic traffic, Ref targetGroup) {
      return new Listener(ref, traffic, List.of(new Forward(ref, targetGroup, 1)), List.of());
    }
  }

  /// A rule of a listener that sends requests to a target group.
  ///
  /// @param weight its share among the groups of the rule; with 0 it gets nothing
  public record Forward(Ref rule, Ref targetGroup, int weight) {}
}
