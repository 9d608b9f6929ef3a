package dev.drawbridge.analyze.facts;

import static dev.drawbridge.analyze.facts.Written.VPCS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import dev.drawbridge.base.Reason;
import dev.drawbridge.network.Cidr;
import dev.drawbridge.network.NextHop;
import dev.drawbridge.network.PublicAddress;
import dev.drawbridge.network.Ref;
import dev.drawbridge.network.RouteTable;
import dev.drawbridge.network.Unknown;
import dev.drawbridge.resource.Address;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where routes lead that somebody wrote, in each of the ways in which they can be written.
class RoutesTest {
  private static final String TABLE = "aws_route_table.inner";
  private static final String USED =
      """
      resource "aws_route_table_association" "inner" {
        subnet_id      = aws_subnet.inner.id
        route_table_id = aws_route_table.inner.id
      }
      """;
  private static final Address INNER = new Address("aws_subnet", "inner");
  private static final NextHop IGW = new NextHop.InternetGateway(Ref.of("aws_internet_gateway.a"));

  @TempDir Path folder;

  private Written written(String... parts) {
    String[] all = new String[parts.length + 1];
    all[0] = VPCS;
    System.arraycopy(parts, 0, all, 1, parts.length);
    return Written.of(folder, all);
  }

  /// The one route of a table of the VPC `main`.
  private RouteTable.Route route(String arguments, String... more) {
    String table =
        """
        resource "aws_route_table" "inner" {
          vpc_id = aws_vpc.main.id
          route { %s }
        }
        """
            .formatted(arguments.replace(";", "\n"));
    List<RouteTable.Route> routes = written(table, USED, String.join("\n", more)).routes(TABLE);
    assertEquals(1, routes.size());
    return routes.getFirst();
  }

  private static String reason(RouteTable.Route route) {
    Unknown unknown =
        route.via() instanceof NextHop.Unresolved(Unknown target)
            ? target
            : route.doubts().getFirst();
    return unknown.reason().text(Messages.in(Language.ENGLISH));
  }

  @Test
  void aGatewayServesTheVpcThatItIsAttachedTo() {
    String toGateway = "cidr_block = \"0.0.0.0/0\";gateway_id = aws_internet_gateway.a.id";
    String gateway = "resource \"aws_internet_gateway\" \"a\" { %s }\n";
    assertEquals(IGW, route(toGateway, gateway.formatted("vpc_id = aws_vpc.main.id")).via());
    assertEquals(
        new NextHop.Blackhole(),
        route(toGateway, gateway.formatted("vpc_id = aws_vpc.other.id")).via());
    assertEquals(new NextHop.Blackhole(), route(toGateway, gateway.formatted("")).via());
    RouteTable.Route open = route(toGateway, gateway.formatted("vpc_id = var.unknown"));
    assertEquals("var.unknown has no default", reason(open));
    String attachment =
        """
        resource "aws_internet_gateway_attachment" "a" {
          internet_gateway_id = aws_internet_gateway.a.id
          vpc_id              = aws_vpc.%s.id
        }
        """;
    assertEquals(IGW, route(toGateway, gateway.formatted(""), attachment.formatted("main")).via());
    assertEquals(
        new NextHop.Blackhole(),
        route(toGateway, gateway.formatted(""), attachment.formatted("other")).via());
  }

  @Test
  void whereBothNameTheSameUnknownVpcTheGatewayServesIt() {
    Written written =
        written(
            """
            resource "aws_internet_gateway" "a" { vpc_id = var.unknown }
            resource "aws_route_table" "inner" {
              vpc_id = var.unknown
              route {
                cidr_block = "0.0.0.0/0"
                gateway_id = aws_internet_gateway.a.id
              }
            }
            """);
    assertEquals(IGW, written.routes(TABLE).getFirst().via());
  }

