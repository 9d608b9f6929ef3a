package dev.drawbridge.analyze;

import static dev.drawbridge.analyze.Terraform.publicSubnet;
import static dev.drawbridge.analyze.Terraform.ref;
import static dev.drawbridge.analyze.Terraform.tcp;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Verdict;
import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What other checkers get wrong, in Terraform that nobody drew. An instance that stands behind no
/// load balancer is outside the DMZ, so DMZ-001 says whether the internet reaches it.
class TrapsTest {
  private static final Messages ENGLISH = Messages.in(Language.ENGLISH);

  @Test
  void aPublicServerIsFoundInTerraformThatNobodyDrew() {
    Finding finding =
        only("DMZ-001", publicSubnet().group("app", tcp(8080, 8080, "0.0.0.0/0")).server(APP));
    assertEquals(Verdict.PROVEN, finding.verdict());
    assertEquals(List.of("aws_instance.app"), finding.subjects());
    assertEquals(List.of(), finding.elements());
    assertEquals(
        "Internet → aws_internet_gateway.main → aws_instance.app:8080", finding.pathText(ENGLISH));
  }

  @Test
  void anInstanceThatIsThereToBeLoggedInToIsABastionWhateverItIsCalled() {
    Terraform open = publicSubnet().group("app", tcp(22, 22, "0.0.0.0/0")).server(APP);
    assertEquals(0, count("DMZ-001", open));
    assertEquals(1, count("DMZ-008", open));
    Terraform guarded = publicSubnet().group("app", tcp(22, 22, "198.51.100.0/28")).server(APP);
    assertEquals(0, count("DMZ-001", guarded));
    assertEquals(0, count("DMZ-008", guarded));
    Terraform serves =
        publicSubnet()
            .group("app", tcp(22, 22, "198.51.100.0/28"), tcp(9000, 9000, "10.0.0.0/8"))
            .server(APP);
    assertEquals(1, count("DMZ-001", serves));
    Terraform within = publicSubnet().group("app", tcp(22, 22, "10.0.0.0/8")).server(APP);
    assertEquals(1, count("DMZ-029", within));
  }

  @Test
  void aRuleForOtherSourcesDoesNotHideTheOneForAll() {
    Block.Builder self = tcp(8080, 8080, "0.0.0.0/0").set("self", true);
    assertEquals(1, count("DMZ-001", publicSubnet().group("app", self).server(APP)));
  }

  @Test
  void twoHalvesAreTheWholeInternet() {
    Block.Builder halves = tcp(8080, 8080, "0.0.0.0/1", "128.0.0.0/1");
    assertEquals(1, count("DMZ-001", publicSubnet().group("app", halves).server(APP)));
  }

  @Test
  void portZeroIsANumberAndNotAllPorts() {
    Terraform graph = publicSubnet().group("app", tcp(0, 0, "0.0.0.0/0")).server(APP);
    assertEquals(
        "Internet → aws_internet_gateway.main → aws_instance.app:0",
        only("DMZ-001", graph).pathText(ENGLISH));
    assertEquals(0, count("DMZ-008", graph));
  }

  @Test
  void aGroupWithoutBlocksMayHaveRulesOfTheirOwn() {
    Terraform separate =
        publicSubnet()
            .group("app")
            .server(APP)
            .add(
                "aws_vpc_security_group_ingress_rule.app",
                b ->
                    b.set("security_group_id", ref(APP + ".id"))
                        .set("cidr_ipv4", "0.0.0.0/0")
                        .set("ip_protocol", "tcp")
                        .set("from_port", 22)
                        .set("to_port", 22));
    assertEquals(1, count("DMZ-008", separate));
    Terraform older =
        publicSubnet()
            .group("app")
            .server(APP)
            .add(
                "aws_security_group_rule.app",
                b ->
                    b.set("security_group_id", ref(APP + ".id"))
                        .set("type", "ingress")
                        .set("cidr_blocks", Value.items(Value.of("0.0.0.0/0")))
                        .set("protocol", "-1")
                        .set("from_port", 0)
                        .set("to_port", 0));
    assertEquals(1, count("DMZ-008", older));
    assertEquals(0, count("DMZ-001", publicSubnet().group("app").server(APP)));
  }

  @Test
  void aSubnetWithoutAssociationUsesTheMainTable() {
    Terraform graph = open("other");
    assertEquals(0, count("DMZ-001", graph));
    graph.add(
        "aws_main_route_table_association.main",
        b ->
            b.set("vpc_id", ref("aws_vpc.main.id"))
                .set("route_table_id", ref("aws_route_table.open.id")));
    assertEquals(1, count("DMZ-001", graph));
  }

