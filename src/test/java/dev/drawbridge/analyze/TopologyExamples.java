package dev.drawbridge.analyze;

import static dev.drawbridge.analyze.Designs.good;
import static dev.drawbridge.analyze.Designs.network;
import static dev.drawbridge.analyze.Example.passing;
import static dev.drawbridge.analyze.Example.undecided;
import static dev.drawbridge.analyze.Example.violating;
import static dev.drawbridge.analyze.Terraform.publicSubnet;
import static dev.drawbridge.analyze.Terraform.ref;
import static dev.drawbridge.analyze.Terraform.route;
import static dev.drawbridge.analyze.Terraform.tcp;

import dev.drawbridge.catalog.aws.Subnet;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Value;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Examples of the rules on ways out and routes.
final class TopologyExamples {
  private TopologyExamples() {}

  private static final String APP = "aws_security_group.app";

  static final List<Example> ALL =
      List.of(
          violating(
              "TOPO-002",
              "an instance that forwards for two zones",
              inner()
                  .server("nat", "open", APP, true)
                  .subnet("second", "10.0.2.0/24", "c")
                  .table("inner", "inner", forwarded())
                  .table("second", "second", forwarded()),
              "aws_instance.nat"),
          passing(
              "TOPO-002",
              "a regional NAT gateway, which is in every zone",
              twoZones(b -> b.set("availability_mode", "regional"), "ap-northeast-2c")),
          violating(
              "TOPO-002",
              "a NAT gateway in Terraform for two zones",
              twoZones(TopologyExamples::zonal, "ap-northeast-2c"),
              "aws_nat_gateway.nat"),
          undecided(
              "TOPO-002",
              "a second subnet in a zone that is not told",
              twoZones(TopologyExamples::zonal, null),
              "aws_nat_gateway.nat"),
          violating(
              "TOPO-003",
              "a private subnet that hands out public addresses",
              network().set("private-a", Subnet.MAP_PUBLIC_IP, true),
              "private-a"),
          undecided(
              "TOPO-003",
              "a subnet for public addresses whose gateway is not told",
              publicSubnet()
                  .add(
                      "aws_subnet.inner",
                      b ->
                          b.set("vpc_id", ref("aws_vpc.main.id"))
                              .set("cidr_block", "10.0.1.0/24")
                              .set("map_public_ip_on_launch", true))
                  .table(
                      "inner",
                      "inner",
                      Block.builder()
                          .set("cidr_block", "0.0.0.0/0")
                          .set("gateway_id", Value.symbol("var.gateway"))),
              "aws_subnet.inner"),
          violating(
              "TOPO-004",
              "a NAT gateway in the subnet of its client",
              inner()
                  .add(
                      "aws_nat_gateway.nat",
                      b ->
                          b.set("allocation_id", ref("aws_eip.nat.id"))
                              .set("subnet_id", ref("aws_subnet.inner.id")))
                  .add("aws_eip.nat", b -> b.set("domain", "vpc"))
                  .table(
                      "inner",
                      "inner",
                      route("0.0.0.0/0", "nat_gateway_id", "aws_nat_gateway.nat")),
              "aws_nat_gateway.nat"),
          passing(
              "TOPO-004",
              "a regional NAT gateway, which needs neither subnet nor address",
              twoZones(b -> b.set("availability_mode", "regional"), "ap-northeast-2c")),
          violating(
              "TOPO-005",
              "a tier in an isolated subnet",
              network().was("was", "isolated-a"),
              "was"),
          violating(
              "TOPO-005",
              "a tier in a private subnet of a VPC without a NAT gateway",
              network().was("was", "private-a"),
              "was"),
          violating(
              "TOPO-005",
              "a tier in a public subnet without a public address",
              network().web("web", "public-a"),
              "web"),
          passing(
              "TOPO-005",
              "a tier in a private subnet that leaves through a NAT gateway",
              network().nat("nat", "public-a").was("was", "private-a", "private-c")),
          passing(
              "TOPO-005",
              "a tier with public addresses in a public subnet",
              network().web("web", "public-a").publicIp("web")),
          passing(
              "TOPO-005",
              "a database in an isolated subnet",
              network().database("db", "isolated-a", "isolated-c")),
          violating("TOPO-005", "an instance in a subnet of its own", inner(), "aws_instance.app"),
          passing(
              "TOPO-005",
              "one that calls AWS through an endpoint in another subnet",
              inner()
                  .add(
                      "aws_vpc_endpoint.ssm",
                      b ->
                          b.set("vpc_id", ref("aws_vpc.main.id"))
                              .set("vpc_endpoint_type", "Interface")
                              .set("service_name", "com.amazonaws.ap-northeast-2.ssm")
                              .set("subnet_ids", Value.items(ref("aws_subnet.open.id"))))),
          passing(
              "TOPO-005",
              "one that leaves through another instance",
              inner()
                  .server("nat", "open", APP, true)
                  .table(
                      "inner",
                      "inner",
                      Block.builder()
                          .set("cidr_block", "0.0.0.0/0")
                          .set(
                              "network_interface_id",
                              ref("aws_instance.nat.primary_network_interface_id")))),
          undecided(
              "TOPO-005",
              "a route to something that is not told",
              inner()
                  .table(
                      "inner",
                      "inner",
                      Block.builder()
                          .set("cidr_block", "0.0.0.0/0")
                          .set("nat_gateway_id", Value.symbol("var.nat"))),
              "aws_instance.app"),
          violating(
              "TOPO-006",
              "a subnet that names no route table",
              publicSubnet().subnet("inner", "10.0.1.0/24", "a"),
              "aws_subnet.inner"),
          violating(
              "TOPO-006",
              "one whose main table leads to the internet",
              publicSubnet()
                  .subnet("inner", "10.0.1.0/24", "a")
                  .add(
                      "aws_default_route_table.main",
                      b ->
                          b.set(
                                  "default_route_table_id",
                                  ref("aws_vpc.main.default_route_table_id"))
                              .block(
                                  "route",
                                  route("0.0.0.0/0", "gateway_id", "aws_internet_gateway.main"))),
              "aws_subnet.inner"),
          undecided(
              "TOPO-006",
              "a subnet that an association may mean",
              publicSubnet()
                  .subnet("inner", "10.0.1.0/24", "a")
                  .add(
                      "aws_route_table_association.all",
                      b ->
                          b.set("subnet_id", Value.symbol("each.value"))
                              .set("route_table_id", ref("aws_route_table.open.id"))),
              "aws_subnet.inner"),
          passing("TOPO-006", "a subnet with a table of its own", publicSubnet()),
          passing("TOPO-006", "a design that is drawn", network()),
          violating(
              "TOPO-007",
              "a tier without an arrow",
              network().nat("nat", "public-a").was("was", "private-a"),
              "was"),
          violating(
              "TOPO-007",
              "a second NAT gateway in one zone",
              network().nat("nat", "public-a").nat("spare", "public-a"),
              "spare"),
          passing("TOPO-007", "three tiers, each calling the next", good()),
          passing(
              "TOPO-007",
              "a replica that nobody reads",
              network()
                  .was("was", "private-a")
                  .database("db", "isolated-a", "isolated-c")
                  .arrow("was", "db")
                  .replica("copy", "db", "isolated-a", "isolated-c")),
          violating(
              "TOPO-007", "an instance whose group speaks of nobody", inner(), "aws_instance.app"),
          passing(
              "TOPO-007",
              "two instances of which one calls the other",
              publicSubnet()
                  .group("app", tcp(8080, 8080, "10.0.0.0/16"))
                  .add(
                      "aws_security_group.client",
                      b ->
                          b.set("vpc_id", ref("aws_vpc.main.id"))
                              .block("egress", tcp(8080, 8080, "10.0.0.0/16")))
                  .server("app", "open", APP, false)
                  .server("client", "open", "aws_security_group.client", false)),
          violating(
              "TOPO-008",
              "a route to the gateway of another VPC",
              twoVpcs()
                  .table(
                      "inner",
                      "inner",
                      route("0.0.0.0/0", "gateway_id", "aws_internet_gateway.other")),
              "aws_route_table.inner"),
          violating(
              "TOPO-008",
              "a route of its own without a target",
              publicSubnet()
                  .add(
                      "aws_route.lost",
                      b ->
                          b.set("route_table_id", ref("aws_route_table.open.id"))
                              .set("destination_cidr_block", "10.9.0.0/16")),
              "aws_route.lost"),
          violating(
              "TOPO-008",
              "a route to a VPN gateway that is attached to another VPC",
              twoVpcs()
                  .add("aws_vpn_gateway.other", b -> b.set("vpc_id", ref("aws_vpc.other.id")))
                  .table(
                      "inner",
                      "inner",
                      route("10.0.0.0/16", "gateway_id", "aws_vpn_gateway.other"),
                      route("192.168.0.0/16", "gateway_id", "aws_vpn_gateway.other")),
              "aws_route_table.inner"),
          violating(
              "TOPO-008",
              "a route over a peering of two other VPCs",
              twoVpcs()
                  .add("aws_vpc.third", b -> b.set("cidr_block", "10.3.0.0/16"))
                  .add(
                      "aws_vpc_peering_connection.others",
                      b ->
                          b.set("vpc_id", ref("aws_vpc.other.id"))
                              .set("peer_vpc_id", ref("aws_vpc.third.id")))
                  .table(
                      "inner",
                      "inner",
                      route(
                          "10.3.0.0/16",
                          "vpc_peering_connection_id",
                          "aws_vpc_peering_connection.others")),
              "aws_route_table.inner"),
          passing(
              "TOPO-008",
              "a route to a VPN gateway of its own VPC",
              twoVpcs()
                  .add("aws_vpn_gateway.own", b -> b)
                  .add(
                      "aws_vpn_gateway_attachment.own",
                      b ->
                          b.set("vpc_id", ref("aws_vpc.main.id"))
                              .set("vpn_gateway_id", ref("aws_vpn_gateway.own.id")))
                  .table(
                      "inner",
                      "inner",
                      route("192.168.0.0/16", "gateway_id", "aws_vpn_gateway.own"))),
          passing("TOPO-008", "routes that all lead somewhere", publicSubnet()));

