package dev.drawbridge.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// The route table of a subnet, which has to send packets one certain way. The longest prefix wins;
/// among equals, a route that was told wins over the realm's own.
final class RouteCheck implements Check {

  /// In the place of the number of a route: the realm's own.
  private static final int LOCAL = -1;

  /// In the place of the number of a route: nothing matches.
  private static final int NONE = -2;

  private final Leg leg;
  private final Seat seat;
  private final Ref subnet;
  private final RouteTable table;
  private final List<Cidr> local;
  private final Predicate<NextHop> wanted;
  private final Map<List<Integer>, Ruling> rulings = new HashMap<>();

  RouteCheck(
      RouteTable table,
      Ref subnet,
      List<Cidr> local,
      Leg leg,
      Seat seat,
      Predicate<NextHop> wanted) {
    this.leg = leg;
    this.seat = seat;
    this.subnet = subnet;
    this.table = table;
    this.local = local;
    this.wanted = wanted;
  }

  @Override
  public Leg leg() {
    return leg;
  }

  @Override
  public Seat seat() {
    return seat;
  }

  @Override
  public void borders(Consumer<AddressSet> sets) {
    table.routes().forEach(route -> sets.accept(AddressSet.of(route.destination())));
    local.forEach(block -> sets.accept(AddressSet.of(block)));
  }

  @Override
  public void protocols(Set<Protocol> named) {}

  @Override
  public Ruling rule(Address address, Protocol protocol) {
    return rulings.computeIfAbsent(candidates(address), this::decide);
  }

  /// The number of the certain winner first, then of every doubtful route that may win over it.
  private List<Integer> candidates(Address address) {
    int longest = -1;
    int best = NONE;
    for (Cidr block : local) {
      if (block.contains(address) && block.length() > longest) {
        longest = block.length();
        best = LOCAL;
      }
    }
    List<Integer> all = new ArrayList<>(1);
    all.add(best);
    for (int i = 0; i < table.routes().size(); i++) {
      RouteTable.Route route = table.routes().get(i);
      if (route.destination().contains(address)) {
        int length = route.destination().length();
        if (!route.doubts().isEmpty()) {
          all.add(i);
        } else if (length > longest || length == longest && best == LOCAL) {
          longest = length;
          best = i;
        }
      }
    }
    all.set(0, best);
    return all;
  }

  private Ruling decide(List<Integer> candidates) {
    List<Opinion> opinions = candidates.stream().map(this::opinion).toList();
    Opinion first = opinions.getFirst();
    boolean agreed = opinions.stream().allMatch(other -> other.getClass() == first.getClass());
    if (agreed && !(first instanceof Opinion.Doubts)) {
      return Ruling.always(first);
    }
    Set<Unknown> unknowns = new LinkedHashSet<>();
    for (int candidate : candidates) {
      if (candidate >= 0) {
        unknowns.addAll(table.routes().get(candidate).doubts());
      }
    }
    for (Opinion opinion : opinions) {
      if (opinion instanceof Opinion.Doubts(List<Unknown> more)) {
        unknowns.addAll(more);
      }
    }
    return Ruling.always(new Opinion.Doubts(List.copyOf(unknowns)));
  }

  private Opinion opinion(int candidate) {
    if (candidate == NONE) {
      return new Opinion.Refuses(new Blocker.NoRoute(leg, subnet, table.ref()));
    }
    RouteTable.Route route = candidate == LOCAL ? null : table.routes().get(candidate);
    Optional<Ref> ref = Optional.ofNullable(route).map(RouteTable.Route::ref);
    NextHop via = route == null ? new NextHop.Local() : route.via();
    if (via instanceof NextHop.Unresolved(Unknown unknown)) {
      return new Opinion.Doubts(List.of(unknown));
    }
    return wanted.test(via)
        ? new Opinion.Admits(new Hop.ByRoute(leg, subnet, table.ref(), ref, via))
        : new Opinion.Refuses(new Blocker.WrongRoute(leg, subnet, table.ref(), ref, via));
  }
}
