package dev.drawbridge.analyze.facts;

import static dev.drawbridge.analyze.facts.Written.VPCS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import dev.drawbridge.network.AccessList;
import dev.drawbridge.network.AddressSet;
import dev.drawbridge.network.Group;
import dev.drawbridge.network.Network;
import dev.drawbridge.network.Peer;
import dev.drawbridge.network.PortSet;
import dev.drawbridge.network.Protocol;
import dev.drawbridge.network.Ref;
import dev.drawbridge.network.Traffic;
import dev.drawbridge.network.Unknown;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What security groups and network ACLs admit that somebody wrote, in each of the ways in which they can be
/// written.
class FiltersTest {
  private static final String NO_DEFAULT = "var.unknown has no default";

  @TempDir Path folder;

  private Written written(String... parts) {
    return Written.of(folder, VPCS, String.join("\n", parts));
  }

  /// The rules of a group with these arguments in a rule of its own.
  private List<Group.Rule> rules(String arguments, String... more) {
    return written(
            "resource \"aws_security_group\" \"app\" { vpc_id = aws_vpc.main.id }",
            "resource \"aws_vpc_security_group_ingress_rule\" \"in\" {\n"
                + "security_group_id = aws_security_group.app.id\n"
                + arguments.replace(";", "\n")
                + "\n}",
            String.join("\n", more))
        .group("app")
        .ingress();
  }

  private static List<String> reasons(Group.Rule rule) {
    return rule.doubts().stream()
        .map(Unknown::reason)
        .map(why -> why.text(Messages.in(Language.ENGLISH)))
        .toList();
  }

  private static final String TCP = "ip_protocol = \"tcp\";from_port = 443;to_port = 443;";

  @Test
  void everyRuleOfAGroupHasANameOfItsOwn() {
    List<Group.Rule> rules =
        written(
                """
                resource "aws_security_group" "app" {
                  vpc_id = aws_vpc.main.id
                  ingress {
                    protocol    = "tcp"
                    from_port   = 80
                    to_port     = 80
                    cidr_blocks = ["10.0.0.0/16"]
                  }
                  ingress {
                    protocol  = "tcp"
                    from_port = 81
                    to_port   = 82
                    self      = true
                  }
                }
                """)
            .group("app")
            .ingress();
    assertEquals(
        List.of(
            Group.Rule.allow(
                Ref.of("aws_security_group.app#ingress[0]"),
                Traffic.tcp(80),
                Peer.of("10.0.0.0/16")),
            Group.Rule.allow(
                Ref.of("aws_security_group.app#ingress[1]"),
                Traffic.tcp(81, 82),
                new Peer.Members(Ref.of("aws_security_group.app")))),
        rules);
  }

  @Test
  void rulesOfTheOldKindSayWhichWayTheyAre() {
    String rule =
        """
        resource "aws_security_group" "app" { vpc_id = aws_vpc.main.id }
        resource "aws_security_group_rule" "r" {
          type              = "%s"
          security_group_id = aws_security_group.app.id
          protocol          = "-1"
          from_port         = 0
          to_port           = 0
          cidr_blocks       = ["0.0.0.0/0"]
        }
        """;
    Group in = written(rule.formatted("ingress")).group("app");
    assertEquals(List.of(1, 0), List.of(in.ingress().size(), in.egress().size()));
    Group out = written(rule.formatted("egress")).group("app");
    assertEquals(List.of(0, 1), List.of(out.ingress().size(), out.egress().size()));
    assertEquals(Traffic.ANY, out.egress().getFirst().traffic());
  }

