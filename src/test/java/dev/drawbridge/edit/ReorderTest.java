package dev.drawbridge.edit;

import static dev.drawbridge.edit.SmallDesign.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReorderTest {
  private final Document start = SmallDesign.document();

  private static List<ElementId> inVpc(Document document) {
    return document.children(VPC).stream().map(Node::id).toList();
  }

  @Test
  void aNodePassesTheNextOneBesideIt() {
    assertEquals(List.of(ZONE_A, ZONE_C, GATEWAY, BALANCER), inVpc(start));
    Document after = SmallDesign.after(start, new Reorder(GATEWAY, true));
    assertEquals(List.of(ZONE_A, ZONE_C, BALANCER, GATEWAY), inVpc(after));
    after = SmallDesign.after(start, new Reorder(GATEWAY, false));
    assertEquals(List.of(ZONE_A, GATEWAY, ZONE_C, BALANCER), inVpc(after));
  }

  @Test
  void aContainerPassesAnotherTogetherWithWhatItHolds() {
    Document after = SmallDesign.after(start, new Reorder(ZONE_A, true));
    assertEquals(List.of(ZONE_C, ZONE_A, GATEWAY, BALANCER), inVpc(after));
    assertEquals(start.node(SUBNET_A), after.node(SUBNET_A));
    assertEquals(start.elements().size(), after.elements().size());
  }

  @Test
  void aContainerPassesOneAfterTheOther() {
    Document after = start;
    for (int i = 0; i < 3; i++) {
      after = SmallDesign.after(after, new Reorder(ZONE_A, true));
    }
    assertEquals(List.of(ZONE_C, GATEWAY, BALANCER, ZONE_A), inVpc(after));
  }

  @Test
  void theFirstAndTheLastStayWhereTheyAre() {
    assertFalse(Reorder.isPossible(start, ZONE_A, false));
    assertFalse(Reorder.isPossible(start, BALANCER, true));
    assertTrue(Reorder.isPossible(start, BALANCER, false));
    assertSame(start, SmallDesign.after(start, new Reorder(BALANCER, true)));
  }

  @Test
  void aConnectorPassesConnectors() {
    ElementId second = new ElementId("second");
    Document two =
        SmallDesign.after(start, new Connect(Connector.of(second, "traffic", TIER, BALANCER)));
    Document after = SmallDesign.after(two, new Reorder(second, false));
    assertEquals(List.of(second, ARROW), after.connectors().stream().map(Element::id).toList());
  }
}
