package dev.drawbridge.analyze.facts;

import dev.drawbridge.base.Reason;
import dev.drawbridge.network.Cidr;
import dev.drawbridge.network.NextHop;
import dev.drawbridge.network.Peering;
import dev.drawbridge.network.Ref;
import dev.drawbridge.network.RouteTable;
import dev.drawbridge.network.Unknown;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads route tables: their routes, written inside or beside them, and which subnet uses which.
final class Routing {
  private static final List<String> DESTINATIONS =
      List.of(
          "destination_cidr_block", "cidr_block", "destination_ipv6_cidr_block", "ipv6_cidr_block");

  /// Ways that lead to where the engine does not follow.
  private static final List<String> ELSEWHERE =
      List.of(
          Uplinks.HUB,
          "vpc_endpoint_id",
          "network_interface_id",
          "instance_id",
          "local_gateway_id",
          "carrier_gateway_id",
          "core_network_arn");

  /// How the reason begins for a next hop that is known to be no gateway to the internet.
  static final String BEHIND = "unknown.behind";

  private final Facts facts;
  private final Parts parts;
  private final Uplinks uplinks;
  private final Set<Ref> tables = new HashSet<>();
  private final Map<Address, Reading<Address>> gatewayHome = new HashMap<>();
  private final Map<Address, Ref> ownTable = new HashMap<>();
  private final Map<Address, Reason> unknownTable = new HashMap<>();
  private final Map<Address, Ref> mainTables = new HashMap<>();
  private final List<AwsPeeringRoute> peeringRoutes = new ArrayList<>();

  Routing(Facts facts, Parts parts) {
    this.facts = facts;
    this.parts = parts;
    uplinks = new Uplinks(facts, parts);
  }

  /// Adds every table to the network, and the tunnels that routes lead to. Realms and subnets may be added
  /// afterwards.
  void read() {
    uplinks.read();
    gateways();
    peerings();
    Map<Ref, List<RouteTable.Route>> routes = new LinkedHashMap<>();
    Map<Address, Ref> defaults = new HashMap<>();
    for (Resource table : facts.ofType("aws_route_table", "aws_default_route_table")) {
      Reader read = facts.read(table);
      Ref ref = parts.ref(table);
      tables.add(ref);
      Reading<Address> vpc =
          table.type().equals("aws_route_table")
              ? read.reference("vpc_id")
              : read.reference("default_route_table_id");
      if (table.type().equals("aws_default_route_table")) {
        vpc.known().ifPresent(of -> defaults.put(of, ref));
      }
      List<RouteTable.Route> own = new ArrayList<>();
      int index = 0;
      for (Reader route : read.blocks("route")) {
        own.add(route(parts.ref(table, "#route[" + index++ + "]"), route, vpc));
      }
      if (read.blocksKnown("route") instanceof Reading.Unresolved<Boolean>(Reason reason)) {
        own.addAll(RouteTable.unresolved(ref, new Unknown(ref, reason)).routes());
      }
      routes.put(ref, own);
    }
    for (AwsVpc vpc : facts.vpcs().values()) {
      Address address = vpc.resource().address();
      Ref implied = parts.ref(vpc.resource(), "#main");
      mainTables.put(address, defaults.getOrDefault(address, implied));
      routes.putIfAbsent(mainTables.getOrDefault(address, implied), new ArrayList<>());
    }
    // A route may be added to the main table through the VPC, so main tables must be known by now.
    for (Resource route : facts.ofType("aws_route")) {
      Reader read = facts.read(route);
      Optional<Ref> table = read.attribute("route_table_id").known().flatMap(this::tableOf);
      table.ifPresent(
          to ->
              routes
                  .computeIfAbsent(to, _ -> new ArrayList<>())
                  .add(route(parts.ref(route), read, vpcOf(to))));
    }
    for (Resource association : facts.ofType("aws_main_route_table_association")) {
      Reader read = facts.read(association);
      Optional<Address> vpc = read.reference("vpc_id").known();
      Optional<Ref> table = read.attribute("route_table_id").known().flatMap(this::tableOf);
      if (vpc.isPresent() && table.isPresent()) {
        mainTables.put(vpc.get(), table.get());
      }
    }
    propagate(routes);
    uplinks.tunnels(routes.values());
    uplinks.hubs();
    routes.forEach((ref, all) -> parts.network().add(new RouteTable(ref, all)));
    associations();
  }

  /// Adds the routes that VPN gateways put into tables by themselves.
  private void propagate(Map<Ref, List<RouteTable.Route>> routes) {
    for (Resource table : facts.ofType("aws_route_table", "aws_default_route_table")) {
      for (Reading<Address> gateway :
          facts.read(table).references("propagating_vgws").known().orElse(List.of())) {
        propagate(table, Ref.of(table.address().toString()), gateway, routes);
      }
    }
    for (Resource asked : facts.ofType("aws_vpn_gateway_route_propagation")) {
      Reader read = facts.read(asked);
      read.attribute("route_table_id")
          .known()
          .flatMap(this::tableOf)
          .ifPresent(to -> propagate(asked, to, read.reference("vpn_gateway_id"), routes));
    }
  }