  /// An instance in a subnet `inner` that names no route table, in a group that admits nobody.
  private static Terraform inner() {
    return publicSubnet()
        .subnet("inner", "10.0.1.0/24", "a")
        .group("app")
        .server("app", "inner", APP, false);
  }

  private static Block.Builder forwarded() {
    return Block.builder()
        .set("cidr_block", "0.0.0.0/0")
        .set("network_interface_id", ref("aws_instance.nat.primary_network_interface_id"));
  }

  private static Block.Builder zonal(Block.Builder nat) {
    return nat.set("allocation_id", ref("aws_eip.nat.id"))
        .set("subnet_id", ref("aws_subnet.open.id"));
  }

  /// Two subnets that leave through one NAT gateway, the first in zone a.
  private static Terraform twoZones(UnaryOperator<Block.Builder> nat, @Nullable String zone) {
    return inner()
        .add("aws_eip.nat", b -> b.set("domain", "vpc"))
        .add("aws_nat_gateway.nat", nat)
        .add(
            "aws_subnet.second",
            b -> {
              b.set("vpc_id", ref("aws_vpc.main.id")).set("cidr_block", "10.0.2.0/24");
              return zone == null ? b : b.set("availability_zone", zone);
            })
        .table("inner", "inner", route("0.0.0.0/0", "nat_gateway_id", "aws_nat_gateway.nat"))
        .table("second", "second", route("0.0.0.0/0", "nat_gateway_id", "aws_nat_gateway.nat"));
  }

  /// A VPC with a subnet `inner`, and another VPC with a gateway of its own.
  private static Terraform twoVpcs() {
    return publicSubnet()
        .subnet("inner", "10.0.1.0/24", "a")
        .add("aws_vpc.other", b -> b.set("cidr_block", "10.2.0.0/16"))
        .add("aws_internet_gateway.other", b -> b.set("vpc_id", ref("aws_vpc.other.id")));
  }
}
