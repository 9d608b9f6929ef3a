package dev.drawbridge.analyze;

import static dev.drawbridge.analyze.Terraform.entry;
import static dev.drawbridge.analyze.Terraform.publicSubnet;
import static dev.drawbridge.analyze.Terraform.ref;
import static dev.drawbridge.analyze.Terraform.tcp;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.finding.Verdict;
import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Value;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/// What the rules on the DMZ say in so many words, and forms of hand-written Terraform that are easy
/// to overlook.
class RulesTrapsTest {
  private static final Messages ENGLISH = Messages.in(Language.ENGLISH);
  private static final String APP = "aws_security_group.app";
  private static final String ANYWHERE = "0.0.0.0/0";

  // ------------------------------------------------------------------ real ranges

  @Test
  void theBlockedPartOfTheReturnPortsIsNamed() {
    Finding finding = only("DMZ-019", web(entry(100, "allow", "tcp", 32768, 65535, ANYWHERE)));
    assertTrue(finding.text(ENGLISH).contains("1024-32767"), finding.text(ENGLISH));
    assertEquals(Severity.BROKEN, finding.severity());
    assertTrue(
        only("DMZ-019", web()).text(ENGLISH).contains("1024-65535"),
        "all of them where nothing may leave");
  }

  private static Terraform web(Block.Builder... egress) {
    return publicSubnet()
        .group("app", tcp(443, 443, ANYWHERE))
        .server(APP)
        .acl(
            "open",
            "open",
            List.of(entry(100, "allow", "tcp", 443, 443, ANYWHERE)),
            List.of(egress));
  }

  @Test
  void aServerThatPicksPortsAsLinuxDoesIsNotBrokenByTheLowerOnes() {
    Terraform graph =
        publicSubnet()
            .groupThatCalls("app")
            .server(APP)
            .inbound("open", "open", entry(100, "allow", "tcp", 32768, 65535, ANYWHERE));
    Finding finding = only("DMZ-019", graph);
    assertEquals(Severity.MEDIUM, finding.severity());
    assertTrue(finding.text(ENGLISH).contains("1024-32767"), finding.text(ENGLISH));
  }

  @Test
  void routesAndPeersAreNamedByTheirRanges() {
    Terraform graph =
        publicSubnet()
            .tools("10.2.0.0/16")
            .peeredWithTools(UnaryOperator.identity())
            .add(
                "aws_route.tools",
                b ->
                    b.set("route_table_id", ref("aws_route_table.open.id"))
                        .set("destination_cidr_block", "10.2.0.0/15")
                        .set(
                            "vpc_peering_connection_id",
                            ref("aws_vpc_peering_connection.tools.id")));
    String text = only("DMZ-023", graph).text(ENGLISH);
    assertTrue(text.contains("10.2.0.0/15") && text.contains("10.2.0.0/16"), text);
  }

  @Test
  void halvesAreNamedAsTheyAreWritten() {
    String text =
        only("DMZ-014", publicSubnet().group("app", tcp(443, 443, "0.0.0.0/1", "128.0.0.0/1")))
            .text(ENGLISH);
    assertTrue(text.contains("0.0.0.0/1, 128.0.0.0/1") && text.contains("100 %"), text);
  }

  @Test
  void aBlockOf512AddressesIsNotTheInternet() {
    Terraform graph = publicSubnet().group("app", tcp(5432, 5432, "198.51.100.0/23")).server(APP);
    assertEquals(List.of(), found("DMZ-014", graph));
    assertEquals(List.of(), found("DMZ-016", graph));
    Finding reached = only("DMZ-008", graph);
    assertEquals(
        List.of("security group"),
        reached.path().getLast().admitted().stream()
            .map(cause -> cause.text(ENGLISH))
            .filter(text -> text.contains("198.51.100.0/23"))
            .map(_ -> "security group")
            .toList());
  }

  @Test
  void whatProtectsAWideGroupIsNamed() {
    Terraform graph =
        publicSubnet()
            .subnet("inner", "10.0.1.0/24", "a")
            .group("app", tcp(8080, 8080, ANYWHERE))
            .server("app", "inner", APP, false);
    Finding finding = only("DMZ-016", graph);
    assertEquals(
        List.of(
            "aws_instance.app has no public address",
            "aws_subnet.inner has no route back to Internet"),
        finding.blockers().stream().map(cause -> cause.text(ENGLISH)).toList());
  }

  // ------------------------------------------------------------------ what is open, and what not