  private void propagate(
      Resource says, Ref table, Reading<Address> gateway, Map<Ref, List<RouteTable.Route>> routes) {
    List<RouteTable.Route> known = routes.computeIfAbsent(table, _ -> new ArrayList<>());
    gateway
        .known()
        .filter(from -> uplinks.home(from).equals(vpcOf(table)))
        .ifPresent(from -> known.addAll(uplinks.propagated(says, from, List.copyOf(known))));
  }

  private void gateways() {
    for (Resource gateway :
        facts.ofType("aws_internet_gateway", "aws_egress_only_internet_gateway")) {
      parts.ref(gateway);
      Reading<Address> vpc = facts.read(gateway).reference("vpc_id");
      if (!vpc.isMissing()) {
        gatewayHome.put(gateway.address(), vpc);
      }
    }
    for (Resource attachment : facts.ofType("aws_internet_gateway_attachment")) {
      Reader read = facts.read(attachment);
      Optional<Address> gateway = read.reference("internet_gateway_id").known();
      Reading<Address> vpc = read.reference("vpc_id");
      if (gateway.isPresent() && !vpc.isMissing()) {
        gatewayHome.put(gateway.get(), vpc);
      }
    }
  }

  private void peerings() {
    for (Resource peering : facts.ofType("aws_vpc_peering_connection")) {
      Reader read = facts.read(peering);
      Optional<Address> one = read.reference("vpc_id").known().filter(facts.vpcs()::containsKey);
      Optional<Address> other =
          read.reference("peer_vpc_id").known().filter(facts.vpcs()::containsKey);
      if (one.isPresent() && other.isPresent()) {
        parts
            .network()
            .add(
                new Peering(
                    parts.ref(peering),
                    Ref.of(one.get().toString()),
                    Ref.of(other.get().toString()),
                    read.text("peer_region").isMissing()));
      }
    }
  }

  private void associations() {
    for (Resource association : facts.ofType("aws_route_table_association")) {
      Reader read = facts.read(association);
      Optional<Address> subnet = read.reference("subnet_id").known();
      if (subnet.isEmpty()) {
        continue;
      }
      Reading<Value.Reference> named = read.attribute("route_table_id");
      Optional<Ref> table = named.known().flatMap(this::tableOf);
      table.ifPresentOrElse(
          ref -> ownTable.put(subnet.get(), ref),
          () ->
              unknownTable.put(
                  subnet.get(),
                  named instanceof Reading.Unresolved<Value.Reference>(Reason reason)
                      ? reason
                      : Reason.of("unknown.route-table")));
    }
  }

  /// The route table that a subnet was given; none where the main one holds.
  Optional<Ref> tableOf(AwsSubnet subnet) {
    Reason reason = unknownTable.get(subnet.address());
    if (reason != null) {
      Ref ref = parts.ref(subnet.resource(), "#routes");
      parts.network().add(RouteTable.unresolved(ref, new Unknown(ref, reason)));
      return Optional.of(ref);
    }
    return Optional.ofNullable(ownTable.get(subnet.address()));
  }

  Ref mainTable(AwsVpc vpc) {
    Ref main = mainTables.get(vpc.resource().address());
    if (main == null) {
      throw new IllegalStateException(vpc + " has no main table");
    }
    return main;
  }

  private Optional<Ref> tableOf(Value.Reference reference) {
    return switch (reference.attribute()) {
      case "default_route_table_id", "main_route_table_id" ->
          Optional.ofNullable(mainTables.get(reference.target()));
      default -> {
        Ref ref = Ref.of(reference.target().toString());
        yield tables.contains(ref) ? Optional.of(ref) : Optional.empty();
      }
    };
  }

  private Reading<Address> vpcOf(Ref table) {
    Resource resource = parts.origins().get(table);
    if (resource == null) {
      return Reading.missing();
    }
    return switch (resource.type()) {
      case "aws_route_table" -> facts.read(resource).reference("vpc_id");
      case "aws_default_route_table" -> facts.read(resource).reference("default_route_table_id");
      default -> Reading.given(resource.address());
    };
  }

  private RouteTable.Route route(Ref ref, Reader read, Reading<Address> vpc) {
    NextHop via = nextHop(ref, read, vpc);
    RouteTable.Route route = route(ref, read, via);
    if (read.has("vpc_peering_connection_id") && route.doubts().isEmpty()) {
      peeringRoutes.add(
          new AwsPeeringRoute(
              ref, route.destination(), peer(vpc, read.reference("vpc_peering_connection_id"))));
    }
    return route;
  }

  /// The VPC at the far end of a peering connection; empty where it is not of this configuration.
  private Optional<Address> peer(Reading<Address> vpc, Reading<Address> connection) {
    Optional<Resource> found =
        connection
            .known()
            .flatMap(facts::find)
            .flatMap(
                half ->
                    half.type().equals("aws_vpc_peering_connection")
                        ? Optional.of(half)
                        : facts
                            .read(half)
                            .reference("vpc_peering_connection_id")
                            .known()
                            .flatMap(facts::find));
    if (found.isEmpty() || vpc.known().isEmpty()) {
      return Optional.empty();
    }
    Reader read = facts.read(found.get());
    Reading<Address> one = read.reference("vpc_id");
    Reading<Address> other = read.reference("peer_vpc_id");
    return (vpc.equals(one) ? other : one)
        .known()
        .filter(far -> !vpc.is(far) && (vpc.equals(one) || vpc.equals(other)))
        .filter(facts.vpcs()::containsKey);
  }

