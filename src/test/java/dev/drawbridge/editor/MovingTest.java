package dev.drawbridge.editor;

import static dev.drawbridge.edit.SmallDesign.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.edit.Lock;
import dev.drawbridge.edit.Refusal;
import dev.drawbridge.edit.SmallDesign;
import dev.drawbridge.model.Document;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/// The WAS tier lies at (140, 300), 168 by 64, in subnet a: (100, 180) to (440, 380).
class MovingTest {
  private final Document start = SmallDesign.document();
  private final Hands hands = new Hands(start);

  @Test
  void aDragMovesANodeAsOneStepOfTheHistory() {
    hands.dragFromTo(150, 310, 182, 302);
    assertEquals(new Rect(172, 292, 168, 64), hands.bounds(TIER).plus(off(172, 292)));
    assertEquals(1, hands.state.history().undoable().size());
    assertTrue(hands.state.selection().contains(TIER));
  }

  /// Snapping may have moved it by less than a grid step.
  private Point off(double x, double y) {
    Rect now = hands.bounds(TIER);
    assertTrue(Math.abs(now.x() - x) <= 8 && Math.abs(now.y() - y) <= 8, now.toString());
    return new Point(x - now.x(), y - now.y());
  }

  @Test
  void whileDraggingTheDocumentStaysAsItIsAndThePreviewShowsTheMove() {
    hands.press(150, 310).drag(190, 310);
    assertSame(start, hands.document());
    assertTrue(hands.shown(TIER).x() > 150);
  }

  @Test
  void escapeBreaksOffADrag() {
    hands.press(150, 310).drag(190, 330).key(Input.Key.ESCAPE);
    assertSame(start, hands.document());
    assertSame(start, hands.state.shown());
    hands.release(190, 330);
    assertSame(start, hands.document());
  }

  @Test
  void aTremblingHandMovesNothing() {
    hands.press(150, 310).input(new Input.Dragged(new Point(152, 311), Modifiers.NONE));
    hands.release(152, 311);
    assertSame(start, hands.document());
    assertTrue(hands.state.selection().contains(TIER));
  }

  @Test
  void aTierDraggedIntoAnotherSubnetGoesOverToIt() {
    hands.dragFromTo(150, 310, 640, 310);
    assertEquals(SUBNET_C, hands.document().node(TIER).parent());
    assertTrue(hands.bounds(SUBNET_C).contains(hands.bounds(TIER)));
  }

  @Test
  void beforeTheDropItIsShownWhichContainerWillTakeIt() {
    hands.press(150, 310).drag(640, 310);
    Moving moving = assertInstanceOf(Moving.class, hands.state.tool());
    assertEquals(SUBNET_C, moving.target().container());
    assertFalse(moving.target().isRefused());
  }

  @Test
  void withAltTheParentIsKept() {
    hands.press(150, 310).drag(200, 310);
    hands.holding(Modifiers.ALT).drag(640, 310).release(640, 310);
    assertEquals(SUBNET_A, hands.document().node(TIER).parent());
  }

  @Test
  void aDropThatNoContainerTakesChangesNothingAndSaysWhy() {
    hands.dragFromTo(120, 190, 1500, 1500); // subnet a, out of everything
    assertSame(start, hands.document());
    Notice.Refused refused = assertInstanceOf(Notice.Refused.class, hands.state.notice());
    assertEquals(Refusal.Reason.NEEDS_A_CONTAINER, refused.refusal().reason());
  }

  @Test
  void aRefusalIsShownBeforeTheDrop() {
    hands.press(120, 190).drag(700, 640);
    Moving moving = assertInstanceOf(Moving.class, hands.state.tool());
    assertNotNull(moving.target().refusal());
    assertEquals("aws.vpc", moving.target().refusal().found());
  }

  @Test
  void aDraggedContainerTakesItsContentAlongAndNothingElse() {
    hands.dragFromTo(120, 150, 120, 166); // zone a, by its title
    assertEquals(start.node(TIER).bounds(), hands.document().node(TIER).bounds());
    assertEquals(start.node(ZONE_C).bounds(), hands.document().node(ZONE_C).bounds());
  }

  @Test
  void aNodeNearTheBorderIsKeptInsideTheContainer() {
    hands.dragFromTo(150, 310, 105, 310);
    assertEquals(SUBNET_A, hands.document().node(TIER).parent());
    assertEquals(start.node(SUBNET_A).bounds(), hands.document().node(SUBNET_A).bounds());
    assertTrue(hands.bounds(SUBNET_A).contains(hands.bounds(TIER)));
  }

  @Test
  void edgesSnapToNeighboursAndTheGuideShowsIt() {
    // The ALB's left edge is at 340; the tier's right edge comes near it.
    hands.press(150, 310).drag(150 + 30, 310);
    Moving moving = assertInstanceOf(Moving.class, hands.state.tool());
    assertEquals(0, hands.shown(TIER).x() % 8, moving.guides().toString());
  }

  @Test
  void ctrlTurnsSnappingOff() {
    hands.press(150, 310);
    hands.holding(Modifiers.CTRL).drag(163, 313).release(163, 313);
    assertEquals(new Rect(153, 303, 168, 64), hands.bounds(TIER));
  }

  @Test
  void withoutAGridItGoesWhereTheHandTakesItInWholePixels() {
    hands.withoutGrid().dragFromTo(150, 310, 163.3, 303.4);
    assertEquals(new Rect(153, 293, 168, 64), hands.bounds(TIER));
  }

  @Test
  void withoutAGridEdgesStillSnapToNeighbours() {
    // Zone a, by its title; its top is in line with that of zone c.
    hands.withoutGrid().press(120, 150).drag(137, 154);
    Moving moving = assertInstanceOf(Moving.class, hands.state.tool());
    assertEquals(new Rect(97, 120, 380, 500), hands.shown(ZONE_A));
    assertFalse(moving.guides().isEmpty());
  }

  @Test
  void aGatewayStaysOnTheBorder() {
    hands.dragFromTo(490, 60, 700, 90);
    Rect gateway = hands.document().node(GATEWAY).bounds();
    assertEquals(0, gateway.centerY());
    assertEquals(660, gateway.centerX(), 1);
  }

  @Test
  void whatIsLockedIsNotDragged() {
    hands.state =
        hands.editor().commit(hands.state, new Lock(new LinkedHashSet<>(List.of(TIER)), true));
    Document locked = hands.document();
    hands.dragFromTo(150, 310, 190, 310);
    assertSame(locked, hands.document());
  }

  @Test
  void altOnASelectedNodeDragsACopy() {
    hands.click(150, 310);
    hands.holding(Modifiers.ALT).dragFromTo(150, 310, 214, 310);
    assertEquals(start.elements().size() + 1, hands.document().elements().size());
    assertEquals(start.node(TIER), hands.document().node(TIER));
    assertFalse(hands.state.selection().contains(TIER));
  }

  @Test
  void arrowsMoveTheSelectionByOnePixelAndWithShiftByAGridStep() {
    hands.click(150, 310).key(Input.Key.RIGHT);
    hands.holding(Modifiers.SHIFT).key(Input.Key.DOWN);
    assertEquals(new Rect(141, 308, 168, 64), hands.bounds(TIER));
  }

  @Test
  void movingALoadBalancerOverOtherSubnetsProposesThose() {
    hands.press(600, 285);
    hands.holding(Modifiers.CTRL).drag(860, 285).release(860, 285);
    assertEquals(List.of(SUBNET_C), List.copyOf(hands.document().node(BALANCER).spans()));
    assertEquals(VPC, hands.document().node(BALANCER).parent());
  }
}