  @Test
  void aLoadBalancerIsOpenOnItsListenersAndNotOnAllThatItsGroupAdmits() {
    Terraform graph = publicSubnet().group("edge", tcp(0, 65535, ANYWHERE)).balancer("edge", 443);
    assertEquals(List.of(), found("DMZ-008", graph));
    assertEquals(List.of(), found("DMZ-007", graph));
  }

  @Test
  void severalGroupsOnOneServerAreAUnion() {
    Terraform graph =
        publicSubnet()
            .group("app", tcp(443, 443, "10.0.0.0/16"))
            .group("ssh", tcp(22, 22, ANYWHERE))
            .add(
                "aws_instance.app",
                b ->
                    b.set("subnet_id", ref("aws_subnet.open.id"))
                        .set("associate_public_ip_address", true)
                        .set(
                            "vpc_security_group_ids",
                            Value.items(ref(APP + ".id"), ref("aws_security_group.ssh.id"))));
    assertEquals(1, found("DMZ-008", graph).size());
  }

  @Test
  void aGroupThatIsAttachedBesideTheInstanceCounts() {
    Terraform graph = publicSubnet().group("app").server(APP).group("ssh", tcp(22, 22, ANYWHERE));
    assertEquals(List.of(), found("DMZ-008", graph));
    graph.add(
        "aws_network_interface_sg_attachment.ssh",
        b ->
            b.set("network_interface_id", ref("aws_instance.app.primary_network_interface_id"))
                .set("security_group_id", ref("aws_security_group.ssh.id")));
    assertEquals(1, found("DMZ-008", graph).size());
  }

  @Test
  void anInstanceOnANetworkInterfaceOfItsOwnStandsWhereThatStands() {
    Terraform graph =
        publicSubnet()
            .group("app", tcp(22, 22, ANYWHERE))
            .add(
                "aws_network_interface.app",
                b ->
                    b.set("subnet_id", ref("aws_subnet.open.id"))
                        .set("security_groups", Value.items(ref(APP + ".id"))))
            .add(
                "aws_instance.app",
                b ->
                    b.block(
                        "network_interface",
                        Block.builder()
                            .set("device_index", 0)
                            .set("network_interface_id", ref("aws_network_interface.app.id"))));
    assertEquals(List.of(), found("DMZ-008", graph));
    graph.add("aws_eip.app", b -> b.set("network_interface", ref("aws_network_interface.app.id")));
    assertEquals(List.of("aws_instance.app"), only("DMZ-008", graph).subjects());
  }

  @Test
  void anInstanceTakesItsGroupsFromItsTemplate() {
    Terraform graph =
        publicSubnet()
            .group("app", tcp(22, 22, ANYWHERE))
            .add(
                "aws_launch_template.app",
                b -> b.set("vpc_security_group_ids", Value.items(ref(APP + ".id"))))
            .add(
                "aws_instance.app",
                b ->
                    b.set("subnet_id", ref("aws_subnet.open.id"))
                        .set("associate_public_ip_address", true)
                        .block(
                            "launch_template",
                            Block.builder().set("id", ref("aws_launch_template.app.id"))));
    assertEquals(1, found("DMZ-008", graph).size());
  }

  @Test
  void thePeersInternetGatewayCannotBeUsed() {
    Terraform graph =
        publicSubnet()
            .tools("10.1.0.0/16")
            .peeredWithTools(UnaryOperator.identity())
            .subnet("inner", "10.0.1.0/24", "a")
            .add("aws_route_table.inner", b -> b.set("vpc_id", ref("aws_vpc.main.id")))
            .add(
                "aws_route.inner",
                b ->
                    b.set("route_table_id", ref("aws_route_table.inner.id"))
                        .set("destination_cidr_block", ANYWHERE)
                        .set(
                            "vpc_peering_connection_id",
                            ref("aws_vpc_peering_connection.tools.id")))
            .add(
                "aws_route_table_association.inner",
                b ->
                    b.set("subnet_id", ref("aws_subnet.inner.id"))
                        .set("route_table_id", ref("aws_route_table.inner.id")))
            .group("app", tcp(22, 22, ANYWHERE))
            .server("app", "inner", APP, true);
    assertEquals(List.of(), found("DMZ-008", graph));
    assertEquals(List.of("aws_route.inner", "aws_vpc.tools"), only("DMZ-023", graph).subjects());
  }

