package dev.drawbridge.analyze;

import static dev.drawbridge.analyze.Terraform.publicSubnet;
import static dev.drawbridge.analyze.Terraform.ref;
import static dev.drawbridge.analyze.Terraform.route;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.analyze.policy.Policy;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.base.Reason;
import dev.drawbridge.model.Document;
import dev.drawbridge.network.AddressSet;
import dev.drawbridge.network.Network;
import dev.drawbridge.network.NextHop;
import dev.drawbridge.network.Ref;
import dev.drawbridge.network.RouteTable;
import dev.drawbridge.network.Tunnel;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Value;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// What becomes of VPN gateways and their lines in Terraform that nobody drew.
class UplinksTest {
  private static final Ref GATEWAY = Ref.of("aws_vpn_gateway.edge");
  private static final NextHop THROUGH = new NextHop.Through(GATEWAY);

  /// A gateway attached to `aws_vpc.main`, and a subnet `inner` with these routes.
  private static Terraform gateway(Block.Builder... routes) {
    return publicSubnet()
        .subnet("inner", "10.0.1.0/24", "a")
        .table("inner", "inner", routes)
        .add("aws_vpn_gateway.edge", b -> b.set("vpc_id", ref("aws_vpc.main.id")));
  }

  private static Terraform vpn(Terraform on, String name, UnaryOperator<Block.Builder> more) {
    return on.add(
        "aws_vpn_connection." + name,
        b -> more.apply(b.set("vpn_gateway_id", ref("aws_vpn_gateway.edge.id"))));
  }

  private static Terraform told(Terraform on, String name, Value block) {
    return on.add(
        "aws_vpn_connection_route." + name,
        b ->
            b.set("vpn_connection_id", ref("aws_vpn_connection.idc.id"))
                .set("destination_cidr_block", block));
  }

  private static Terraform propagated(Terraform on) {
    return on.add(
        "aws_vpn_gateway_route_propagation.inner",
        b ->
            b.set("vpn_gateway_id", ref("aws_vpn_gateway.edge.id"))
                .set("route_table_id", ref("aws_route_table.inner.id")));
  }

  private static Terraform fixed(Terraform on) {
    return vpn(on, "idc", b -> b.set("static_routes_only", true));
  }

  private static Network network(Terraform terraform) {
    return Subject.of(Document.EMPTY, terraform.graph(), Policy.DEFAULT, () -> false).network();
  }

  private static List<RouteTable.Route> routes(Terraform terraform) {
    return network(terraform).routeTables().get(Ref.of("aws_route_table.inner")).routes();
  }

  private static AddressSet remote(Terraform terraform) {
    Tunnel tunnel = network(terraform).tunnels().get(GATEWAY);
    assertEquals(Ref.of("aws_vpc.main"), tunnel.realm());
    return tunnel.remote();
  }

  @Test
  void aGatewayWithoutALineIsNoTunnelAndItsRoutesLeadNobodyKnowsWhere() {
    Terraform alone = gateway(route("192.168.0.0/16", "gateway_id", "aws_vpn_gateway.edge"));
    assertEquals(0, network(alone).tunnels().size());
    assertTrue(routes(alone).getFirst().via() instanceof NextHop.Unresolved);
  }

  @Test
  void whatIsToldOneByOneIsAtTheFarEnd() {
    Terraform both = told(fixed(gateway()), "one", Value.of("192.168.0.0/16"));
    assertEquals(
        AddressSet.of("192.168.0.0/16", "172.20.0.0/16"),
        remote(told(both, "two", Value.of("172.20.0.0/16"))));
    Terraform wanted =
        vpn(gateway(route("192.168.0.0/16", "gateway_id", "aws_vpn_gateway.edge")), "idc", b -> b);
    assertEquals(AddressSet.of("192.168.0.0/16"), remote(wanted));
    assertEquals(List.of(THROUGH), routes(wanted).stream().map(RouteTable.Route::via).toList());
  }

  @Test
  void routesThatAreToldToAVpnArePropagatedAsTheyAre() {
    Terraform static_ = propagated(told(fixed(gateway()), "one", Value.of("192.168.0.0/16")));
    RouteTable.Route route = routes(static_).getFirst();
    assertEquals("192.168.0.0/16", route.destination().toString());
    assertEquals(THROUGH, route.via());
    assertEquals(List.of(), route.doubts());
    assertEquals(1, routes(static_).size());
  }

