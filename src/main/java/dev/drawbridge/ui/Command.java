package dev.drawbridge.ui;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableObjectValue;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/// Something that the user can have done, by menu, button or key.
///
/// @param key in message keys: `command.<key>.name`
/// @param section the menu it belongs to, in message keys: `menu.<section>.name`
/// @param keys the keys for it, the ones that menus show first; may be empty
/// @param glyph its sign; null for none
/// @param possible whether it can be done now
record Command(
    String key,
    String section,
    ObservableObjectValue<List<KeyCombination>> keys,
    @Nullable Glyph glyph,
    ObservableBooleanValue possible,
    Runnable action) {

  String nameKey() {
    return "command." + key + ".name";
  }

  List<KeyCombination> bindings() {
    return keys.get();
  }

  /// The first of its keys in words; empty where there are none.
  String shortcut() {
    return bindings().isEmpty() ? "" : text(bindings().getFirst());
  }

  /// Keys as they are called: `Ctrl+Backspace`.
  static String text(KeyCombination keys) {
    return keys.getDisplayText().replace("Back_Space", "Backspace").replace('_', ' ');
  }

  BooleanBinding impossible() {
    return Bindings.createBooleanBinding(() -> !possible.get(), possible);
  }

  void run() {
    if (possible.get()) {
      action.run();
    }
  }
}
