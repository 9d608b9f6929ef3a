package dev.drawbridge.translate;

import static dev.drawbridge.translate.Graphs.block;
import static dev.drawbridge.translate.Graphs.get;
import static dev.drawbridge.translate.Graphs.rules;
import static dev.drawbridge.translate.Graphs.say;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.drawbridge.base.Issue;
import dev.drawbridge.catalog.aws.DataCentre;
import dev.drawbridge.catalog.aws.DataCentreConsul;
import dev.drawbridge.catalog.aws.DataCentreDatabase;
import dev.drawbridge.catalog.aws.DataCentreLink;
import dev.drawbridge.catalog.aws.DataCentreServer;
import dev.drawbridge.catalog.aws.RdsPrimary;
import dev.drawbridge.catalog.aws.Region;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.ResourceGraph;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Data centres, the lines to them, and what is said over these.
class DataCentresTest {
  @Test
  void aVpnHasTwoTunnelsWithCiphersThatHoldAndNoKeyInTheText() {
    ResourceGraph graph = joined().lower();
    Resource vpn = get(graph, "aws_vpn_connection", "vpn_to_office");
    for (String tunnel : List.of("tunnel1", "tunnel2")) {
      assertThat(say(vpn, tunnel + "_ike_versions")).isEqualTo("ikev2");
      assertThat(say(vpn, tunnel + "_phase1_encryption_algorithms"))
          .isEqualTo("AES256, AES256-GCM-16");
      assertThat(say(vpn, tunnel + "_phase2_integrity_algorithms")).doesNotContain("SHA1");
      assertThat(vpn.get(tunnel + "_preshared_key")).isNull();
      assertThat(
              say(
                  block(vpn, tunnel + "_log_options").blocks("cloudwatch_log_options").getFirst(),
                  "log_enabled"))
          .isEqualTo("true");
    }
    assertThat(say(vpn, "static_routes_only")).isEqualTo("false");
    assertThat(graph.ofType("aws_vpn_connection_route")).isEmpty();
    assertThat(graph.variables().get("office_router_address").fallback()).isNull();
    assertThat(graph.ofType("aws_cloudwatch_metric_alarm"))
        .extracting(alarm -> alarm.address().name())
        .contains("vpn_to_office_down");
  }

  @Test
  void aRouterThatKnowsNoBgpIsToldItsRoutes() {
    ResourceGraph graph =
        joined()
            .set("vpn.office", DataCentreLink.ROUTING, DataCentreLink.Routing.STATIC)
            .set("office", DataCentre.ROUTER, "203.0.113.10")
            .lower();
    Resource vpn = get(graph, "aws_vpn_connection", "vpn_to_office");
    assertThat(say(vpn, "static_routes_only")).isEqualTo("true");
    assertThat(
            say(get(graph, "aws_vpn_connection_route", "vpn_to_office"), "destination_cidr_block"))
        .isEqualTo("local.office_network");
    assertThat(say(get(graph, "aws_customer_gateway", "office"), "ip_address"))
        .isEqualTo("203.0.113.10");
  }

  @Test
  void everySubnetOfTheVpcHasARouteToTheDataCentreOnce() {
    Sketch both =
        joined().node("dx", "aws.dx_gateway", "main").connector("idc_link", "dx", "office");
    for (Sketch sketch : List.of(joined(), both)) {
      List<Resource> routes =
          sketch.lower().ofType("aws_route").stream()
              .filter(route -> say(route, "destination_cidr_block").equals("local.office_network"))
              .toList();
      assertThat(routes).hasSize(4);
      assertThat(routes)
          .allSatisfy(r -> assertThat(say(r, "gateway_id")).isEqualTo("aws_vpn_gateway.vpn.id"));
    }
  }

  @Test
  void directConnectEntersByTheGatewayOfTheVpcAndAsksForItsPort() {
    Sketch alone = direct();
    ResourceGraph graph = alone.lower();
    assertThat(say(get(graph, "aws_dx_gateway_association", "dx"), "associated_gateway_id"))
        .isEqualTo("aws_vpn_gateway.dx.id");
    assertThat(say(get(graph, "aws_dx_gateway_association", "dx"), "allowed_prefixes"))
        .isEqualTo("aws_vpc.main.cidr_block");
    assertThat(say(get(graph, "aws_dx_private_virtual_interface", "dx_to_office"), "connection_id"))
        .isEqualTo("var.dx_to_office_connection_id");
    ResourceGraph both = alone.node("vpn", "aws.vpn_gateway", "main").lower();
    assertThat(both.ofType("aws_vpn_gateway"))
        .extracting(gateway -> gateway.address().name())
        .containsExactly("vpn");
    assertThat(say(get(both, "aws_dx_gateway_association", "dx"), "associated_gateway_id"))
        .isEqualTo("aws_vpn_gateway.vpn.id");
  }

