package dev.drawbridge.ui;

import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.PropertyType;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.function.Consumer;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/// One of a few, all of them in view.
final class SegmentsEditor extends PropertyEditor {
  /// How many fit beside each other; of more one is chosen from a list.
  static final int MOST = 3;

  /// In letters of the Latin alphabet; what is shorter finds room beside its label.
  private static final int SHORT = 12;

  private final Segments segments = new Segments();
  private final SequencedMap<String, ToggleButton> buttons = new LinkedHashMap<>();
  private final boolean wide;
  private @Nullable String shown;

  SegmentsEditor(
      Property<?> property, PropertyType.Choice<?> type, Texts texts, Consumer<Datum> commit) {
    super(property, commit);
    int letters = 0;
    for (Enum<?> constant : type.constants()) {
      String key = PropertyType.Choice.key(constant);
      String name = name(property, key, texts.messages());
      ToggleButton button = new ToggleButton(name);
      button.getStyleClass().add("segment");
      button.setId("choice-" + property.name() + "-" + key);
      button.setAccessibleText(texts.get("property." + property.name() + ".name") + ": " + name);
      button.setAccessibleRole(AccessibleRole.RADIO_BUTTON);
      button.setMinWidth(0);
      button.setOnAction(_ -> choose(key));
      button.addEventHandler(KeyEvent.KEY_PRESSED, event -> key(event, key));
      buttons.put(key, button);
      segments.add(button);
      letters += name.codePoints().map(c -> c < 0x1100 ? 1 : 2).sum();
    }
    wide = letters > SHORT;
    segments.setAccessibleRole(AccessibleRole.PARENT);
  }

  @Override
  Node node() {
    return segments;
  }

  @Override
  Node focus() {
    return segments;
  }

  @Override
  void requestFocus() {
    entry().requestFocus();
  }

  @Override
  boolean isWide() {
    return wide;
  }

  /// What the keyboard goes to: Tab goes in and out of the control as one, arrows choose within it.
  private ToggleButton entry() {
    ToggleButton chosen = shown == null ? null : buttons.get(shown);
    return chosen == null ? buttons.firstEntry().getValue() : chosen;
  }

  @Override
  void show(Fields fields) {
    mark(datum(property(), fields) instanceof Datum.Text(String key) ? key : null);
  }

  @Override
  void showMixed() {
    mark(null);
  }

  private void mark(@Nullable String chosen) {
    shown = chosen;
    buttons.forEach((key, button) -> button.setSelected(key.equals(chosen)));
    ToggleButton entry = entry();
    buttons.values().forEach(button -> button.setFocusTraversable(button == entry));
  }

  private void choose(String key) {
    boolean changed = !Objects.equals(key, shown);
    mark(key);
    if (changed) {
      commit(Datum.of(key));
    }
  }

  private void key(KeyEvent event, String from) {
    int by =
        event.getCode() == KeyCode.LEFT || event.getCode() == KeyCode.UP
            ? -1
            : event.getCode() == KeyCode.RIGHT || event.getCode() == KeyCode.DOWN ? 1 : 0;
    if (by != 0) {
      List<String> keys = List.copyOf(buttons.keySet());
      int index = keys.indexOf(from) + by;
      if (index >= 0 && index < keys.size()) {
        choose(keys.get(index));
        requestFocus();
      }
      event.consume();
    }
  }
}