  /// The routes to peers, as somebody wrote them.
  List<AwsPeeringRoute> peeringRoutes() {
    return peeringRoutes;
  }

  private static RouteTable.Route route(Ref ref, Reader read, NextHop via) {
    for (String argument : DESTINATIONS) {
      Reading<String> written = read.text(argument);
      if (written.isMissing() || written.is("")) {
        continue;
      }
      Optional<Cidr> block = Blocks.meant(written);
      if (block.isPresent()) {
        return new RouteTable.Route(ref, block.get(), via, List.of());
      }
      boolean v6 = argument.contains("ipv6");
      return doubtful(ref, via, v6, reason(written, argument));
    }
    return doubtful(ref, via, false, Reason.of("unknown.listed-destination"));
  }

  private static RouteTable.Route doubtful(Ref ref, NextHop via, boolean v6, Reason reason) {
    return new RouteTable.Route(
        ref, Cidr.of(v6 ? "::/0" : "0.0.0.0/0"), via, List.of(new Unknown(ref, reason)));
  }

  private static Reason reason(Reading<String> written, String argument) {
    return written instanceof Reading.Unresolved<String>(Reason why)
        ? why
        : Reason.of("unknown.no-block", argument);
  }

  private NextHop nextHop(Ref ref, Reader read, Reading<Address> vpc) {
    if (read.text("gateway_id").is("local")) {
      return new NextHop.Local();
    }
    for (String argument :
        List.of(
            "gateway_id",
            "egress_only_gateway_id",
            "nat_gateway_id",
            "vpc_peering_connection_id")) {
      switch (read.reference(argument)) {
        case Reading.Missing<Address>() -> {}
        // Written as an attribute, a route names all targets, the unused ones empty.
        case Reading.Unresolved<Address> _ when read.text(argument).is("") -> {}
        case Reading.Unresolved<Address>(Reason reason) -> {
          return new NextHop.Unresolved(new Unknown(ref, reason));
        }
        case Reading.Given<Address>(Address target) -> {
          return towards(ref, target, vpc);
        }
      }
    }
    for (String argument : ELSEWHERE) {
      if (read.has(argument) && !read.text(argument).is("")) {
        String what = read.reference(argument).known().map(Address::toString).orElse(argument);
        return new NextHop.Unresolved(new Unknown(ref, Reason.of(BEHIND, what)));
      }
    }
    return new NextHop.Blackhole();
  }

  /// A gateway serves the tables of the VPC that it is attached to. Where both name that by the same
  /// thing that is not told, it is the same.
  private NextHop attached(Ref ref, Address gateway, Reading<Address> vpc, NextHop serving) {
    Reading<Address> home = gatewayHome.getOrDefault(gateway, uplinks.home(gateway));
    if (home.isMissing() || vpc.isMissing()) {
      return new NextHop.Blackhole();
    }
    if (home.equals(vpc)) {
      return serving;
    }
    for (Reading<Address> side : List.of(home, vpc)) {
      if (side instanceof Reading.Unresolved<Address>(Reason reason)) {
        return new NextHop.Unresolved(new Unknown(ref, reason));
      }
    }
    return new NextHop.Blackhole();
  }

  private NextHop towards(Ref ref, Address target, Reading<Address> vpc) {
    Ref to = Ref.of(target.toString());
    return switch (target.type()) {
      case "aws_internet_gateway" -> attached(ref, target, vpc, new NextHop.InternetGateway(to));
      case "aws_egress_only_internet_gateway" ->
          attached(ref, target, vpc, new NextHop.EgressOnlyGateway(to));
      case "aws_nat_gateway" -> new NextHop.Translator(to);
      case "aws_vpc_peering_connection_accepter" ->
          facts
              .find(target)
              .flatMap(half -> facts.read(half).reference("vpc_peering_connection_id").known())
              .filter(whole -> whole.type().equals("aws_vpc_peering_connection"))
              .map(whole -> towards(ref, whole, vpc))
              .orElseGet(
                  () ->
                      new NextHop.Unresolved(
                          new Unknown(ref, Reason.of("unknown.other-vpc", target))));
      case "aws_vpc_peering_connection" ->
          parts.origins().containsKey(to)
              ? new NextHop.Across(to)
              : new NextHop.Unresolved(new Unknown(ref, Reason.of("unknown.other-vpc", target)));
      case "aws_vpn_gateway" ->
          uplinks.isJoined(target)
              ? attached(ref, target, vpc, new NextHop.Through(to))
              : new NextHop.Unresolved(new Unknown(ref, Reason.of(BEHIND, target)));
      default -> new NextHop.Unresolved(new Unknown(ref, Reason.of(BEHIND, target)));
    };
  }
}