  @Test
  void arrowsOpenPortsForTheAddressesOfTheDataCentreOnly() {
    Sketch sketch =
        joined()
            .node("erp", "idc.server", "office")
            .set("erp", DataCentreServer.ADDRESS, "192.168.10.10")
            .arrow("office", "was")
            .arrow("was", "erp");
    ResourceGraph graph = sketch.lower();
    assertThat(rules(graph, "was"))
        .contains("in tcp 8080-8080 local.office_network", "out tcp 443-443 192.168.10.10/32");
    assertThat(keys(sketch)).isEmpty();
  }

  /// Of what stands there Terraform knows addresses and ports only: the port of an engine makes a database, unless
  /// it calls back or is called a server.
  @Test
  void aDatabaseThatOnlyArrowsReachComesBackAsOne() {
    Sketch sketch =
        joined()
            .node("orders", "idc.database", "office")
            .set("orders", RdsPrimary.ENGINE, RdsPrimary.Engine.MYSQL)
            .arrow("was", "orders")
            .node("erp", "idc.server", "office")
            .set("erp", DataCentreServer.PORT, 5432)
            .set("erp", DataCentreServer.ADDRESS, "192.168.10.20")
            .arrow("was", "erp")
            .arrow("erp", "was")
            .node("server", "idc.server", "office")
            .set("server", DataCentreServer.PORT, 5432)
            .set("server", DataCentreServer.ADDRESS, "192.168.10.30")
            .arrow("was", "server")
            .node("mail", "idc.server", "office")
            .arrow("was", "mail");
    Document back = Raiser.raise(sketch.lower()).document();
    assertThat(back.nodes())
        .filteredOn(node -> node.kind().startsWith("idc.") && !node.kind().equals("idc"))
        .extracting(Node::name, Node::kind)
        .containsExactlyInAnyOrder(
            tuple("orders", "idc.database"),
            tuple("erp", "idc.server"),
            tuple("", "idc.server"),
            tuple("mail", "idc.server"));
    assertThat(back.nodes())
        .filteredOn(node -> node.kind().equals("idc.database"))
        .extracting(RdsPrimary.ENGINE::of)
        .containsExactly(RdsPrimary.Engine.MYSQL);
    assertThat(RoundTrip.differences(sketch.document())).isEmpty();
  }

  @Test
  void withoutALinkAnArrowOpensNothing() {
    Sketch sketch = joined().without("vpn.office").arrow("office", "was");
    assertThat(keys(sketch)).containsExactly("lower.arrow-without-link");
    assertThat(rules(sketch.lower(), "was")).noneMatch(rule -> rule.contains("office"));
  }

  @Test
  void anAddressOutsideTheDataCentreOpensNothing() {
    Sketch sketch =
        joined()
            .node("erp", "idc.server", "office")
            .set("erp", DataCentreServer.ADDRESS, "10.0.0.9")
            .arrow("was", "erp");
    assertThat(keys(sketch)).containsExactly("lower.address-elsewhere");
    assertThat(rules(sketch.lower(), "was")).noneMatch(rule -> rule.contains("10.0.0.9"));
  }

  @Test
  void whatADataCentreSaysToItselfIsNoMatterOfAws() {
    Sketch sketch =
        joined()
            .node("erp", "idc.server", "office")
            .node("main-db", "idc.database", "office")
            .node("copy", "idc.database", "office")
            .arrow("erp", "main-db")
            .replication("main-db", "copy");
    assertThat(keys(sketch)).isEmpty();
    assertThat(RoundTrip.differences(joined().lower(), sketch.lower())).isEmpty();
  }

  @Test
  void replicationOverTheBorderOpensThePortOfItsSourceForTheReplica() {
    Sketch outward =
        joined()
            .node("copy", "idc.database", "office")
            .set("copy", DataCentreDatabase.DUTY, DataCentreDatabase.Duty.REPLICA)
            .set("copy", DataCentreServer.ADDRESS, "192.168.20.7")
            .replication("db", "copy");
    assertThat(rules(outward.lower(), "db")).contains("in tcp 5432-5432 192.168.20.7/32");
    Sketch inward = joined().node("origin", "idc.database", "office").replication("origin", "db");
    assertThat(rules(inward.lower(), "db")).contains("out tcp 5432-5432 local.office_network");
    for (Sketch sketch : List.of(outward, inward)) {
      assertThat(RoundTrip.differences(sketch.document())).isEmpty();
      assertThat(
              Raiser.raise(sketch.lower()).document().connectors().stream()
                  .filter(connector -> connector.kind().equals("replication")))
          .hasSize(2);
    }
  }

