package dev.drawbridge.editor;

import static dev.drawbridge.edit.SmallDesign.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import dev.drawbridge.draw.Picture;
import dev.drawbridge.edit.Move;
import dev.drawbridge.edit.SmallDesign;
import dev.drawbridge.model.Document;
import org.junit.jupiter.api.Test;

class EditorTest {
  private final Document start = SmallDesign.document();
  private final Hands hands = new Hands(start);

  @Test
  void aDesignIsDirtyUntilItIsTheSavedObjectAgain() {
    assertFalse(hands.state.isDirty());
    EditorState moved = hands.editor().commit(hands.state, Move.of(TIER, 8, 0));
    assertTrue(moved.isDirty());
    assertFalse(moved.withSaved(moved.document()).isDirty());
  }

  @Test
  void undoTakesTheSelectionOfWhatIsGone() {
    EditorState copied = hands.editor().duplicate(hands.state.withSelection(Selection.of(TIER)));
    assertEquals(1, copied.selection().ids().size());
    EditorState undone = hands.editor().undo(copied);
    assertTrue(undone.selection().isEmpty());
    assertEquals(start, undone.document());
  }

  @Test
  void deletingDeletesWhatIsSelected() {
    EditorState left = hands.editor().delete(hands.state.withSelection(Selection.of(TIER)));
    assertTrue(left.document().find(TIER).isEmpty());
    assertTrue(left.selection().isEmpty());
  }

  @Test
  void undoDuringADragBreaksItOffFirst() {
    hands.press(150, 310).drag(190, 310);
    EditorState undone = hands.editor().undo(hands.state);
    assertEquals(start, undone.shown());
    assertEquals(Idle.REST, undone.tool());
  }

  @Test
  void aNoticeIsGoneWithTheNextClick() {
    hands.dragFromTo(120, 190, 1500, 1500);
    assertNotNull(hands.state.notice());
    hands.press(1500, 1500);
    assertNull(hands.state.notice());
  }

  @Test
  void everyToolStateHasAnOverlay() {
    for (Language language : Language.values()) {
      hands.click(150, 310);
      int idle = marks(language);
      hands.press(150, 310).drag(700, 640);
      assertTrue(marks(language) > 0 && idle > 0);
      hands.key(Input.Key.ESCAPE).take("aws.subnet.public").drag(700, 640);
      assertTrue(marks(language) > 1);
      hands.key(Input.Key.ESCAPE).take("traffic").click(200, 320).hover(490, 60);
      assertTrue(marks(language) > 2);
      hands.key(Input.Key.ESCAPE);
    }
  }

  private int marks(Language language) {
    Picture overlay =
        Overlay.of(
            hands.state,
            hands.editor().view(hands.state),
            Overlay.Tints.LIGHT,
            Messages.in(language));
    return overlay.root().children().size();
  }
}
