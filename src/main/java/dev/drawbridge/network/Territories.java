package dev.drawbridge.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Which addresses the routes of a subnet send a certain way, or may: all others are surely sent another
/// way, or nowhere. So nobody has to look at ways that packets do not take.
final class Territories {

  private final Network network;
  private final Map<Heading, AddressSet> known = new HashMap<>();

  /// A certain way from a subnet.
  private record Heading(Ref subnet, Object what) {}

  Territories(Network network) {
    this.network = network;
  }

  /// @param what what tells the wanted next hops from others
  AddressSet of(Subnet subnet, Object what, Predicate<NextHop> wanted) {
    return known.computeIfAbsent(new Heading(subnet.ref(), what), _ -> find(subnet, wanted));
  }

  /// What the routes send, or may, to where the network does not follow it.
  AddressSet unfollowed(Subnet subnet) {
    return of(subnet, "unfollowed", via -> via instanceof NextHop.Unresolved);
  }

  /// Why it is not known where packets for one of these go; empty where it is.
  Optional<Unknown> unknown(Subnet subnet, AddressSet destinations) {
    if (!unfollowed(subnet).overlaps(destinations)) {
      return Optional.empty();
    }
    return network.routesOf(subnet).routes().stream()
        .filter(route -> AddressSet.of(route.destination()).overlaps(destinations))
        .flatMap(
            route ->
                route.via() instanceof NextHop.Unresolved(Unknown unknown)
                    ? Stream.of(unknown)
                    : Stream.empty())
        .findFirst();
  }

  /// Whether packets from a subnet may get to another realm by a way that is not followed.
  boolean mayLead(Subnet from, Realm to) {
    AddressSet lost = unfollowed(from);
    return !lost.isEmpty() && lost.overlaps(AddressSet.ofCidrs(to.blocks()));
  }

  private AddressSet find(Subnet subnet, Predicate<NextHop> wanted) {
    List<RouteTable.Route> routes = network.routesOf(subnet).routes();
    List<Cidr> local = network.realmOf(subnet).blocks();
    AddressSet found = AddressSet.EMPTY;
    for (RouteTable.Route route : routes) {
      if (wanted.test(route.via())) {
        AddressSet won = AddressSet.of(route.destination());
        // A doubtful route may win over any other there.
        if (route.doubts().isEmpty()) {
          int length = route.destination().length();
          won = minus(won, routes, length + 1);
          for (Cidr block : local) {
            won = block.length() > length ? won.minus(AddressSet.of(block)) : won;
          }
        }
        found = found.union(won);
      }
    }
    if (wanted.test(new NextHop.Local())) {
      for (Cidr block : local) {
        found = found.union(minus(AddressSet.of(block), routes, block.length()));
      }
    }
    return found;
  }

  /// What is left when certain routes of at least this length have taken theirs.
  private static AddressSet minus(AddressSet all, List<RouteTable.Route> routes, int length) {
    AddressSet left = all;
    for (RouteTable.Route route : routes) {
      if (route.doubts().isEmpty() && route.destination().length() >= length) {
        left = left.minus(AddressSet.of(route.destination()));
      }
    }
    return left;
  }
}
