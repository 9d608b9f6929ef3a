package dev.drawbridge.catalog.aws;

import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Output;
import dev.drawbridge.resource.Value;
import dev.drawbridge.resource.Variable;
import java.util.List;
import java.util.Optional;

/// What joins VPCs and data centres in Terraform: gateways, VPNs, virtual interfaces and routes.
final class LinkBlocks {
  private static final String GATEWAY = "aws_vpn_gateway";
  private static final String DIRECT = "aws_dx_gateway";
  private static final String CUSTOMER = "aws_customer_gateway";
  private static final String VPN = "aws_vpn_connection";
  private static final String INTERFACE = "aws_dx_private_virtual_interface";

  private LinkBlocks() {}

  /// What a link joins.
  record Ends(Connector link, Node gateway, Node vpc, Node centre) {
    boolean isVpn() {
      return gateway.kind().equals(VpnGateway.ID);
    }
  }

  /// The ends of a link that can be built; empty for one that cannot, and for what is none.
  static Optional<Ends> ends(Connector link, Lowering out) {
    if (!link.kind().equals(DataCentreLink.ID)) {
      return Optional.empty();
    }
    Node source = out.document().node(link.source());
    Node target = out.document().node(link.target());
    boolean outward = target.kind().equals(DataCentre.ID);
    Node gateway = outward ? source : target;
    Node centre = outward ? target : source;
    Optional<Node> vpc = out.around().vpc(gateway).filter(_ -> isFirst(gateway, out));
    return centre.kind().equals(DataCentre.ID) && vpc.isPresent()
        ? Optional.of(new Ends(link, gateway, vpc.get(), centre))
        : Optional.empty();
  }

  /// AWS attaches one gateway of each sort to a VPC.
  private static boolean isFirst(Node gateway, Lowering out) {
    boolean known =
        gateway.kind().equals(VpnGateway.ID) || gateway.kind().equals(DirectConnectGateway.ID);
    return known
        && out.around()
            .vpc(gateway)
            .map(vpc -> out.around().inVpc(vpc, gateway.kind()).getFirst().equals(gateway))
            .orElse(false);
  }

  static void vpnGateway(Element element, Lowering out) {
    if (element instanceof Node gateway && isBuilt(gateway, out)) {
      privateGateway(gateway, out);
    }
  }

  private static boolean isBuilt(Node gateway, Lowering out) {
    if (out.around().vpc(gateway).isEmpty()) {
      out.warn(gateway, null, "lower.without-vpc");
      return false;
    }
    if (!isFirst(gateway, out)) {
      out.warn(gateway, null, "lower.second-link-gateway");
      return false;
    }
    return true;
  }

  /// The virtual private gateway, at which both VPNs and Direct Connect enter a VPC.
  private static void privateGateway(Node gateway, Lowering out) {
    Node vpc = out.around().vpc(gateway).orElseThrow();
    out.add(
        gateway,
        out.address(GATEWAY, gateway.id()),
        Block.builder()
            .set("vpc_id", Terms.vpcId(out, vpc))
            .set("amazon_side_asn", VpnGateway.ASN.of(gateway))
            .set("tags", Terms.nameTag(out.tagName(gateway.id())))
            .build());
  }

  /// The address of a VPC's virtual private gateway: that of its VPN gateway, or else of its Direct Connect
  /// gateway, which brings one along.
  private static Address entry(Node vpc, Lowering out) {
    List<Node> own = out.around().inVpc(vpc, VpnGateway.ID);
    List<Node> gateways = own.isEmpty() ? out.around().inVpc(vpc, DirectConnectGateway.ID) : own;
    return out.address(GATEWAY, gateways.getFirst().id());
  }

  static void directConnectGateway(Element element, Lowering out) {
    if (!(element instanceof Node gateway) || !isBuilt(gateway, out)) {
      return;
    }
    Node vpc = out.around().vpc(gateway).orElseThrow();
    if (out.around().inVpc(vpc, VpnGateway.ID).isEmpty()) {
      privateGateway(gateway, out);
    }
    Address address = out.address(DIRECT, gateway.id());
    out.add(
        gateway,
        address,
        Block.builder()
            .set("name", out.tagName(gateway.id()))
            .set("amazon_side_asn", VpnGateway.ASN.of(gateway))
            .build());
    out.add(
        gateway,
        out.address(DIRECT + "_association", gateway.id()),
        Block.builder()
            .set("dx_gateway_id", Terms.id(address))
            .set("associated_gateway_id", Terms.id(entry(vpc, out)))
            .set("allowed_prefixes", Value.items(cidr(vpc, out)))
            .build());
  }

  private static Value cidr(Node vpc, Lowering out) {
    return out.address("aws_vpc", vpc.id()).dot("cidr_block");
  }

  static void link(Element element, Lowering out) {
    if (!(element instanceof Connector link)) {
      return;
    }
    Optional<Ends> found = ends(link, out);
    if (found.isEmpty()) {
      out.warn(link, null, "lower.link-of-others");
      return;
    }
    Ends ends = found.get();
    if (!out.first("link " + ends.gateway().id() + " " + ends.centre().id())) {
      out.warn(link, null, "lower.link-twice");
      return;
    }
    if (ends.isVpn()) {
      vpn(ends, out);
    } else {
      virtualInterface(ends, out);
    }
    routes(ends, out);
  }

