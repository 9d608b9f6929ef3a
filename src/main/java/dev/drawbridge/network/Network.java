package dev.drawbridge.network;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A network as the engine sees it: realms with subnets and interfaces, the filters and routes
/// between them, and balancers. Immutable, and closed: every [Ref] leads to a part.
public final class Network {

  private final AddressSet internet;
  private final Map<Ref, Realm> realms;
  private final Map<Ref, Subnet> subnets;
  private final Map<Ref, Interface> interfaces;
  private final Map<Ref, Group> groups;
  private final Map<Ref, AccessList> accessLists;
  private final Map<Ref, RouteTable> routeTables;
  private final Map<Ref, Peering> peerings;
  private final Map<Ref, Tunnel> tunnels;
  private final Map<Ref, Balancer> balancers;
  private final Map<Ref, TargetGroup> targetGroups;

  private Network(Builder from) {
    internet = from.internet;
    realms = frozen(from.realms);
    subnets = frozen(from.subnets);
    interfaces = frozen(from.interfaces);
    groups = frozen(from.groups);
    accessLists = frozen(from.accessLists);
    routeTables = frozen(from.routeTables);
    peerings = frozen(from.peerings);
    tunnels = frozen(from.tunnels);
    balancers = frozen(from.balancers);
    targetGroups = frozen(from.targetGroups);
  }