  @Test
  void aRuleOfWhichSomethingIsNotToldMayAdmitMore() {
    Group.Rule protocol = rules("ip_protocol = var.unknown;cidr_ipv4 = \"10.0.0.0/8\"").getFirst();
    assertEquals(Traffic.ANY, protocol.traffic());
    assertEquals(List.of(NO_DEFAULT), reasons(protocol));
    Group.Rule odd =
        rules("ip_protocol = \"carrier pigeon\";cidr_ipv4 = \"10.0.0.0/8\"").getFirst();
    assertEquals(List.of("the protocol of a rule"), reasons(odd));
    for (String ports :
        List.of("from_port = var.unknown;to_port = 9", "from_port = 9;to_port = var.unknown")) {
      Group.Rule rule =
          rules("ip_protocol = \"tcp\";cidr_ipv4 = \"10.0.0.0/8\";" + ports).getFirst();
      assertEquals(Traffic.all(Protocol.TCP), rule.traffic());
      assertEquals(List.of(NO_DEFAULT), reasons(rule));
    }
    Group.Rule gre = rules("ip_protocol = \"47\";cidr_ipv4 = \"10.0.0.0/8\"").getFirst();
    assertEquals(Traffic.all(new Protocol(47)), gre.traffic());
    assertEquals(List.of(), reasons(gre));
  }

  @Test
  void aPeerThatIsNotToldMayBeAnybody() {
    for (String peer :
        List.of(
            "cidr_ipv4 = var.unknown",
            "cidr_ipv6 = var.unknown",
            "referenced_security_group_id = var.unknown",
            "prefix_list_id = var.unknown")) {
      Group.Rule rule = rules(TCP + peer).getFirst();
      assertEquals(AddressSet.EVERYTHING, rule.peer().addresses());
      assertEquals(List.of(NO_DEFAULT), reasons(rule));
    }
    Group.Rule odd = rules(TCP + "cidr_ipv4 = \"everybody\"").getFirst();
    assertEquals(List.of("“everybody” is no address block"), reasons(odd));
    Group.Rule foreign = rules(TCP + "referenced_security_group_id = aws_vpc.main.id").getFirst();
    assertEquals(List.of("a security group that is not of this configuration"), reasons(foreign));
  }

  @Test
  void oneBlockOfSeveralThatIsNotToldLeavesTheOthers() {
    Written written =
        written(
            """
            resource "aws_security_group" "app" {
              vpc_id = aws_vpc.main.id
              ingress {
                protocol        = "tcp"
                from_port       = 1
                to_port         = 1
                cidr_blocks     = ["10.0.0.0/16", var.unknown]
                security_groups = [var.unknown]
                self            = var.unknown == "x"
              }
            }
            """);
    List<Group.Rule> rules = written.group("app").ingress();
    assertEquals(
        List.of(true, false, true, true),
        rules.stream().map(rule -> !rule.doubts().isEmpty()).toList());
    assertEquals(Peer.of("10.0.0.0/16"), rules.get(1).peer());
    assertFalse(written.map().groupRules().getFirst().sure());
  }

  @Test
  void rulesThatAreNotToldMayAdmitAnything() {
    Group group =
        written(
                "resource \"aws_security_group\" \"app\" {\nvpc_id = aws_vpc.main.id\n"
                    + "ingress = var.unknown\n}")
            .group("app");
    assertEquals(AddressSet.EVERYTHING, group.ingress().getFirst().peer().addresses());
    assertEquals(List.of(NO_DEFAULT), reasons(group.ingress().getFirst()));
  }

  @Test
  void aPrefixListHasTheEntriesThatAreWrittenInItAndBesideIt() {
    String list =
        """
        resource "aws_ec2_managed_prefix_list" "p" {
          name           = "p"
          address_family = "IPv4"
          max_entries    = 5
          entry { cidr = "10.1.0.0/16" }
        }
        resource "aws_ec2_managed_prefix_list_entry" "e" {
          prefix_list_id = aws_ec2_managed_prefix_list.p.id
          cidr           = %s
        }
        """;
    String named = TCP + "prefix_list_id = aws_ec2_managed_prefix_list.p.id";
    Group.Rule rule = rules(named, list.formatted("\"10.2.0.0/16\"")).getFirst();
    assertEquals(
        new Peer.Listed(
            Ref.of("aws_ec2_managed_prefix_list.p"), AddressSet.of("10.1.0.0/16", "10.2.0.0/16")),
        rule.peer());
    assertEquals(List.of(), rule.doubts());
    Group.Rule open = rules(named, list.formatted("var.unknown")).getFirst();
    assertEquals(AddressSet.EVERYTHING, open.peer().addresses());
    assertEquals(List.of(NO_DEFAULT), reasons(open));
    String alone =
        """
        resource "aws_ec2_managed_prefix_list" "q" {
          name           = "q"
          address_family = "IPv4"
          max_entries    = 5
        }
        resource "aws_ec2_managed_prefix_list_entry" "q" {
          prefix_list_id = aws_ec2_managed_prefix_list.q.id
          cidr           = "10.3.0.0/16"
        }
        """;
    assertEquals(
        AddressSet.of("10.3.0.0/16"),
        rules(TCP + "prefix_list_id = aws_ec2_managed_prefix_list.q.id", alone)
            .getFirst()
            .peer()
            .addresses());
  }

