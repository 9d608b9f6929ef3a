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

/// Examples of the rules on security groups, network ACLs and peering routes as somebody wrote
/// them.
final class WrittenFilterExamples {
  private WrittenFilterExamples() {}

  private static final String APP = "aws_security_group.app";
  private static final String ANYWHERE = "0.0.0.0/0";

  private static final List<Example> GROUPS =
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

  private static final List<Example> LISTS =
      List.of(
          violating(
              "DMZ-018",
              "a list that admits all of TCP",
              publicSubnet()
                  .inbound("open", "open", entry(100, "allow", "tcp", 0, 65535, ANYWHERE)),
              "aws_network_acl.open"),
          violating(
              "DMZ-018",
              "a list that admits RDP over IPv6",
              publicSubnet()
                  .inbound("open", "open", entry(100, "allow", "tcp", 3389, 3389, "::/0")),
              "aws_network_acl.open"),
          violating(
              "DMZ-018",
              "a denial that comes too late",
              publicSubnet()
                  .inbound(
                      "open",
                      "open",
                      entry(100, "allow", "-1", 0, 0, ANYWHERE),
                      entry(200, "deny", "tcp", 22, 22, ANYWHERE)),
              "aws_network_acl.open"),
          violating(
              "DMZ-018",
              "an entry of its own",
              publicSubnet()
                  .inbound("open", "open")
                  .add(
                      "aws_network_acl_rule.ssh",
                      b ->
                          b.set("network_acl_id", ref("aws_network_acl.open.id"))
                              .set("rule_number", 100)
                              .set("protocol", "6")
                              .set("rule_action", "allow")
                              .set("cidr_block", ANYWHERE)
                              .set("from_port", 22)
                              .set("to_port", 22)),
              "aws_network_acl.open"),
          undecided(
              "DMZ-018",
              "a list whose sources a variable tells",
              publicSubnet()
                  .inbound(
                      "open",
                      "open",
                      entry(100, "allow", "tcp", 22, 22, ANYWHERE)
                          .set("cidr_block", Value.symbol("var.office"))),
              "aws_network_acl.open"),
          passing(
              "DMZ-018",
              "a denial before what admits, and SSH from the office",
              publicSubnet()
                  .inbound(
                      "open",
                      "open",
                      entry(80, "allow", "tcp", 22, 22, "198.51.100.0/24"),
                      entry(90, "deny", "tcp", 22, 22, ANYWHERE),
                      entry(91, "deny", "tcp", 3389, 3389, ANYWHERE),
                      entry(100, "allow", "-1", 0, 0, ANYWHERE))),
          passing("DMZ-018", "the list that AWS gives a VPC", publicSubnet()),
          violating(
              "DMZ-019",
              "a list that lets requests in and no answers out",
              answering(entry(100, "allow", "tcp", 443, 443, ANYWHERE)),
              "aws_network_acl.open"),
          violating(
              "DMZ-019",
              "a list that lets a part of the answers out",
              answering(entry(100, "allow", "tcp", 32768, 65535, ANYWHERE)),
              "aws_network_acl.open"),
          violating(
              "DMZ-019",
              "a server that may fetch updates, and whose answers are denied",
              publicSubnet()
                  .groupThatCalls("app")
                  .server(APP)
                  .inbound(
                      "open",
                      "open",
                      entry(90, "deny", "tcp", 1024, 65535, ANYWHERE),
                      entry(100, "allow", "-1", 0, 0, ANYWHERE)),
              "aws_network_acl.open"),
          violating(
              "DMZ-019",
              "a tier that calls the next one, and whose list lets no answers in",
              neighbours(entry(100, "allow", "tcp", 443, 443, "10.0.0.0/16")),
              "aws_network_acl.web"),
          passing(
              "DMZ-019",
              "a tier that calls the next one, and gets answers",
              neighbours(entry(100, "allow", "tcp", 1024, 65535, "10.0.1.0/24"))),
          passing(
              "DMZ-019",
              "all the ports that clients send from",
              answering(entry(100, "allow", "tcp", 1024, 65535, ANYWHERE))),
          passing(
              "DMZ-019",
              "a list that lets nobody in has nobody to answer",
              publicSubnet()
                  .group("app", tcp(443, 443, ANYWHERE))
                  .server(APP)
                  .acl("open", "open", List.of(), List.of())),
          passing(
              "DMZ-019",
              "answers that are kept from a few on purpose",
              answering(
                  entry(90, "deny", "tcp", 1024, 65535, "203.0.113.0/24"),
                  entry(100, "allow", "tcp", 1024, 65535, ANYWHERE))),
          violating(
              "DMZ-020",
              "a denial behind what admits everything",
              publicSubnet()
                  .inbound(
                      "open",
                      "open",
                      entry(100, "allow", "-1", 0, 0, ANYWHERE),
                      entry(200, "deny", "tcp", 22, 22, "203.0.113.0/24")),
              "aws_network_acl.open"),
          violating(
              "DMZ-020",
              "an entry that two others shadow together",
              publicSubnet()
                  .inbound(
                      "open",
                      "open",
                      entry(100, "allow", "tcp", 0, 1023, "10.0.0.0/16"),
                      entry(110, "allow", "tcp", 1024, 65535, "10.0.0.0/8"),
                      entry(120, "allow", "tcp", 443, 8080, "10.0.0.0/24")),
              "aws_network_acl.open"),
          passing(
              "DMZ-020",
              "entries that overlap in part only",
              publicSubnet()
                  .inbound(
                      "open",
                      "open",
                      entry(100, "allow", "tcp", 0, 1023, "10.0.0.0/16"),
                      entry(110, "deny", "tcp", 443, 8080, "10.0.0.0/24"),
                      entry(120, "allow", "udp", 53, 53, "10.0.0.0/24"),
                      entry(130, "allow", "-1", 0, 0, "10.0.0.0/16"),
                      entry(140, "allow", "-1", 0, 0, "::/0"))));

