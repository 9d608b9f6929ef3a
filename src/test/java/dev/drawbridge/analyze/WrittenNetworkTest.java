package dev.drawbridge.analyze;

import static dev.drawbridge.analyze.Terraform.dualStack;
import static dev.drawbridge.analyze.Terraform.publicSubnet;
import static dev.drawbridge.analyze.Terraform.ref;
import static dev.drawbridge.analyze.Terraform.tcp;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Verdict;
import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import dev.drawbridge.network.Address;
import dev.drawbridge.network.AddressSet;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What becomes of IPv6, network ACLs and lists kept elsewhere in Terraform that nobody drew.
class WrittenNetworkTest {
  private static final String APP = "aws_security_group.app";

  private static Block.Builder ipv6(int port, Value... blocks) {
    return Block.builder()
        .set("protocol", "tcp")
        .set("from_port", port)
        .set("to_port", port)
        .set("ipv6_cidr_blocks", Value.items(blocks));
  }

  private static Terraform privateServer(Terraform on) {
    return on.server("app", "open", APP, false);
  }

  @Test
  void aServerWithoutAPublicIpv4AddressIsReachedOverIpv6() {
    Terraform graph = privateServer(dualStack().group("app", ipv6(8080, Value.of("::/0"))));
    Finding finding = only("DMZ-001", graph);
    assertEquals(
        "Internet → aws_internet_gateway.main → aws_instance.app:8080",
        finding.pathText(Messages.in(Language.ENGLISH)));
    assertNotNull(finding.witness());
    AddressSet examples = AddressSet.of("2001:db8::/32");
    assertTrue(examples.contains(Address.of(finding.witness().source())));
    assertTrue(examples.contains(Address.of(finding.witness().destination())));
  }

  @Test
  void anEgressOnlyGatewayLetsNobodyIn() {
    Terraform graph =
        dualStack("egress_only_gateway_id", "aws_egress_only_internet_gateway.out.id");
    assertEquals(
        List.of(),
        found("DMZ-001", privateServer(graph.group("app", ipv6(8080, Value.of("::/0"))))));
  }

  @Test
  void theBlockOfTheVpcItselfIsNotTheInternet() {
    Value own = ref("aws_vpc.main.ipv6_cidr_block");
    assertEquals(
        List.of(), found("DMZ-001", privateServer(dualStack().group("app", ipv6(8080, own)))));
  }

  @Test
  void anInstanceThatWantsNoIpv6AddressHasNone() {
    Terraform graph =
        dualStack()
            .group("app", ipv6(8080, Value.of("::/0")))
            .add(
                "aws_instance.app",
                b ->
                    b.set("subnet_id", ref("aws_subnet.open.id"))
                        .set("ipv6_address_count", 0)
                        .set("vpc_security_group_ids", Value.items(ref(APP + ".id"))));
    assertEquals(List.of(), found("DMZ-001", graph));
  }

  @Test
  void theInternetIsKeptFromTheIpv6AddressesOfAnInternalLoadBalancer() {
    assertEquals(List.of(), found("DMZ-008", balancer(true)));
    assertEquals("aws_lb.edge", only("DMZ-008", balancer(false)).subjects().getFirst());
  }

  private static Terraform balancer(boolean internal) {
    return dualStack()
        .group("edge", ipv6(8500, Value.of("::/0")))
        .balancer("edge", 8500, b -> b.set("internal", internal));
  }

  @Test
  void aPrefixListThatIsKnownOnlyToAwsIsNeitherEverybodyNorNobody() {
    for (String argument : List.of("prefix_list_id", "prefix_list_ids")) {
      Terraform graph =
          publicSubnet()
              .group("app")
              .server(APP)
              .add(
                  "aws_security_group_rule.listed",
                  b ->
                      b.set("type", "ingress")
                          .set("security_group_id", ref(APP + ".id"))
                          .set("protocol", "tcp")
                          .set("from_port", 8080)
                          .set("to_port", 8080)
                          .set(argument, Value.symbol("data.aws_ec2_managed_prefix_list.edge.id")));
      Finding finding = only("DMZ-001", graph);
      assertEquals(Verdict.UNKNOWN, finding.verdict());
      assertTrue(
          finding
              .text(Messages.in(Language.ENGLISH))
              .contains("data.aws_ec2_managed_prefix_list.edge.id"));
    }
  }

  @Test
  void anEntryOfTheDefaultListOfAVpcStandsBesideTheOneThatAdmitsAll() {
    Terraform graph =
        publicSubnet()
            .group("app", tcp(22, 22, "0.0.0.0/0"))
            .server(APP)
            .add(
                "aws_network_acl_rule.no_ssh",
                b ->
                    b.set("network_acl_id", ref("aws_vpc.main.default_network_acl_id"))
                        .set("rule_number", 50)
                        .set("egress", false)
                        .set("protocol", "tcp")
                        .set("rule_action", "deny")
                        .set("cidr_block", "0.0.0.0/0")
                        .set("from_port", 22)
                        .set("to_port", 22));
    assertEquals(List.of(), found("DMZ-008", graph));
    assertEquals(
        1,
        found("DMZ-008", publicSubnet().group("app", tcp(22, 22, "0.0.0.0/0")).server(APP)).size());
  }

  @Test
  void anEntryWhoseActionIsNotKnownDecidesNothing() {
    Terraform graph =
        publicSubnet()
            .group("app", tcp(8080, 8080, "0.0.0.0/0"))
            .server(APP)
            .add(
                "aws_network_acl_rule.perhaps",
                b ->
                    b.set("network_acl_id", ref("aws_vpc.main.default_network_acl_id"))
                        .set("rule_number", 50)
                        .set("egress", false)
                        .set("protocol", "-1")
                        .set("rule_action", Value.symbol("var.action"))
                        .set("cidr_block", "0.0.0.0/0"));
    assertEquals(Verdict.UNKNOWN, only("DMZ-001", graph).verdict());
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