  @Test
  void theDefaultGroupOfAVpcAdmitsItselfUntilItIsAdopted() {
    Network untouched = written().network();
    Group group = untouched.groups().get(Ref.of("aws_vpc.main#default-group"));
    assertEquals(
        new Peer.Members(Ref.of("aws_vpc.main#default-group")), group.ingress().getFirst().peer());
    assertEquals(AddressSet.EVERYTHING, group.egress().getFirst().peer().addresses());
    Network adopted =
        written("resource \"aws_default_security_group\" \"d\" { vpc_id = aws_vpc.main.id }")
            .network();
    assertFalse(adopted.groups().containsKey(Ref.of("aws_vpc.main#default-group")));
    assertTrue(adopted.groups().containsKey(Ref.of("aws_vpc.other#default-group")));
    assertEquals(List.of(), adopted.groups().get(Ref.of("aws_default_security_group.d")).ingress());
  }

  private static final String LIST =
      """
      resource "aws_network_acl" "l" {
        vpc_id = aws_vpc.main.id
        ingress {
          rule_no    = 100
          action     = "allow"
          protocol   = "tcp"
          from_port  = 443
          to_port    = 443
          cidr_block = "0.0.0.0/0"
        }
        ingress {
          rule_no         = 50
          action          = "deny"
          protocol        = "-1"
          from_port       = 0
          to_port         = 0
          ipv6_cidr_block = "::/0"
        }
        %s
      }
      """;

  private Optional<Ref> listOf(Written written) {
    return written
        .network()
        .accessListOf(written.network().subnets().get(Ref.of("aws_subnet.inner")))
        .map(AccessList::ref);
  }

  @Test
  void entriesOfAListHaveNamesAndNumbersOfTheirOwn() {
    AccessList list = written(LIST.formatted("")).list("aws_network_acl.l");
    assertEquals(
        List.of(
            AccessList.Entry.deny(
                Ref.of("aws_network_acl.l#ingress[1]"), 50, Traffic.ANY, AddressSet.of("::/0")),
            AccessList.Entry.allow(
                Ref.of("aws_network_acl.l#ingress[0]"),
                100,
                Traffic.tcp(443),
                AddressSet.of("0.0.0.0/0"))),
        list.inbound());
    assertEquals(List.of(), list.outbound());
  }

  @Test
  void aListHoldsInTheSubnetsThatItOrAnAssociationNames() {
    assertEquals(Optional.empty(), listOf(written(LIST.formatted(""))));
    Optional<Ref> list = Optional.of(Ref.of("aws_network_acl.l"));
    assertEquals(list, listOf(written(LIST.formatted("subnet_ids = [aws_subnet.inner.id]"))));
    String association =
        """
        resource "aws_network_acl_association" "a" {
          network_acl_id = aws_network_acl.l.id
          subnet_id      = aws_subnet.inner.id
        }
        """;
    assertEquals(list, listOf(written(LIST.formatted(""), association)));
  }

