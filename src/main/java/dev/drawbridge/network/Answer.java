package dev.drawbridge.network;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Which sessions between an origin and an interface complete, why, and why not.
///
/// @param asked the traffic asked about
/// @param ways the ways that packets could be sent; a session needs one
public record Answer(Origin from, Ref to, List<Traffic> asked, List<Way> ways) {

  public Answer {
    asked = List.copyOf(asked);
    ways = List.copyOf(ways);
  }

  public Verdict verdict() {
    Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
    for (Traffic part : asked) {
      verdicts.add(verdict(part));
    }
    if (verdicts.isEmpty()) {
      return Verdict.REFUTED;
    }
    Verdict best = verdicts.iterator().next();
    return best.isSome() && verdicts.size() > 1 ? Verdict.PARTIAL : best;
  }

  /// The verdict on a part of what was asked about.
  public Verdict verdict(Traffic part) {
    if (!part.ports().isEmpty() && provenPorts(part).equals(part.ports())) {
      return Verdict.PROVEN;
    }
    Verdict best = Verdict.REFUTED;
    for (Way way : ways) {
      for (Cell cell : way.cells()) {
        if (cell.protocol().equals(part.protocol()) && cell.ports().overlaps(part.ports())) {
          Verdict verdict =
              switch (cell) {
                case Cell.Admitted admitted -> Verdict.PARTIAL;
                case Cell.Undecided undecided -> Verdict.UNKNOWN;
                case Cell.Refused refused -> Verdict.REFUTED;
              };
          best = verdict.compareTo(best) < 0 ? verdict : best;
        }
      }
    }
    return best;
  }

  private PortSet provenPorts(Traffic traffic) {
    PortSet proven = PortSet.EMPTY;
    for (Way way : ways) {
      proven = proven.union(way.provenPorts(traffic));
    }
    return proven;
  }

  /// Whether any session completes for certain.
  public boolean anyAdmitted() {
    for (Way way : ways) {
      for (Cell cell : way.cells()) {
        if (cell instanceof Cell.Admitted) {
          return true;
        }
      }
    }
    return false;
  }

  /// The name under which this answer speaks of a protocol: its own, or [Protocol#OTHER] where
  /// nothing in the network names it.
  public Protocol named(Protocol protocol) {
    boolean own = asked.stream().anyMatch(traffic -> traffic.protocol().equals(protocol));
    return own ? protocol : Protocol.OTHER;
  }

  /// The sources from which sessions on a port complete for certain.
  public AddressSet sources(Protocol protocol, int port) {
    return AddressSet.union(
        admitted().stream()
            .filter(cell -> cell.protocol().equals(named(protocol)))
            .filter(cell -> cell.ports().contains(port))
            .map(Cell.Admitted::sources)
            .toList());
  }

  /// The sources from which any session completes for certain.
  public AddressSet sources() {
    return AddressSet.union(admitted().stream().map(Cell.Admitted::sources).toList());
  }

  /// The protocols of which any session completes for certain, by number.
  public Set<Protocol> protocols() {
    Set<Protocol> found = new TreeSet<>();
    admitted().forEach(cell -> found.add(cell.protocol()));
    return found;
  }

  /// The ports on which sessions of any source complete for certain.
  public PortSet ports(Protocol protocol) {
    return admitted().stream()
        .filter(cell -> cell.protocol().equals(named(protocol)))
        .map(Cell.Admitted::ports)
        .reduce(PortSet.EMPTY, PortSet::union);
  }

  /// Everything admitted, on whatever way.
  public List<Cell.Admitted> admitted() {
    return ways.stream().flatMap(way -> way.admitted().stream()).toList();
  }

  public List<Cell.Undecided> undecided() {
    return ways.stream().flatMap(way -> way.undecided().stream()).toList();
  }

  public List<Cell.Refused> refused() {
    return ways.stream().flatMap(way -> way.refused().stream()).toList();
  }

  /// Every input that an undecided session hangs on.
  public Set<Unknown> unknowns() {
    Set<Unknown> found = new LinkedHashSet<>();
    undecided().forEach(cell -> found.addAll(cell.unknowns()));
    return found;
  }

  /// All that blocks any of the sessions, or limits the client ports of one.
  public Set<Blocker> blockers() {
    Set<Blocker> found = new LinkedHashSet<>();
    refused().forEach(cell -> found.addAll(cell.blockers()));
    admitted().forEach(cell -> found.addAll(cell.limits()));
    return found;
  }

  /// A packet of a session that completes for certain.
  public Optional<Packet> witness() {
    return ways.stream()
        .flatMap(way -> way.admitted().stream().flatMap(cell -> way.witness(cell).stream()))
        .findFirst();
  }
}
