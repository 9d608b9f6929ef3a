package dev.drawbridge.analyze.rules.topology;

import dev.drawbridge.analyze.facts.Reader;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.rules.Report;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.network.Network;
import dev.drawbridge.network.NextHop;
import dev.drawbridge.network.Peering;
import dev.drawbridge.network.Ref;
import dev.drawbridge.network.RouteTable;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Routes whose packets get nowhere: without a target, or with one that belongs to another VPC.
public final class RouteToNowhere implements Rule {
  @Override
  public String id() {
    return "TOPO-008";
  }

  @Override
  public Severity severity() {
    return Severity.BROKEN;
  }

  @Override
  public List<Finding> check(Subject subject) {
    Map<Resource, Set<String>> lost = new LinkedHashMap<>();
    Map<Address, Address> vpnHomes = vpnHomes(subject);
    Set<Ref> seen = new LinkedHashSet<>();
    subject.facts().vpcs().keySet().forEach(vpc -> seen.add(mainTable(subject, vpc)));
    for (Resource table : subject.facts().ofType("aws_route_table", "aws_default_route_table")) {
      seen.add(Ref.of(table.address().toString()));
    }
    for (Ref ref : seen) {
      RouteTable table = subject.network().routeTables().get(ref);
      if (table != null) {
        Optional<Ref> home = home(subject, ref);
        for (RouteTable.Route route : table.routes()) {
          Optional<Resource> says = subject.origin(route.ref());
          if (says.isPresent() && isLost(subject, vpnHomes, home, says.get(), route)) {
            lost.computeIfAbsent(says.get(), _ -> new LinkedHashSet<>())
                .add(route.destination().toString());
          }
        }
      }
    }
    List<Finding> found = new ArrayList<>();
    lost.forEach(
        (says, destinations) ->
            found.add(
                Report.by(this, subject)
                    .about(says)
                    .says("finding", subject.label(says), List.copyOf(destinations))
                    .done()));
    return found;
  }

  private static Ref mainTable(Subject subject, Address vpc) {
    return subject.network().realms().get(Ref.of(vpc.toString())).mainRoutes();
  }

  /// The VPC that a route table belongs to.
  private static Optional<Ref> home(Subject subject, Ref table) {
    Optional<Resource> resource = subject.origin(table);
    if (resource.isEmpty()) {
      return Optional.empty();
    }
    Optional<Address> vpc =
        switch (resource.get().type()) {
          case "aws_route_table" ->
              subject.facts().read(resource.get()).reference("vpc_id").known();
          case "aws_default_route_table" ->
              subject.facts().read(resource.get()).reference("default_route_table_id").known();
          default -> Optional.of(resource.get().address());
        };
    return vpc.map(address -> Ref.of(address.toString()))
        .filter(subject.network().realms()::containsKey);
  }

  private static boolean isLost(
      Subject subject,
      Map<Address, Address> vpnHomes,
      Optional<Ref> home,
      Resource says,
      RouteTable.Route route) {
    Network network = subject.network();
    return switch (route.via()) {
      case NextHop.Blackhole() -> true;
      case NextHop.Translator(Ref nat) ->
          home.isPresent()
              && subject.origin(realmOf(network, nat)).isPresent()
              && !realmOf(network, nat).equals(home.get());
      case NextHop.Across(Ref ref) -> {
        Peering peering = network.peerings().get(ref);
        yield home.isPresent()
            && peering != null
            && !peering.one().equals(home.get())
            && !peering.other().equals(home.get());
      }
      case NextHop.Unresolved _, NextHop.Through _ ->
          home.isPresent()
              && gateway(subject, says, route)
                  .filter(gateway -> gateway.type().equals("aws_vpn_gateway"))
                  .map(vpnHomes::get)
                  .filter(vpc -> !home.get().id().equals(vpc.toString()))
                  .isPresent();
      case NextHop.Local _, NextHop.InternetGateway _, NextHop.EgressOnlyGateway _ -> false;
    };
  }

  private static Ref realmOf(Network network, Ref host) {
    return network.subnetOf(network.interfaceOf(host)).realm();
  }

  /// The gateway that a route names; of several routes in one table, by their place there.
  private static Optional<Address> gateway(Subject subject, Resource says, RouteTable.Route route) {
    Reader read = subject.facts().read(says);
    String part = route.ref().id().substring(says.address().toString().length());
    if (!part.startsWith("#route[")) {
      return read.reference("gateway_id").known();
    }
    int index = Integer.parseInt(part.substring("#route[".length(), part.length() - 1));
    List<Reader> blocks = read.blocks("route");
    return index < blocks.size()
        ? blocks.get(index).reference("gateway_id").known()
        : Optional.empty();
  }

  /// The VPC that each VPN gateway is attached to.
  private static Map<Address, Address> vpnHomes(Subject subject) {
    Map<Address, Address> homes = new HashMap<>();
    for (Resource gateway : subject.facts().ofType("aws_vpn_gateway")) {
      subject
          .facts()
          .read(gateway)
          .reference("vpc_id")
          .known()
          .ifPresent(vpc -> homes.put(gateway.address(), vpc));
    }
    for (Resource link : subject.facts().ofType("aws_vpn_gateway_attachment")) {
      Reader read = subject.facts().read(link);
      Optional<Address> gateway = read.reference("vpn_gateway_id").known();
      Optional<Address> vpc = read.reference("vpc_id").known();
      if (gateway.isPresent() && vpc.isPresent()) {
        homes.put(gateway.get(), vpc.get());
      }
    }
    return homes;
  }
}
