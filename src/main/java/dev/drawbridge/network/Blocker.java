package dev.drawbridge.network;

import java.util.List;
import java.util.Optional;

/// A part, or the lack of one, that by itself keeps a session from completing.
public sealed interface Blocker {

  /// One end has no address that the internet knows.
  record NoPublicAddress(End end) implements Blocker {}

  /// AWS keeps internet gateways away from the IPv6 addresses of one end.
  record Shielded(End end) implements Blocker {}

  /// The ends have no address family in common.
  record NoCommonFamily() implements Blocker {}

  /// The destination accepts no sessions at all: it is a translator.
  record AcceptsNothing() implements Blocker {}

  /// The realms of the ends are not linked.
  record NotConnected(Ref from, Ref to) implements Blocker {}

  /// A subnet has no route for the packets.
  record NoRoute(Leg leg, Ref subnet, Ref table) implements Blocker {}

  /// The route that wins leads elsewhere.
  ///
  /// @param route none where the realm's own router delivers
  record WrongRoute(Leg leg, Ref subnet, Ref table, Optional<Ref> route, NextHop via)
      implements Blocker {}

  /// An access list denies these ports.
  ///
  /// @param entry the entry that denies; none where it is the denial implied at the end
  record DeniedByList(
      Leg leg, Border border, Ref subnet, Ref list, Optional<Ref> entry, PortSet ports)
      implements Blocker {

    @Override
    public Blocker within(PortSet asked) {
      return new DeniedByList(leg, border, subnet, list, entry, ports.intersect(asked));
    }
  }

  /// No rule of the groups at one end admits the session.
  record NoRule(End end, List<Ref> groups) implements Blocker {}

  /// The translator on the way has no address that the internet knows.
  record TranslatorNotPublic(Ref translator) implements Blocker {}

  /// The translator that a route leads to is in another realm, where no packet gets to it.
  record TranslatorInOtherRealm(Ref translator) implements Blocker {}

  /// No rule of the groups of a translator on the way admits the session, inbound or outbound.
  record TranslatorRefuses(Ref translator, Border border, List<Ref> groups) implements Blocker {}

  /// The destination is a balancer, and it has no listener there.
  record NoListener(Ref balancer) implements Blocker {}

  /// Rules that are asked earlier have every request that the rule could have.
  ///
  /// @param by all of those that have any of them
  record Overshadowed(Ref rule, List<Ref> by) implements Blocker {
    public Overshadowed {
      by = List.copyOf(by);
    }
  }

  /// The rule of the listener has no requests of these clients.
  record NotForThem(Ref rule) implements Blocker {}

  /// The rule of the listener gives the target group no share of the requests.
  record NoWeight(Ref rule, Ref targetGroup) implements Blocker {}

  /// The balancer has no node in the zone of the target.
  record ZoneNotEnabled(Ref balancer, String zone) implements Blocker {}

  /// The node serves targets of its own zone only.
  record OtherZone(Ref balancer, String zone, String targetZone) implements Blocker {}

  /// The same blocker as far as it speaks of these ports.
  default Blocker within(PortSet asked) {
    return this;
  }
}
