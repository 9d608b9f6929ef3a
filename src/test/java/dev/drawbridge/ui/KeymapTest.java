package dev.drawbridge.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Fields;
import java.util.List;
import java.util.Map;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;

class KeymapTest {
  private static final KeyCombination KEYS = KeyCombination.valueOf("Shortcut+Alt+U");
  private static final KeyCombination PLAIN = KeyCombination.valueOf("Shift+F7");

  private final Commands commands = new Commands();
  private final Keymap keymap = new Keymap();

  KeymapTest() {
    commands.add("undo", null, () -> {}, "Shortcut+Z");
    commands.add("redo", null, () -> {}, "Shortcut+Shift+Z", "Shortcut+Y");
  }

  private List<String> keys(String command) {
    return commands.get(command).bindings().stream().map(KeyCombination::getName).toList();
  }

  @Test
  void commandsHaveTheKeysThatWereChosenAndGetTheirsBack() {
    keymap.set("redo", List.of(PLAIN));
    commands.follow(keymap);
    assertEquals(List.of("Shift+F7"), keys("redo"));
    keymap.set("undo", List.of(KEYS));
    assertEquals(List.of(KEYS), commands.get("undo").bindings());
    keymap.reset("redo");
    assertEquals(2, keys("redo").size());
    keymap.resetAll();
    assertEquals(List.of("Shortcut+Z"), keys("undo"));
  }

  @Test
  void aCommandMayHaveNoKeys() {
    commands.follow(keymap);
    keymap.set("undo", List.of());
    assertEquals("", commands.get("undo").shortcut());
  }

  @Test
  void clashesOfWhatWasChosenAreFound() {
    commands.follow(keymap);
    assertEquals(Map.of(), commands.clashes());
    keymap.set("undo", List.of(KeyCombination.valueOf("Shortcut+Y")));
    assertEquals(
        Map.of(KeyCombination.valueOf("Shortcut+Y"), List.of("undo", "redo")), commands.clashes());
    assertEquals(
        "undo",
        commands
            .owner(KeyCombination.valueOf("Shortcut+Y"), commands.get("redo"))
            .orElseThrow()
            .key());
  }

  @Test
  void itIsFoundAgainAsItWasKept() {
    keymap.set("undo", List.of(KEYS, PLAIN));
    keymap.set("redo", List.of());
    keymap.set("of-a-later-version", List.of(PLAIN));
    Keymap again = new Keymap();
    again.read(keymap.datum());
    assertEquals(keymap.changes(), again.changes());
    commands.follow(again);
    assertEquals(List.of(KEYS, PLAIN), commands.get("undo").bindings());
  }

  @Test
  void whatIsNoKeyIsLeftOut() {
    Datum kept =
        Datum.of(
            Fields.NONE
                .with(
                    "undo",
                    new Datum.Items(
                        List.of(Datum.of("Ctrl+Nonsense"), Datum.of(7), Datum.of("Shift+F7"))))
                .with("redo", Datum.of("Shift+F7")));
    keymap.read(kept);
    assertEquals(Map.of("undo", List.of(PLAIN)), keymap.changes());
    keymap.read(null);
    keymap.read(Datum.of("nothing of the kind"));
    assertEquals(Map.of("undo", List.of(PLAIN)), keymap.changes());
  }
}
