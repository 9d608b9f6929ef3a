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

import dev.drawbridge.catalog.Port;
import dev.drawbridge.catalog.aws.AvailabilityZone;
import dev.drawbridge.catalog.aws.Instances;
import dev.drawbridge.catalog.aws.Subnet;
import dev.drawbridge.catalog.aws.Traffic;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Value;
import java.util.List;
import java.util.function.UnaryOperator;

/// Examples of the rules on addresses that others have, and on what load balancers need.
final class RoomExamples {
  private RoomExamples() {}

  private static final String APP = "aws_security_group.app";

  static final List<Example> ALL =
      List.of(
          violating(
              "ADDR-007",
              "an instance on the address of the VPC's router",
              fixed("10.0.0.1"),
              "aws_instance.app"),
          violating("ADDR-007", "one on the fourth address", fixed("10.0.0.3"), "aws_instance.app"),
          violating("ADDR-007", "one on the last address", fixed("10.0.0.255"), "aws_instance.app"),
          violating("ADDR-007", "one in another subnet", fixed("10.0.1.9"), "aws_instance.app"),
          violating(
              "ADDR-007",
              "a node of a load balancer",
              publicSubnet()
                  .add(
                      "aws_lb.nlb",
                      b ->
                          b.set("load_balancer_type", "network")
                              .block(
                                  "subnet_mapping",
                                  Block.builder()
                                      .set("subnet_id", ref("aws_subnet.open.id"))
                                      .set("private_ipv4_address", "10.0.0.2"))),
              "aws_lb.nlb"),
          passing("ADDR-007", "the fifth address", fixed("10.0.0.4")),
          passing("ADDR-007", "the last but one", fixed("10.0.0.254")),
          passing("ADDR-007", "a design that is drawn", good()),
          violating(
              "ADDR-003",
              "a secondary block within the first of its VPC",
              secondary("10.0.64.0/20"),
              "aws_vpc.main"),
          passing("ADDR-003", "a secondary block beside the first", secondary("10.1.0.0/16")),
          violating(
              "ADDR-008",
              "a peer with the same block",
              peered("10.0.0.0/16"),
              "aws_vpc_peering_connection.link"),
          violating(
              "ADDR-008",
              "a peer whose secondary block lies within this one",
              peered("10.1.0.0/16")
                  .add(
                      "aws_vpc_ipv4_cidr_block_association.more",
                      b ->
                          b.set("vpc_id", ref("aws_vpc.other.id"))
                              .set("cidr_block", "10.0.128.0/20")),
              "aws_vpc_peering_connection.link"),
          passing("ADDR-008", "a peer with the next block", peered("10.1.0.0/16")),
          undecided(
              "ADDR-008",
              "a peer of which nothing is known",
              publicSubnet()
                  .add(
                      "aws_vpc_peering_connection.link",
                      b ->
                          b.set("vpc_id", ref("aws_vpc.main.id"))
                              .set("peer_vpc_id", "vpc-0123456789abcdef0")),
              "aws_vpc_peering_connection.link"),
          passing(
              "ADDR-008",
              "a peer of which a route tells the block",
              publicSubnet()
                  .add(
                      "aws_vpc_peering_connection.link",
                      b ->
                          b.set("vpc_id", ref("aws_vpc.main.id"))
                              .set("peer_vpc_id", "vpc-0123456789abcdef0"))
                  .subnet("inner", "10.0.1.0/24", "a")
                  .table(
                      "inner",
                      "inner",
                      route(
                          "10.7.0.0/16",
                          "vpc_peering_connection_id",
                          "aws_vpc_peering_connection.link"))),
          violating(
              "ADDR-008",
              "two VPCs at one transit gateway",
              publicSubnet()
                  .add("aws_vpc.other", b -> b.set("cidr_block", "10.0.64.0/18"))
                  .add("aws_ec2_transit_gateway.hub", b -> b)
                  .add("aws_ec2_transit_gateway_vpc_attachment.main", b -> attached(b, "main"))
                  .add("aws_ec2_transit_gateway_vpc_attachment.other", b -> attached(b, "other")),
              "aws_ec2_transit_gateway.hub"),
          violating(
              "ADDR-008",
              "a data centre behind a VPN with a static route",
              vpn()
                  .add(
                      "aws_vpn_connection_route.idc",
                      b ->
                          b.set("vpn_connection_id", ref("aws_vpn_connection.idc.id"))
                              .set("destination_cidr_block", "10.0.32.0/20")),
              "aws_vpc.main"),
          passing(
              "ADDR-008",
              "a data centre with other addresses",
              vpn()
                  .add(
                      "aws_vpn_connection_route.idc",
                      b ->
                          b.set("vpn_connection_id", ref("aws_vpn_connection.idc.id"))
                              .set("destination_cidr_block", "192.168.0.0/16"))),
          violating(
              "ADDR-008",
              "a route that sends a part of the VPC to a data centre",
              vpn()
                  .subnet("inner", "10.0.1.0/24", "a")
                  .table(
                      "inner",
                      "inner",
                      route("10.0.200.0/24", "gateway_id", "aws_vpn_gateway.idc")),
              "aws_vpc.main"),
          passing(
              "ADDR-008",
              "a route for all that is private, of which the VPC is a part",
              vpn()
                  .subnet("inner", "10.0.1.0/24", "a")
                  .table(
                      "inner", "inner", route("10.0.0.0/8", "gateway_id", "aws_vpn_gateway.idc"))),
          passing("ADDR-008", "a VPC by itself", network()),
          violating(
              "LB-001",
              "an arrow for UDP to a tier that is asked by HTTP",
              behind().set("alb.was", Traffic.PROTOCOL, Port.Transport.UDP),
              "alb"),
          passing("LB-001", "an arrow for TCP", behind()),
          passing("LB-001", "two load balancers in a row", good()),
          violating(
              "LB-001",
              "a health check on a port that the target's group does not admit",
              balanced(tcp(8080, 8080, "10.0.0.0/16"), Value.of("8081")),
              "aws_lb.alb"),
          violating(
              "LB-001",
              "a target whose group admits another network only",
              balanced(tcp(8080, 8080, "10.9.0.0/16"), Value.of("traffic-port")),
              "aws_lb.alb"),
          passing(
              "LB-001",
              "a health check on a port of its own that is admitted",
              balanced(tcp(8080, 8081, "10.0.0.0/16"), Value.of("8081"))),
          undecided(
              "LB-001",
              "a target whose group admits nobody knows whom",
              balanced(
                  Block.builder()
                      .set("protocol", "tcp")
                      .set("from_port", 8080)
                      .set("to_port", 8080)
                      .set("cidr_blocks", Value.items(Value.symbol("var.callers"))),
                  Value.of("traffic-port")),
              "aws_lb.alb"),
          violating(
              "LB-005",
              "a tier in a zone that its load balancer does not span",
              behind()
                  .add("az-b", "aws.availability_zone", "vpc")
                  .set("az-b", AvailabilityZone.ZONE, "b")
                  .subnet("private-b", "az-b", "10.0.30.0/24", Subnet.Routing.PRIVATE)
                  .spans("was", "private-a", "private-b"),
              "alb"),
          passing("LB-005", "a tier in one of its load balancer's zones", behind()),
          passing(
              "LB-005",
              "an instance in a subnet whose zone AWS chooses",
              balanced("inner", tcp(8080, 8080, "10.0.0.0/16"), Value.of("traffic-port"), b -> b)
                  .add(
                      "aws_subnet.inner",
                      b ->
                          b.set("vpc_id", ref("aws_vpc.main.id"))
                              .set("cidr_block", "10.0.2.0/24"))),
          violating(
              "LB-005",
              "a Network Load Balancer in two zones with all targets in one",
              balanced(
                  tcp(8080, 8080, "10.0.0.0/16"),
                  Value.of("traffic-port"),
                  b -> b.set("load_balancer_type", "network")),
              "aws_lb.alb"),
          passing(
              "LB-005",
              "one that serves across zones",
              balanced(
                  tcp(8080, 8080, "10.0.0.0/16"),
                  Value.of("traffic-port"),
                  b ->
                      b.set("load_balancer_type", "network")
                          .set("enable_cross_zone_load_balancing", true))),
          violating(
              "LB-012",
              "a load balancer in a subnet of eleven addresses beside four servers",
              cramped(4),
              "public-a"),
          violating(
              "LB-012",
              "a load balancer in a subnet of /28 that is big enough for now",
              cramped(3),
              "public-a"),
          passing(
              "LB-012",
              "a load balancer in a subnet of /27",
              cramped(4).set("public-a", Subnet.CIDR, "10.0.0.0/27")));

