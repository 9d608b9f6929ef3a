package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Arguments;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.RaisedConnector;
import dev.drawbridge.catalog.RaisedNode;
import dev.drawbridge.catalog.Raising;
import dev.drawbridge.catalog.Trait;
import dev.drawbridge.catalog.aws.DataCentreLink.Routing;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Data centres, and what joins them with VPCs, recognised in Terraform: the way back of [LinkBlocks].
final class RaisedDataCentres {
  /// The tag that tells which addresses lie behind a router or a line.
  static final String NETWORK = "Network";

  private static final String VPN = "aws_vpn_connection";
  private static final String INTERFACE = "aws_dx_private_virtual_interface";

  private RaisedDataCentres() {}

  static void customerGateway(Resource resource, Raising in) {
    RaisedNode centre = centre(resource, in).reading(DataCentre.ROUTER, resource.get("ip_address"));
    for (Resource vpn : users(resource, VPN, in)) {
      Value ends =
          Value.items(vpn.address().dot("tunnel1_address"), vpn.address().dot("tunnel2_address"));
      in.told(ends, "Public IP addresses of AWS's ends of the VPN to ", ", which its router needs.")
          .ifPresent(centre::worded);
      if (Arguments.entry(resource.body(), "tags", NETWORK) == null) {
        behind(vpn, in).ifPresent(block -> centre.set(DataCentre.CIDR, block));
      }
    }
  }

  static void virtualInterface(Resource resource, Raising in) {
    RaisedNode centre = centre(resource, in);
    if (resource.get("connection_id") instanceof Value.Symbol(String path)) {
      in.described(
              path,
              "ID of the Direct Connect connection to the data centre ",
              ". A port is ordered at a location, not by Terraform.")
          .ifPresent(centre::worded);
    }
  }

  /// The data centre at which a router stands or a line ends: the one that has these addresses.
  private static RaisedNode centre(Resource resource, Raising in) {
    @Nullable Value network = Arguments.entry(resource.body(), "tags", NETWORK);
    String label = label(network);
    Optional<RaisedNode> known =
        centres(in).filter(node -> !label.isEmpty() && node.label().equals(label)).findFirst();
    RaisedNode centre =
        known.orElseGet(
            () ->
                label.isEmpty()
                    ? in.node(DataCentre.KIND, resource)
                    : in.node(DataCentre.KIND, label));
    in.claim(centre, resource.address());
    in.named(Arguments.entry(resource.body(), "tags", "Name")).ifPresent(centre::tagged);
    centre.read(DataCentre.ASN, resource.get("bgp_asn"));
    if (known.isEmpty()) {
      centre.set(DataCentre.CIDR, in.text(network).orElse(""));
    }
    return centre;
  }

  static Stream<RaisedNode> centres(Raising in) {
    return in.nodes(Trait.ON_PREMISES).stream().filter(node -> node.kind().equals(DataCentre.KIND));
  }

  /// Whose addresses a local or a variable holds, by its label; empty where it holds others.
  static String label(@Nullable Value network) {
    String end = DataCentreBlocks.network("");
    return network instanceof Value.Symbol(String path) && path.matches("(local|var)\\..+" + end)
        ? path.substring(path.indexOf('.') + 1, path.length() - end.length())
        : "";
  }

  /// What foreign Terraform says of the addresses behind a VPN.
  private static Optional<String> behind(Resource vpn, Raising in) {
    Stream<@Nullable Value> routes =
        users(vpn, VPN + "_route", in).stream().map(route -> route.get("destination_cidr_block"));
    return Stream.concat(routes, Stream.of(vpn.get("local_ipv4_network_cidr")))
        .flatMap(value -> in.text(value).stream())
        .filter(block -> !block.equals(Terms.ANYWHERE))
        .findFirst();
  }

  private static List<Resource> users(Resource used, String type, Raising in) {
    return in.graph().referrers(used.address()).stream()
        .filter(user -> user.type().equals(type))
        .toList();
  }

  static void vpnGateway(Resource resource, Raising in) {
    boolean brought =
        users(resource, VPN, in).isEmpty()
            && users(resource, "aws_dx_gateway_association", in).stream()
                .flatMap(link -> Arguments.target(link.body(), "dx_gateway_id").stream())
                .anyMatch(direct -> direct.name().equals(resource.address().name()));
    if (brought) {
      return;
    }
    Optional<RaisedNode> vpc = vpc(resource, in);
    if (vpc.isEmpty()) {
      in.leave(resource, "raise.without-vpc", resource.address().toString());
      return;
    }
    RaisedNode gateway =
        in.node(VpnGateway.KIND, resource)
            .in(vpc.get())
            .reading(VpnGateway.ASN, resource.get("amazon_side_asn"));
    users(resource, "aws_vpn_gateway_attachment", in)
        .forEach(attachment -> in.claim(gateway, attachment.address()));
  }

