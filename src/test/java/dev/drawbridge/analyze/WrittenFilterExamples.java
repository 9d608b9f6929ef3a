package dev.drawbridge.analyze;

import static dev.drawbridge.analyze.Example.passing;
import static dev.drawbridge.analyze.Example.undecided;
import static dev.drawbridge.analyze.Example.violating;
import static dev.drawbridge.analyze.Terraform.entry;
import static dev.drawbridge.analyze.Terraform.publicSubnet;
import static dev.drawbridge.analyze.Terraform.ref;
import static dev.drawbridge.analyze.Terraform.tcp;

import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Value;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Examples of the rules on security groups as somebody wrote them.
final class WrittenFilterExamples {
  private WrittenFilterExamples() {}

  private static final String APP = "aws_security_group.app";
  private static final String ANYWHERE = "0.0.0.0/0";

  static final List<Example> ALL =
      List.of(
          violating(
              "DMZ-014",
              "two halves in one rule",
              publicSubnet().group("app", tcp(443, 443, "0.0.0.0/1", "128.0.0.0/1")),
              APP),
          violating(
              "DMZ-014",
              "two halves in two rules of which one is wider",
              publicSubnet()
                  .group("app", tcp(0, 1023, "0.0.0.0/1"))
                  .add("aws_security_group_rule.half", rule(443, "128.0.0.0/1")),
              APP),
          violating(
              "DMZ-014",
              "a prefix list that holds the four quarters",
              publicSubnet()
                  .group("app")
                  .add("aws_ec2_managed_prefix_list.all", WrittenFilterExamples::quarters)
                  .add(
                      "aws_vpc_security_group_ingress_rule.listed",
                      b ->
                          b.set("security_group_id", ref(APP + ".id"))
                              .set("ip_protocol", "tcp")
                              .set("from_port", 443)
                              .set("to_port", 443)
                              .set("prefix_list_id", ref("aws_ec2_managed_prefix_list.all.id"))),
              APP),
          violating(
              "DMZ-014",
              "two halves of IPv6",
              publicSubnet()
                  .group(
                      "app",
                      tcp(443, 443)
                          .set(
                              "ipv6_cidr_blocks",
                              Value.items(Value.of("2000::/4"), Value.of("3000::/4")))),
              APP),
          passing(
              "DMZ-014",
              "one half",
              publicSubnet().group("app", tcp(443, 443, "0.0.0.0/1", "10.0.0.0/8"))),
          passing(
              "DMZ-014",
              "two halves of different ports",
              publicSubnet().group("app", tcp(80, 80, "0.0.0.0/1"), tcp(443, 443, "128.0.0.0/1"))),
          passing(
              "DMZ-014",
              "the whole internet, which says what it is",
              publicSubnet().group("app", tcp(443, 443, ANYWHERE, "128.0.0.0/1"))),
          passing(
              "DMZ-014",
              "a block of 512 addresses",
              publicSubnet().group("app", tcp(443, 443, "198.51.100.0/23"))),
          violating(
              "DMZ-014",
              "two halves on one port, beside other blocks of which none adds to them",
              publicSubnet()
                  .group(
                      "app",
                      tcp(443, 443, "0.0.0.0/1", "128.0.0.0/1")
                          .set("ipv6_cidr_blocks", Value.items(Value.of("2001:db8::/32"))),
                      tcp(22, 22, "198.51.100.0/24")),
              APP),
          undecided(
              "DMZ-007",
              "a load balancer whose callers a variable names",
              publicSubnet()
                  .group("edge", tcp(443, 443).set("cidr_blocks", Value.symbol("var.callers")))
                  .balancer("edge", 443),
              "aws_lb.edge"),
          violating(
              "DMZ-017",
              "a VPC whose default group nobody adopted",
              publicSubnet(),
              "aws_vpc.main"),
          violating(
              "DMZ-017",
              "a default group that lets everything out",
              publicSubnet()
                  .add(
                      "aws_default_security_group.main",
                      b ->
                          b.set("vpc_id", ref("aws_vpc.main.id"))
                              .block(
                                  "egress",
                                  Block.builder()
                                      .set("protocol", "-1")
                                      .set("from_port", 0)
                                      .set("to_port", 0)
                                      .set("cidr_blocks", Value.items(Value.of(ANYWHERE))))),
              "aws_default_security_group.main"),
          violating(
              "DMZ-017",
              "a default group that gets its rule from beside",
              publicSubnet()
                  .closedDefaultGroup()
                  .add(
                      "aws_vpc_security_group_ingress_rule.default",
                      b ->
                          b.set("security_group_id", ref("aws_vpc.main.default_security_group_id"))
                              .set("ip_protocol", "tcp")
                              .set("from_port", 22)
                              .set("to_port", 22)
                              .set("cidr_ipv4", ANYWHERE)),
              "aws_default_security_group.closed"),
          undecided(
              "DMZ-017",
              "a default group whose rules a variable tells",
              publicSubnet()
                  .add(
                      "aws_default_security_group.main",
                      b ->
                          b.set("vpc_id", ref("aws_vpc.main.id"))
                              .set("ingress", Value.symbol("var.rules"))),
              "aws_default_security_group.main"),
          passing("DMZ-017", "an adopted group without rules", publicSubnet().closedDefaultGroup()),
          violating(
              "DMZ-021",
              "TCP from 0 to 0 in a block",
              publicSubnet().group("app", tcp(0, 0, "10.0.0.0/16"), tcp(443, 443, ANYWHERE)),
              APP),
          violating(
              "DMZ-021",
              "TCP from 0 to 0 in a rule of its own",
              publicSubnet()
                  .group("app")
                  .add("aws_security_group_rule.zero", rule(0, "10.0.0.0/16")),
              "aws_security_group_rule.zero"),
          violating(
              "DMZ-021",
              "an entry of a network ACL for port 0",
              publicSubnet().inbound("open", "open", entry(100, "allow", "tcp", 0, 0, ANYWHERE)),
              "aws_network_acl.open"),
          passing(
              "DMZ-021",
              "everything from 0 to 0, which is how one says everything",
              publicSubnet()
                  .group("app", tcp(0, 0, ANYWHERE).set("protocol", "-1"))
                  .inbound("open", "open", entry(100, "allow", "-1", 0, 0, ANYWHERE))),
          passing(
              "DMZ-021",
              "the echo reply of ICMP, which is type 0",
              publicSubnet().group("app", tcp(0, 0, "10.0.0.0/16").set("protocol", "icmp"))),
          violating(
              "DMZ-022",
              "a group of a VPC that is not peered",
              otherVpc(UnaryOperator.identity()),
              "aws_vpc_security_group_ingress_rule.tools"),
          violating(
              "DMZ-022",
              "a group of a VPC in another region",
              otherVpc(t -> t.peeredWithTools(b -> b.set("peer_region", "us-east-1"))),
              "aws_vpc_security_group_ingress_rule.tools"),
          violating(
              "DMZ-022",
              "a group that names no VPC, and so is in the default one",
              publicSubnet()
                  .add("aws_security_group.stray", b -> b)
                  .group(
                      "app",
                      tcp(8080, 8080)
                          .set("security_groups", Value.items(ref("aws_security_group.stray.id")))),
              APP),
          undecided(
              "DMZ-022",
              "a peer that a variable names",
              otherVpc(
                  t ->
                      t.add(
                          "aws_vpc_peering_connection.some",
                          b ->
                              b.set("vpc_id", ref("aws_vpc.main.id"))
                                  .set("peer_vpc_id", Value.symbol("var.peer")))),
              "aws_vpc_security_group_ingress_rule.tools"),
          passing(
              "DMZ-022",
              "a group of a peered VPC",
              otherVpc(t -> t.peeredWithTools(UnaryOperator.identity()))),
          passing(
              "DMZ-022",
              "VPCs on a transit gateway",
              otherVpc(
                  t ->
                      Stream.of("main", "tools")
                          .reduce(
                              t,
                              (all, vpc) ->
                                  all.add(
                                      "aws_ec2_transit_gateway_vpc_attachment." + vpc,
                                      b -> b.set("vpc_id", ref("aws_vpc." + vpc + ".id"))),
                              (one, _) -> one))));

  private static UnaryOperator<Block.Builder> rule(int port, String cidr) {
    return b ->
        b.set("type", "ingress")
            .set("security_group_id", ref(APP + ".id"))
            .set("protocol", "tcp")
            .set("from_port", port)
            .set("to_port", port)
            .set("cidr_blocks", Value.items(Value.of(cidr)));
  }

  private static Block.Builder quarters(Block.Builder list) {
    for (String quarter : List.of("0.0.0.0/2", "64.0.0.0/2", "128.0.0.0/2", "192.0.0.0/2")) {
      list.block("entry", Block.builder().set("cidr", quarter));
    }
    return list;
  }

  private static Terraform otherVpc(UnaryOperator<Terraform> joined) {
    return joined.apply(
        publicSubnet()
            .tools("10.1.0.0/16")
            .group("app")
            .add(
                "aws_vpc_security_group_ingress_rule.tools",
                b ->
                    b.set("security_group_id", ref(APP + ".id"))
                        .set("ip_protocol", "tcp")
                        .set("from_port", 8080)
                        .set("to_port", 8080)
                        .set("referenced_security_group_id", ref("aws_security_group.tools.id"))));
  }
}