  @Test
  void aRouteMayNameTheVpcsOwnRouterOrNothing() {
    assertEquals(
        new NextHop.Local(), route("cidr_block = \"10.0.0.0/16\";gateway_id = \"local\"").via());
    assertEquals(new NextHop.Blackhole(), route("cidr_block = \"10.9.0.0/16\"").via());
    assertEquals(
        new NextHop.Blackhole(),
        route("cidr_block = \"10.9.0.0/16\";gateway_id = \"\";instance_id = \"\"").via());
    assertEquals(
        "what lies behind network_interface_id",
        reason(route("cidr_block = \"10.9.0.0/16\";network_interface_id = \"eni-1\"")));
    assertEquals(
        "var.unknown has no default",
        reason(route("cidr_block = \"10.9.0.0/16\";gateway_id = var.unknown")));
  }

  @Test
  void aDestinationThatIsNotToldMayBeAny() {
    RouteTable.Route v4 = route("cidr_block = var.unknown;gateway_id = \"local\"");
    assertEquals(Cidr.of("0.0.0.0/0"), v4.destination());
    assertEquals("var.unknown has no default", reason(v4));
    RouteTable.Route v6 = route("ipv6_cidr_block = var.unknown;gateway_id = \"local\"");
    assertEquals(Cidr.of("::/0"), v6.destination());
    RouteTable.Route odd = route("cidr_block = \"everywhere\";gateway_id = \"local\"");
    assertEquals(Cidr.of("0.0.0.0/0"), odd.destination());
    assertEquals("cidr_block is no address block", reason(odd));
    RouteTable.Route listed = route("destination_prefix_list_id = \"pl-1\";gateway_id = \"local\"");
    assertEquals("the destination of this route is a list kept elsewhere", reason(listed));
  }

  @Test
  void routesThatAreNotToldMayLeadAnywhere() {
    Written written =
        written(
            "resource \"aws_route_table\" \"inner\" {\nvpc_id = aws_vpc.main.id\n"
                + "route = var.unknown\n}");
    assertEquals(
        List.of("0.0.0.0/0", "::/0"),
        written.routes(TABLE).stream().map(one -> one.destination().toString()).toList());
    assertEquals("var.unknown has no default", reason(written.routes(TABLE).getFirst()));
  }

  @Test
  void aRouteOfItsOwnBelongsToTheTableThatItNames() {
    String gateway = "resource \"aws_internet_gateway\" \"a\" { vpc_id = aws_vpc.main.id }\n";
    String out =
        """
        resource "aws_route" "out" {
          route_table_id         = %s
          destination_cidr_block = "0.0.0.0/0"
          gateway_id             = aws_internet_gateway.a.id
        }
        """;
    String table = "resource \"aws_route_table\" \"inner\" { vpc_id = aws_vpc.main.id }\n";
    assertEquals(
        IGW,
        written(gateway, table, USED, out.formatted("aws_route_table.inner.id"))
            .routes(TABLE)
            .getFirst()
            .via());
    Written main = written(gateway, out.formatted("aws_vpc.main.main_route_table_id"));
    assertEquals(IGW, main.routes("aws_vpc.main#main").getFirst().via());
    assertEquals(Reading.given(true), main.map().leadsToInternet(INNER));
    String adopted =
        "resource \"aws_default_route_table\" \"a\" "
            + "{ default_route_table_id = aws_vpc.main.default_route_table_id }\n";
    Written byDefault = written(gateway, adopted, out.formatted("aws_default_route_table.a.id"));
    assertEquals(IGW, byDefault.routes("aws_default_route_table.a").getFirst().via());
    assertEquals(Reading.given(true), byDefault.map().leadsToInternet(INNER));
  }

  @Test
  void theMainTableMayBeAnother() {
    String association =
        """
        resource "aws_internet_gateway" "a" { vpc_id = aws_vpc.main.id }
        resource "aws_route_table" "inner" {
          vpc_id = aws_vpc.main.id
          route {
            cidr_block = "0.0.0.0/0"
            gateway_id = aws_internet_gateway.a.id
          }
        }
        """;
    String main =
        """
        resource "aws_main_route_table_association" "a" {
          vpc_id         = aws_vpc.main.id
          route_table_id = aws_route_table.inner.id
        }
        """;
    assertEquals(Reading.given(false), written(association).map().leadsToInternet(INNER));
    assertEquals(Reading.given(true), written(association, main).map().leadsToInternet(INNER));
  }

