package dev.drawbridge.network;

import java.util.List;

/// Packets that share one fate for the same reasons.
public sealed interface Cell {

  Protocol protocol();

  /// The addresses they are sent from, as the source itself knows them.
  AddressSet sources();

  /// The ports they are sent to.
  PortSet ports();

  /// Sessions complete.
  ///
  /// @param returnPorts the client ports that answers get back to
  /// @param complete whether those are all that a client may use
  /// @param hops the proof
  /// @param limits what keeps answers from other client ports
  /// @param doubts the inputs that answers to other client ports hang on
  record Admitted(
      Protocol protocol,
      AddressSet sources,
      PortSet ports,
      PortSet returnPorts,
      boolean complete,
      List<Hop> hops,
      List<Blocker> limits,
      List<Unknown> doubts)
      implements Cell {}

  /// Whether sessions complete hangs on inputs that are not resolved, and on nothing else.
  record Undecided(Protocol protocol, AddressSet sources, PortSet ports, List<Unknown> unknowns)
      implements Cell {}

  /// Sessions do not complete.
  ///
  /// @param blockers all that keep them from it, each by itself
  record Refused(Protocol protocol, AddressSet sources, PortSet ports, List<Blocker> blockers)
      implements Cell {}

  /// The same cell with other sources.
  default Cell from(AddressSet others) {
    return switch (this) {
      case Admitted a ->
          new Admitted(
              a.protocol, others, a.ports, a.returnPorts, a.complete, a.hops, a.limits, a.doubts);
      case Undecided u -> new Undecided(u.protocol, others, u.ports, u.unknowns);
      case Refused r -> new Refused(r.protocol, others, r.ports, r.blockers);
    };
  }

  /// The same cell with other ports.
  default Cell on(PortSet others) {
    return switch (this) {
      case Admitted a ->
          new Admitted(
              a.protocol, a.sources, others, a.returnPorts, a.complete, a.hops, a.limits, a.doubts);
      case Undecided u -> new Undecided(u.protocol, u.sources, others, u.unknowns);
      case Refused r -> new Refused(r.protocol, r.sources, others, r.blockers);
    };
  }
}
