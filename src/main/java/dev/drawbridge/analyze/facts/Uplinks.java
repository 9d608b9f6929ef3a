package dev.drawbridge.analyze.facts;

import dev.drawbridge.base.Reason;
import dev.drawbridge.network.AddressSet;
import dev.drawbridge.network.Cidr;
import dev.drawbridge.network.NextHop;
import dev.drawbridge.network.Ref;
import dev.drawbridge.network.RouteTable;
import dev.drawbridge.network.Tunnel;
import dev.drawbridge.network.Unknown;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads what joins VPCs with networks elsewhere: VPN gateways, with the VPNs and the Direct Connect that end
/// at them. A gateway is one tunnel, however many lines it has: routes lead to it, and which line carries
/// a packet is its own affair.
final class Uplinks {
  /// What a route table has to say where any destination may be meant.
  private static final List<Cidr> ANYWHERE = List.of(Cidr.of("0.0.0.0/0"), Cidr.of("::/0"));

  private static final String GATEWAY = "vpn_gateway_id";
  static final String HUB = "transit_gateway_id";

  private final Facts facts;
  private final Parts parts;
  private final Map<Address, Reading<Address>> homes = new LinkedHashMap<>();
  private final Map<Address, List<Line>> lines = new HashMap<>();

  /// One line to a network elsewhere.
  ///
  /// @param blocks the addresses at its far end, as far as it tells them
  /// @param announced whether the far end tells AWS of others by BGP, which no configuration knows
  private record Line(Resource says, List<Reading<String>> blocks, boolean announced) {}

  Uplinks(Facts facts, Parts parts) {
    this.facts = facts;
    this.parts = parts;
  }

  /// The VPC that each VPN gateway is attached to.
  static Map<Address, Reading<Address>> homes(Facts facts) {
    Map<Address, Reading<Address>> homes = new LinkedHashMap<>();
    for (Resource gateway : facts.ofType("aws_vpn_gateway")) {
      Reading<Address> vpc = facts.read(gateway).reference("vpc_id");
      if (!vpc.isMissing()) {
        homes.put(gateway.address(), vpc);
      }
    }
    for (Resource link : facts.ofType("aws_vpn_gateway_attachment")) {
      Reader read = facts.read(link);
      Reading<Address> vpc = read.reference("vpc_id");
      read.reference(GATEWAY)
          .known()
          .filter(_ -> !vpc.isMissing())
          .ifPresent(gateway -> homes.put(gateway, vpc));
    }
    return homes;
  }

  void read() {
    homes.putAll(homes(facts));
    for (Resource gateway : facts.ofType("aws_vpn_gateway")) {
      parts.ref(gateway);
    }
    Map<Address, List<Reading<String>>> told = new HashMap<>();
    for (Resource route : facts.ofType("aws_vpn_connection_route")) {
      Reader read = facts.read(route);
      read.reference("vpn_connection_id")
          .known()
          .ifPresent(
              vpn ->
                  told.computeIfAbsent(vpn, _ -> new ArrayList<>())
                      .add(read.text("destination_cidr_block")));
    }
    for (Resource vpn : facts.ofType("aws_vpn_connection")) {
      Reader read = facts.read(vpn);
      List<Reading<String>> blocks = new ArrayList<>(told.getOrDefault(vpn.address(), List.of()));
      Reading<String> far = read.text("local_ipv4_network_cidr");
      if (!far.isMissing() && !far.is("0.0.0.0/0")) {
        blocks.add(far);
      }
      line(read, GATEWAY, new Line(vpn, blocks, !read.flag("static_routes_only").is(true)));
    }
    for (Resource link : facts.ofType("aws_dx_gateway_association")) {
      Reader read = facts.read(link);
      line(read, "associated_gateway_id", new Line(link, List.of(), true));
      line(read, GATEWAY, new Line(link, List.of(), true));
    }
    for (Resource end :
        facts.ofType(
            "aws_dx_private_virtual_interface",
            "aws_dx_hosted_private_virtual_interface_accepter")) {
      line(facts.read(end), GATEWAY, new Line(end, List.of(), true));
    }
  }

  private void line(Reader read, String argument, Line line) {
    read.reference(argument)
        .known()
        .ifPresent(gateway -> lines.computeIfAbsent(gateway, _ -> new ArrayList<>()).add(line));
  }

  /// The VPC that a VPN gateway is attached to; missing where it is to none.
  Reading<Address> home(Address gateway) {
    return homes.getOrDefault(gateway, Reading.missing());
  }

  /// Whether the gateway leads from a VPC of this configuration to somewhere.
  boolean isJoined(Address gateway) {
    return lines.containsKey(gateway) && vpc(gateway).isPresent();
  }

  private Optional<AwsVpc> vpc(Address gateway) {
    return home(gateway).known().map(facts.vpcs()::get);
  }

  private AddressSet own(Address gateway) {
    return vpc(gateway).map(Uplinks::blocks).orElse(AddressSet.EMPTY);
  }

  private static AddressSet blocks(AwsVpc vpc) {
    List<Cidr> blocks = new ArrayList<>();
    vpc.blocks().forEach(block -> Blocks.meant(block).ifPresent(blocks::add));
    return AddressSet.ofCidrs(blocks);
  }

