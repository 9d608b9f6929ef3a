package dev.drawbridge.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.input.KeyCharacterCombination;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;

class CommandsTest extends OpenWindow {
  private static final Pattern MNEMONIC = Pattern.compile("_(.)");

  @Test
  void noTwoCommandsClaimTheSameKeys() {
    assertEquals(Map.of(), window.commands().clashes());
  }

  /// The letter with which Alt opens a menu is no key of a command, which would go before it.
  @Test
  void noMenuIsOpenedWithTheKeyOfACommand() {
    for (Language language : Language.values()) {
      Messages messages = Messages.in(language);
      Set<String> letters = new HashSet<>();
      for (String key : messages.keys()) {
        Matcher letter = MNEMONIC.matcher(messages.text(key));
        if (key.startsWith("menu.") && letter.find()) {
          String keys = "Alt+" + letter.group(1).toUpperCase(Locale.ROOT);
          assertTrue(letters.add(keys), keys + " opens two menus");
          for (Command command : window.commands().all()) {
            assertFalse(
                command.bindings().contains(KeyCombination.valueOf(keys)),
                keys + " opens " + messages.text(key) + " and does " + command.key());
          }
        }
      }
      assertEquals(6, letters.size());
    }
  }

  /// The canvas and whatever has the focus need these for themselves.
  @Test
  void noCommandTakesAKeyOfTheCanvas() {
    assertTrue(Commands.belongsToCanvas(KeyCombination.valueOf("Shift+Tab")));
    for (Command command : window.commands().all()) {
      assertTrue(command.bindings().stream().noneMatch(Commands::belongsToCanvas), command.key());
    }
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