  private static Optional<RaisedNode> vpc(Resource gateway, Raising in) {
    return Stream.concat(
            Stream.of(gateway), users(gateway, "aws_vpn_gateway_attachment", in).stream())
        .flatMap(resource -> RaisedNetwork.node(resource, "vpc_id", Vpc.KIND, in).stream())
        .findFirst();
  }

  static void directConnectGateway(Resource resource, Raising in) {
    List<Resource> associations = users(resource, "aws_dx_gateway_association", in);
    List<Resource> entries =
        associations.stream()
            .flatMap(link -> Arguments.target(link.body(), "associated_gateway_id").stream())
            .flatMap(address -> in.graph().find(address).stream())
            .toList();
    Optional<RaisedNode> vpc =
        entries.stream().flatMap(entry -> vpc(entry, in).stream()).findFirst();
    if (vpc.isEmpty()) {
      in.leave(resource, "raise.without-vpc", resource.address().toString());
      return;
    }
    RaisedNode gateway =
        in.node(DirectConnectGateway.KIND, resource)
            .in(vpc.get())
            .reading(VpnGateway.ASN, resource.get("amazon_side_asn"));
    in.named(resource.get("name")).ifPresent(gateway::tagged);
    associations.forEach(link -> in.claim(gateway, link.address()));
    entries.stream()
        .map(Resource::address)
        .filter(entry -> in.nodesOf(entry).isEmpty())
        .forEach(entry -> in.claim(gateway, entry));
  }

  /// The VPCs that lines from a data centre lead to.
  static List<RaisedNode> joined(RaisedNode centre, Raising in) {
    Stream<RaisedNode> tunnels =
        in.graph().ofType(VPN).stream()
            .filter(vpn -> ends(vpn.get("customer_gateway_id"), in).contains(centre))
            .flatMap(
                vpn -> RaisedNetwork.node(vpn, "vpn_gateway_id", VpnGateway.KIND, in).stream());
    Stream<RaisedNode> lines =
        in.graph().ofType(INTERFACE).stream()
            .filter(line -> in.nodesOf(line.address()).contains(centre))
            .flatMap(
                line ->
                    RaisedNetwork.node(line, "dx_gateway_id", DirectConnectGateway.KIND, in)
                        .stream());
    return Stream.concat(tunnels, lines)
        .flatMap(gateway -> gateway.around(Vpc.KIND).stream())
        .toList();
  }

  private static List<RaisedNode> ends(@Nullable Value far, Raising in) {
    return RaisedNetwork.nodes(far, DataCentre.KIND, in);
  }

  static void links(Raising in) {
    for (Resource vpn : in.graph().ofType(VPN)) {
      draw(vpn, "vpn_gateway_id", VpnGateway.KIND, vpn.get("customer_gateway_id"), in)
          .ifPresent(
              link -> {
                boolean told = Arguments.isTrue(vpn.body(), "static_routes_only");
                link.set(DataCentreLink.ROUTING, told ? Routing.STATIC : Routing.BGP);
                in.named(Arguments.entry(vpn.body(), "tags", "Name")).ifPresent(link::tagged);
                users(vpn, VPN + "_route", in).forEach(route -> in.claim(link, route.address()));
              });
    }
    for (Resource line : in.graph().ofType(INTERFACE)) {
      draw(line, "dx_gateway_id", DirectConnectGateway.KIND, line.address().dot("id"), in)
          .ifPresent(link -> link.read(DataCentreLink.VLAN, line.get("vlan")));
    }
  }

  /// @param far what belongs to the data centre at the other end
  private static Optional<RaisedConnector> draw(
      Resource line, String argument, Kind kind, @Nullable Value far, Raising in) {
    Optional<RaisedNode> gateway = RaisedNetwork.node(line, argument, kind, in);
    Optional<RaisedNode> centre = ends(far, in).stream().findFirst();
    if (gateway.isEmpty() || centre.isEmpty()) {
      in.leave(line, "raise.not-recognised", line.address().toString());
      return Optional.empty();
    }
    String label = line.address().name();
    String inward = centre.get().label() + "_to_" + gateway.get().label();
    boolean reversed = label.equals(inward) || label.startsWith(inward + "_");
    RaisedConnector link =
        in.connector(
            DataCentreLink.KIND,
            reversed ? centre.get() : gateway.get(),
            reversed ? gateway.get() : centre.get(),
            label,
            line);
    in.claim(link, line.address());
    for (Address entry : Arguments.targets(line.get("vpn_gateway_id"))) {
      users(in.graph().find(entry).orElse(line), "aws_route", in)
          .forEach(route -> in.claim(link, route.address()));
    }
    return Optional.of(link);
  }
}
