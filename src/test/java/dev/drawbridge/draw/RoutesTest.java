package dev.drawbridge.draw;

import static dev.drawbridge.draw.Designs.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;
import dev.drawbridge.model.Settings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoutesTest {
  @ParameterizedTest
  @EnumSource(
      names = {
        "THREE_TIER",
        "THREE_TIER_PLANTED",
        "BLUE_GREEN",
        "CANARY",
        "CONTAINERS",
        "TWO_DATA_CENTRES"
      })
  void noLineOfASampleRunsThroughACard(Template template) {
    Document document = template.design(Language.ENGLISH);
    Placement placement = Placement.of(document);
    Routes routes = Routes.of(document);
    for (Connector connector : document.connectors()) {
      List<Point> line = routes.line(connector.id());
      assertFalse(line.isEmpty());
      for (Node node : document.nodes()) {
        boolean end = node.id().equals(connector.source()) || node.id().equals(connector.target());
        boolean gate = node.kind().equals("aws.internet_gateway");
        if (placement.isCard(node) && !end && !gate) {
          assertClear(line, placement.of(node.id()), connector.id() + " and " + node.id());
        }
      }
    }
  }

  @Test
  void trafficFromOutsidePassesThroughTheGatewayOnTheBorder() {
    Document document = Designs.threeTier();
    Rect gateway = Placement.of(document).of(id("igw"));
    List<Point> line = Routes.of(document).line(id("c1"));
    boolean through = false;
    for (int i = 1; i < line.size(); i++) {
      through |= Rect.between(line.get(i - 1), line.get(i)).grow(0.1).contains(gateway.center());
    }
    assertTrue(through, line.toString());
  }

  @Test
  void trafficInsideTheVpcDoesNotGoByTheGateway() {
    Document document = Designs.threeTier();
    Rect gateway = Placement.of(document).of(id("igw"));
    assertClear(Routes.of(document).line(id("c2")), gateway, "web traffic");
  }

  @Test
  void whatAnAlarmWatchesIsNoTrafficAndPassesNoGateway() {
    Document document = Template.CANARY.design(Language.ENGLISH);
    List<Point> line = Routes.of(document).line(id("association-errors"));
    assertEquals(2, line.size(), line.toString());
    assertEquals(line.getFirst().y(), line.getLast().y());
  }

  @Test
  void linesThroughOneGatewayTakeOneWayToIt() {
    List<dev.drawbridge.model.Element> elements =
        new ArrayList<>(Designs.threeTier().elements().values());
    elements.add(Connector.of(id("c9"), "traffic", id("internet"), id("was")));
    Document document = Document.of(elements, Settings.NONE, Fields.NONE);
    Routes routes = Routes.of(document);
    assertEquals(routes.line(id("c1")).getFirst(), routes.line(id("c9")).getFirst());
  }

  @Test
  void aLineToItselfIsNotDrawn() {
    Node node = Node.of(id("a"), "tier.web", "", new Rect(0, 0, 100, 60));
    Connector loop = Connector.of(id("c"), "traffic", id("a"), id("a"));
    Document document = Document.of(List.of(node, loop), Settings.NONE, Fields.NONE);
    assertTrue(Routes.of(document).line(id("c")).isEmpty());
    assertEquals(List.of(), Routes.of(document).line(new ElementId("nobody")));
  }

  private static void assertClear(List<Point> line, Rect box, String what) {
    for (int i = 1; i < line.size(); i++) {
      Rect piece = Rect.between(line.get(i - 1), line.get(i)).grow(0.5);
      assertFalse(piece.intersects(box), what + ": " + line + " runs into " + box);
    }
  }
}
