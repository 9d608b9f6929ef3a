package dev.drawbridge.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyCombination.Modifier;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// Waits for the keys that are to be those of a command from now on. Keys of another command are asked for
/// twice, and then taken from that one; those of the canvas are not to be had.
final class KeyRecorder {
  private final Commands commands;
  private final Keymap keymap;
  private @Nullable Command wanted;
  private @Nullable KeyCombination asked;

  /// What came of a key.
  sealed interface Answer {
    /// Nothing yet: it was a modifier alone.
    record Waiting() implements Answer {}

    record Given() implements Answer {}

    record Cancelled() implements Answer {}

    record BelongsToCanvas(KeyCombination keys) implements Answer {}

    /// The next time they are taken from it.
    record BelongsTo(KeyCombination keys, Command other) implements Answer {}
  }

  KeyRecorder(Commands commands, Keymap keymap) {
    this.commands = commands;
    this.keymap = keymap;
  }

  void begin(Command command) {
    wanted = command;
    asked = null;
  }

  /// The command for which keys are awaited; empty for none.
  Optional<Command> wanted() {
    return Optional.ofNullable(wanted);
  }

  void cancel() {
    wanted = null;
  }

  Answer on(KeyEvent event) {
    Command command = wanted;
    if (command == null || event.getCode().isModifierKey()) {
      return new Answer.Waiting();
    }
    KeyCombination keys = keys(event);
    if (event.getCode() == KeyCode.ESCAPE) {
      wanted = null;
      return new Answer.Cancelled();
    }
    if (keys.equals(new KeyCodeCombination(KeyCode.BACK_SPACE))) {
      wanted = null;
      keymap.set(command.key(), List.of());
      return new Answer.Given();
    }
    if (Commands.belongsToCanvas(keys)) {
      return new Answer.BelongsToCanvas(keys);
    }
    Optional<Command> other = commands.owner(keys, command);
    if (other.isPresent() && !keys.equals(asked)) {
      asked = keys;
      return new Answer.BelongsTo(keys, other.get());
    }
    other.ifPresent(
        owner ->
            keymap.set(
                owner.key(), owner.bindings().stream().filter(one -> !one.equals(keys)).toList()));
    wanted = null;
    keymap.set(command.key(), List.of(keys));
    return new Answer.Given();
  }

  private static KeyCombination keys(KeyEvent event) {
    boolean mac =
        new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN)
            .getDisplayText()
            .startsWith("⌘");
    List<Modifier> held = new ArrayList<>();
    if (event.isShiftDown()) {
      held.add(KeyCombination.SHIFT_DOWN);
    }
    if (event.isAltDown()) {
      held.add(KeyCombination.ALT_DOWN);
    }
    if (event.isShortcutDown()) {
      held.add(KeyCombination.SHORTCUT_DOWN);
    }
    if (mac && event.isControlDown()) {
      held.add(KeyCombination.CONTROL_DOWN);
    }
    if (!mac && event.isMetaDown()) {
      held.add(KeyCombination.META_DOWN);
    }
    return new KeyCodeCombination(event.getCode(), held.toArray(Modifier[]::new));
  }
}
