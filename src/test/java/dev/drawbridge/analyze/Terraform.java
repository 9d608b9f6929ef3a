package dev.drawbridge.analyze;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.policy.Policy;
import dev.drawbridge.analyze.rules.Subject;
import dev.drawbridge.model.Document;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Origin;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.ResourceGraph;
import dev.drawbridge.resource.Value;
import java.util.List;
import java.util.function.UnaryOperator;

/// Resource graphs as somebody would write them by hand, nothing drawn.
final class Terraform {
  private final ResourceGraph.Builder graph = new ResourceGraph.Builder();
  private int line = 1;

  /// A VPC 10.0.0.0/16 with an internet gateway, and a subnet `open` that routes to it.
  static Terraform publicSubnet() {
    return new Terraform()
        .add("aws_vpc.main", b -> b.set("cidr_block", "10.0.0.0/16"))
        .add("aws_internet_gateway.main", b -> b.set("vpc_id", ref("aws_vpc.main.id")))
        .subnet("open", "10.0.0.0/24", "a")
        .add(
            "aws_route_table.open",
            b ->
                b.set("vpc_id", ref("aws_vpc.main.id"))
                    .block(
                        "route",
                        Block.builder()
                            .set("cidr_block", "0.0.0.0/0")
                            .set("gateway_id", ref("aws_internet_gateway.main.id"))))
        .add(
            "aws_route_table_association.open",
            b ->
                b.set("subnet_id", ref("aws_subnet.open.id"))
                    .set("route_table_id", ref("aws_route_table.open.id")));
  }

  /// As [#publicSubnet], with IPv6 that AWS chooses the block of: each instance gets an address, and
  /// packets go out and in through the gateway.
  static Terraform dualStack() {
    return dualStack("gateway_id", "aws_internet_gateway.main.id");
  }

  /// @param via the argument of the IPv6 route that names its gateway
  static Terraform dualStack(String via, String gateway) {
    return new Terraform()
        .add(
            "aws_vpc.main",
            b -> b.set("cidr_block", "10.0.0.0/16").set("assign_generated_ipv6_cidr_block", true))
        .add("aws_internet_gateway.main", b -> b.set("vpc_id", ref("aws_vpc.main.id")))
        .add("aws_egress_only_internet_gateway.out", b -> b.set("vpc_id", ref("aws_vpc.main.id")))
        .add(
            "aws_subnet.open",
            b ->
                b.set("vpc_id", ref("aws_vpc.main.id"))
                    .set("cidr_block", "10.0.0.0/24")
                    .set("availability_zone", "ap-northeast-2a")
                    .set("assign_ipv6_address_on_creation", true)
                    .set(
                        "ipv6_cidr_block",
                        new Value.Call(
                            "cidrsubnet",
                            List.of(
                                ref("aws_vpc.main.ipv6_cidr_block"), Value.of(8), Value.of(1)))))
        .add("aws_route_table.open", b -> b.set("vpc_id", ref("aws_vpc.main.id")))
        .add(
            "aws_route.ipv4",
            b ->
                b.set("route_table_id", ref("aws_route_table.open.id"))
                    .set("destination_cidr_block", "0.0.0.0/0")
                    .set("gateway_id", ref("aws_internet_gateway.main.id")))
        .add(
            "aws_route.ipv6",
            b ->
                b.set("route_table_id", ref("aws_route_table.open.id"))
                    .set("destination_ipv6_cidr_block", "::/0")
                    .set(via, ref(gateway)))
        .add(
            "aws_route_table_association.open",
            b ->
                b.set("subnet_id", ref("aws_subnet.open.id"))
                    .set("route_table_id", ref("aws_route_table.open.id")));
  }

  Terraform subnet(String name, String cidr, String zone) {
    return add(
        "aws_subnet." + name,
        b ->
            b.set("vpc_id", ref("aws_vpc.main.id"))
                .set("cidr_block", cidr)
                .set("availability_zone", "ap-northeast-2" + zone));
  }

  /// An instance with a public address in the subnet `open`.
  Terraform server(String group) {
    return server("app", "open", group, true);
  }

  Terraform server(String name, String subnet, String group, boolean publicIp) {
    return add(
        "aws_instance." + name,
        b ->
            b.set("subnet_id", ref("aws_subnet." + subnet + ".id"))
                .set("vpc_security_group_ids", Value.items(ref(group + ".id")))
                .set("associate_public_ip_address", publicIp));
  }

  Terraform group(String name, Block.Builder... ingress) {
    return add(
        "aws_security_group." + name,
        b -> {
          b.set("vpc_id", ref("aws_vpc.main.id"));
          for (Block.Builder rule : ingress) {
            b.block("ingress", rule);
          }
          return b;
        });
  }

  /// A route table of `aws_vpc.main` that a subnet uses.
  Terraform table(String name, String subnet, Block.Builder... routes) {
    return add(
            "aws_route_table." + name,
            b -> {
              b.set("vpc_id", ref("aws_vpc.main.id"));
              for (Block.Builder route : routes) {
                b.block("route", route);
              }
              return b;
            })
        .add(
            "aws_route_table_association." + name,
            b ->
                b.set("subnet_id", ref("aws_subnet." + subnet + ".id"))
                    .set("route_table_id", ref("aws_route_table." + name + ".id")));
  }