  @Test
  void aTableMayAskForThemItself() {
    Terraform asking =
        told(fixed(gateway()), "one", Value.of("192.168.0.0/16"))
            .add(
                "aws_route_table.asking",
                b ->
                    b.set("vpc_id", ref("aws_vpc.main.id"))
                        .set("propagating_vgws", Value.items(ref("aws_vpn_gateway.edge.id"))));
    assertEquals(
        THROUGH,
        network(asking)
            .routeTables()
            .get(Ref.of("aws_route_table.asking"))
            .routes()
            .getFirst()
            .via());
  }

  @Test
  void whatLiesInTheVpcIsNotPropagatedThoughAVpnTellsIt() {
    assertEquals(
        List.of(), routes(propagated(told(fixed(gateway()), "one", Value.of("10.0.7.0/24")))));
    assertEquals(
        AddressSet.of("192.168.0.0/16"),
        remote(
            told(
                told(fixed(gateway()), "one", Value.of("10.0.7.0/24")),
                "two",
                Value.of("192.168.0.0/16"))));
  }

  @Test
  void whatBgpAnnouncesMayBeAnyPrivateBlockThatNothingElseIsToldOf() {
    Terraform dynamic =
        propagated(
            vpn(
                gateway(route("192.168.7.0/24", "nat_gateway_id", "aws_nat_gateway.out"))
                    .add("aws_nat_gateway.out", b -> b.set("subnet_id", ref("aws_subnet.open.id"))),
                "idc",
                b -> b));
    AddressSet doubtful =
        AddressSet.ofCidrs(
            routes(dynamic).stream()
                .filter(route -> route.via().equals(THROUGH))
                .map(RouteTable.Route::destination)
                .toList());
    assertEquals(
        AddressSet.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16")
            .minus(AddressSet.of("10.0.0.0/16", "192.168.7.0/24")),
        doubtful);
    assertTrue(
        routes(dynamic).stream()
            .filter(route -> route.via().equals(THROUGH))
            .allMatch(
                route ->
                    route
                        .doubts()
                        .getFirst()
                        .reason()
                        .equals(Reason.of("unknown.announced", "aws_vpn_connection.idc"))));
  }

  @Test
  void aRouteThatIsNotKnownCastsNoDoubtOnTheInternet() {
    Terraform unknown = propagated(told(fixed(gateway()), "one", Value.symbol("var.office")));
    assertTrue(
        routes(unknown).stream()
            .noneMatch(r -> AddressSet.of(r.destination()).overlaps(AddressSet.INTERNET)));
    assertEquals(
        Reason.of("unknown.no-default", "var.office"),
        routes(unknown).getFirst().doubts().getFirst().reason());
  }

  @Test
  void aLineByDirectConnectIsOneToo() {
    Terraform direct =
        gateway(route("192.168.0.0/16", "gateway_id", "aws_vpn_gateway.edge"))
            .add(
                "aws_dx_private_virtual_interface.line",
                b -> b.set("vpn_gateway_id", ref("aws_vpn_gateway.edge.id")).set("vlan", 101));
    assertEquals(AddressSet.of("192.168.0.0/16"), remote(direct));
  }

  @Test
  void aTransitGatewayOfWhichNothingIsKnownMayLeadAnywhere() {
    Terraform foreign =
        gateway(
                Block.builder()
                    .set("cidr_block", "192.168.0.0/16")
                    .set("transit_gateway_id", Value.symbol("var.hub")))
            .add(
                "aws_ec2_transit_gateway_vpc_attachment.main",
                b ->
                    b.set("transit_gateway_id", Value.symbol("var.hub"))
                        .set("vpc_id", ref("aws_vpc.main.id")));
    Tunnel tunnel =
        network(foreign).tunnels().get(Ref.of("aws_ec2_transit_gateway_vpc_attachment.main"));
    assertTrue(tunnel.remote().containsAll(AddressSet.of("192.168.0.0/16")));
    assertTrue(routes(foreign).getFirst().via() instanceof NextHop.Unresolved);
  }
}
