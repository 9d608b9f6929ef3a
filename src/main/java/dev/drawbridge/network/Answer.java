package dev.drawbridge.network;

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
    boolean all = asked.stream().allMatch(traffic -> provenPorts(traffic).equals(traffic.ports()));
    if (all) {
      return Verdict.PROVEN;
    }
    if (anyAdmitted()) {
      return Verdict.PARTIAL;
    }
    return unknowns().isEmpty() ? Verdict.REFUTED : Verdict.UNKNOWN;
  }

  private PortSet provenPorts(Traffic traffic) {
    return ways.stream()
        .map(way -> way.provenPorts(traffic))
        .reduce(PortSet.EMPTY, PortSet::union);
  }

  /// Whether any session completes for certain.
  public boolean anyAdmitted() {
    return ways.stream().anyMatch(way -> !way.admitted().isEmpty());
  }

  /// The sources from which sessions on a port complete for certain.
  public AddressSet sources(Protocol protocol, int port) {
    return AddressSet.union(
        admitted().stream()
            .filter(cell -> cell.protocol().equals(protocol) && cell.ports().contains(port))
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
        .filter(cell -> cell.protocol().equals(protocol))
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
        .flatMap(way -> way.admitted().stream().map(way::witness))
        .findFirst();
  }
}
