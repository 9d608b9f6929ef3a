package dev.drawbridge.network;

import static dev.drawbridge.network.Sample.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What sessions on [#PORT] pass on their way, and what shuts one of these passages. Every subnet has an
/// access list of its own, which is called after it.
final class Passages {
  static final PortSet PORT = PortSet.of(443);

  private Passages() {}

  static AccessList open(String name) {
    return list(name, AddressSet.EMPTY, AddressSet.EMPTY);
  }

  /// A list that lets everything pass but what comes from some and what goes to some.
  static AccessList list(String name, AddressSet from, AddressSet to) {
    return new AccessList(
        Ref.of(name),
        List.of(entry(name + " in", AddressSet.EVERYTHING.minus(from))),
        List.of(entry(name + " out", AddressSet.EVERYTHING.minus(to))));
  }

  private static AccessList.Entry entry(String name, AddressSet peers) {
    return AccessList.Entry.allow(Ref.of(name), 100, Traffic.ANY, peers);
  }

  static Hop routed(Leg leg, String subnet, String table, String to, NextHop via) {
    return new Hop.ByRoute(
        leg, Ref.of(subnet), Ref.of(table), Optional.of(Ref.of("to " + to)), via);
  }

  static Hop local(Leg leg, String subnet, String table) {
    return new Hop.ByRoute(
        leg, Ref.of(subnet), Ref.of(table), Optional.empty(), new NextHop.Local());
  }

  static Hop passes(Leg leg, Border border, String subnet) {
    String list = subnet.replace("-subnet", "") + "-list";
    return new Hop.ByAccessList(
        leg,
        border,
        Ref.of(subnet),
        Ref.of(list),
        Ref.of(list + (border == Border.INBOUND ? " in" : " out")),
        100,
        leg == Leg.FORWARD ? PORT : PortSet.EPHEMERAL);
  }

  /// One thing changed on the way, and what it says.
  record Shut(String what, UnaryOperator<Network.Builder> change, Blocker blocker) {
    @Override
    public String toString() {
      return what;
    }
  }

  static Shut denied(Leg leg, Border border, String subnet, String address) {
    AddressSet peer = AddressSet.of(address + "/32");
    boolean in = border == Border.INBOUND;
    String list = subnet.replace("-subnet", "") + "-list";
    return new Shut(
        leg + " " + border + " " + subnet,
        builder ->
            builder.add(list(list, in ? peer : AddressSet.EMPTY, in ? AddressSet.EMPTY : peer)),
        new Blocker.DeniedByList(
            leg,
            border,
            Ref.of(subnet),
            Ref.of(list),
            Optional.empty(),
            leg == Leg.FORWARD ? PORT : PortSet.EPHEMERAL));
  }

  static Shut ungrouped(String group, End end) {
    return new Shut(
        "group " + group,
        builder -> builder.add(new Group(Ref.of(group), List.of(), List.of())),
        new Blocker.NoRule(end, List.of(Ref.of(group))));
  }

  /// @param table what it says besides
  static Shut lost(
      Leg leg, String subnet, String table, String address, RouteTable.Route... besides) {
    String to = address + "/32";
    return new Shut(
        leg + " route of " + subnet,
        builder -> {
          List<RouteTable.Route> routes = new ArrayList<>(List.of(besides));
          routes.add(route(to, new NextHop.Blackhole()));
          return builder.add(new RouteTable(Ref.of(table), routes));
        },
        new Blocker.WrongRoute(
            leg,
            Ref.of(subnet),
            Ref.of(table),
            Optional.of(Ref.of("to " + to)),
            new NextHop.Blackhole()));
  }
}
