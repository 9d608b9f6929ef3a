package dev.drawbridge.network;

import java.util.List;

/// A stateful filter, and at once the name of those who bear it: what the clouds call a security
/// group. An interface with several groups admits what any of them admits.
///
/// @param ingress who may open sessions with a bearer
/// @param egress whom a bearer may open sessions with
public record Group(Ref ref, List<Rule> ingress, List<Rule> egress) {

  public Group {
    ingress = List.copyOf(ingress);
    egress = List.copyOf(egress);
  }

  /// A group of which nothing but its name is known.
  public static Group unresolved(Ref ref, Unknown unknown) {
    Rule rule =
        new Rule(ref, Traffic.ANY, new Peer.Addresses(AddressSet.EVERYTHING), List.of(unknown));
    return new Group(ref, List.of(rule), List.of(rule));
  }

  /// One rule. Rules only ever allow, and their order means nothing.
  ///
  /// @param doubts with any, traffic and peer are the widest that the rule may be, see [Unknown]
  public record Rule(Ref ref, Traffic traffic, Peer peer, List<Unknown> doubts) {

    public Rule {
      doubts = List.copyOf(doubts);
    }

    public static Rule allow(Ref ref, Traffic traffic, Peer peer) {
      return new Rule(ref, traffic, peer, List.of());
    }
  }
}
