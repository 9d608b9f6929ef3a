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
import org.jspecify.annotations.Nullable;

/// The route table of a subnet, which has to send packets one certain way. The longest prefix wins;
/// among equals, a route that was told wins over the realm's own.
final class RouteCheck implements Check {

  /// A route that may win, none where nothing matches.
  private record Candidate(RouteTable.@Nullable Route route, boolean local) {}

  private final Leg leg;
  private final Seat seat;
  private final Ref subnet;
  private final RouteTable table;
  private final List<Cidr> local;
  private final Predicate<NextHop> wanted;
  private final Map<List<Candidate>, Ruling> rulings = new HashMap<>();

  RouteCheck(
      RouteTable table, Subnet subnet, Realm realm, Leg leg, Seat seat, Predicate<NextHop> wanted) {
    this.leg = leg;
    this.seat = seat;
    this.subnet = subnet.ref();
    this.table = table;
    this.local = realm.blocks();
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

  /// The certain winner first, then every doubtful route that may win over it.
  private List<Candidate> candidates(Address address) {
    int longest = -1;
    Candidate best = new Candidate(null, false);
    for (Cidr block : local) {
      if (block.contains(address) && block.length() > longest) {
        longest = block.length();
        best = new Candidate(null, true);
      }
    }
    List<Candidate> doubtful = new ArrayList<>();
    for (RouteTable.Route route : table.routes()) {
      if (route.destination().contains(address)) {
        int length = route.destination().length();
        if (!route.doubts().isEmpty()) {
          doubtful.add(new Candidate(route, false));
        } else if (length > longest || length == longest && best.local) {
          longest = length;
          best = new Candidate(route, false);
        }
      }
    }
    doubtful.addFirst(best);
    return doubtful;
  }

  private Ruling decide(List<Candidate> candidates) {
    List<Opinion> opinions = candidates.stream().map(this::opinion).toList();
    Opinion first = opinions.getFirst();
    boolean agreed = opinions.stream().allMatch(other -> other.getClass() == first.getClass());
    if (agreed && !(first instanceof Opinion.Doubts)) {
      return Ruling.always(first);
    }
    Set<Unknown> unknowns = new LinkedHashSet<>();
    for (Candidate candidate : candidates) {
      if (candidate.route != null) {
        unknowns.addAll(candidate.route.doubts());
      }
    }
    for (Opinion opinion : opinions) {
      if (opinion instanceof Opinion.Doubts(List<Unknown> more)) {
        unknowns.addAll(more);
      }
    }
    return Ruling.always(new Opinion.Doubts(List.copyOf(unknowns)));
  }

  private Opinion opinion(Candidate candidate) {
    if (candidate.route == null && !candidate.local) {
      return new Opinion.Refuses(new Blocker.NoRoute(leg, subnet, table.ref()));
    }
    Optional<Ref> ref = Optional.ofNullable(candidate.route).map(RouteTable.Route::ref);
    NextHop via = candidate.route == null ? new NextHop.Local() : candidate.route.via();
    if (via instanceof NextHop.Unresolved(Unknown unknown)) {
      return new Opinion.Doubts(List.of(unknown));
    }
    return wanted.test(via)
        ? new Opinion.Admits(new Hop.ByRoute(leg, subnet, table.ref(), ref, via))
        : new Opinion.Refuses(new Blocker.WrongRoute(leg, subnet, table.ref(), ref, via));
  }
}
