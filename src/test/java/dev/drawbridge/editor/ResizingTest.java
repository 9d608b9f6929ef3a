package dev.drawbridge.editor;

import static dev.drawbridge.edit.SmallDesign.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Rect;
import dev.drawbridge.edit.SmallDesign;
import dev.drawbridge.model.Document;
import org.junit.jupiter.api.Test;

/// Subnet a lies at (100, 180), 340 by 200, and holds the tier at (140, 300), 168 by 64.
class ResizingTest {
  private final Document start = SmallDesign.document();
  private final Hands hands = new Hands(start).click(120, 190);

  @Test
  void aCornerOfTheSelectedNodeResizesIt() {
    hands.dragFromTo(440, 380, 430, 420);
    Rect subnet = hands.bounds(SUBNET_A);
    assertEquals(100, subnet.x());
    assertEquals(180, subnet.y());
    assertEquals(432, subnet.right());
    assertEquals(424, subnet.bottom(), 8);
  }

  @Test
  void withoutAGridACornerGoesWhereTheHandTakesIt() {
    hands.withoutGrid().dragFromTo(440, 380, 431, 421);
    assertEquals(new Rect(100, 180, 331, 241), hands.bounds(SUBNET_A));
  }

  @Test
  void anEdgeResizesInOneDirectionOnly() {
    hands.dragFromTo(440, 340, 424, 300);
    Rect subnet = hands.bounds(SUBNET_A);
    assertEquals(new Rect(100, 180, subnet.width(), 200), subnet);
    assertTrue(subnet.width() < 340);
  }

  @Test
  void theContentStaysWhereItIsAndSetsTheLimit() {
    hands.dragFromTo(100, 180, 290, 350);
    assertEquals(start.absoluteBounds(start.node(TIER)), hands.bounds(TIER));
    assertTrue(hands.bounds(SUBNET_A).contains(hands.bounds(TIER)));
    assertEquals(440, hands.bounds(SUBNET_A).right());
  }

  @Test
  void escapeBreaksOffAResize() {
    hands.press(440, 380).drag(500, 420);
    assertInstanceOf(Resizing.class, hands.state.tool());
    hands.key(Input.Key.ESCAPE);
    assertSame(start, hands.document());
    assertSame(start, hands.state.shown());
  }

  @Test
  void aHandleThatIsOnlyPressedChangesNothing() {
    hands.press(440, 380).release(440, 380);
    assertSame(start, hands.document());
  }
}