  @Test
  void anEgressOnlyGatewayAndAForeignGatewayAreNoWayIn() {
    Terraform foreign =
        new Terraform()
            .add("aws_vpc.main", b -> b.set("cidr_block", "10.0.0.0/16"))
            .add("aws_vpc.other", b -> b.set("cidr_block", "10.1.0.0/16"))
            .add("aws_internet_gateway.main", b -> b.set("vpc_id", ref("aws_vpc.other.id")))
            .subnet("open", "10.0.0.0/24", "a")
            .add(
                "aws_route.out",
                b ->
                    b.set("route_table_id", ref("aws_vpc.main.default_route_table_id"))
                        .set("destination_cidr_block", "0.0.0.0/0")
                        .set("gateway_id", ref("aws_internet_gateway.main.id")))
            .group("app", tcp(8080, 8080, "0.0.0.0/0"))
            .server(APP);
    assertEquals(0, count("DMZ-001", foreign));
  }

  @Test
  void aRouteAddedThroughTheVpcBelongsToItsMainTable() {
    Terraform graph =
        open("other")
            .add(
                "aws_route.out",
                b ->
                    b.set("route_table_id", ref("aws_vpc.main.default_route_table_id"))
                        .set("destination_cidr_block", "0.0.0.0/0")
                        .set("gateway_id", ref("aws_internet_gateway.main.id")));
    assertEquals(1, count("DMZ-001", graph));
  }

  /// A server in a subnet that names no route table.
  private static Terraform open(String subnet) {
    return publicSubnet()
        .subnet(subnet, "10.0.9.0/24", "a")
        .group("app", tcp(8080, 8080, "0.0.0.0/0"))
        .server("app", subnet, APP, true);
  }

  @Test
  void aVpcThatIsNotToldHidesNoWayIn() {
    Value vpc = Value.symbol("var.vpc");
    Terraform graph =
        new Terraform()
            .add("aws_internet_gateway.main", b -> b.set("vpc_id", vpc))
            .add("aws_subnet.open", b -> b.set("vpc_id", vpc).set("cidr_block", "10.0.0.0/24"))
            .add(
                "aws_route_table.open",
                b ->
                    b.set("vpc_id", vpc)
                        .block(
                            "route",
                            Terraform.route("0.0.0.0/0", "gateway_id", "aws_internet_gateway.main")
                                // As an attribute, a route names all targets.
                                .set("nat_gateway_id", "")))
            .add(
                "aws_route_table_association.open",
                b ->
                    b.set("subnet_id", ref("aws_subnet.open.id"))
                        .set("route_table_id", ref("aws_route_table.open.id")))
            .add(APP, b -> b.set("vpc_id", vpc).block("ingress", tcp(8080, 8080, "0.0.0.0/0")))
            .server(APP);
    assertEquals(1, count("DMZ-001", graph));
  }

  @Test
  void anElasticAddressMakesAServerPublic() {
    Terraform graph =
        publicSubnet().group("app", tcp(8080, 8080, "0.0.0.0/0")).server("app", "open", APP, false);
    assertEquals(0, count("DMZ-001", graph));
    graph.add("aws_eip.app", b -> b.set("instance", ref("aws_instance.app.id")));
    assertEquals(1, count("DMZ-001", graph));
  }

  @Test
  void aNetworkAclThatLetsNoAnswerOutClosesThePort() {
    Block.Builder everything =
        Block.builder()
            .set("rule_no", 100)
            .set("protocol", "-1")
            .set("action", "allow")
            .set("cidr_block", "0.0.0.0/0")
            .set("from_port", 0)
            .set("to_port", 0);
    Terraform oneWay =
        publicSubnet()
            .group("app", tcp(8080, 8080, "0.0.0.0/0"))
            .server(APP)
            .add(
                "aws_network_acl.open",
                b ->
                    b.set("vpc_id", ref("aws_vpc.main.id"))
                        .set("subnet_ids", Value.items(ref("aws_subnet.open.id")))
                        .block("ingress", everything));
    assertEquals(0, count("DMZ-001", oneWay));
    oneWay.add(
        "aws_network_acl_rule.answers",
        b ->
            b.set("network_acl_id", ref("aws_network_acl.open.id"))
                .set("egress", true)
                .set("rule_number", 100)
                .set("protocol", "tcp")
                .set("rule_action", "allow")
                .set("cidr_block", "0.0.0.0/0")
                .set("from_port", 1024)
                .set("to_port", 65535));
    assertEquals(1, count("DMZ-001", oneWay));
  }

  @Test
  void terraformTakesTheDefaultEgressAway() {
    Terraform graph = webAndDatabase();
    assertEquals(0, count("DMZ-012", graph));
    graph.add(
        "aws_vpc_security_group_egress_rule.web",
        b ->
            b.set("security_group_id", ref("aws_security_group.web.id"))
                .set("referenced_security_group_id", ref("aws_security_group.db.id"))
                .set("ip_protocol", "tcp")
                .set("from_port", 5432)
                .set("to_port", 5432));
    assertEquals(1, count("DMZ-012", graph));
  }