  private static void vpn(Ends ends, Lowering out) {
    Connector link = ends.link();
    Address customer = customerGateway(ends, out);
    Address address = out.address(VPN, link.id());
    Value network = DataCentreBlocks.network(ends.centre(), out);
    boolean told = DataCentreLink.ROUTING.of(link) == DataCentreLink.Routing.STATIC;
    Block.Builder body =
        Block.builder()
            .set("customer_gateway_id", Terms.id(customer))
            .set("vpn_gateway_id", Terms.id(entry(ends.vpc(), out)))
            .set("type", customer.dot("type"))
            .set("static_routes_only", told);
    if (told) {
      body.set("local_ipv4_network_cidr", network)
          .set("remote_ipv4_network_cidr", cidr(ends.vpc(), out));
    }
    Address logs = VpnTunnels.logGroup(ends, out);
    VpnTunnels.options(body);
    body.set("tags", Terms.nameTag(out.tagName(link.id())));
    VpnTunnels.logs(body, logs);
    out.add(link, address, body.build());
    if (told) {
      out.add(
          link,
          out.address(VPN + "_route", link.id()),
          Block.builder()
              .set("destination_cidr_block", network)
              .set("vpn_connection_id", Terms.id(address))
              .build());
    }
    ObservabilityBlocks.vpn(link, ends.gateway(), address, out);
    out.graph()
        .add(
            new Output(
                out.label(link.id()) + "_tunnels",
                "Public IP addresses of AWS's ends of the VPN to "
                    + out.words(ends.centre())
                    + ", which its router needs.",
                Value.items(address.dot("tunnel1_address"), address.dot("tunnel2_address"))));
  }

  /// The router at the data centre's edge, which AWS has once in each region from which VPNs lead to it.
  private static Address customerGateway(Ends ends, Lowering out) {
    Node centre = ends.centre();
    String region = out.around().regionCode(ends.gateway());
    Address address = out.address(CUSTOMER, centre.id(), part(ends, region, out));
    if (out.first("customer gateway " + centre.id() + " " + region)) {
      out.add(
          ends.link(),
          address,
          Block.builder()
              .set("type", "ipsec.1")
              .set("ip_address", router(centre, out))
              .set("bgp_asn", DataCentre.ASN.of(centre))
              .set("tags", tags(centre, out))
              .build());
    }
    return address;
  }

  private static String part(Ends ends, String region, Lowering out) {
    boolean several =
        out.document().connectorsOf(ends.centre().id()).stream()
            .flatMap(link -> ends(link, out).stream())
            .filter(Ends::isVpn)
            .anyMatch(other -> !out.around().regionCode(other.gateway()).equals(region));
    return several ? region.replace('-', '_') : "";
  }

  private static Value router(Node centre, Lowering out) {
    String drawn = DataCentre.ROUTER.of(centre);
    if (!drawn.isEmpty()) {
      return Value.of(drawn);
    }
    return Terms.ask(
        Variable.asked(
            out.label(centre.id()) + "_router_address",
            "Public IPv4 address of the router of the data centre "
                + out.words(centre)
                + ", where its VPN ends.",
            "string",
            "can(cidrhost(\"${{}}/32\", 0))",
            "must be an IPv4 address.",
            Value.of("203.0.113.10")),
        out);
  }

  /// Besides the name the addresses behind it, which nothing else in AWS's console tells.
  private static Value tags(Node centre, Lowering out) {
    return Terms.map(
        "Name",
        out.tagName(centre.id()),
        RaisedDataCentres.NETWORK,
        DataCentreBlocks.network(centre, out));
  }

  private static void virtualInterface(Ends ends, Lowering out) {
    Connector link = ends.link();
    Value connection =
        Terms.ask(
            Variable.asked(
                out.label(link.id()) + "_connection_id",
                "ID of the Direct Connect connection to the data centre "
                    + out.words(ends.centre())
                    + ". A port is ordered at a location, not by Terraform.",
                "string",
                "can(regex(\"^dx(con|lag)-[0-9a-z]{8,}$\", {}))",
                "must be the ID of a connection, such as dxcon-abcd1234.",
                Value.of("dxcon-abcd1234")),
            out);
    out.add(
        link,
        out.address(INTERFACE, link.id()),
        Block.builder()
            .set("connection_id", connection)
            .set("dx_gateway_id", Terms.id(out.address(DIRECT, ends.gateway().id())))
            .set("name", out.name(link.id(), 60))
            .set("vlan", DataCentreLink.VLAN.of(link))
            .set("address_family", "ipv4")
            .set("bgp_asn", DataCentre.ASN.of(ends.centre()))
            .set("tags", tags(ends.centre(), out))
            .build());
  }

  /// From every route table of the VPC to the data centre, whichever of its lines carries the packets.
  private static void routes(Ends ends, Lowering out) {
    if (!out.first("routes " + ends.vpc().id() + " " + ends.centre().id())) {
      return;
    }
    Value network = DataCentreBlocks.network(ends.centre(), out);
    for (Address table : NetworkBlocks.tables(ends.vpc(), out).keySet()) {
      out.add(
          ends.link(),
          out.address("aws_route", ends.link().id(), table.name()),
          Block.builder()
              .set("route_table_id", Terms.id(table))
              .set("destination_cidr_block", network)
              .set("gateway_id", Terms.id(entry(ends.vpc(), out)))
              .build());
    }
  }
}