  @Test
  void theDefaultListHoldsWhereNoOtherDoes() {
    String adopted =
        """
        resource "aws_default_network_acl" "d" {
          default_network_acl_id = aws_vpc.main.default_network_acl_id
        }
        """;
    assertEquals(Optional.of(Ref.of("aws_default_network_acl.d")), listOf(written(adopted)));
    String entry =
        """
        resource "aws_network_acl_rule" "r" {
          network_acl_id = aws_vpc.main.default_network_acl_id
          rule_number    = 10
          rule_action    = "deny"
          protocol       = "tcp"
          from_port      = 22
          to_port        = 22
          cidr_block     = "0.0.0.0/0"
          egress         = %s
        }
        """;
    Written in = written(entry.formatted("false"));
    assertEquals(Optional.of(Ref.of("aws_vpc.main#default-acl")), listOf(in));
    AccessList list = in.list("aws_vpc.main#default-acl");
    assertEquals(List.of(10, 100), list.inbound().stream().map(AccessList.Entry::number).toList());
    assertEquals(List.of(100), list.outbound().stream().map(AccessList.Entry::number).toList());
    AccessList out = written(entry.formatted("true")).list("aws_vpc.main#default-acl");
    assertEquals(List.of(10, 100), out.outbound().stream().map(AccessList.Entry::number).toList());
  }

  private AccessList.Entry entry(String arguments) {
    return written(
            "resource \"aws_network_acl\" \"l\" { vpc_id = aws_vpc.main.id }",
            "resource \"aws_network_acl_rule\" \"r\" {\nnetwork_acl_id = aws_network_acl.l.id\n"
                + arguments.replace(";", "\n")
                + "\n}")
        .list("aws_network_acl.l")
        .inbound()
        .getFirst();
  }

  private static final String PASS =
      "rule_number = 7;rule_action = \"allow\";cidr_block = \"10.0.0.0/8\";";

  @Test
  void anEntryOfIcmpHasTypeAndCode() {
    AccessList.Entry echo = entry(PASS + "protocol = \"icmp\";icmp_type = 8;icmp_code = 0");
    assertEquals(new Traffic(Protocol.ICMP, Protocol.icmp(8, 0)), echo.traffic());
    AccessList.Entry all = entry(PASS + "protocol = \"icmp\"");
    assertEquals(Traffic.all(Protocol.ICMP), all.traffic());
    AccessList.Entry udp = entry(PASS + "protocol = \"udp\";from_port = 53;to_port = 53");
    assertEquals(new Traffic(Protocol.UDP, PortSet.of(53)), udp.traffic());
    AccessList.Entry whole = entry(PASS + "protocol = \"tcp\"");
    assertEquals(Traffic.all(Protocol.TCP), whole.traffic());
    assertEquals(List.of(), whole.doubts());
  }

  @Test
  void anEntryOfWhichSomethingIsNotToldIsDoubtful() {
    record Case(String arguments, String reason) {}
    for (Case one :
        List.of(
            new Case(PASS + "protocol = var.unknown", "the protocol of a network ACL entry"),
            new Case(
                PASS + "protocol = \"tcp\";from_port = var.unknown;to_port = 1",
                "the ports of a network ACL entry"),
            new Case(
                "rule_number = 7;rule_action = \"allow\";protocol = \"-1\";cidr_block ="
                    + " var.unknown",
                "the address block of a network ACL entry"),
            new Case(
                "rule_number = var.unknown;rule_action = \"allow\";protocol = \"-1\";"
                    + "cidr_block = \"10.0.0.0/8\"",
                "the number of a network ACL entry"),
            new Case(
                "rule_number = 7;rule_action = var.unknown;protocol = \"-1\";"
                    + "cidr_block = \"10.0.0.0/8\"",
                NO_DEFAULT))) {
      assertEquals(
          List.of(one.reason),
          entry(one.arguments).doubts().stream()
              .map(Unknown::reason)
              .map(why -> why.text(Messages.in(Language.ENGLISH)))
              .toList());
    }
  }

  @Test
  void entriesThatAreNotToldMayAdmitOrDeny() {
    AccessList list =
        written(
                "resource \"aws_network_acl\" \"l\" {\nvpc_id = aws_vpc.main.id\n"
                    + "ingress = var.unknown\n}")
            .list("aws_network_acl.l");
    assertEquals(
        List.of(AccessList.Action.DENY, AccessList.Action.ALLOW),
        list.inbound().stream().map(AccessList.Entry::action).toList());
    assertEquals(List.of(), list.outbound());
  }
}
