package dev.drawbridge.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// One of a few, all of them in view. Tab goes in and out of it as one, arrows choose within it.
final class SegmentedChoice<T> {
  private final Segments segments = new Segments();
  private final SequencedMap<T, ToggleButton> buttons = new LinkedHashMap<>();
  private final Consumer<T> chosen;
  private @Nullable T shown;

  /// @param chosen told what the user chooses
  SegmentedChoice(Consumer<T> chosen) {
    this.chosen = chosen;
    segments.setAccessibleRole(AccessibleRole.PARENT);
  }

  /// @param described its name together with what it is chosen for, for screen readers
  ToggleButton add(T value, String id, String name, String described) {
    ToggleButton button = new ToggleButton(name);
    button.getStyleClass().add("segment");
    button.setId(id);
    button.setAccessibleText(described);
    button.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
    button.setMinWidth(0);
    button.setOnAction(_ -> choose(value));
    button.addEventHandler(KeyEvent.KEY_PRESSED, event -> key(event, value));
    buttons.put(value, button);
    segments.add(button);
    mark(shown);
    return button;
  }

  Segments node() {
    return segments;
  }

  @Nullable T shown() {
    return shown;
  }

  void requestFocus() {
    entry().requestFocus();
  }

  /// What the keyboard goes to.
  private ToggleButton entry() {
    ToggleButton found = shown == null ? null : buttons.get(shown);
    return found == null ? buttons.firstEntry().getValue() : found;
  }

  /// Shows what is chosen, without telling.
  ///
  /// @param value null for none
  void mark(@Nullable T value) {
    shown = value;
    buttons.forEach((key, button) -> button.setSelected(key.equals(value)));
    ToggleButton entry = entry();
    buttons.values().forEach(button -> button.setFocusTraversable(button == entry));
  }

  private void choose(T value) {
    boolean changed = !Objects.equals(value, shown);
    mark(value);
    if (changed) {
      chosen.accept(value);
    }
  }

  private void key(KeyEvent event, T from) {
    int by =
        switch (event.getCode()) {
          case LEFT, UP -> -1;
          case RIGHT, DOWN -> 1;
          default -> 0;
        };
    if (by != 0) {
      List<T> values = new ArrayList<>();
      buttons.forEach(
          (value, button) -> {
            if (!button.isDisabled()) {
              values.add(value);
            }
          });
      int index = values.indexOf(from) + by;
      if (index >= 0 && index < values.size()) {
        choose(values.get(index));
        requestFocus();
      }
      event.consume();
    }
  }
}