  private static <T> Map<Ref, T> frozen(Map<Ref, T> parts) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(parts));
  }

  public static Builder builder() {
    return new Builder();
  }

  /// A builder that already holds everything of this network.
  public Builder toBuilder() {
    Builder copy = new Builder().internet(internet);
    realms.values().forEach(copy::add);
    subnets.values().forEach(copy::add);
    interfaces.values().forEach(copy::add);
    groups.values().forEach(copy::add);
    accessLists.values().forEach(copy::add);
    routeTables.values().forEach(copy::add);
    peerings.values().forEach(copy::add);
    tunnels.values().forEach(copy::add);
    balancers.values().forEach(copy::add);
    targetGroups.values().forEach(copy::add);
    return copy;
  }

  /// The addresses that clients on the internet may have.
  public AddressSet internet() {
    return internet;
  }

  public Map<Ref, Realm> realms() {
    return realms;
  }

  public Map<Ref, Subnet> subnets() {
    return subnets;
  }

  public Map<Ref, Interface> interfaces() {
    return interfaces;
  }

  public Map<Ref, Group> groups() {
    return groups;
  }

  public Map<Ref, AccessList> accessLists() {
    return accessLists;
  }

  public Map<Ref, RouteTable> routeTables() {
    return routeTables;
  }

  public Map<Ref, Peering> peerings() {
    return peerings;
  }

  public Map<Ref, Tunnel> tunnels() {
    return tunnels;
  }

  public Map<Ref, Balancer> balancers() {
    return balancers;
  }

  public Map<Ref, TargetGroup> targetGroups() {
    return targetGroups;
  }

  public Interface interfaceOf(Ref ref) {
    return found(interfaces, ref, "interface");
  }

  public Subnet subnetOf(Interface host) {
    return found(subnets, host.subnet(), "subnet");
  }

  public Realm realmOf(Subnet subnet) {
    return found(realms, subnet.realm(), "realm");
  }

  /// The route table that holds in a subnet: its own, or the realm's main one.
  public RouteTable routesOf(Subnet subnet) {
    return found(routeTables, subnet.routes().orElse(realmOf(subnet).mainRoutes()), "route table");
  }

  /// The access list that holds in a subnet, if any: its own, or the realm's main one.
  public Optional<AccessList> accessListOf(Subnet subnet) {
    return subnet
        .accessList()
        .or(() -> realmOf(subnet).mainAccessList())
        .map(ref -> found(accessLists, ref, "access list"));
  }

  public List<Group> groupsOf(Interface host) {
    return host.groups().stream().map(ref -> found(groups, ref, "group")).toList();
  }

  private static <T> T found(Map<Ref, T> parts, Ref ref, String kind) {
    T part = parts.get(ref);
    if (part == null) {
      throw new IllegalArgumentException("no " + kind + " " + ref);
    }
    return part;
  }

  /// Collects the parts of a network, in any order. A part added again replaces the earlier one.
  public static final class Builder {

    private AddressSet internet = AddressSet.INTERNET;
    private final Map<Ref, Realm> realms = new LinkedHashMap<>();
    private final Map<Ref, Subnet> subnets = new LinkedHashMap<>();
    private final Map<Ref, Interface> interfaces = new LinkedHashMap<>();
    private final Map<Ref, Group> groups = new LinkedHashMap<>();
    private final Map<Ref, AccessList> accessLists = new LinkedHashMap<>();
    private final Map<Ref, RouteTable> routeTables = new LinkedHashMap<>();
    private final Map<Ref, Peering> peerings = new LinkedHashMap<>();
    private final Map<Ref, Tunnel> tunnels = new LinkedHashMap<>();
    private final Map<Ref, Balancer> balancers = new LinkedHashMap<>();
    private final Map<Ref, TargetGroup> targetGroups = new LinkedHashMap<>();

    private Builder() {}

    /// The addresses of clients on the internet; [AddressSet#INTERNET] unless told.
    public Builder internet(AddressSet addresses) {
      internet = addresses;
      return this;
    }

    public Builder add(Realm realm) {
      realms.put(realm.ref(), realm);
      return this;
    }

    public Builder add(Subnet subnet) {
      subnets.put(subnet.ref(), subnet);
      return this;
    }

    public Builder add(Interface host) {
      interfaces.put(host.ref(), host);
      return this;
    }

    public Builder add(Group group) {
      groups.put(group.ref(), group);
      return this;
    }

    public Builder add(AccessList list) {
      accessLists.put(list.ref(), list);
      return this;
    }

    public Builder add(RouteTable table) {
      routeTables.put(table.ref(), table);
      return this;
    }

    public Builder add(Peering peering) {
      peerings.put(peering.ref(), peering);
      return this;
    }

    public Builder add(Tunnel tunnel) {
      tunnels.put(tunnel.ref(), tunnel);
      return this;
    }

    public Builder add(Balancer balancer) {
      balancers.put(balancer.ref(), balancer);
      return this;
    }

    public Builder add(TargetGroup group) {
      targetGroups.put(group.ref(), group);
      return this;
    }

    /// The network of everything added.
    ///
    /// @throws IllegalArgumentException where a part refers to one that was not added
    public Network build() {
      Network network = new Network(this);
      List<String> dangling = new ArrayList<>();
      check(dangling, network.realms, r -> List.of(r.mainRoutes()), network.routeTables);
      check(
          dangling, network.realms, r -> r.mainAccessList().stream().toList(), network.accessLists);
      check(dangling, network.subnets, s -> List.of(s.realm()), network.realms);
      check(dangling, network.subnets, s -> s.routes().stream().toList(), network.routeTables);
      check(dangling, network.subnets, s -> s.accessList().stream().toList(), network.accessLists);
      check(dangling, network.interfaces, i -> List.of(i.subnet()), network.subnets);
      check(dangling, network.interfaces, Interface::groups, network.groups);
      check(dangling, network.peerings, p -> List.of(p.one(), p.other()), network.realms);
      check(dangling, network.tunnels, t -> List.of(t.realm()), network.realms);
      check(dangling, network.balancers, Balancer::nodes, network.interfaces);
      check(dangling, network.balancers, Builder::forwardedTo, network.targetGroups);
      check(dangling, network.targetGroups, Builder::hosts, network.interfaces);
      check(dangling, network.routeTables, Builder::translators, network.interfaces);
      check(dangling, network.routeTables, Builder::peerings, network.peerings);
      check(dangling, network.routeTables, Builder::tunnels, network.tunnels);
      if (!dangling.isEmpty()) {
        throw new IllegalArgumentException("missing parts: " + String.join("; ", dangling));
      }
      return network;
    }

    private static <T> void check(
        List<String> dangling,
        Map<Ref, T> parts,
        Function<T, List<Ref>> links,
        Map<Ref, ?> targets) {
      parts.forEach(
          (ref, part) ->
              links.apply(part).stream()
                  .filter(target -> !targets.containsKey(target))
                  .forEach(target -> dangling.add(ref + " -> " + target)));
    }

    private static List<Ref> forwardedTo(Balancer balancer) {
      return balancer.listeners().stream()
          .flatMap(listener -> listener.forwards().stream())
          .map(Balancer.Forward::targetGroup)
          .toList();
    }

    private static List<Ref> hosts(TargetGroup group) {
      return group.targets().stream().map(TargetGroup.Target::host).toList();
    }

    private static List<Ref> translators(RouteTable table) {
      return links(table, via -> via instanceof NextHop.Translator(Ref ref) ? ref : null);
    }

    private static List<Ref> peerings(RouteTable table) {
      return links(table, via -> via instanceof NextHop.Across(Ref ref) ? ref : null);
    }

    private static List<Ref> tunnels(RouteTable table) {
      return links(table, via -> via instanceof NextHop.Through(Ref ref) ? ref : null);
    }

    private static List<Ref> links(RouteTable table, Function<NextHop, @Nullable Ref> link) {
      List<Ref> links = new ArrayList<>();
      for (RouteTable.Route route : table.routes()) {
        Ref ref = link.apply(route.via());
        if (ref != null) {
          links.add(ref);
        }
      }
      return links;
    }
  }
}
