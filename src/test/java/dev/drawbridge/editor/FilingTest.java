package dev.drawbridge.editor;

import static dev.drawbridge.edit.SmallDesign.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Rect;
import dev.drawbridge.edit.Connect;
import dev.drawbridge.edit.Containment;
import dev.drawbridge.edit.Invariants;
import dev.drawbridge.edit.Place;
import dev.drawbridge.edit.SmallDesign;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Putting elements elsewhere in the list of a design.
class FilingTest {
  private final Document start = SmallDesign.document();
  private final Hands hands = new Hands(start);

  private void file(Filing filing, ElementId... ids) {
    hands.state = filing.apply(hands.editor(), hands.state, Set.of(ids));
  }

  private List<ElementId> inside(ElementId container) {
    return hands.document().children(container).stream().map(Node::id).toList();
  }

  private void undo() {
    hands.state = hands.editor().undo(hands.state);
  }

  @Test
  void intoAContainerItIsMovedToWhereThereIsRoom() {
    file(Filing.into(SUBNET_C), TIER);
    assertEquals(SUBNET_C, hands.document().node(TIER).parent());
    assertTrue(hands.bounds(SUBNET_C).contains(hands.bounds(TIER)));
    assertTrue(hands.state.selection().contains(TIER));
    undo();
    assertEquals(start, hands.document());
  }

  @Test
  void betweenTwoItIsListedThereAndStaysWhereItLies() {
    file(Filing.beside(start.node(ZONE_C), false), BALANCER);
    assertEquals(List.of(ZONE_A, BALANCER, ZONE_C, GATEWAY), inside(VPC));
    assertEquals(start.node(BALANCER), hands.document().node(BALANCER));
    undo();
    assertEquals(start, hands.document());
  }

  @Test
  void aContainerTakesWhatIsInItAlong() {
    file(Filing.beside(start.node(BALANCER), true), ZONE_A);
    assertEquals(List.of(ZONE_C, GATEWAY, BALANCER, ZONE_A), inside(VPC));
    assertEquals(List.of(SUBNET_A), inside(ZONE_A));
    assertEquals(List.of(), Invariants.violations(hands.document()));
  }

  @Test
  void besideOneOfAnotherContainerItGoesThereAndIsListedBesideIt() {
    ElementId other = new ElementId("other");
    hands.state =
        hands
            .editor()
            .commit(
                hands.state,
                new Place(node(other, "tier.was", SUBNET_C, new Rect(20, 60, 120, 64))));
    Document before = hands.document();
    file(Filing.beside(before.node(other), false), TIER);
    assertEquals(List.of(TIER, other), inside(SUBNET_C));
    assertFalse(hands.bounds(TIER).intersects(hands.bounds(other)));
    undo();
    assertEquals(before, hands.document());
  }

  @Test
  void whatAContainerDoesNotTakeIsRefusedAsOnTheCanvas() {
    assertEquals(
        Containment.refusal(start, start.node(SUBNET_A), SUBNET_C),
        Filing.into(SUBNET_C).refusal(start, Set.of(SUBNET_A)));
    assertTrue(Filing.into(SUBNET_C).refusal(start, Set.of(SUBNET_A)).isPresent());
    assertEquals(
        Containment.refusal(start, start.node(VPC), SUBNET_A),
        Filing.into(SUBNET_A).refusal(start, Set.of(VPC)));
    assertTrue(Filing.into(null).refusal(start, Set.of(TIER)).isPresent());
    assertTrue(Filing.beside(start.node(ZONE_C), true).refusal(start, Set.of(ZONE_A)).isEmpty());
  }

  @Test
  void nodesGoAmongNodesAndConnectorsAmongConnectors() {
    assertFalse(Filing.beside(start.connectors().getFirst(), true).isFor(start, Set.of(TIER)));
    assertFalse(Filing.into(SUBNET_C).isFor(start, Set.of(ARROW)));
    assertFalse(Filing.beside(start.node(TIER), true).isFor(start, Set.of(TIER)));
    assertFalse(Filing.into(SUBNET_C).isFor(start, Set.of()));
    assertTrue(Filing.beside(start.node(TIER), true).isFor(start, Set.of(BALANCER)));
    ElementId second = new ElementId("second");
    hands.state =
        hands
            .editor()
            .commit(hands.state, new Connect(Connector.of(second, "traffic", TIER, BALANCER)));
    Filing first = Filing.beside(hands.document().connectors().getFirst(), false);
    assertTrue(first.isFor(hands.document(), Set.of(second)));
    file(first, second);
    assertEquals(
        List.of(second, ARROW), hands.document().connectors().stream().map(Connector::id).toList());
  }

  @Test
  void whereItIsAlreadyNothingHappens() {
    file(Filing.into(SUBNET_A), TIER);
    assertSame(start, hands.document());
    file(Filing.beside(start.node(ZONE_C), false), ZONE_A);
    assertEquals(0, hands.state.history().undoable().size());
  }
}