  @Test
  void aSubnetWithATableThatIsNotToldMayLeadAnywhere() {
    String association =
        """
        resource "aws_route_table_association" "inner" {
          subnet_id      = aws_subnet.inner.id
          route_table_id = %s
        }
        """;
    NetworkMap unknown = written(association.formatted("var.unknown")).map();
    assertEquals(
        Reading.unresolved(Reason.of("unknown.no-default", "var.unknown")),
        unknown.leadsToInternet(INNER));
    assertEquals(
        new Exits(false, false, false, List.of(Reason.of("unknown.no-default", "var.unknown"))),
        unknown.exits(INNER));
    NetworkMap odd = written(association.formatted("aws_vpc.main.id")).map();
    assertEquals(Reading.unresolved(Reason.of("unknown.route-table")), odd.leadsToInternet(INNER));
  }

  @Test
  void exitsAreToldByKind() {
    Address nowhere = new Address("aws_subnet", "gone");
    NetworkMap plain = written().map();
    assertEquals(new Exits(false, false, false, List.of()), plain.exits(INNER));
    assertEquals(List.of(Reason.of("unknown.elsewhere", nowhere)), plain.exits(nowhere).unknown());
    assertTrue(plain.leadsToInternet(nowhere).isUnresolved());
    assertFalse(plain.leavesThroughNat(nowhere));
    String table =
        """
        resource "aws_route_table" "inner" {
          vpc_id = aws_vpc.main.id
          route {
            cidr_block = "0.0.0.0/0"
            %s
          }
        }
        """;
    String egressOnly =
        "resource \"aws_egress_only_internet_gateway\" \"e\" { vpc_id = aws_vpc.main.id }\n";
    assertEquals(
        new Exits(false, true, false, List.of()),
        written(
                egressOnly,
                USED,
                table.formatted("egress_only_gateway_id = aws_egress_only_internet_gateway.e.id"))
            .map()
            .exits(INNER));
    assertEquals(
        new Exits(false, false, true, List.of()),
        written(USED, table.formatted("transit_gateway_id = \"tgw-1\"")).map().exits(INNER));
    assertEquals(
        new Exits(false, false, false, List.of(Reason.of("unknown.no-default", "var.unknown"))),
        written(USED, table.formatted("nat_gateway_id = var.unknown")).map().exits(INNER));
    // What lies behind a transit gateway is somebody's network, and not the internet.
    assertEquals(
        Reading.given(false),
        written(USED, table.formatted("transit_gateway_id = \"tgw-1\""))
            .map()
            .leadsToInternet(INNER));
  }

  @Test
  void aNatGatewayHasAPublicAddressUnlessItIsPrivate() {
    String nat =
        """
        resource "aws_nat_gateway" "n" {
          subnet_id = aws_subnet.inner.id
          %s
        }
        """;
    assertEquals(PublicAddress.NONE, nat(nat.formatted("connectivity_type = \"private\"")));
    assertEquals(PublicAddress.NONE, nat(nat.formatted("")));
    assertEquals(
        PublicAddress.NONE,
        nat(nat.formatted("connectivity_type = \"private\"\nallocation_id = \"eipalloc-1\"")));
    assertTrue(
        nat(nat.formatted("allocation_id = \"eipalloc-1\"")) instanceof PublicAddress.Assigned);
    assertTrue(
        nat(nat.formatted("availability_mode = \"regional\"")) instanceof PublicAddress.Assigned);
  }

  private PublicAddress nat(String gateway) {
    return written(gateway).network().interfaceOf(Ref.of("aws_nat_gateway.n")).publicAddress();
  }

  private static final String PEERING =
      """
      resource "aws_vpc_peering_connection" "p" {
        vpc_id      = aws_vpc.main.id
        peer_vpc_id = aws_vpc.other.id
      }
      resource "aws_vpc_peering_connection_accepter" "p" {
        vpc_peering_connection_id = aws_vpc_peering_connection.p.id
      }
      resource "aws_vpc_peering_connection_accepter" "elsewhere" {
        vpc_peering_connection_id = "pcx-1"
      }
      """;