  /// A public load balancer before a server, which the database's group admits.
  private static Terraform webAndDatabase() {
    Block.Builder fromWeb =
        Block.builder()
            .set("protocol", "tcp")
            .set("from_port", 5432)
            .set("to_port", 5432)
            .set("security_groups", Value.items(ref("aws_security_group.web.id")));
    return publicSubnet()
        .subnet("second", "10.0.1.0/24", "c")
        .group("web")
        .group("db", fromWeb)
        .server("web", "open", "aws_security_group.web", false)
        .add(
            "aws_lb.front",
            b ->
                b.set(
                    "subnets", Value.items(ref("aws_subnet.open.id"), ref("aws_subnet.second.id"))))
        .add("aws_lb_target_group.web", b -> b.set("port", 80).set("protocol", "HTTP"))
        .add(
            "aws_lb_listener.http",
            b ->
                b.set("load_balancer_arn", ref("aws_lb.front.arn"))
                    .set("port", 80)
                    .set("protocol", "HTTP")
                    .block(
                        "default_action",
                        Block.builder()
                            .set("type", "forward")
                            .set("target_group_arn", ref("aws_lb_target_group.web.arn"))))
        .add(
            "aws_lb_target_group_attachment.web",
            b ->
                b.set("target_group_arn", ref("aws_lb_target_group.web.arn"))
                    .set("target_id", ref("aws_instance.web.id")))
        .add(
            "aws_db_subnet_group.db",
            b ->
                b.set(
                    "subnet_ids",
                    Value.items(ref("aws_subnet.open.id"), ref("aws_subnet.second.id"))))
        .add(
            "aws_db_instance.db",
            b ->
                b.set("engine", "postgres")
                    .set("db_subnet_group_name", ref("aws_db_subnet_group.db.name"))
                    .set("vpc_security_group_ids", Value.items(ref("aws_security_group.db.id"))));
  }

  @Test
  void aGroupSharedWithTheTargetsDoesNotMakeALoadBalancerInternal() {
    Block.Builder self =
        Block.builder()
            .set("protocol", "tcp")
            .set("from_port", 80)
            .set("to_port", 80)
            .set("self", true);
    Terraform graph =
        publicSubnet()
            .subnet("second", "10.0.1.0/24", "c")
            .group("app", tcp(80, 80, "0.0.0.0/0"), self)
            .server("app", "open", APP, false)
            .add(
                "aws_lb.front",
                b ->
                    b.set(
                            "subnets",
                            Value.items(ref("aws_subnet.open.id"), ref("aws_subnet.second.id")))
                        .set("security_groups", Value.items(ref(APP + ".id"))));
    assertEquals(0, count("DMZ-005", graph));
  }

  @Test
  void aNetworkLoadBalancerWithoutAGroupAdmitsEveryoneOnItsListeners() {
    Terraform graph =
        publicSubnet()
            .add(
                "aws_lb.front",
                b ->
                    b.set("load_balancer_type", "network")
                        .set("subnets", Value.items(ref("aws_subnet.open.id"))))
            .add(
                "aws_lb_listener.ssh",
                b ->
                    b.set("load_balancer_arn", ref("aws_lb.front.arn"))
                        .set("port", 22)
                        .set("protocol", "TCP"));
    Finding finding = only("DMZ-008", graph);
    assertEquals("aws_lb.front:22", finding.path().getLast().text(ENGLISH));
    assertEquals(1, count("LB-004", graph), "one zone");
  }

  @Test
  void aLoadBalancerIsInternetFacingWhereNothingIsSaid() {
    Terraform graph =
        webAndDatabase()
            .group("caller")
            .server("caller", "open", "aws_security_group.caller", false)
            .group(
                "inner",
                Block.builder()
                    .set("protocol", "tcp")
                    .set("from_port", 8080)
                    .set("to_port", 8080)
                    .set("security_groups", Value.items(ref("aws_security_group.caller.id"))))
            .add(
                "aws_lb.inner",
                b ->
                    b.set(
                            "subnets",
                            Value.items(ref("aws_subnet.open.id"), ref("aws_subnet.second.id")))
                        .set("security_groups", Value.items(ref("aws_security_group.inner.id"))));
    Finding finding = only("DMZ-005", graph);
    assertEquals(List.of("aws_lb.inner"), finding.subjects());
  }

  private static final String APP = "aws_security_group.app";

  private static List<Finding> findings(String rule, Terraform graph) {
    return graph.found(rule);
  }

  private static long count(String rule, Terraform graph) {
    List<Finding> found = findings(rule, graph);
    found.forEach(finding -> assertEquals(Verdict.PROVEN, finding.verdict()));
    return found.size();
  }

  private static Finding only(String rule, Terraform graph) {
    List<Finding> found = findings(rule, graph);
    assertEquals(1, found.size(), found.toString());
    return found.getFirst();
  }
}
