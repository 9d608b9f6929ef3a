package dev.drawbridge.translate;

import static dev.drawbridge.translate.Graphs.block;
import static dev.drawbridge.translate.Graphs.get;
import static dev.drawbridge.translate.Graphs.rules;
import static dev.drawbridge.translate.Graphs.say;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.base.Issue;
import dev.drawbridge.catalog.aws.Peering;
import dev.drawbridge.catalog.aws.Region;
import dev.drawbridge.catalog.aws.Subnet.Routing;
import dev.drawbridge.catalog.aws.Vpc;
import dev.drawbridge.catalog.aws.VpcEndpoint;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.ResourceGraph;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Endpoints and peerings: what leads out of a VPC other than the internet.
class LinksTest {
  @Test
  void aGatewayEndpointLeadsFromTheTablesThatAreNotPublicAndReplacesTheOneThatIsImplied() {
    assertThat(Sketch.threeTier().lower().ofType("aws_vpc_endpoint"))
        .extracting(endpoint -> endpoint.address().name())
        .containsExactly("main_s3");
    ResourceGraph graph = endpoint(VpcEndpoint.Type.GATEWAY, "s3").lower();
    assertThat(graph.ofType("aws_vpc_endpoint"))
        .extracting(endpoint -> endpoint.address().name())
        .containsExactly("way");
    assertThat(say(get(graph, "aws_vpc_endpoint", "way"), "route_table_ids"))
        .isEqualTo(
            "aws_route_table.main_private_a.id, aws_route_table.main_isolated.id,"
                + " aws_route_table.main_private_b.id");
    ResourceGraph spanning =
        endpoint(VpcEndpoint.Type.GATEWAY, "dynamodb").spans("way", "data-a").lower();
    assertThat(say(get(spanning, "aws_vpc_endpoint", "way"), "route_table_ids"))
        .isEqualTo("aws_route_table.main_isolated.id");
    assertThat(say(get(spanning, "aws_vpc_endpoint", "way"), "service_name"))
        .isEqualTo("com.amazonaws.ap-northeast-2.dynamodb");
  }

  @Test
  void anInterfaceEndpointStandsInItsSubnetsAndAnswersTheWholeVpc() {
    ResourceGraph graph =
        endpoint(VpcEndpoint.Type.INTERFACE, "ssm").spans("way", "app-a", "app-b").lower();
    Resource endpoint = get(graph, "aws_vpc_endpoint", "way");
    assertThat(say(endpoint, "subnet_ids")).isEqualTo("aws_subnet.app_a.id, aws_subnet.app_b.id");
    assertThat(say(endpoint, "private_dns_enabled")).isEqualTo("true");
    assertThat(rules(graph, "way")).containsExactly("in tcp 443-443 aws_vpc.main.cidr_block");
    assertThat(graph.ofType("aws_vpc_endpoint")).hasSize(2);
  }

  @Test
  void aGatewayLeadsToTwoServicesOnlyAndOnceToEach() {
    assertThat(keys(endpoint(VpcEndpoint.Type.GATEWAY, "ssm")))
        .containsExactly("lower.endpoint-without-route");
    Sketch twice =
        endpoint(VpcEndpoint.Type.GATEWAY, "s3").node("again", "aws.vpc_endpoint", "main");
    assertThat(keys(twice)).containsExactly("lower.endpoint-twice");
    assertThat(twice.lower().ofType("aws_vpc_endpoint")).hasSize(1);
  }

  @Test
  void peersHaveRoutesToEachOtherInEveryTable() {
    ResourceGraph graph = peers().lower();
    Resource peering = get(graph, "aws_vpc_peering_connection", "main_to_other");
    assertThat(say(peering, "auto_accept")).isEqualTo("true");
    assertThat(say(block(peering, "accepter"), "allow_remote_vpc_dns_resolution"))
        .isEqualTo("true");
    List<Resource> routes =
        graph.ofType("aws_route").stream()
            .filter(route -> route.get("vpc_peering_connection_id") != null)
            .toList();
    assertThat(routes).hasSize(5);
    assertThat(routes.stream().map(route -> say(route, "destination_cidr_block")).distinct())
        .containsExactlyInAnyOrder("aws_vpc.main.cidr_block", "aws_vpc.other.cidr_block");
  }

  @Test
  void anArrowBetweenPeersRefersToTheGroupOfTheOther() {
    Sketch sketch = peers().arrow("was", "far");
    assertThat(rules(sketch.lower(), "far")).contains("in tcp 8080-8080 was");
    assertThat(keys(sketch)).isEmpty();
    assertThat(keys(sketch.without("main.other"))).containsExactly("lower.arrow-across-vpcs");
  }

  @Test
  void peersInTwoRegionsAcceptEachOtherAndKnowNoGroups() {
    Sketch sketch =
        peers()
            .node("tokyo", "aws.region", null)
            .set("tokyo", Region.CODE, "ap-northeast-1")
            .move("other", "tokyo")
            .set("main.other", Peering.DNS, false)
            .arrow("was", "far");
    ResourceGraph graph = sketch.lower();
    Resource peering = get(graph, "aws_vpc_peering_connection", "main_to_other");
    assertThat(say(peering, "peer_region")).isEqualTo("ap-northeast-1");
    assertThat(peering.get("provider")).isNull();
    assertThat(say(get(graph, "aws_vpc_peering_connection_accepter", "main_to_other"), "provider"))
        .isEqualTo("aws.tokyo");
    assertThat(rules(graph, "far")).contains("in tcp 8080-8080 aws_vpc.main.cidr_block");
  }

  @Test
  void twoVpcsArePeersOnceAndOnlyVpcsAre() {
    assertThat(keys(peers().peering("other", "main"))).containsExactly("lower.peering-twice");
    assertThat(keys(peers().peering("main", "was"))).containsExactly("lower.peering-of-others");
  }

  static Sketch peers() {
    return Sketch.threeTier()
        .node("other", "aws.vpc", "seoul")
        .set("other", Vpc.CIDR, "10.9.0.0/16")
        .node("other-az", "aws.availability_zone", "other")
        .subnet("other-app", "other-az", "10.9.0.0/24", Routing.PRIVATE)
        .node("far", "tier.was", "other-app")
        .peering("main", "other");
  }

  static Sketch endpoint(VpcEndpoint.Type type, String service) {
    return Sketch.threeTier()
        .node("way", "aws.vpc_endpoint", "main")
        .set("way", VpcEndpoint.TYPE, type)
        .set("way", VpcEndpoint.SERVICE, service);
  }

  private static List<String> keys(Sketch sketch) {
    return Lowerer.lower(sketch.document()).issues().stream().map(Issue::key).toList();
  }
}
