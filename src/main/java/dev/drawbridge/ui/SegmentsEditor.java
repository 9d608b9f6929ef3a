package dev.drawbridge.ui;

import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.PropertyType;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Fields;
import java.util.function.Consumer;
import javafx.scene.Node;

/// One of a few, all of them in view.
final class SegmentsEditor extends PropertyEditor {
  /// How many fit beside each other; of more one is chosen from a list.
  static final int MOST = 3;

  /// In letters of the Latin alphabet; what is shorter finds room beside its label.
  private static final int SHORT = 12;

  private final SegmentedChoice<String> choice =
      new SegmentedChoice<>(key -> commit(Datum.of(key)));
  private final boolean wide;

  SegmentsEditor(
      Property<?> property, PropertyType.Choice<?> type, Texts texts, Consumer<Datum> commit) {
    super(property, commit);
    int letters = 0;
    for (Enum<?> constant : type.constants()) {
      String key = PropertyType.Choice.key(constant);
      String name = name(property, key, texts.messages());
      choice.add(
          key,
          "choice-" + property.name() + "-" + key,
          name,
          texts.get("property." + property.name() + ".name") + ": " + name);
      letters += name.codePoints().map(c -> c < 0x1100 ? 1 : 2).sum();
    }
    wide = letters > SHORT;
  }

  @Override
  Node node() {
    return choice.node();
  }

  @Override
  Node focus() {
    return choice.node();
  }

  @Override
  void requestFocus() {
    choice.requestFocus();
  }

  @Override
  boolean isWide() {
    return wide;
  }

  @Override
  void show(Fields fields) {
    choice.mark(datum(property(), fields) instanceof Datum.Text(String key) ? key : null);
  }

  @Override
  void showMixed() {
    choice.mark(null);
  }
}
