package dev.drawbridge.network;

import java.util.List;

/// Where packets that leave a subnet go: the matching route with the longest prefix decides. The
/// realm's own blocks are local without being told; a route of the same block overrides that.
public record RouteTable(Ref ref, List<Route> routes) {

  public RouteTable {
    routes = List.copyOf(routes);
  }

  /// A route table of which nothing but its name is known.
  public static RouteTable unresolved(Ref ref, Unknown unknown) {
    return new RouteTable(
        ref,
        List.of(
            new Route(ref, Cidr.of("0.0.0.0/0"), new NextHop.Unresolved(unknown), List.of(unknown)),
            new Route(ref, Cidr.of("::/0"), new NextHop.Unresolved(unknown), List.of(unknown))));
  }

  /// One route.
  ///
  /// @param doubts with any, the destination is the widest it may be, and the route may win over
  ///     any other there, see [Unknown]
  public record Route(Ref ref, Cidr destination, NextHop via, List<Unknown> doubts) {

    public Route {
      doubts = List.copyOf(doubts);
    }

    public static Route to(Ref ref, String destination, NextHop via) {
      return new Route(ref, Cidr.of(destination), via, List.of());
    }
  }
}