  @Test
  void memcachedIsOpenOverUdpToo() {
    Terraform graph =
        publicSubnet().group("app", tcp(11211, 11211, ANYWHERE).set("protocol", "udp")).server(APP);
    assertEquals(
        "aws_instance.app:11211/udp", only("DMZ-008", graph).path().getLast().text(ENGLISH));
  }

  @Test
  void aGatewayLoadBalancerFacesNobody() {
    Terraform graph =
        publicSubnet()
            .add(
                "aws_lb.inspection",
                b ->
                    b.set("load_balancer_type", "gateway")
                        .set("subnets", Value.items(ref("aws_subnet.open.id"))));
    assertEquals(List.of(), found("DMZ-007", graph));
  }

  // ------------------------------------------------------------------ what cannot be told

  @Test
  void aDatabaseOfWhichAVariableSaysWhetherItIsPublicIsNotAPass() {
    Terraform graph =
        publicSubnet()
            .group("db")
            .add(
                "aws_db_subnet_group.db",
                b -> b.set("subnet_ids", Value.items(ref("aws_subnet.open.id"))))
            .add(
                "aws_db_instance.db",
                b ->
                    b.set("engine", "postgres")
                        .set("publicly_accessible", Value.symbol("var.public"))
                        .set("db_subnet_group_name", ref("aws_db_subnet_group.db.name"))
                        .set(
                            "vpc_security_group_ids",
                            Value.items(ref("aws_security_group.db.id"))));
    assertEquals(Verdict.UNKNOWN, only("DMZ-003", graph).verdict());
  }

  @Test
  void aSubnetWhoseRoutesAreNotKnownIsNotCalledPrivate() {
    Terraform graph =
        publicSubnet()
            .add(
                "aws_subnet.edge",
                b ->
                    b.set("vpc_id", ref("aws_vpc.main.id"))
                        .set("cidr_block", "10.0.1.0/24")
                        .set("map_public_ip_on_launch", true))
            .add(
                "aws_route_table_association.edge",
                b ->
                    b.set("subnet_id", ref("aws_subnet.edge.id"))
                        .set("route_table_id", Value.symbol("var.table")));
    assertEquals(Verdict.UNKNOWN, only("DMZ-026", graph).verdict());
  }

  @Test
  void aPublicLoadBalancerWhoseAdministratorsAVariableNamesIsNotAPass() {
    Terraform graph =
        publicSubnet()
            .group(
                "edge", tcp(8500, 8500).set("cidr_blocks", Value.items(Value.symbol("var.office"))))
            .balancer("edge", 8500);
    Finding finding = only("DMZ-008", graph);
    assertEquals(Verdict.UNKNOWN, finding.verdict());
    assertTrue(finding.text(ENGLISH).contains("var.office"), finding.text(ENGLISH));
  }

  @Test
  void aDataSubnetBehindAPrivateNatHasNoWayToTheInternet() {
    assertEquals(List.of(), found("DMZ-024", behindNat("private")));
    assertEquals(1, found("DMZ-024", behindNat("public")).size());
  }

  private static Terraform behindNat(String connectivity) {
    return publicSubnet()
        .subnet("data", "10.0.1.0/24", "a")
        .add(
            "aws_nat_gateway.out",
            b ->
                b.set("subnet_id", ref("aws_subnet.open.id"))
                    .set("connectivity_type", connectivity)
                    .set("allocation_id", "eipalloc-0123456789abcdef0"))
        .add(
            "aws_route_table.data",
            b ->
                b.set("vpc_id", ref("aws_vpc.main.id"))
                    .block(
                        "route",
                        Block.builder()
                            .set("cidr_block", ANYWHERE)
                            .set("nat_gateway_id", ref("aws_nat_gateway.out.id"))))
        .add(
            "aws_route_table_association.data",
            b ->
                b.set("subnet_id", ref("aws_subnet.data.id"))
                    .set("route_table_id", ref("aws_route_table.data.id")))
        .group("db")
        .add(
            "aws_db_subnet_group.db",
            b -> b.set("subnet_ids", Value.items(ref("aws_subnet.data.id"))))
        .add(
            "aws_db_instance.db",
            b ->
                b.set("engine", "postgres")
                    .set("db_subnet_group_name", ref("aws_db_subnet_group.db.name"))
                    .set("vpc_security_group_ids", Value.items(ref("aws_security_group.db.id"))));
  }

  private static Finding only(String rule, Terraform graph) {
    List<Finding> found = found(rule, graph);
    assertEquals(1, found.size(), found.toString());
    return found.getFirst();
  }

  private static List<Finding> found(String rule, Terraform graph) {
    return graph.found(rule);
  }
}
