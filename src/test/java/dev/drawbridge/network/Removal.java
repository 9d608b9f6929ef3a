package dev.drawbridge.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Takes a blocker out of a network, the way a person would who reads about it.
final class Removal {

  private static final Ref NEW = Ref.of("new");
  private static final List<Cidr> WHOLE = List.of(Cidr.of("0.0.0.0/0"), Cidr.of("::/0"));

  private Removal() {}

  /// The network without the blocker; empty where nothing can be done about it.
  static Optional<Network> of(
      Blocker blocker, Network network, Way.Kind kind, Origin from, Ref to) {
    return switch (blocker) {
      case Blocker.NoPublicAddress(End end) ->
          host(end, from, to).map(ref -> named(network, ref, 60));
      case Blocker.TranslatorNotPublic(Ref translator) ->
          Optional.of(named(network, translator, 61));
      case Blocker.NoRule(End end, List<Ref> groups) ->
          Optional.of(open(network, groups.getFirst(), end == End.SOURCE));
      case Blocker.TranslatorRefuses(Ref translator, Border border, List<Ref> groups) ->
          Optional.of(open(network, groups.getFirst(), border == Border.OUTBOUND));
      case Blocker.DeniedByList denied -> Optional.of(allow(network, denied));
      case Blocker.NoRoute(Leg leg, Ref subnet, Ref table) ->
          Optional.of(route(network, table, WHOLE, link(network, kind, from, to)));
      case Blocker.WrongRoute(Leg leg, Ref subnet, Ref table, Optional<Ref> route, NextHop via) ->
          Optional.of(
              route.isPresent()
                  ? withoutRoute(network, table, route.get())
                  : route(network, table, blocks(network, subnet), link(network, kind, from, to)));
      case Blocker.NoListener(Ref balancer) -> Optional.of(listen(network, balancer));
      case Blocker.NotConnected(Ref one, Ref other) ->
          Optional.of(
              network.toBuilder().add(new Peering(Ref.of("link"), one, other, true)).build());
      case Blocker.Shielded(End end) ->
          host(end, from, to)
              .map(
                  ref ->
                      network.toBuilder().add(network.interfaceOf(ref).withShield(false)).build());
      case Blocker.NoCommonFamily none -> Optional.empty();
      case Blocker.AcceptsNothing nothing -> Optional.empty();
      case Blocker.TranslatorInOtherRealm(Ref translator) -> Optional.empty();
      case Blocker.NoWeight weight -> Optional.empty();
      case Blocker.Overshadowed overshadowed -> Optional.empty();
      case Blocker.NotForThem notForThem -> Optional.empty();
      case Blocker.ZoneNotEnabled zone -> Optional.empty();
      case Blocker.OtherZone zone -> Optional.empty();
    };
  }

  private static Optional<Ref> host(End end, Origin from, Ref to) {
    if (end == End.DESTINATION) {
      return Optional.of(to);
    }
    return from instanceof Origin.Host(Ref host) ? Optional.of(host) : Optional.empty();
  }

  private static Network named(Network network, Ref ref, int last) {
    Interface host = network.interfaceOf(ref);
    PublicAddress address = PublicAddress.fixed(Address.ipv4(0x0a0000c0L + last));
    return network.toBuilder().add(host.withPublicAddress(address)).build();
  }

  private static Network open(Network network, Ref ref, boolean egress) {
    Group group = network.groups().get(ref);
    Group.Rule rule = Group.Rule.allow(NEW, Traffic.ANY, new Peer.Addresses(AddressSet.EVERYTHING));
    List<Group.Rule> rules = new ArrayList<>(egress ? group.egress() : group.ingress());
    rules.add(rule);
    return network.toBuilder()
        .add(
            egress ? new Group(ref, group.ingress(), rules) : new Group(ref, rules, group.egress()))
        .build();
  }

  /// Deletes the entry that denies; behind a denial that is only implied, allows everything.
  private static Network allow(Network network, Blocker.DeniedByList denied) {
    AccessList list = network.accessLists().get(denied.list());
    boolean inbound = denied.border() == Border.INBOUND;
    List<AccessList.Entry> entries = new ArrayList<>(inbound ? list.inbound() : list.outbound());
    if (denied.entry().isPresent()) {
      entries.removeIf(entry -> entry.ref().equals(denied.entry().get()));
    } else {
      entries.add(AccessList.Entry.allow(NEW, 32766, Traffic.ANY, AddressSet.EVERYTHING));
    }
    return network.toBuilder()
        .add(
            inbound
                ? new AccessList(list.ref(), entries, list.outbound())
                : new AccessList(list.ref(), list.inbound(), entries))
        .build();
  }

  private static Network withoutRoute(Network network, Ref ref, Ref route) {
    List<RouteTable.Route> routes = new ArrayList<>(network.routeTables().get(ref).routes());
    routes.removeIf(other -> other.ref().equals(route));
    return network.toBuilder().add(new RouteTable(ref, routes)).build();
  }

  private static Network route(Network network, Ref ref, List<Cidr> blocks, NextHop via) {
    List<RouteTable.Route> routes = new ArrayList<>(network.routeTables().get(ref).routes());
    for (Cidr block : blocks) {
      routes.add(new RouteTable.Route(NEW, block, via, List.of()));
    }
    return network.toBuilder().add(new RouteTable(ref, routes)).build();
  }

  private static List<Cidr> blocks(Network network, Ref subnet) {
    return network.realmOf(network.subnets().get(subnet)).blocks();
  }

  /// Where packets have to be sent on a way of this kind.
  private static NextHop link(Network network, Way.Kind kind, Origin from, Ref to) {
    return switch (kind) {
      case FROM_INTERNET, OUTSIDE -> new NextHop.InternetGateway(NEW);
      case FROM_TUNNEL -> new NextHop.Through(((Origin.Remote) from).tunnel());
      case TO_TUNNEL -> new NextHop.Through(to);
      case INSIDE -> new NextHop.Local();
      case TRANSLATED ->
          sameRealm(network, from, to)
              ? new NextHop.Local()
              : link(network, Way.Kind.PEERED, from, to);
      case PEERED, PASSED_ON ->
          network.peerings().values().stream()
              .filter(peering -> connects(network, peering, from, to))
              .map(peering -> (NextHop) new NextHop.Across(peering.ref()))
              .findFirst()
              .orElse(new NextHop.Blackhole());
    };
  }

  private static boolean sameRealm(Network network, Origin from, Ref to) {
    return from instanceof Origin.Host(Ref host)
        && network
            .subnetOf(network.interfaceOf(host))
            .realm()
            .equals(network.subnetOf(network.interfaceOf(to)).realm());
  }

  private static boolean connects(Network network, Peering peering, Origin from, Ref to) {
    if (!(from instanceof Origin.Host(Ref host))) {
      return false;
    }
    Ref here = network.subnetOf(network.interfaceOf(host)).realm();
    Ref there = network.subnetOf(network.interfaceOf(to)).realm();
    return peering.one().equals(here) && peering.other().equals(there)
        || peering.one().equals(there) && peering.other().equals(here);
  }

  private static Network listen(Network network, Ref ref) {
    Balancer balancer = network.balancers().get(ref);
    List<Balancer.Listener> listeners = new ArrayList<>(balancer.listeners());
    listeners.add(new Balancer.Listener(NEW, Traffic.all(Protocol.TCP), List.of(), List.of()));
    return network.toBuilder()
        .add(new Balancer(ref, balancer.nodes(), listeners, balancer.crossZone()))
        .build();
  }
}
