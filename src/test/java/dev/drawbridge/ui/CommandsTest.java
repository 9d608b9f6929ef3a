package dev.drawbridge.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import java.util.Map;
import javafx.scene.input.KeyCharacterCombination;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;

class CommandsTest extends OpenWindow {
  @Test
  void noTwoCommandsClaimTheSameKeys() {
    assertEquals(Map.of(), window.commands().clashes());
  }

  @Test
  void everyKeyIsOneThatAKeyboardHas() {
    for (Command command : window.commands().all()) {
      for (KeyCombination binding : command.bindings()) {
        assertTrue(
            binding instanceof KeyCodeCombination
                || ((KeyCharacterCombination) binding).getCharacter().length() == 1,
            command.key() + ": " + binding);
      }
    }
  }

  @Test
  void everyCommandHasANameInBothLanguages() {
    for (Command command : window.commands().all()) {
      for (Language language : Language.values()) {
        assertTrue(Messages.in(language).has(command.nameKey()), command.key());
      }
    }
  }

  @Test
  void whatCannotBeDoneNowIsNotDone() {
    interact(() -> window.commands().get("undo").run());
    interact(() -> window.commands().get("delete").run());
    assertTrue(document().elements().isEmpty());
    assertTrue(lookup("#button-undo").query().isDisabled());
  }
}
