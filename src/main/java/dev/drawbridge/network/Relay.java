package dev.drawbridge.network;

import java.util.ArrayList;
import java.util.List;

/// One thing that one node of a balancer does with requests: from one listener, by one rule, to one
/// target. The packets that the target gets are new ones, from the node to the target's port.
///
/// @param incoming what the listener listens to
/// @param outgoing what the target is sent
/// @param keepsClientAddress whether the new packets bear the address of the client
/// @param blockers what keeps the node from passing anything on to the target
/// @param unknowns the inputs that this hangs on
public record Relay(
    Ref balancer,
    Ref node,
    Ref listener,
    Ref rule,
    Ref targetGroup,
    Ref target,
    Traffic incoming,
    Traffic outgoing,
    int healthPort,
    boolean keepsClientAddress,
    List<Blocker> blockers,
    List<Unknown> unknowns) {

  public Relay {
    blockers = List.copyOf(blockers);
    unknowns = List.copyOf(unknowns);
  }

  /// Whether requests get from the listener to the target, apart from filters and routes.
  public Verdict verdict() {
    if (!blockers.isEmpty()) {
      return Verdict.REFUTED;
    }
    return unknowns.isEmpty() ? Verdict.PROVEN : Verdict.UNKNOWN;
  }

  /// The addresses of clients whose requests get to the listener, for each way they get there:
  /// those certain to; failing that, those that may; failing that, all that were asked about.
  List<AddressSet> clients(Answer entry) {
    List<AddressSet> admitted = new ArrayList<>();
    List<AddressSet> possible = new ArrayList<>();
    List<AddressSet> all = new ArrayList<>();
    for (Way way : entry.ways()) {
      addTo(admitted, way, Cell.Admitted.class);
      addTo(possible, way, Cell.Undecided.class);
      addTo(all, way, Cell.class);
    }
    if (!admitted.isEmpty()) {
      return admitted;
    }
    return possible.isEmpty() ? all : possible;
  }

  private void addTo(List<AddressSet> sets, Way way, Class<? extends Cell> fate) {
    AddressSet seen =
        AddressSet.union(
            way.cells().stream()
                .filter(fate::isInstance)
                .filter(cell -> cell.protocol().equals(incoming.protocol()))
                .filter(cell -> cell.ports().overlaps(incoming.ports()))
                .map(cell -> way.seenAs().orElse(cell.sources()))
                .toList());
    if (!seen.isEmpty()) {
      sets.add(seen);
    }
  }
}
