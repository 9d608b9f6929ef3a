package dev.drawbridge.network;

import dev.drawbridge.base.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/// Puts a few doubts into a network, and takes them out again in every way they may turn out.
final class Doubter {

  private final SplittableRandom random;
  private int doubts;

  Doubter(SplittableRandom random) {
    this.random = random;
  }

  private List<Unknown> maybe(Ref ref, int percent) {
    boolean doubt = doubts < 6 && random.nextInt(100) < percent;
    if (doubt) {
      doubts++;
    }
    return doubt
        ? List.of(new Unknown(ref, Reason.of("unknown.not-told", "not resolved")))
        : List.of();
  }

  Network doubt(Network network) {
    Network.Builder builder = network.toBuilder();
    for (Group group : network.groups().values()) {
      builder.add(
          new Group(
              group.ref(),
              group.ingress().stream().map(this::doubt).toList(),
              group.egress().stream().map(this::doubt).toList()));
    }
    for (AccessList list : network.accessLists().values()) {
      builder.add(
          new AccessList(
              list.ref(),
              list.inbound().stream().map(this::doubt).toList(),
              list.outbound().stream().map(this::doubt).toList()));
    }
    for (RouteTable table : network.routeTables().values()) {
      builder.add(new RouteTable(table.ref(), table.routes().stream().map(this::doubt).toList()));
    }
    for (Interface host : network.interfaces().values()) {
      builder.add(doubt(host));
    }
    return builder.build();
  }

  private Group.Rule doubt(Group.Rule rule) {
    return new Group.Rule(rule.ref(), rule.traffic(), rule.peer(), maybe(rule.ref(), 12));
  }

  private AccessList.Entry doubt(AccessList.Entry entry) {
    return new AccessList.Entry(
        entry.ref(),
        entry.number(),
        entry.action(),
        entry.traffic(),
        entry.peers(),
        maybe(entry.ref(), 8));
  }

  private RouteTable.Route doubt(RouteTable.Route route) {
    return new RouteTable.Route(
        route.ref(), route.destination(), route.via(), maybe(route.ref(), 8));
  }

  private Interface doubt(Interface host) {
    Interface doubted = host;
    if (!maybe(host.ref(), 8).isEmpty()) {
      doubted =
          doubted.withPublicAddress(
              new PublicAddress.Unresolved(
                  new Unknown(host.ref(), Reason.of("unknown.not-told", "public-or-not"))));
    }
    // Beside the fixed address, one that nobody else bears.
    AddressSet first = host.addresses().getFirst();
    if (host.addresses().size() == 1
        && first.first().family() == Family.IPV4
        && !maybe(host.ref(), 8).isEmpty()) {
      Address other = Address.ipv4(first.first().low() + 4);
      doubted = doubted.withAddresses(first.union(AddressSet.of(other)));
    }
    return doubted;
  }

  List<Network> worlds(Network doubtful) {
    List<Network> worlds = List.of(doubtful);
    for (Group group : doubtful.groups().values()) {
      for (Group.Rule rule : group.ingress()) {
        worlds = split(worlds, rule.doubts(), world -> without(world, group.ref(), rule));
      }
      for (Group.Rule rule : group.egress()) {
        worlds = split(worlds, rule.doubts(), world -> without(world, group.ref(), rule));
      }
    }
    for (AccessList list : doubtful.accessLists().values()) {
      for (AccessList.Entry entry : concat(list.inbound(), list.outbound())) {
        worlds = split(worlds, entry.doubts(), world -> without(world, list.ref(), entry));
      }
    }
    for (RouteTable table : doubtful.routeTables().values()) {
      for (RouteTable.Route route : table.routes()) {
        if (!route.doubts().isEmpty()) {
          List<Network> next = new ArrayList<>();
          for (Network world : worlds) {
            next.add(with(world, table.ref(), route, List.of()));
            next.add(with(world, table.ref(), route, hostRoutes(route)));
          }
          worlds = next;
        }
      }
    }
    for (Interface host : doubtful.interfaces().values()) {
      if (host.publicAddress() instanceof PublicAddress.Unresolved) {
        Interface known = host.withPublicAddress(PublicAddress.NONE);
        Interface named =
            host.withPublicAddress(
                PublicAddress.fixed(
                    Address.ipv4(0x0a0000e0L + Math.floorMod(host.ref().hashCode(), 31))));
        worlds = alternatives(worlds, List.of(known, named));
      }
    }
    for (Interface host : doubtful.interfaces().values()) {
      for (AddressSet set : host.addresses()) {
        if (!set.isSingle()) {
          List<Network> next = new ArrayList<>();
          for (Network world : worlds) {
            Interface there = world.interfaceOf(host.ref());
            for (AddressRange range : set.ranges()) {
              next.add(
                  world.toBuilder().add(there.withAddresses(AddressSet.of(range.first()))).build());
              if (!range.last().equals(range.first())) {
                next.add(
                    world.toBuilder()
                        .add(there.withAddresses(AddressSet.of(range.last())))
                        .build());
              }
            }
          }
          worlds = next;
        }
      }
    }
    return worlds;
  }

  private static List<AccessList.Entry> concat(
      List<AccessList.Entry> one, List<AccessList.Entry> other) {
    List<AccessList.Entry> both = new ArrayList<>(one);
    both.addAll(other);
    return both;
  }

  private static List<Network> split(
      List<Network> worlds, List<Unknown> doubts, UnaryOperator<Network> without) {
    if (doubts.isEmpty()) {
      return worlds;
    }
    List<Network> next = new ArrayList<>(worlds);
    worlds.forEach(world -> next.add(without.apply(world)));
    return next;
  }

  private static List<Network> alternatives(List<Network> worlds, List<Interface> hosts) {
    List<Network> next = new ArrayList<>();
    for (Network world : worlds) {
      for (Interface host : hosts) {
        next.add(world.toBuilder().add(host).build());
      }
    }
    return next;
  }

  private static Network without(Network world, Ref ref, Group.Rule rule) {
    Group group = world.groups().get(ref);
    return world.toBuilder()
        .add(
            new Group(
                ref,
                group.ingress().stream().filter(other -> !other.equals(rule)).toList(),
                group.egress().stream().filter(other -> !other.equals(rule)).toList()))
        .build();
  }

  private static Network without(Network world, Ref ref, AccessList.Entry entry) {
    AccessList list = world.accessLists().get(ref);
    return world.toBuilder()
        .add(
            new AccessList(
                ref,
                list.inbound().stream().filter(other -> !other.equals(entry)).toList(),
                list.outbound().stream().filter(other -> !other.equals(entry)).toList()))
        .build();
  }

  /// The route as narrow as it may be, once for every IPv4 address of the small universe, so that
  /// it wins over any other.
  private static List<RouteTable.Route> hostRoutes(RouteTable.Route route) {
    List<RouteTable.Route> narrow = new ArrayList<>();
    for (int i = 0; i < 256; i++) {
      Address address = Address.ipv4(0x0a000000L + i);
      if (route.destination().contains(address)) {
        narrow.add(new RouteTable.Route(route.ref(), Cidr.single(address), route.via(), List.of()));
      }
    }
    return narrow;
  }

  private static Network with(
      Network world, Ref ref, RouteTable.Route doubtful, List<RouteTable.Route> instead) {
    List<RouteTable.Route> routes = new ArrayList<>(instead);
    world.routeTables().get(ref).routes().stream()
        .filter(other -> !other.equals(doubtful))
        .forEach(routes::add);
    return world.toBuilder().add(new RouteTable(ref, routes)).build();
  }
}
