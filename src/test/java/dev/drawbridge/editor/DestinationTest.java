package dev.drawbridge.editor;

import static dev.drawbridge.edit.SmallDesign.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.edit.Refusal;
import dev.drawbridge.edit.SmallDesign;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DestinationTest {
  private final Document start = SmallDesign.document();
  private final Hands hands = new Hands(start);

  private Map<ElementId, Optional<Refusal>> destinations(ElementId... ids) {
    Map<ElementId, Optional<Refusal>> found = new HashMap<>();
    Destination.of(start, Selection.of(ids)).forEach(to -> found.put(to.container(), to.refusal()));
    return found;
  }

  private void moveInto(ElementId container, ElementId... ids) {
    hands.state = hands.state.withSelection(Selection.of(ids));
    hands.state = hands.editor().moveInto(hands.state, container);
  }

  @Test
  void aTierMayGoIntoTheOtherSubnetAndNotIntoItsOwn() {
    Map<ElementId, Optional<Refusal>> found = destinations(TIER);
    assertEquals(Optional.empty(), found.get(SUBNET_C));
    assertFalse(found.containsKey(SUBNET_A));
  }

  @Test
  void whatWillNotTakeItSaysWhy() {
    Map<ElementId, Optional<Refusal>> found = destinations(SUBNET_A);
    assertEquals(Optional.empty(), found.get(ZONE_C));
    assertEquals(Refusal.Reason.WRONG_CONTAINER, found.get(SUBNET_C).orElseThrow().reason());
    assertEquals(Refusal.Reason.NEEDS_A_CONTAINER, found.get(null).orElseThrow().reason());
    assertEquals(
        Refusal.Reason.INSIDE_ITSELF, destinations(VPC).get(ZONE_A).orElseThrow().reason());
  }

  @Test
  void ofSeveralEachMustBeTaken() {
    assertTrue(destinations(TIER, BALANCER).get(SUBNET_C).isPresent());
  }

  @Test
  void withNothingSelectedThereIsNowhereToGo() {
    assertEquals(List.of(), Destination.of(start, Selection.NONE));
    assertEquals(List.of(), Destination.of(start, Selection.of(ARROW)));
  }

  @Test
  void whatIsMovedLiesInTheContainerWhereThereIsRoomAndIsSelected() {
    moveInto(SUBNET_C, TIER);
    assertEquals(SUBNET_C, hands.document().node(TIER).parent());
    assertEquals(start.node(SUBNET_C).bounds(), hands.document().node(SUBNET_C).bounds());
    assertTrue(hands.bounds(SUBNET_C).contains(hands.bounds(TIER)));
    assertEquals(List.of(TIER), List.copyOf(hands.state.selection().ids()));
    assertEquals(1, hands.state.history().undoable().size());
  }

  @Test
  void whatMovesTogetherKeepsItsArrangement() {
    hands.state = hands.editor().place(hands.state, Hands.preset("tier.web"), "web");
    ElementId web = hands.newest("tier.web").id();
    double apart = hands.bounds(web).x() - hands.bounds(TIER).x();
    ElementId to =
        start.node(TIER).parent().equals(hands.document().node(web).parent()) ? SUBNET_C : SUBNET_A;
    moveInto(to, web, TIER);
    assertEquals(to, hands.document().node(web).parent());
    assertEquals(to, hands.document().node(TIER).parent());
    assertEquals(apart, hands.bounds(web).x() - hands.bounds(TIER).x());
  }

  @Test
  void anArrowIsDrawnWithoutAMouse() {
    var kind = Connections.all(start.node(BALANCER), start.node(TIER)).getFirst();
    hands.state = hands.editor().connect(hands.state, BALANCER, TIER, kind);
    Connector drawn = hands.document().connectors().getLast();
    assertEquals(BALANCER, drawn.source());
    assertEquals(TIER, drawn.target());
    assertEquals(List.of(drawn.id()), List.copyOf(hands.state.selection().ids()));
    assertEquals(List.of(), Connections.all(start.node(SUBNET_A), start.node(TIER)));
  }
}