  /// A public server on 443 behind a list with these entries for what leaves.
  private static Terraform answering(Block.Builder... egress) {
    return publicSubnet()
        .group("app", tcp(443, 443, ANYWHERE))
        .server(APP)
        .acl(
            "open",
            "open",
            List.of(entry(100, "allow", "tcp", 443, 443, ANYWHERE)),
            List.of(egress));
  }

  /// Servers in two subnets, of which one calls the other on 8080; these entries are for what comes
  /// into the subnet of the one that calls.
  private static Terraform neighbours(Block.Builder... ingress) {
    return publicSubnet()
        .subnet("web", "10.0.2.0/24", "a")
        .subnet("app", "10.0.1.0/24", "a")
        .groupThatCalls("web")
        .group(
            "app",
            tcp(8080, 8080).set("security_groups", Value.items(ref("aws_security_group.web.id"))))
        .server("web", "web", "aws_security_group.web", false)
        .server("app", "app", APP, false)
        .acl(
            "web",
            "web",
            List.of(ingress),
            List.of(entry(100, "allow", "-1", 0, 0, "10.0.0.0/16")));
  }

  private static final List<Example> ROUTES =
      List.of(
          violating(
              "DMZ-023",
              "all of 10.0.0.0/8 for a peer that is a /16",
              peer("10.0.0.0/8"),
              "aws_route.tools"),
          violating("DMZ-023", "everything to a peer", peer(ANYWHERE), "aws_route.tools"),
          violating(
              "DMZ-023",
              "everything to a peer of which nothing is known, written in the table",
              publicSubnet()
                  .add(
                      "aws_vpc_peering_connection.partner",
                      b ->
                          b.set("vpc_id", ref("aws_vpc.main.id"))
                              .set("peer_vpc_id", "vpc-0123456789abcdef0"))
                  .add(
                      "aws_route_table.partner",
                      b ->
                          b.set("vpc_id", ref("aws_vpc.main.id"))
                              .block(
                                  "route",
                                  Block.builder()
                                      .set("cidr_block", ANYWHERE)
                                      .set(
                                          "vpc_peering_connection_id",
                                          ref("aws_vpc_peering_connection.partner.id")))),
              "aws_route_table.partner"),
          violating(
              "DMZ-023",
              "a wide route over the half that accepts",
              publicSubnet()
                  .tools("10.1.0.0/16")
                  .peeredWithTools(UnaryOperator.identity())
                  .add(
                      "aws_vpc_peering_connection_accepter.tools",
                      b ->
                          b.set(
                              "vpc_peering_connection_id",
                              ref("aws_vpc_peering_connection.tools.id")))
                  .add("aws_route_table.tools", b -> b.set("vpc_id", ref("aws_vpc.tools.id")))
                  .add(
                      "aws_route.back",
                      b ->
                          b.set("route_table_id", ref("aws_route_table.tools.id"))
                              .set("destination_cidr_block", "10.0.0.0/15")
                              .set(
                                  "vpc_peering_connection_id",
                                  ref("aws_vpc_peering_connection_accepter.tools.id"))),
              "aws_route.back"),
          passing("DMZ-023", "the peer's block", peer("10.1.0.0/16")),
          passing("DMZ-023", "one subnet of the peer", peer("10.1.4.0/23")));

  private static Terraform peer(String destination) {
    return publicSubnet()
        .tools("10.1.0.0/16")
        .peeredWithTools(UnaryOperator.identity())
        .add(
            "aws_route.tools",
            b ->
                b.set("route_table_id", ref("aws_route_table.open.id"))
                    .set("destination_cidr_block", destination)
                    .set("vpc_peering_connection_id", ref("aws_vpc_peering_connection.tools.id")));
  }

  static final List<Example> ALL = Stream.of(GROUPS, LISTS, ROUTES).flatMap(List::stream).toList();
}
