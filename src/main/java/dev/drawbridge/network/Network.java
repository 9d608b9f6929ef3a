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
  private final Parts parts;

  private Network(Builder from) {
    internet = from.internet;
    parts = from.parts.mapped(Parts::frozen);
  }

  /// Parts of every kind by their refs, in the order of their adding.
  private record Parts(
      Map<Ref, Realm> realms,
      Map<Ref, Subnet> subnets,
      Map<Ref, Interface> interfaces,
      Map<Ref, Group> groups,
      Map<Ref, AccessList> accessLists,
      Map<Ref, RouteTable> routeTables,
      Map<Ref, Peering> peerings,
      Map<Ref, Tunnel> tunnels,
      Map<Ref, Balancer> balancers,
      Map<Ref, TargetGroup> targetGroups) {
    /// What becomes of the parts of one kind.
    private interface Mapping {
      <T> Map<Ref, T> of(Map<Ref, T> parts);
    }

    Parts() {
      this(
          new LinkedHashMap<>(),
          new LinkedHashMap<>(),
          new LinkedHashMap<>(),
          new LinkedHashMap<>(),
          new LinkedHashMap<>(),
          new LinkedHashMap<>(),
          new LinkedHashMap<>(),
          new LinkedHashMap<>(),
          new LinkedHashMap<>(),
          new LinkedHashMap<>());
    }

    Parts mapped(Mapping mapping) {
      return new Parts(
          mapping.of(realms),
          mapping.of(subnets),
          mapping.of(interfaces),
          mapping.of(groups),
          mapping.of(accessLists),
          mapping.of(routeTables),
          mapping.of(peerings),
          mapping.of(tunnels),
          mapping.of(balancers),
          mapping.of(targetGroups));
    }

    private static <T> Map<Ref, T> frozen(Map<Ref, T> parts) {
      return Collections.unmodifiableMap(new LinkedHashMap<>(parts));
    }
  }

  public static Builder builder() {
    return new Builder();
  }

  /// A builder that already holds everything of this network.
  public Builder toBuilder() {
    Builder copy = new Builder().internet(internet);
    copy.parts = parts.mapped(LinkedHashMap::new);
    return copy;
  }

  /// The addresses that clients on the internet may have.
  public AddressSet internet() {
    return internet;
  }

  public Map<Ref, Realm> realms() {
    return parts.realms;
  }

  public Map<Ref, Subnet> subnets() {
    return parts.subnets;
  }

  public Map<Ref, Interface> interfaces() {
    return parts.interfaces;
  }

  public Map<Ref, Group> groups() {
    return parts.groups;
  }

  public Map<Ref, AccessList> accessLists() {
    return parts.accessLists;
  }

  public Map<Ref, RouteTable> routeTables() {
    return parts.routeTables;
  }

  public Map<Ref, Peering> peerings() {
    return parts.peerings;
  }

  public Map<Ref, Tunnel> tunnels() {
    return parts.tunnels;
  }

  public Map<Ref, Balancer> balancers() {
    return parts.balancers;
  }

  public Map<Ref, TargetGroup> targetGroups() {
    return parts.targetGroups;
  }

  public Interface interfaceOf(Ref ref) {
    return found(parts.interfaces, ref, "interface");
  }

  public Subnet subnetOf(Interface host) {
    return found(parts.subnets, host.subnet(), "subnet");
  }

  public Realm realmOf(Subnet subnet) {
    return found(parts.realms, subnet.realm(), "realm");
  }

  /// The route table that holds in a subnet: its own, or the realm's main one.
  public RouteTable routesOf(Subnet subnet) {
    return found(
        parts.routeTables, subnet.routes().orElse(realmOf(subnet).mainRoutes()), "route table");
  }

  /// The access list that holds in a subnet, if any: its own, or the realm's main one.
  public Optional<AccessList> accessListOf(Subnet subnet) {
    return subnet
        .accessList()
        .or(() -> realmOf(subnet).mainAccessList())
        .map(ref -> found(parts.accessLists, ref, "access list"));
  }

  public List<Group> groupsOf(Interface host) {
    List<Group> groups = new ArrayList<>(host.groups().size());
    for (Ref ref : host.groups()) {
      groups.add(found(parts.groups, ref, "group"));
    }
    return Collections.unmodifiableList(groups);
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
    private Parts parts = new Parts();

    private Builder() {}

    /// The addresses of clients on the internet; [AddressSet#INTERNET] unless told.
    public Builder internet(AddressSet addresses) {
      internet = addresses;
      return this;
    }

    public Builder add(Realm realm) {
      parts.realms.put(realm.ref(), realm);
      return this;
    }

    public Builder add(Subnet subnet) {
      parts.subnets.put(subnet.ref(), subnet);
      return this;
    }

    public Builder add(Interface host) {
      parts.interfaces.put(host.ref(), host);
      return this;
    }

    public Builder add(Group group) {
      parts.groups.put(group.ref(), group);
      return this;
    }

    public Builder add(AccessList list) {
      parts.accessLists.put(list.ref(), list);
      return this;
    }

    public Builder add(RouteTable table) {
      parts.routeTables.put(table.ref(), table);
      return this;
    }

    public Builder add(Peering peering) {
      parts.peerings.put(peering.ref(), peering);
      return this;
    }

    public Builder add(Tunnel tunnel) {
      parts.tunnels.put(tunnel.ref(), tunnel);
      return this;
    }

    public Builder add(Balancer balancer) {
      parts.balancers.put(balancer.ref(), balancer);
      return this;
    }

    public Builder add(TargetGroup group) {
      parts.targetGroups.put(group.ref(), group);
      return this;
    }

    /// The network of everything added.
    ///
    /// @throws IllegalArgumentException where a part refers to one that was not added
    public Network build() {
      Network network = new Network(this);
      List<String> dangling = new ArrayList<>();
      check(
          dangling, network.parts.realms, r -> List.of(r.mainRoutes()), network.parts.routeTables);
      check(
          dangling,
          network.parts.realms,
          r -> r.mainAccessList().stream().toList(),
          network.parts.accessLists);
      check(dangling, network.parts.subnets, s -> List.of(s.realm()), network.parts.realms);
      check(
          dangling,
          network.parts.subnets,
          s -> s.routes().stream().toList(),
          network.parts.routeTables);
      check(
          dangling,
          network.parts.subnets,
          s -> s.accessList().stream().toList(),
          network.parts.accessLists);
      check(dangling, network.parts.interfaces, i -> List.of(i.subnet()), network.parts.subnets);
      check(dangling, network.parts.interfaces, Interface::groups, network.parts.groups);
      check(
          dangling, network.parts.peerings, p -> List.of(p.one(), p.other()), network.parts.realms);
      check(dangling, network.parts.tunnels, t -> List.of(t.realm()), network.parts.realms);
      check(dangling, network.parts.balancers, Balancer::nodes, network.parts.interfaces);
      check(dangling, network.parts.balancers, Builder::forwardedTo, network.parts.targetGroups);
      check(dangling, network.parts.targetGroups, Builder::hosts, network.parts.interfaces);
      check(dangling, network.parts.routeTables, Builder::translators, network.parts.interfaces);
      check(dangling, network.parts.routeTables, Builder::peerings, network.parts.peerings);
      check(dangling, network.parts.routeTables, Builder::tunnels, network.parts.tunnels);
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