  /// The routes that a gateway puts into a table by itself. AWS lets them give way to those that are told
  /// for the same block, and to the VPC's own addresses whatever their length. What is announced by BGP
  /// may be any private block that nothing else is told of.
  ///
  /// @param table the resource in which somebody asked for them
  /// @param told the table's other routes
  List<RouteTable.Route> propagated(
      Resource table, Address gateway, Collection<RouteTable.Route> told) {
    if (!isJoined(gateway)) {
      return List.of();
    }
    NextHop via = new NextHop.Through(Ref.of(gateway.toString()));
    AddressSet own = own(gateway);
    List<RouteTable.Route> routes = new ArrayList<>();
    for (Line line : lines.getOrDefault(gateway, List.of())) {
      for (Reading<String> block : line.blocks()) {
        Optional<Cidr> known = Blocks.meant(block);
        if (known.isPresent()) {
          if (!own.containsAll(AddressSet.of(known.get()))) {
            Ref ref = parts.ref(table, "#propagated " + known.get());
            routes.add(new RouteTable.Route(ref, known.get(), via, List.of()));
          }
        } else {
          Reason reason = Reading.reason(block).orElse(Reason.of("unknown.far-addresses"));
          routes.addAll(perhaps(table, line, reason, via, own, told));
        }
      }
      if (line.announced() && line.blocks().isEmpty()) {
        Reason reason = Reason.of("unknown.announced", line.says().address());
        routes.addAll(perhaps(table, line, reason, via, own, told));
      }
    }
    return routes;
  }

  private List<RouteTable.Route> perhaps(
      Resource table,
      Line line,
      Reason reason,
      NextHop via,
      AddressSet own,
      Collection<RouteTable.Route> told) {
    AddressSet taken = own.union(destinations(told));
    List<RouteTable.Route> routes = new ArrayList<>();
    Ref ref = parts.ref(table, "#propagated by " + line.says().address());
    for (Cidr block : AddressSet.ofCidrs(Blocks.PRIVATE).minus(taken).cidrs()) {
      Unknown doubt = new Unknown(Ref.of(line.says().address().toString()), reason);
      routes.add(new RouteTable.Route(ref, block, via, List.of(doubt)));
    }
    return routes;
  }

  private static AddressSet destinations(Collection<RouteTable.Route> routes) {
    return AddressSet.ofCidrs(
        routes.stream()
            .map(RouteTable.Route::destination)
            .filter(block -> !ANYWHERE.contains(block))
            .toList());
  }

  /// Adds a tunnel for each gateway that leads somewhere. Its far end has the addresses that its lines tell, and
  /// those that routes seek there; where these are not told one by one, any private one.
  void tunnels(Collection<List<RouteTable.Route>> tables) {
    for (Address gateway : homes.keySet()) {
      if (isJoined(gateway)) {
        Ref ref = Ref.of(gateway.toString());
        Ref realm = Ref.of(vpc(gateway).orElseThrow().resource().address().toString());
        parts
            .network()
            .add(new Tunnel(ref, realm, remote(gateway, new NextHop.Through(ref), tables)));
      }
    }
  }

  private AddressSet remote(
      Address gateway, NextHop through, Collection<List<RouteTable.Route>> tables) {
    List<Cidr> told = new ArrayList<>();
    boolean open = false;
    for (Line line : lines.getOrDefault(gateway, List.of())) {
      for (Reading<String> block : line.blocks()) {
        Blocks.meant(block).ifPresent(told::add);
      }
    }
    for (List<RouteTable.Route> routes : tables) {
      for (RouteTable.Route route : routes) {
        if (route.via().equals(through)) {
          boolean any = !route.doubts().isEmpty() || ANYWHERE.contains(route.destination());
          open |= any;
          if (!any) {
            told.add(route.destination());
          }
        }
      }
    }
    AddressSet known = AddressSet.ofCidrs(told);
    AddressSet all =
        open || known.isEmpty() ? known.union(AddressSet.ofCidrs(Blocks.PRIVATE)) : known;
    return all.minus(own(gateway));
  }

  /// Adds a tunnel for each VPC at a transit gateway that leads to networks elsewhere, or of which nothing is
  /// known: who is at its far end hangs on what lies behind it, and routes to it say so.
  void hubs() {
    List<AwsVpc> attached = new ArrayList<>();
    List<Resource> links = facts.ofType("aws_ec2_transit_gateway_vpc_attachment");
    for (Resource link : links) {
      facts.read(link).reference("vpc_id").known().map(facts.vpcs()::get).ifPresent(attached::add);
    }
    AddressSet known = AddressSet.union(attached.stream().map(Uplinks::blocks).toList());
    for (Resource link : links) {
      Reader read = facts.read(link);
      Optional<AwsVpc> vpc = read.reference("vpc_id").known().map(facts.vpcs()::get);
      boolean outward = read.reference(HUB).known().map(this::leadsElsewhere).orElse(true);
      if (vpc.isPresent() && outward) {
        Ref realm = Ref.of(vpc.get().resource().address().toString());
        AddressSet far = AddressSet.ofCidrs(Blocks.PRIVATE).minus(known);
        parts.network().add(new Tunnel(parts.ref(link), realm, far));
      }
    }
  }

  private boolean leadsElsewhere(Address hub) {
    return facts.isNamedBy(
        hub,
        "aws_vpn_connection",
        "aws_dx_gateway_association",
        "aws_ec2_transit_gateway_peering_attachment",
        "aws_ec2_transit_gateway_connect");
  }
}