  @Test
  void consulServersOfBothSidesJoinEachOther() {
    Sketch sketch =
        joined()
            .node("consul", "tier.consul", "app-a")
            .node("far", "idc.consul", "office")
            .set("far", DataCentreConsul.SERVERS, "192.168.10.11,192.168.10.12,192.168.10.13")
            .using("consul", "far");
    ResourceGraph graph = sketch.lower();
    assertThat(rules(graph, "consul"))
        .contains(
            "in tcp 8300-8300 local.office_network",
            "in udp 8302-8302 local.office_network",
            "out tcp 8302-8302 local.office_network");
    assertThat(sketch.lower().resources().values().toString()).contains("192.168.10.12");
    Sketch asking = sketch.set("far", DataCentreConsul.SERVERS, "");
    assertThat(asking.lower().variables()).containsKey("far_servers");
  }

  @Test
  void joinedConsulServersComeBackWhoeverTellsTheirAddresses() {
    String some = "192.168.10.11,192.168.10.12,192.168.10.13";
    for (String first : List.of("", some)) {
      for (String second : List.of("", "192.168.20.11", some)) {
        for (String address : List.of("", "192.168.20.0/28", "10.9.0.0/24")) {
          Sketch sketch =
              joined()
                  .node("consul", "tier.consul", "app-a")
                  .node("far", "idc.consul", "office")
                  .node("farther", "idc.consul", "office")
                  .set("far", DataCentreConsul.SERVERS, first)
                  .set("farther", DataCentreConsul.SERVERS, second)
                  .set("farther", DataCentreServer.ADDRESS, address)
                  .using("consul", "far")
                  .using("farther", "consul")
                  .arrow("was", "far");
          assertThat(RoundTrip.differences(sketch.document()))
              .as("%s, %s at %s", first, second, address)
              .isEmpty();
        }
      }
    }
  }

  @Test
  void aRouterIsKnownOnceInEachRegion() {
    Sketch sketch =
        joined()
            .node("tokyo", "aws.region", null)
            .set("tokyo", Region.CODE, "ap-northeast-1")
            .node("other", "aws.vpc", "tokyo")
            .node("second", "aws.vpn_gateway", "other")
            .connector("idc_link", "office", "second");
    ResourceGraph graph = sketch.lower();
    assertThat(graph.ofType("aws_customer_gateway"))
        .extracting(gateway -> gateway.address().name())
        .containsExactlyInAnyOrder("office_ap_northeast_1", "office_ap_northeast_2");
    assertThat(say(get(graph, "aws_vpn_connection", "office_to_second"), "provider"))
        .isEqualTo("aws.tokyo");
    assertThat(RoundTrip.differences(sketch.document())).isEmpty();
  }

  @Test
  void aVpcHasOneGatewayOfEachSortAndOneLinkToADataCentre() {
    assertThat(keys(joined().node("second", "aws.vpn_gateway", "main")))
        .containsExactly("lower.second-link-gateway");
    assertThat(keys(joined().connector("twice", "idc_link", "office", "vpn")))
        .containsExactly("lower.link-twice");
  }

  @Test
  void terraformThatNobodyDrewIsDrawnWithItsDataCentre() {
    ResourceGraph drawn =
        joined().set("vpn.office", DataCentreLink.ROUTING, DataCentreLink.Routing.STATIC).lower();
    assertThat(Raiser.raise(drawn).document().nodes())
        .extracting("kind")
        .contains("idc", "aws.vpn_gateway");
    assertThat(Raiser.raise(drawn).coverage().skipped()).isEmpty();
  }

  static Sketch joined() {
    return Sketch.threeTier()
        .node("vpn", "aws.vpn_gateway", "main")
        .node("office", "idc", null)
        .connector("idc_link", "vpn", "office");
  }

  static Sketch direct() {
    return Sketch.threeTier()
        .node("dx", "aws.dx_gateway", "main")
        .node("office", "idc", null)
        .connector("idc_link", "dx", "office");
  }

  private static List<String> keys(Sketch sketch) {
    return Lowerer.lower(sketch.document()).issues().stream().map(Issue::key).toList();
  }
}