  private static Terraform fixed(String address) {
    return publicSubnet()
        .group("app")
        .add(
            "aws_instance.app",
            b ->
                b.set("subnet_id", ref("aws_subnet.open.id"))
                    .set("private_ip", address)
                    .set("vpc_security_group_ids", Value.items(ref(APP + ".id"))));
  }

  private static Terraform secondary(String block) {
    return publicSubnet()
        .add(
            "aws_vpc_ipv4_cidr_block_association.more",
            b -> b.set("vpc_id", ref("aws_vpc.main.id")).set("cidr_block", block));
  }

  /// `aws_vpc.main` (10.0.0.0/16) peered with `aws_vpc.other`.
  private static Terraform peered(String other) {
    return publicSubnet()
        .add("aws_vpc.other", b -> b.set("cidr_block", other))
        .add(
            "aws_vpc_peering_connection.link",
            b ->
                b.set("vpc_id", ref("aws_vpc.main.id"))
                    .set("peer_vpc_id", ref("aws_vpc.other.id")));
  }

  private static Block.Builder attached(Block.Builder attachment, String vpc) {
    return attachment
        .set("transit_gateway_id", ref("aws_ec2_transit_gateway.hub.id"))
        .set("vpc_id", ref("aws_vpc." + vpc + ".id"));
  }

