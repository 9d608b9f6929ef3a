package dev.drawbridge.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.edit.Move;
import dev.drawbridge.edit.SmallDesign;
import dev.drawbridge.model.Document;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Tidying up, as it is seen.
class TidyingWindowTest extends OpenWindow {
  private final Document start = SmallDesign.document();
  private final List<Document> seen = new ArrayList<>();

  @BeforeEach
  void openTheDesign() {
    open(start);
    interact(
        () -> {
          window.canvas().requestFocus();
          session()
              .stateProperty()
              .addListener((InvalidationListener) _ -> seen.add(session().state().shown()));
        });
  }

  @Test
  void everythingGlidesToItsPlaceAndIsOneStep() {
    interact(() -> appearance.stillProperty().set(false));
    shortcut(KeyCode.SHIFT, KeyCode.T);
    assertNotEquals(start, document());
    assertEquals(1, call(() -> session().state().history().undoable().size()));
    assertSame(document(), call(() -> session().state().shown()));
    Document between =
        seen.stream()
            .filter(shown -> !shown.equals(start) && !shown.equals(document()))
            .findFirst()
            .orElse(null);
    assertNotNull(between, "nothing was seen on its way");
    shortcut(KeyCode.Z);
    assertEquals(start, document());
  }

  @Test
  void whereTheSystemAsksForLessMotionEverythingIsThereAtOnce() {
    interact(() -> appearance.stillProperty().set(true));
    shortcut(KeyCode.SHIFT, KeyCode.T);
    assertNotEquals(start, document());
    assertTrue(seen.stream().allMatch(shown -> shown.equals(start) || shown.equals(document())));
  }

  @Test
  void undoInTheMiddleOfItShowsWhatWasThereBefore() {
    interact(() -> appearance.stillProperty().set(false));
    interact(() -> window.commands().get("tidy").run());
    until(() -> session().state().history().canUndo());
    interact(() -> session().update(session().editor()::undo));
    until(window::isAtRest);
    assertEquals(start, document());
    assertEquals(start, call(() -> session().state().shown()));
  }

  @Test
  void aDesignThatWasChangedMeanwhileStaysAsItIs() {
    interact(
        () -> {
          window.commands().get("tidy").run();
          session().commit(Move.of(SmallDesign.TIER, 8, 0));
        });
    Document changed = document();
    until(window::isAtRest);
    assertSame(changed, document());
    assertFalse(call(() -> session().state().notice().text(texts.messages())).isEmpty());
  }
}
