package dev.drawbridge.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One way that packets can be sent from an origin to an interface, and what becomes of them.
///
/// @param seenAs the addresses that the destination sees in the place of those of the source, where
///     they are rewritten on the way
/// @param translator whose address that is, where it is not another one of the source's own
/// @param destinations the address by which the source names the destination on this way; more
///     than one where it is not fixed, none where it has none
/// @param cells together all the packets asked about, none twice, unless a source or destination
///     that is not fixed is treated in several ways that all admit or all refuse
public record Way(
    Kind kind,
    Family family,
    Optional<AddressSet> seenAs,
    Optional<Ref> translator,
    AddressSet destinations,
    List<Cell> cells) {

  /// Which links a way uses.
  public enum Kind {
    /// From a client on the internet.
    FROM_INTERNET,
    /// From a client behind a tunnel.
    FROM_TUNNEL,
    /// To somebody behind a tunnel.
    TO_TUNNEL,
    /// Within a realm.
    INSIDE,
    /// From realm to realm over a peering.
    PEERED,
    /// To a private address that the source's routes hand to a translator, which goes on from there.
    TRANSLATED,
    /// Out of the realm to the internet, and in by the public address of the destination.
    OUTSIDE,
    /// From a node of a balancer, which leaves the address of its client in the packets.
    PASSED_ON
  }

  public Way {
    cells = List.copyOf(cells);
  }

  /// This way with other cells.
  public Way with(List<Cell> others) {
    return new Way(kind, family, seenAs, translator, destinations, others);
  }

  public List<Cell.Admitted> admitted() {
    return only(Cell.Admitted.class);
  }

  public List<Cell.Undecided> undecided() {
    return only(Cell.Undecided.class);
  }

  public List<Cell.Refused> refused() {
    return only(Cell.Refused.class);
  }

  private <C extends Cell> List<C> only(Class<C> type) {
    List<C> found = new ArrayList<>();
    for (Cell cell : cells) {
      if (type.isInstance(cell)) {
        found.add(type.cast(cell));
      }
    }
    return found;
  }

  /// The ports on which every session asked about completes on this way, whatever its source.
  PortSet provenPorts(Traffic asked) {
    PortSet ports = PortSet.EMPTY;
    PortSet failing = PortSet.EMPTY;
    for (Cell cell : cells) {
      if (cell.protocol().equals(asked.protocol())) {
        if (cell instanceof Cell.Admitted admitted && admitted.complete()) {
          ports = ports.union(cell.ports());
        } else {
          failing = failing.union(cell.ports());
        }
      }
    }
    return ports.minus(failing).intersect(asked.ports());
  }

  /// A packet of a cell of this way; none where an end has no address to put into it.
  public Optional<Packet> witness(Cell cell) {
    if (cell.sources().isEmpty() || destinations.isEmpty()) {
      return Optional.empty();
    }
    int sourcePort = 0;
    if (cell.protocol().hasPorts() && !cell.protocol().isIcmp()) {
      sourcePort =
          cell instanceof Cell.Admitted admitted
              ? admitted.returnPorts().first()
              : PortSet.EPHEMERAL.first();
    }
    return Optional.of(
        new Packet(
            cell.protocol(),
            cell.sources().first(),
            sourcePort,
            destinations.first(),
            cell.ports().first()));
  }
}
