package dev.drawbridge.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.drawbridge.base.Rect;
import dev.drawbridge.edit.SmallDesign;
import dev.drawbridge.model.ElementId;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PickingTest {
  private final Hands hands = new Hands(SmallDesign.document());

  PickingTest() {
    hands.state = hands.editor().begin(hands.state, Picking.among(Set.of(SmallDesign.TIER)));
  }

  private ElementId picked() {
    return hands.state.tool() instanceof Picking picking ? picking.picked() : null;
  }

  private ElementId over() {
    return hands.state.tool() instanceof Picking picking ? picking.over() : null;
  }

  @Test
  void aClickOnWhatMayBePickedPicksItAndChangesNothing() {
    var before = hands.state.document();
    Rect tier = hands.bounds(SmallDesign.TIER);
    hands.hover(tier.centerX(), tier.centerY());
    assertEquals(SmallDesign.TIER, over());
    hands.click(tier.centerX(), tier.centerY());
    assertEquals(SmallDesign.TIER, picked());
    assertEquals(before, hands.state.document());
    assertEquals(Selection.NONE, hands.state.selection());
  }

  @Test
  void aClickOnSomethingElseGivesUp() {
    Rect balancer = hands.bounds(SmallDesign.BALANCER);
    hands.hover(balancer.centerX(), balancer.centerY());
    assertNull(over());
    hands.click(balancer.centerX(), balancer.centerY());
    assertEquals(Idle.REST, hands.state.tool());
  }

  @Test
  void escapeGivesUp() {
    hands.key(Input.Key.ESCAPE);
    assertEquals(Idle.REST, hands.state.tool());
  }
}
