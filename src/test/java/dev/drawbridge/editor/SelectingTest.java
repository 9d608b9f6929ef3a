package dev.drawbridge.editor;

import static dev.drawbridge.edit.SmallDesign.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Point;
import dev.drawbridge.edit.SmallDesign;
import dev.drawbridge.model.ElementId;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelectingTest {
  private final Hands hands = new Hands(SmallDesign.document());

  private List<ElementId> selected() {
    return List.copyOf(hands.state.selection().ids());
  }

  @Test
  void aClickSelectsTheTopmost() {
    hands.click(150, 310);
    assertEquals(List.of(TIER), selected());
    hands.click(400, 260); // the load balancer lies over the subnet
    assertEquals(List.of(BALANCER), selected());
  }

  @Test
  void aClickIntoTheVoidSelectsNothing() {
    hands.click(150, 310).click(1500, 1500);
    assertEquals(List.of(), selected());
  }

  @Test
  void shiftAndCtrlAddAndTakeAway() {
    hands.click(150, 310);
    hands.holding(Modifiers.SHIFT).click(400, 260);
    assertEquals(List.of(TIER, BALANCER), selected());
    hands.holding(Modifiers.CTRL).click(150, 310);
    assertEquals(List.of(BALANCER), selected());
    hands.holding(Modifiers.SHIFT).click(1500, 1500);
    assertEquals(List.of(BALANCER), selected());
  }

  @Test
  void altSelectsWhatLiesBelow() {
    hands.click(400, 260);
    hands.holding(Modifiers.ALT).click(400, 260);
    assertEquals(List.of(SUBNET_A), selected());
  }

  @Test
  void altThatClicksAgainAtOnceGoesOnDownwardsAndRenamesNothing() {
    hands.click(150, 310).holding(Modifiers.ALT).doubleClick(150, 310);
    assertEquals(Idle.REST, hands.state.tool());
    assertEquals(Selection.of(ZONE_A), hands.state.selection());
  }

  @Test
  void aConnectorIsSelectedByItsLine() {
    List<Point> route = hands.editor().scene(hands.state).route(ARROW);
    Point a = route.getFirst();
    Point b = route.get(1);
    Point middle = a.plus(b).times(0.5);
    hands.click(middle.x(), middle.y());
    assertEquals(List.of(ARROW), selected());
  }

  @Test
  void aMarqueeSelectsCardsThatItTouchesAndContainersThatItHolds() {
    hands.dragFromTo(1100, 20, 350, 240);
    assertEquals(List.of(GATEWAY, BALANCER), selected());
    hands.dragFromTo(1100, 1200, -20, -20);
    assertTrue(selected().contains(REGION) && selected().contains(ARROW));
  }

  @Test
  void altForcesAMarqueeOverShapes() {
    hands.holding(Modifiers.ALT).press(110, 290).drag(320, 370);
    assertInstanceOf(Brushing.class, hands.state.tool());
    hands.release(320, 370);
    assertEquals(List.of(TIER), selected());
  }

  @Test
  void shiftKeepsWhatWasSelectedBeforeTheMarquee() {
    hands.click(400, 260);
    hands.holding(Modifiers.SHIFT).dragFromTo(1100, 20, 460, 50);
    assertEquals(List.of(BALANCER, GATEWAY), selected());
  }

  @Test
  void escapeTakesTheMarqueesChoiceBack() {
    hands.click(400, 260);
    hands.holding(Modifiers.SHIFT).press(1100, 20).drag(460, 100).key(Input.Key.ESCAPE);
    assertEquals(List.of(BALANCER), selected());
    assertFalse(hands.state.tool().isBusy());
  }

  @Test
  void escapeAtRestSelectsNothing() {
    hands.click(150, 310).key(Input.Key.ESCAPE);
    assertEquals(List.of(), selected());
  }

  @Test
  void tabWalksOverTheElementsRoundAndRound() {
    hands.key(Input.Key.TAB);
    assertEquals(List.of(REGION), selected());
    hands.key(Input.Key.TAB);
    assertEquals(List.of(VPC), selected());
    hands.holding(Modifiers.SHIFT).key(Input.Key.TAB).key(Input.Key.TAB);
    assertEquals(List.of(ARROW), selected());
  }

  @Test
  void theRightButtonSelectsForTheMenu() {
    hands.input(new Input.Pressed(new Point(150, 310), Input.Button.SECONDARY, 1, Modifiers.NONE));
    assertEquals(List.of(TIER), selected());
  }

  @Test
  void aDoubleClickRenames() {
    hands.doubleClick(150, 310);
    EditingLabel editing = assertInstanceOf(EditingLabel.class, hands.state.tool());
    assertEquals(TIER, editing.id());
    hands.input(new Input.Labelled("orders"));
    assertEquals("orders", hands.document().node(TIER).name());
    assertFalse(hands.state.tool().isBusy());
  }

  @Test
  void escapeLeavesTheNameAsItWas() {
    hands.click(150, 310).key(Input.Key.ENTER);
    assertInstanceOf(EditingLabel.class, hands.state.tool());
    hands.key(Input.Key.ESCAPE);
    assertSame(hands.document(), hands.state.shown());
    assertEquals("was", hands.document().node(TIER).name());
  }
}
