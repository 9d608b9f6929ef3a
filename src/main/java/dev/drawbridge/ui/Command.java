package dev.drawbridge.ui;

import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.input.KeyCombination;
import org.jspecify.annotations.Nullable;

/// Something that the user can have done, by menu, button or key.
///
/// @param key in message keys: `command.<key>.name`
/// @param bindings the keys for it, the one that menus show first; may be empty
/// @param glyph its sign; null for none
/// @param possible whether it can be done now
record Command(
    String key,
    List<KeyCombination> bindings,
    @Nullable Glyph glyph,
    ObservableBooleanValue possible,
    Runnable action) {
  Command {
    bindings = List.copyOf(bindings);
  }

  String nameKey() {
    return "command." + key + ".name";
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
