package dev.drawbridge.network;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// Which addresses the routes of a subnet send a certain way, or may: all others are surely sent another
/// way, or nowhere. So nobody has to look at ways that packets do not take.
final class Territories {

  private final Network network;
  private final Map<List<Object>, AddressSet> known = new HashMap<>();

  Territories(Network network) {
    this.network = network;
  }

  /// @param what what tells the wanted next hops from others
  AddressSet of(Subnet subnet, Object what, Predicate<NextHop> wanted) {
    return known.computeIfAbsent(List.of(subnet.ref(), what), _ -> find(subnet, wanted));
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
