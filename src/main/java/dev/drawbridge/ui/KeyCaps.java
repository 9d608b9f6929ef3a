package dev.drawbridge.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;

/// Keys as they are printed on a keyboard, each in a frame of its own.
final class KeyCaps {
  private KeyCaps() {}

  /// @param shortcut as [Command#text] writes it: `Ctrl+Shift+P`; may be empty
  static List<Label> of(String shortcut) {
    List<Label> caps = new ArrayList<>();
    for (String key : shortcut.split("\\+(?=.)")) {
      if (!key.isEmpty()) {
        Label cap = new Label(key);
        cap.getStyleClass().add("key");
        caps.add(cap);
      }
    }
    return caps;
  }
}