  private Optional<Address> peer(String vpc, String connection) {
    Written written =
        written(
            PEERING,
            """
            resource "aws_route_table" "inner" {
              vpc_id = %s
              route {
                cidr_block                = "10.0.0.0/8"
                vpc_peering_connection_id = %s
              }
            }
            """
                .formatted(vpc, connection));
    return written.map().peeringRoutes().getFirst().peer();
  }

  @Test
  void aRouteOverAPeeringKnowsTheVpcAtTheFarEnd() {
    Optional<Address> main = Optional.of(new Address("aws_vpc", "main"));
    Optional<Address> other = Optional.of(new Address("aws_vpc", "other"));
    String connection = "aws_vpc_peering_connection.p.id";
    assertEquals(other, peer("aws_vpc.main.id", connection));
    assertEquals(main, peer("aws_vpc.other.id", connection));
    assertEquals(other, peer("aws_vpc.main.id", "aws_vpc_peering_connection_accepter.p.id"));
    assertEquals(Optional.empty(), peer("var.unknown", connection));
    assertEquals(Optional.empty(), peer("aws_vpc.main.id", "var.unknown"));
    assertEquals(
        Optional.empty(),
        peer("aws_vpc.main.id", "aws_vpc_peering_connection_accepter.elsewhere.id"));
  }

  @Test
  void aTableOfAThirdVpcHasNoPeerThere() {
    Written written =
        written(
            PEERING,
            """
            resource "aws_vpc" "third" { cidr_block = "10.2.0.0/16" }
            resource "aws_route_table" "inner" {
              vpc_id = aws_vpc.third.id
              route {
                cidr_block                = "10.0.0.0/8"
                vpc_peering_connection_id = aws_vpc_peering_connection.p.id
              }
            }
            """);
    assertEquals(Optional.empty(), written.map().peeringRoutes().getFirst().peer());
  }

  @Test
  void aPeeringLeadsAcrossByEitherOfItsHalves() {
    NextHop across = new NextHop.Across(Ref.of("aws_vpc_peering_connection.p"));
    String to = "cidr_block = \"10.1.0.0/16\";vpc_peering_connection_id = ";
    assertEquals(across, route(to + "aws_vpc_peering_connection.p.id", PEERING).via());
    assertEquals(across, route(to + "aws_vpc_peering_connection_accepter.p.id", PEERING).via());
    assertEquals(
        "the other VPC of aws_vpc_peering_connection_accepter.elsewhere",
        reason(route(to + "aws_vpc_peering_connection_accepter.elsewhere.id", PEERING)));
    String far =
        """
        resource "aws_vpc_peering_connection" "p" {
          vpc_id      = aws_vpc.main.id
          peer_vpc_id = "vpc-1"
        }
        """;
    assertEquals(
        "the other VPC of aws_vpc_peering_connection.p",
        reason(route(to + "aws_vpc_peering_connection.p.id", far)));
  }

  @Test
  void aTableMayAskForTheRoutesOfAVpnGateway() {
    String vpn =
        """
        resource "aws_vpn_gateway" "v" { vpc_id = aws_vpc.%s.id }
        resource "aws_vpn_connection" "v" {
          vpn_gateway_id     = aws_vpn_gateway.v.id
          static_routes_only = true
          type               = "ipsec.1"
        }
        resource "aws_vpn_connection_route" "v" {
          vpn_connection_id      = aws_vpn_connection.v.id
          destination_cidr_block = "192.168.0.0/16"
        }
        resource "aws_route_table" "inner" {
          vpc_id           = aws_vpc.main.id
          propagating_vgws = [aws_vpn_gateway.v.id]
        }
        """;
    RouteTable.Route route = written(vpn.formatted("main")).routes(TABLE).getFirst();
    assertEquals(Cidr.of("192.168.0.0/16"), route.destination());
    assertEquals(new NextHop.Through(Ref.of("aws_vpn_gateway.v")), route.via());
    assertEquals(List.of(), written(vpn.formatted("other")).routes(TABLE));
  }
}