  /// A VPN from a data centre to `aws_vpc.main` (10.0.0.0/16).
  private static Terraform vpn() {
    return publicSubnet()
        .add("aws_vpn_gateway.idc", b -> b.set("vpc_id", ref("aws_vpc.main.id")))
        .add("aws_customer_gateway.idc", b -> b.set("ip_address", "203.0.113.9"))
        .add(
            "aws_vpn_connection.idc",
            b ->
                b.set("vpn_gateway_id", ref("aws_vpn_gateway.idc.id"))
                    .set("customer_gateway_id", ref("aws_customer_gateway.idc.id"))
                    .set("static_routes_only", true));
  }

  /// A WAS in zone a behind an internal load balancer in zones a and c.
  private static Designs behind() {
    return network()
        .internalAlb("alb", "private-a", "private-c")
        .was("was", "private-a")
        .arrow("alb", "was");
  }

  /// An internal load balancer in zones a and c, before an instance in zone a whose group has this
  /// rule.
  private static Terraform balanced(Block.Builder admits, Value healthPort) {
    return balanced(admits, healthPort, b -> b);
  }

  private static Terraform balanced(
      Block.Builder admits, Value healthPort, UnaryOperator<Block.Builder> balancer) {
    return balanced("open", admits, healthPort, balancer);
  }

  private static Terraform balanced(
      String subnet,
      Block.Builder admits,
      Value healthPort,
      UnaryOperator<Block.Builder> balancer) {
    return publicSubnet()
        .subnet("second", "10.0.1.0/24", "c")
        .group("app", admits)
        .server("app", subnet, APP, false)
        .add(
            "aws_security_group.alb",
            b ->
                b.set("vpc_id", ref("aws_vpc.main.id"))
                    .block("egress", tcp(0, 65535, "10.0.0.0/16")))
        .add(
            "aws_lb.alb",
            b ->
                balancer.apply(
                    b.set("internal", true)
                        .set(
                            "subnets",
                            Value.items(ref("aws_subnet.open.id"), ref("aws_subnet.second.id")))
                        .set("security_groups", Value.items(ref("aws_security_group.alb.id")))))
        .add(
            "aws_lb_listener.alb",
            b ->
                b.set("load_balancer_arn", ref("aws_lb.alb.arn"))
                    .set("port", 8080)
                    .set("protocol", "HTTP")
                    .block(
                        "default_action",
                        Block.builder()
                            .set("type", "forward")
                            .set("target_group_arn", ref("aws_lb_target_group.app.arn"))))
        .add(
            "aws_lb_target_group.app",
            b ->
                b.set("port", 8080)
                    .set("protocol", "HTTP")
                    .set("vpc_id", ref("aws_vpc.main.id"))
                    .block("health_check", Block.builder().set("port", healthPort)))
        .add(
            "aws_lb_target_group_attachment.app",
            b ->
                b.set("target_group_arn", ref("aws_lb_target_group.app.arn"))
                    .set("target_id", ref("aws_instance.app.id")));
  }

  /// A public load balancer beside some servers in a subnet of /28.
  private static Designs cramped(int servers) {
    return network()
        .set("public-a", Subnet.CIDR, "10.0.0.0/28")
        .publicAlb("alb", "public-a", "public-c")
        .web("web", "public-a")
        .set("web", Instances.PER_SUBNET, servers);
  }
}
