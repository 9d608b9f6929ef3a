package dev.drawbridge.ui;

import static dev.drawbridge.edit.SmallDesign.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Language;
import dev.drawbridge.edit.SmallDesign;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// The list that opens where something is dropped that no container takes.
class SurroundingPopupTest extends OpenWindow {
  private boolean isOpen() {
    return call(() -> window.navigation().chooser().isOpen());
  }

  private void openEmpty() {
    shortcut(KeyCode.N);
    assertEquals(Document.EMPTY, document());
  }

  @Test
  void aWebTierOnTheEmptyCanvasIsMadeWithAllThatItNeeds() {
    openEmpty();
    dragFromPalette("tier.web", "web tier", 500, 300);
    assertTrue(isOpen());
    assertEquals(
        "Web tier: what is to be around it?", lookup("#chooser-title").queryLabeled().getText());
    assertEquals(7, call(() -> session().state().shown().nodes().size()));
    push(KeyCode.ENTER);
    assertFalse(isOpen());
    Node web = document().nodes().getLast();
    assertEquals("tier.web", web.kind());
    assertEquals(2, web.spans().size());
    assertTrue(call(() -> window.canvas().isFocused()));
    shortcut(KeyCode.Z);
    assertEquals(Document.EMPTY, document());
  }

  @Test
  void escapeMakesNothing() {
    interact(() -> texts.language().set(Language.KOREAN));
    openEmpty();
    dragFromPalette("tier.web", "web tier", 500, 300);
    assertEquals("웹 티어: 어디에 둘까요?", lookup("#chooser-title").queryLabeled().getText());
    push(KeyCode.ESCAPE);
    assertFalse(isOpen());
    assertEquals(Document.EMPTY, document());
    assertEquals(Document.EMPTY, call(() -> session().state().shown()));
  }

  @Test
  void whatIsThereIsOfferedToo() {
    Document start = SmallDesign.document();
    open(start);
    interact(() -> session().update(state -> state.withCamera(state.camera().panned(-900, 0))));
    dragFromPalette("aws.bastion.session", "bastion", 1500, 300);
    assertTrue(isOpen());
    write("subnet-c").push(KeyCode.ENTER);
    assertEquals(SUBNET_C, document().nodes().getLast().parent());
    assertEquals(start.nodes().size() + 1, document().nodes().size());
  }

  @Test
  void theKeyboardAloneIsAskedTheSame() {
    openEmpty();
    interact(
        () -> {
          lookup("#palette-search").queryTextInputControl().setText("bastion");
          lookup("#palette-aws-bastion-session").query().requestFocus();
        });
    push(KeyCode.ENTER);
    assertTrue(isOpen());
    push(KeyCode.ENTER);
    assertEquals(5, document().nodes().size() - 1, "with an internet gateway");
  }
}
