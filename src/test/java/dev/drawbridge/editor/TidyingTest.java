package dev.drawbridge.editor;

import static dev.drawbridge.edit.SmallDesign.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.drawbridge.edit.SmallDesign;
import dev.drawbridge.model.Document;
import java.util.List;
import org.junit.jupiter.api.Test;

class TidyingTest {
  private final Document start = SmallDesign.document();
  private final Hands hands = new Hands(start);

  private void tidy() {
    hands.state =
        hands
            .editor()
            .commit(hands.state, Editor.tidied(hands.document(), hands.state.selection()));
  }

  @Test
  void withNothingSelectedEverythingIsTidiedInOneStep() {
    tidy();
    assertNotEquals(start, hands.document());
    assertEquals(1, hands.state.history().undoable().size());
    assertEquals(start.node(BALANCER).spans(), hands.document().node(BALANCER).spans());
    hands.state = hands.editor().undo(hands.state);
    assertEquals(start, hands.document());
  }

  @Test
  void theSelectionIsTidiedAndStaysSelected() {
    hands.state = hands.state.withSelection(Selection.of(SUBNET_A));
    tidy();
    assertNotEquals(start.node(TIER).bounds(), hands.document().node(TIER).bounds());
    assertEquals(start.node(VPC), hands.document().node(VPC));
    assertEquals(List.of(SUBNET_A), List.copyOf(hands.state.selection().ids()));
  }

  @Test
  void whatIsInOrderIsLeftAlone() {
    tidy();
    Document tidied = hands.document();
    tidy();
    assertSame(tidied, hands.document());
    assertEquals(1, hands.state.history().undoable().size());
  }

  @Test
  void aGestureUnderWayIsBrokenOffFirst() {
    hands.press(150, 310).drag(190, 330);
    hands.state = hands.state.withSelection(Selection.of(SUBNET_A));
    tidy();
    assertSame(hands.document(), hands.state.shown());
    assertEquals(1, hands.state.history().undoable().size());
  }
}
