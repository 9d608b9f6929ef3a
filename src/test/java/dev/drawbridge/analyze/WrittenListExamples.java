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

/// Examples of the rules on network ACLs and peering routes as somebody wrote them.
final class WrittenListExamples {
  private WrittenListExamples() {}

  private static final String APP = "aws_security_group.app";
  private static final String ANYWHERE = "0.0.0.0/0";

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
                      entry(140, "allow", "-1", 0, 0, "::/0"))),
          violating(
              "DMZ-020",
              "a denial of what leaves, behind what lets everything out",
              publicSubnet()
                  .acl(
                      "open",
                      "open",
                      List.of(),
                      List.of(
                          entry(100, "allow", "-1", 0, 0, ANYWHERE),
                          entry(200, "deny", "tcp", 25, 25, ANYWHERE))),
              "aws_network_acl.open"),
          violating(
              "DMZ-020",
              "an entry for UDP behind two for all protocols, a half of the internet each",
              publicSubnet()
                  .inbound(
                      "open",
                      "open",
                      entry(100, "allow", "-1", 0, 0, "0.0.0.0/1"),
                      entry(110, "allow", "-1", 0, 0, "128.0.0.0/1"),
                      entry(120, "deny", "udp", 53, 53, ANYWHERE)),
              "aws_network_acl.open"),
          violating(
              "DMZ-020",
              "an entry for all protocols behind one for all",
              publicSubnet()
                  .inbound(
                      "open",
                      "open",
                      entry(100, "allow", "-1", 0, 0, ANYWHERE),
                      entry(120, "deny", "-1", 0, 0, "10.0.0.0/8")),
              "aws_network_acl.open"),
          passing(
              "DMZ-020",
              "an entry for all protocols behind one for TCP only",
              publicSubnet()
                  .inbound(
                      "open",
                      "open",
                      entry(100, "allow", "tcp", 0, 65535, ANYWHERE),
                      entry(120, "deny", "-1", 0, 0, "10.0.0.0/8"))),
          passing(
              "DMZ-020",
              "an entry behind one whose block is not known",
              publicSubnet()
                  .inbound(
                      "open",
                      "open",
                      entry(100, "allow", "-1", 0, 0, ANYWHERE)
                          .set("cidr_block", Value.symbol("var.callers")),
                      entry(200, "deny", "tcp", 22, 22, ANYWHERE))),
          violating(
              "DMZ-019",
              "a NAT gateway whose list lets no answers in",
              publicSubnet()
                  .add("aws_eip.nat", b -> b.set("domain", "vpc"))
                  .add(
                      "aws_nat_gateway.nat",
                      b ->
                          b.set("allocation_id", ref("aws_eip.nat.id"))
                              .set("subnet_id", ref("aws_subnet.open.id")))
                  .inbound("open", "open", entry(100, "allow", "tcp", 443, 443, ANYWHERE)),
              "aws_network_acl.open"),
          passing(
              "DMZ-019",
              "a server without a public address, to which no answers come from outside",
              publicSubnet()
                  .groupThatCalls("app")
                  .server("app", "open", APP, false)
                  .inbound("open", "open", entry(100, "allow", "tcp", 443, 443, ANYWHERE))),
          passing(
              "DMZ-019",
              "a server that may look up names only, by UDP",
              publicSubnet()
                  .add(
                      APP,
                      b ->
                          b.set("vpc_id", ref("aws_vpc.main.id"))
                              .block("egress", tcp(53, 53, ANYWHERE).set("protocol", "udp")))
                  .server(APP)
                  .inbound("open", "open", entry(100, "allow", "tcp", 443, 443, ANYWHERE))),
          passing(
              "DMZ-019",
              "a list that keeps answers from the few addresses that it denies",
              publicSubnet()
                  .group("app", tcp(443, 443, ANYWHERE))
                  .server(APP)
                  .acl(
                      "open",
                      "open",
                      List.of(entry(100, "allow", "tcp", 443, 443, ANYWHERE)),
                      List.of(
                          entry(90, "deny", "-1", 0, 0, "198.51.100.0/24"),
                          entry(100, "allow", "tcp", 1024, 65535, ANYWHERE)))),
          violating(
              "DMZ-018",
              "a list that admits SSH from one half of the internet and RDP from the other",
              publicSubnet()
                  .inbound(
                      "open",
                      "open",
                      entry(100, "allow", "tcp", 22, 22, "0.0.0.0/1"),
                      entry(110, "allow", "tcp", 22, 22, "128.0.0.0/1"),
                      entry(120, "allow", "tcp", 3389, 3389, "128.0.0.0/1")),
              "aws_network_acl.open"));

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

  static final List<Example> ALL = Stream.of(LISTS, ROUTES).flatMap(List::stream).toList();
}
