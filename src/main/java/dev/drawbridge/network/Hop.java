package dev.drawbridge.network;

import java.util.List;
import java.util.Optional;

/// One step of the proof that a session completes: a part that lets its packets pass, in the order
/// in which they meet it, there and back.
public sealed interface Hop {

  /// One end has an address that the internet knows.
  record Named(End end) implements Hop {}

  /// Rules of groups at one end admit the session. Any single one of them would.
  record ByGroup(End end, List<Ref> rules) implements Hop {}

  /// No group stands before one end.
  record Unfiltered(End end) implements Hop {}

  /// The entry of an access list lets these ports pass.
  record ByAccessList(
      Leg leg, Border border, Ref subnet, Ref list, Ref entry, int number, PortSet ports)
      implements Hop {

    @Override
    public Hop within(PortSet asked) {
      return new ByAccessList(leg, border, subnet, list, entry, number, ports.intersect(asked));
    }
  }

  /// A route of a subnet leads the right way.
  ///
  /// @param route none where the realm's own router delivers
  record ByRoute(Leg leg, Ref subnet, Ref table, Optional<Ref> route, NextHop via) implements Hop {}

  /// Rules of groups of a translator on the way admit the session, inbound or outbound.
  record ByTranslatorGroup(Ref translator, Border border, List<Ref> rules) implements Hop {}

  /// A translator puts its own address in the place of the source's.
  record Translated(Ref translator, AddressSet address) implements Hop {}

  /// A balancer answers there.
  record Listening(Ref balancer, Ref listener) implements Hop {}

  /// The same hop as far as it speaks of these ports.
  default Hop within(PortSet asked) {
    return this;
  }
}
