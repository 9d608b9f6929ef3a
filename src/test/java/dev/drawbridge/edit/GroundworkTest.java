package dev.drawbridge.edit;

import static dev.drawbridge.edit.SmallDesign.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.catalog.AddressBlock;
import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Preset;
import dev.drawbridge.catalog.aws.AvailabilityZone;
import dev.drawbridge.catalog.aws.Subnet;
import dev.drawbridge.catalog.aws.Subnet.Routing;
import dev.drawbridge.catalog.aws.Vpc;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GroundworkTest {
  private static final ElementId NEW = new ElementId("new");
  private static final Point HERE = new Point(600, 400);

  private static Groundwork around(Document document, @Nullable Node holder, String preset) {
    return Groundwork.around(
            document, holder, HERE, preset(preset), "dropped", NEW, Ids.from(new Random(5)))
        .orElseThrow();
  }

  private static Preset preset(String key) {
    return presets().filter(preset -> preset.key().equals(key)).findFirst().orElseThrow();
  }

  private static Stream<Preset> presets() {
    return Catalog.kinds().stream()
        .filter(kind -> !kind.isConnector())
        .flatMap(kind -> kind.presets().stream());
  }

  private static Map<String, Integer> made(Groundwork ground) {
    Map<String, Integer> counts = new TreeMap<>();
    ground.places().forEach(place -> counts.merge(place.kind(), 1, Integer::sum));
    return counts;
  }

  private static List<Node> of(Document document, Kind kind) {
    return document.nodes().stream().filter(node -> node.kind().equals(kind.id())).toList();
  }

  @Test
  void aWebTierGetsTwoZonesWithASubnetEachAndLiesOverBoth() {
    Groundwork ground = around(Document.EMPTY, null, "tier.web");
    assertEquals(
        Map.of("aws.region", 1, "aws.vpc", 1, "aws.availability_zone", 2, "aws.subnet", 2),
        made(ground));
    Document after = after(Document.EMPTY, ground.edit());
    List<Node> subnets = of(after, Subnet.KIND);
    Node web = after.node(NEW);
    assertEquals(subnets.stream().map(Node::id).toList(), List.copyOf(web.spans()));
    assertEquals(HERE, after.absoluteBounds(web).center());
    assertEquals(
        List.of("a", "b"),
        of(after, AvailabilityZone.KIND).stream().map(AvailabilityZone.ZONE::of).toList());
    subnets.forEach(subnet -> assertEquals(Routing.PRIVATE, Subnet.ROUTING.of(subnet)));
    AddressBlock vpc = block(Vpc.CIDR.of(of(after, Vpc.KIND).getFirst()));
    AddressBlock first = block(Subnet.CIDR.of(subnets.getFirst()));
    AddressBlock second = block(Subnet.CIDR.of(subnets.getLast()));
    assertTrue(vpc.contains(first) && vpc.contains(second));
    assertFalse(first.overlaps(second));
  }

  private static AddressBlock block(String text) {
    return AddressBlock.parse(text).orElseThrow();
  }

  @Test
  void thePublicLoadBalancerGetsPublicSubnetsAndAnInternetGateway() {
    Document after = after(Document.EMPTY, around(Document.EMPTY, null, "aws.alb.public").edit());
    of(after, Subnet.KIND)
        .forEach(subnet -> assertEquals(Routing.PUBLIC, Subnet.ROUTING.of(subnet)));
    Node gateway =
        after.nodes().stream()
            .filter(node -> node.kind().equals("aws.internet_gateway"))
            .findFirst()
            .orElseThrow();
    assertEquals(0, gateway.bounds().centerY());
  }

  @Test
  void theInternalOneAndTheDatabaseGetNone() {
    Document internal =
        after(Document.EMPTY, around(Document.EMPTY, null, "aws.alb.internal").edit());
    of(internal, Subnet.KIND)
        .forEach(subnet -> assertEquals(Routing.PRIVATE, Subnet.ROUTING.of(subnet)));
    Document data = after(Document.EMPTY, around(Document.EMPTY, null, "aws.rds").edit());
    of(data, Subnet.KIND)
        .forEach(subnet -> assertEquals(Routing.ISOLATED, Subnet.ROUTING.of(subnet)));
    assertTrue(data.nodes().stream().noneMatch(n -> n.kind().equals("aws.internet_gateway")));
  }

  @Test
  void whatIsThereIsNotMadeAgain() {
    Document document = document();
    Groundwork inVpc = around(document, document.node(VPC), "aws.bastion.session");
    assertEquals(Map.of("aws.availability_zone", 1, "aws.subnet", 1), made(inVpc));
    Document after = after(document, inVpc.edit());
    assertEquals(VPC, after.ancestors(after.node(NEW)).get(2).id());
    assertEquals(
        Map.of("aws.subnet", 1),
        made(around(document, document.node(ZONE_A), "aws.bastion.session")));
    assertEquals(
        Map.of("aws.vpc", 1, "aws.availability_zone", 2, "aws.subnet", 2),
        made(around(document, document.node(REGION), "tier.was")));
  }

  @Test
  void itMovesClearOfWhatIsThere() {
    Document document = document();
    Groundwork ground = around(document, null, "tier.web");
    Document after = after(document, ground.edit());
    Rect made = after.absoluteBounds(after.node(ground.places().getFirst().id()));
    assertFalse(made.intersects(after.absoluteBounds(after.node(REGION))));
    assertEquals(document.node(REGION), after.node(REGION));
  }

  @Test
  void nothingIsOfferedWhereItIsTakenOrWhereNothingHelps() {
    Document document = document();
    Kind web = Catalog.find("tier.web").orElseThrow();
    assertEquals(List.of(), Groundwork.between(document, web, document.node(VPC)));
    Kind server =
        Catalog.kinds().stream()
            .filter(kind -> kind.placedIn().equals(List.of("idc")))
            .findFirst()
            .orElseThrow();
    assertEquals(List.of(), Groundwork.between(document, server, document.node(VPC)));
    assertEquals(1, Groundwork.between(document, server, null).size());
  }

  /// Of each entry of the palette: what holds for a design, holds for what is made around it.
  @ParameterizedTest
  @MethodSource("presets")
  void whateverIsDroppedOnTheEmptyCanvasGetsItsPlace(Preset preset) {
    Kind kind = Catalog.find(preset.kind()).orElseThrow();
    List<Kind> needed = Groundwork.between(Document.EMPTY, kind, null);
    if (kind.mayBeIn(null)) {
      assertEquals(List.of(), needed);
      return;
    }
    Groundwork ground = around(Document.EMPTY, null, preset.key());
    Document after = after(Document.EMPTY, ground.edit());
    Node node = after.node(NEW);
    assertEquals(node.kind(), preset.kind());
    for (Node place : ground.places()) {
      assertEquals(place.bounds(), after.node(place.id()).bounds(), "nothing had to grow");
    }
    if (kind.spans().contains("aws.subnet")) {
      assertEquals(2, node.spans().size());
    }
  }
}
