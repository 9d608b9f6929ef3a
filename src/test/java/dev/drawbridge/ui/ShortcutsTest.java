package dev.drawbridge.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Language;
import dev.drawbridge.edit.template.Template;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The sheet of shortcuts, and changing keys in it without a mouse.
class ShortcutsTest extends OpenWindow {
  @BeforeEach
  void openTheSheet() {
    open(Template.THREE_TIER.design(Language.ENGLISH));
    interact(() -> window.canvas().requestFocus());
    push(KeyCode.SHIFT, KeyCode.SLASH);
    until(() -> sheet().stage().isShowing());
  }

  @AfterEach
  void closeTheSheet() {
    interact(() -> sheet().hide());
  }

  private ShortcutWindow sheet() {
    return window.navigation().shortcuts();
  }

  private List<String> keys(String command) {
    return call(
        () -> window.commands().get(command).bindings().stream().map(Command::text).toList());
  }

  @SuppressWarnings("unchecked")
  private ListView<ShortcutWindow.Row> list() {
    return (ListView<ShortcutWindow.Row>) sheet().stage().getScene().lookup("#shortcuts-list");
  }

  private String told() {
    return call(
        () ->
            ((javafx.scene.control.Label) sheet().stage().getScene().lookup("#shortcuts-told"))
                .getText());
  }

  /// Chooses the command in the list and asks for other keys for it.
  private void change(String name) {
    interact(
        () -> {
          ListView<ShortcutWindow.Row> list = list();
          for (ShortcutWindow.Row row : list.getItems()) {
            if (row instanceof ShortcutWindow.Row.Entry entry && entry.name().equals(name)) {
              list.getSelectionModel().select(row);
            }
          }
          list.requestFocus();
        });
    push(KeyCode.ENTER);
    assertTrue(told().startsWith("Press the new keys for “" + name), told());
  }

  @Test
  void everyCommandAndEveryGestureIsInIt() {
    List<ShortcutWindow.Row> rows = call(() -> sheet().rows(""));
    long entries = rows.stream().filter(ShortcutWindow.Row.Entry.class::isInstance).count();
    assertEquals(window.commands().all().size() + Gesture.values().length, entries);
  }

  @Test
  void itIsSearchedByActionAndByKey() {
    List<ShortcutWindow.Row> found = call(() -> sheet().rows("ctrl+d"));
    assertEquals(2, found.size());
    ShortcutWindow.Row.Entry entry = (ShortcutWindow.Row.Entry) found.getLast();
    assertEquals("Duplicate", entry.name());
    assertEquals(List.of("Ctrl+D"), entry.keys());
    assertEquals(found, call(() -> sheet().rows("duplic")));
    assertEquals(List.of(), call(() -> sheet().rows("no such key")));
  }

  @Test
  void otherKeysDoWhatTheCommandDoesAndTheOldOnesNoMore() {
    change("Select all");
    push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.Q);
    assertEquals(List.of("Ctrl+Alt+Q"), keys("select-all"));
    assertEquals("Enter or a double click changes the keys of a command.", told());
    interact(
        () -> {
          sheet().hide();
          window.canvas().requestFocus();
        });
    shortcut(KeyCode.A);
    assertTrue(call(() -> session().state().selection().isEmpty()));
    push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.Q);
    assertFalse(call(() -> session().state().selection().isEmpty()));
    assertEquals(
        KeyCombination.valueOf("Shortcut+Alt+Q"),
        call(() -> menuItem("select-all").getAccelerator()));
  }

  private MenuItem menuItem(String command) {
    return ((MenuBar) window.canvas().getScene().lookup("#menu"))
        .getMenus().stream()
            .flatMap(menu -> menu.getItems().stream())
            .filter(item -> ("menu-" + command).equals(item.getId()))
            .findFirst()
            .orElseThrow();
  }

  @Test
  void keysOfAnotherCommandAreTakenOnlyWhenAskedForTwice() {
    change("Select all");
    push(KeyCode.CONTROL, KeyCode.D);
    assertTrue(told().startsWith("Ctrl+D is taken by “Duplicate”"), told());
    assertEquals(List.of("Ctrl+D"), keys("duplicate"));
    push(KeyCode.CONTROL, KeyCode.D);
    assertEquals(List.of("Ctrl+D"), keys("select-all"));
    assertEquals(List.of(), keys("duplicate"));
    assertEquals(Map.of(), call(() -> window.commands().clashes()));
  }

  @Test
  void keysOfTheCanvasAreNotToBeHad() {
    change("Select all");
    push(KeyCode.SHIFT, KeyCode.TAB);
    assertTrue(told().startsWith("Shift+Tab belongs to the canvas"), told());
    push(KeyCode.ESCAPE);
    assertEquals(List.of("Ctrl+A"), keys("select-all"));
    assertTrue(call(() -> sheet().stage().isShowing()));
  }

  @Test
  void backspaceLeavesItWithoutKeysAndTheDefaultComesBack() {
    change("Select all");
    push(KeyCode.BACK_SPACE);
    assertEquals(List.of(), keys("select-all"));
    interact(
        () ->
            ((javafx.scene.control.Button) sheet().stage().getScene().lookup("#shortcuts-reset"))
                .fire());
    assertEquals(List.of("Ctrl+A"), keys("select-all"));
    change("Redo");
    push(KeyCode.F7);
    assertEquals(List.of("F7"), keys("redo"));
    interact(
        () ->
            ((javafx.scene.control.Button)
                    sheet().stage().getScene().lookup("#shortcuts-reset-all"))
                .fire());
    assertEquals(2, keys("redo").size());
  }
}
