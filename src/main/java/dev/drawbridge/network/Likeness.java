package dev.drawbridge.network;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Which interfaces are treated alike by everything in a network: they are in one subnet, bear the
/// same groups, and no filter and no route tells their addresses apart. A tier of a thousand costs as
/// much as one.
final class Likeness {

  /// All that filters and routes can see of an interface.
  private record Traits(
      Ref subnet,
      Interface.Role role,
      List<Object> addresses,
      Object publicAddress,
      boolean shielded,
      List<Ref> groups,
      List<Unknown> doubts,
      List<Ref> balancers) {}

  private final Address[] starts;
  private final Map<Ref, List<Ref>> classes = new LinkedHashMap<>();

  Likeness(Network network, Planner planner) {
    this.starts = starts(network);
    Map<Traits, List<Ref>> byTraits = new HashMap<>();
    for (Interface host : network.interfaces().values()) {
      List<Ref> members = byTraits.computeIfAbsent(traits(host, planner), key -> new ArrayList<>());
      members.add(host.ref());
      classes.put(host.ref(), members);
    }
  }

  List<Ref> alike(Ref host) {
    List<Ref> members = classes.get(host);
    if (members == null) {
      throw new IllegalArgumentException("no interface " + host);
    }
    return Collections.unmodifiableList(members);
  }

  /// The one interface that speaks for all that are like this one.
  Ref speaker(Ref host) {
    return alike(host).getFirst();
  }

  boolean isSpeaker(Ref host) {
    return speaker(host).equals(host);
  }

  private Traits traits(Interface host, Planner planner) {
    return new Traits(
        host.subnet(),
        host.role(),
        host.addresses().stream().map(this::atom).toList(),
        switch (host.publicAddress()) {
          case PublicAddress.None none -> none;
          case PublicAddress.Assigned(AddressSet oneOf) -> atom(oneOf);
          case PublicAddress.Unresolved unresolved -> unresolved;
        },
        host.shielded(),
        host.groups(),
        host.doubts(),
        planner.balancerOf(host.ref()).map(Balancer::ref).stream().toList());
  }

  /// A single address stands for all between the same two borders; a set only for itself.
  private Object atom(AddressSet address) {
    if (!address.isSingle()) {
      return address;
    }
    int at = Arrays.binarySearch(starts, address.first());
    return at >= 0 ? at : -at - 2;
  }

  /// The first address of every range that something in the network may treat in its own way.
  private static Address[] starts(Network network) {
    List<AddressSet> sets = new ArrayList<>();
    sets.add(AddressSet.EVERYTHING);
    sets.add(network.internet());
    for (Realm realm : network.realms().values()) {
      sets.add(AddressSet.ofCidrs(realm.blocks()));
    }
    for (Tunnel tunnel : network.tunnels().values()) {
      sets.add(tunnel.remote());
    }
    for (RouteTable table : network.routeTables().values()) {
      table.routes().forEach(route -> sets.add(AddressSet.of(route.destination())));
    }
    for (AccessList list : network.accessLists().values()) {
      list.inbound().forEach(entry -> sets.add(entry.peers()));
      list.outbound().forEach(entry -> sets.add(entry.peers()));
    }
    for (Group group : network.groups().values()) {
      group.ingress().forEach(rule -> sets.add(rule.peer().addresses()));
      group.egress().forEach(rule -> sets.add(rule.peer().addresses()));
    }
    TreeSet<Address> starts = new TreeSet<>();
    for (AddressSet set : sets) {
      for (AddressRange range : set.ranges()) {
        starts.add(range.first());
        if (!range.last().isLast()) {
          starts.add(range.last().next());
        }
      }
    }
    return starts.toArray(Address[]::new);
  }
}
