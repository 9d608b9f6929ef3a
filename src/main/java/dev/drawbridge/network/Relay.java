package dev.drawbridge.network;

import java.util.ArrayList;
import java.util.List;

/// One thing that one node of a balancer does with requests: from one listener, by one rule, to one
/// target. The packets that the target gets are new ones, from the node to the target's port.
///
/// @param incoming what the listener listens to
/// @param outgoing what the target is sent
/// @param request what a request may look like for the rule to have it
/// @param served the clients whose requests the rule has, where they look like that
/// @param fewer whether some of those who get to the listener are not served, see [#from]
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
    Request request,
    AddressSet served,
    boolean fewer,
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
    if (!unknowns.isEmpty()) {
      return Verdict.UNKNOWN;
    }
    return fewer ? Verdict.PARTIAL : Verdict.PROVEN;
  }

  /// The same relay as far as it serves those who get to the listener.
  ///
  /// @param entry what they can open with the node
  Relay from(Answer entry) {
    List<AddressSet> arriving = arriving(entry);
    if (arriving.isEmpty() || arriving.stream().anyMatch(served::containsAll)) {
      return this;
    }
    boolean some = arriving.stream().anyMatch(served::overlaps);
    List<Blocker> more = new ArrayList<>(blockers);
    List<Unknown> open = new ArrayList<>(unknowns);
    if (!some) {
      more.add(new Blocker.NotForThem(rule));
    } else if (entry.from() instanceof Origin.Host(Ref host)) {
      open.add(Unknown.floating(host));
    }
    return new Relay(
        balancer,
        node,
        listener,
        rule,
        targetGroup,
        target,
        incoming,
        outgoing,
        healthPort,
        request,
        served,
        some,
        keepsClientAddress,
        more,
        open);
  }

  /// The clients whose addresses the target gets to see; where none is served, all who ask.
  List<AddressSet> clients(Answer entry) {
    List<AddressSet> arriving = arriving(entry);
    List<AddressSet> chosen =
        arriving.stream().map(served::intersect).filter(set -> !set.isEmpty()).toList();
    return chosen.isEmpty() ? arriving : chosen;
  }

  /// The addresses of clients whose requests get to the listener, for each way they get there:
  /// those certain to; failing that, those that may; failing that, all that were asked about.
  private List<AddressSet> arriving(Answer entry) {
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
