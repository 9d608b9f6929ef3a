package dev.drawbridge.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.catalog.aws.Subnet;
import dev.drawbridge.catalog.aws.Subnet.Routing;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.ResourceGraph;
import dev.drawbridge.resource.Value;
import org.junit.jupiter.api.Test;

class LowererTest {
  @Test
  void aPublicSubnetRoutesToTheInternetGateway() {
    ResourceGraph graph = Sketch.threeTier().lower();
    Address table = tableOf(graph, "public_a");
    Resource route = routeOf(graph, table);
    assertThat(route.get("destination_cidr_block")).isEqualTo(Value.of("0.0.0.0/0"));
    assertThat(route.get("gateway_id"))
        .isEqualTo(new Address("aws_internet_gateway", "igw").dot("id"));
  }

  @Test
  void aPrivateSubnetRoutesThroughTheNatOfItsOwnZone() {
    ResourceGraph graph = Sketch.threeTier().lower();
    for (String zone : new String[] {"a", "b"}) {
      assertThat(routeOf(graph, tableOf(graph, "web_" + zone)).get("nat_gateway_id"))
          .isEqualTo(new Address("aws_nat_gateway", "nat_" + zone).dot("id"));
    }
  }

  @Test
  void aPrivateSubnetOfAZoneWithoutNatUsesTheOneThatIsDrawn() {
    ResourceGraph graph = Sketch.threeTier().without("nat-a").lower();
    assertThat(routeOf(graph, tableOf(graph, "web_a")).get("nat_gateway_id"))
        .isEqualTo(new Address("aws_nat_gateway", "nat_b").dot("id"));
  }

  @Test
  void anIsolatedSubnetHasNoWayOut() {
    ResourceGraph graph = Sketch.threeTier().lower();
    Address table = tableOf(graph, "data_a");
    assertThat(graph.referrers(table)).noneMatch(r -> r.type().equals("aws_route"));
  }

  @Test
  void aPublicSubnetWithoutInternetGatewayHasNoRouteOut() {
    ResourceGraph graph = Sketch.threeTier().without("igw").lower();
    assertThat(graph.referrers(tableOf(graph, "public_a")))
        .noneMatch(r -> r.type().equals("aws_route"));
  }

  @Test
  void aDatabaseInAPublicSubnetIsBuiltThere() {
    ResourceGraph graph = Sketch.threeTier().set("data-a", Subnet.ROUTING, Routing.PUBLIC).lower();
    assertThat(tableOf(graph, "data_a")).isEqualTo(tableOf(graph, "public_a"));
  }

  private static Address tableOf(ResourceGraph graph, String subnet) {
    Resource association =
        graph.find(new Address("aws_route_table_association", subnet)).orElseThrow();
    return ((Value.Reference) association.get("route_table_id")).target();
  }

  private static Resource routeOf(ResourceGraph graph, Address table) {
    return graph.referrers(table).stream()
        .filter(r -> r.type().equals("aws_route"))
        .findFirst()
        .orElseThrow();
  }
}
