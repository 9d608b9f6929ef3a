package dev.drawbridge.editor;

import static dev.drawbridge.edit.SmallDesign.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.edit.SmallDesign;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Subnet a lies at (100, 180) to (440, 380), and in it the WAS tier from (140, 300).
class EnteringTest {
  private final Document start = SmallDesign.document();
  private final Hands hands = new Hands(start);

  private List<ElementId> selected() {
    return List.copyOf(hands.state.selection().ids());
  }

  private void enter(ElementId container) {
    hands.state = Entering.enter(hands.editor(), hands.state, container);
    hands.state = hands.state.withCamera(Camera.START);
  }

  private void enterSelected() {
    hands.state = Entering.enterSelected(hands.editor(), hands.state);
  }

  private void leave() {
    hands.state = Entering.leave(hands.editor(), hands.state);
  }

  @Test
  void aDoubleClickEntersAContainer() {
    hands.doubleClick(120, 190);
    assertEquals(SUBNET_A, hands.state.entered());
    assertEquals(List.of(), selected());
    assertSame(start, hands.document());
  }

  @Test
  void theContainerIsBroughtNearWhereItIsSmallOrOutOfView() {
    hands.doubleClick(120, 190);
    assertTrue(
        hands.state.camera().visible(hands.state.viewport()).contains(hands.bounds(SUBNET_A)));
    assertTrue(hands.state.camera().zoom() <= 1);
    Camera near = new Camera(new dev.drawbridge.base.Point(90, 170), 4);
    hands.state = Entering.leave(hands.editor(), hands.state).withCamera(near);
    enter(SUBNET_A);
    hands.state =
        Entering.enter(hands.editor(), hands.state.withEntered(null).withCamera(near), SUBNET_A);
    assertEquals(near, hands.state.camera());
  }

  @Test
  void aDragOverItsGroundSelectsInsteadOfMoving() {
    enter(SUBNET_A);
    hands.dragFromTo(110, 370, 330, 290);
    assertSame(start, hands.document());
    assertEquals(List.of(TIER), selected());
    assertEquals(SUBNET_A, hands.state.entered());
  }

  @Test
  void aMarqueeTakesOnlyWhatLiesInIt() {
    enter(SUBNET_A);
    hands.dragFromTo(110, 220, 438, 378); // the load balancer lies over it, but in the VPC
    assertEquals(List.of(TIER), selected());
  }

  @Test
  void aClickOnItsGroundSelectsNothingAndStays() {
    enter(SUBNET_A);
    hands.click(150, 310).click(110, 370);
    assertEquals(List.of(), selected());
    assertEquals(SUBNET_A, hands.state.entered());
  }

  @Test
  void aDoubleClickOnItsGroundDoesNothing() {
    enter(SUBNET_A);
    hands.doubleClick(110, 370);
    assertEquals(SUBNET_A, hands.state.entered());
    assertInstanceOf(Idle.class, hands.state.tool());
  }

  @Test
  void whatIsSelectedOutsideOfItLeavesIt() {
    enter(SUBNET_A);
    hands.click(400, 260); // the load balancer, in the VPC
    assertEquals(List.of(BALANCER), selected());
    assertEquals(VPC, hands.state.entered());
    hands.click(20, 680); // the region
    assertNull(hands.state.entered());
  }

  @Test
  void tabWalksOnlyInsideIt() {
    enter(SUBNET_A);
    hands.key(Input.Key.TAB);
    assertEquals(List.of(TIER), selected());
    hands.key(Input.Key.TAB);
    assertEquals(List.of(TIER), selected());
    assertEquals(SUBNET_A, hands.state.entered());
  }

  @Test
  void everythingIsWhatLiesInIt() {
    enter(ZONE_A);
    hands.state = hands.editor().selectAll(hands.state);
    assertEquals(List.of(SUBNET_A), selected());
    assertEquals(ZONE_A, hands.state.entered());
  }

  @Test
  void escapeFirstSelectsNothingAndThenLeavesStepByStep() {
    enter(SUBNET_A);
    hands.click(150, 310).key(Input.Key.ESCAPE);
    assertEquals(SUBNET_A, hands.state.entered());
    hands.key(Input.Key.ESCAPE);
    assertEquals(ZONE_A, hands.state.entered());
    assertEquals(List.of(SUBNET_A), selected());
    hands.key(Input.Key.ESCAPE).key(Input.Key.ESCAPE);
    assertEquals(VPC, hands.state.entered());
  }

  @Test
  void enteringByKeyGoesDownToTheFirstInside() {
    hands.state = hands.state.withSelection(Selection.of(VPC));
    enterSelected();
    assertEquals(VPC, hands.state.entered());
    assertEquals(List.of(ZONE_A), selected());
    enterSelected();
    enterSelected();
    assertEquals(List.of(TIER), selected());
    assertFalse(Entering.canEnter(hands.state));
    enterSelected();
    assertEquals(SUBNET_A, hands.state.entered());
  }

  @Test
  void leavingByKeySelectsTheContainerThatWasLeft() {
    enter(SUBNET_A);
    leave();
    assertEquals(List.of(SUBNET_A), selected());
    assertEquals(ZONE_A, hands.state.entered());
    leave();
    leave();
    leave();
    assertEquals(List.of(REGION), selected());
    assertNull(hands.state.entered());
    assertFalse(Entering.canLeave(hands.state));
    leave();
    assertEquals(List.of(REGION), selected());
  }

  @Test
  void leavingWithoutHavingEnteredSelectsWhatTheSelectionLiesIn() {
    hands.click(150, 310);
    leave();
    assertEquals(List.of(SUBNET_A), selected());
    assertNull(hands.state.entered());
  }

  @Test
  void deletingTheContainerLeavesIt() {
    enter(SUBNET_A);
    hands.state =
        hands
            .editor()
            .commit(
                hands.state,
                new dev.drawbridge.edit.Delete(new java.util.LinkedHashSet<>(List.of(SUBNET_A))));
    assertNull(hands.state.entered());
    hands.state = hands.editor().undo(hands.state);
    assertTrue(hands.document().find(SUBNET_A).isPresent());
  }

  @Test
  void whatIsPlacedByKeyGoesIntoIt() {
    enter(SUBNET_C);
    hands.state = hands.editor().place(hands.state, Hands.preset("tier.was"), "orders");
    assertEquals(SUBNET_C, hands.newest("tier.was").parent());
    assertEquals(SUBNET_C, hands.state.entered());
  }

  @Test
  void escapeDuringAGestureStaysInside() {
    enter(SUBNET_A);
    hands.press(150, 310).drag(180, 320).key(Input.Key.ESCAPE);
    assertSame(start, hands.state.shown());
    assertEquals(SUBNET_A, hands.state.entered());
  }
}
