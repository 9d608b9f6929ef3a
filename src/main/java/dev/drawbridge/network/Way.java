package dev.drawbridge.network;

import java.util.ArrayList;
import java.util.List;

/// One way that packets can be sent from an origin to an interface, and what becomes of them.
///
/// @param destinations the address by which the source names the destination on this way; more
///     than one where it is not fixed
/// @param cells together all the packets asked about, none twice, unless a source or destination
///     that is not fixed is treated in several ways that all admit or all refuse
public record Way(Kind kind, Family family, AddressSet destinations, List<Cell> cells) {

  /// Which links a way uses.
  public enum Kind {
    /// From a client on the internet.
    FROM_INTERNET,
    /// From a client behind a tunnel.
    FROM_TUNNEL,
    /// Within a realm.
    INSIDE,
    /// From realm to realm over a peering.
    PEERED,
    /// Out of the realm to the internet, and in by the public address of the destination.
    OUTSIDE
  }

  public Way {
    cells = List.copyOf(cells);
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

  /// A packet of a cell of this way.
  public Packet witness(Cell cell) {
    int sourcePort =
        cell instanceof Cell.Admitted admitted && !admitted.returnPorts().isEmpty()
            ? admitted.returnPorts().first()
            : PortSet.EPHEMERAL.first();
    return new Packet(
        cell.protocol(),
        cell.sources().first(),
        cell.protocol().isIcmp() || !cell.protocol().hasPorts() ? 0 : sourcePort,
        destinations.first(),
        cell.ports().first());
  }
}