  /// A route, such as one with `gateway_id` to `aws_internet_gateway.main`.
  static Block.Builder route(String cidr, String argument, String target) {
    return Block.builder().set("cidr_block", cidr).set(argument, ref(target + ".id"));
  }

  /// The same ports, for everybody who speaks IPv6 as well.
  static Block.Builder andIpv6(Block.Builder rule) {
    return rule.set("ipv6_cidr_blocks", Value.items(Value.of("::/0")));
  }

  static Block.Builder tcp(int from, int to, String... cidrs) {
    Value[] values = new Value[cidrs.length];
    for (int i = 0; i < cidrs.length; i++) {
      values[i] = Value.of(cidrs[i]);
    }
    return Block.builder()
        .set("protocol", "tcp")
        .set("from_port", from)
        .set("to_port", to)
        .set("cidr_blocks", Value.items(values));
  }

  /// An entry of a network ACL, in the block where it is written.
  static Block.Builder entry(
      int number, String action, String protocol, int from, int to, String cidr) {
    return Block.builder()
        .set("rule_no", number)
        .set("action", action)
        .set("protocol", protocol)
        .set("from_port", from)
        .set("to_port", to)
        .set(cidr.contains(":") ? "ipv6_cidr_block" : "cidr_block", cidr);
  }

  /// A network ACL that lets everything out.
  Terraform inbound(String name, String subnet, Block.Builder... ingress) {
    return acl(
        name, subnet, List.of(ingress), List.of(entry(100, "allow", "-1", 0, 0, "0.0.0.0/0")));
  }

  Terraform acl(
      String name, String subnet, List<Block.Builder> ingress, List<Block.Builder> egress) {
    return add(
        "aws_network_acl." + name,
        b -> {
          b.set("vpc_id", ref("aws_vpc.main.id"))
              .set("subnet_ids", Value.items(ref("aws_subnet." + subnet + ".id")));
          ingress.forEach(entry -> b.block("ingress", entry));
          egress.forEach(entry -> b.block("egress", entry));
          return b;
        });
  }

  /// Takes the rules away that AWS puts into the default group of the VPC.
  Terraform closedDefaultGroup() {
    return add("aws_default_security_group.closed", b -> b.set("vpc_id", ref("aws_vpc.main.id")));
  }

  /// A dual-stack load balancer in the subnet `open` that bears the group of its name, and answers
  /// by itself.
  Terraform balancer(String name, int port) {
    return balancer(name, port, UnaryOperator.identity());
  }

  Terraform balancer(String name, int port, UnaryOperator<Block.Builder> more) {
    return add(
            "aws_lb." + name,
            b ->
                more.apply(
                    b.set("ip_address_type", "dualstack")
                        .set("subnets", Value.items(ref("aws_subnet.open.id")))
                        .set(
                            "security_groups",
                            Value.items(ref("aws_security_group." + name + ".id")))))
        .add(
            "aws_lb_listener." + name,
            b ->
                b.set("load_balancer_arn", ref("aws_lb." + name + ".arn"))
                    .set("port", port)
                    .set("protocol", "HTTP")
                    .block("default_action", Block.builder().set("type", "fixed-response")));
  }

  /// A group whose bearers may call everybody, and are called by those whom the rules admit.
  Terraform groupThatCalls(String name, Block.Builder... ingress) {
    return add(
        "aws_security_group." + name,
        b -> {
          b.set("vpc_id", ref("aws_vpc.main.id"))
              .block("egress", tcp(0, 0, "0.0.0.0/0").set("protocol", "-1"));
          for (Block.Builder rule : ingress) {
            b.block("ingress", rule);
          }
          return b;
        });
  }

  /// A second VPC, with a security group `tools` in it.
  Terraform tools(String cidr) {
    return add("aws_vpc.tools", b -> b.set("cidr_block", cidr))
        .add("aws_security_group.tools", b -> b.set("vpc_id", ref("aws_vpc.tools.id")));
  }

  Terraform peeredWithTools(UnaryOperator<Block.Builder> more) {
    return add(
        "aws_vpc_peering_connection.tools",
        b ->
            more.apply(
                b.set("vpc_id", ref("aws_vpc.main.id"))
                    .set("peer_vpc_id", ref("aws_vpc.tools.id"))));
  }

  /// `aws_vpc.main.id`.
  static Value ref(String path) {
    String[] parts = path.split("\\.");
    return new Address(parts[0], parts[1]).dot(parts[2]);
  }

  Terraform add(String address, UnaryOperator<Block.Builder> body) {
    String[] parts = address.split("\\.");
    graph.add(
        new Resource(
            new Address(parts[0], parts[1]),
            body.apply(Block.builder()).build(),
            new Origin.Source("main.tf", line++)));
    return this;
  }

  ResourceGraph graph() {
    return graph.build();
  }

  /// What one rule says of it.
  List<Finding> found(String rule) {
    return Rules.find(rule)
        .orElseThrow()
        .check(Subject.of(Document.EMPTY, graph(), Policy.DEFAULT, () -> false));
  }
}
