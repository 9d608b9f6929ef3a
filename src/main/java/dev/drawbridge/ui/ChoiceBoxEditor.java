package dev.drawbridge.ui;

import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.PropertyType;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Fields;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;

/// One of many, from a list that opens.
final class ChoiceBoxEditor extends PropertyEditor {
  private final ComboBox<String> box = new ComboBox<>();
  private final Texts texts;
  private boolean showing;

  ChoiceBoxEditor(
      Property<?> property, PropertyType.Choice<?> type, Texts texts, Consumer<Datum> commit) {
    super(property, commit);
    this.texts = texts;
    type.constants().forEach(constant -> box.getItems().add(PropertyType.Choice.key(constant)));
    box.setMaxWidth(Double.MAX_VALUE);
    box.setMinWidth(60);
    box.setCellFactory(_ -> new Named());
    box.setButtonCell(new Named());
    box.valueProperty()
        .addListener(
            (_, _, key) -> {
              if (!showing && key != null) {
                commit(Datum.of(key));
              }
            });
  }

  @Override
  Node node() {
    return box;
  }

  @Override
  Node focus() {
    return box;
  }

  @Override
  void show(Fields fields) {
    set(datum(property(), fields) instanceof Datum.Text(String key) ? key : null);
  }

  @Override
  void showMixed() {
    box.setPromptText(texts.get("ui.inspector.mixed"));
    set(null);
  }

  private void set(@Nullable String key) {
    showing = true;
    box.setValue(key);
    showing = false;
  }

  private final class Named extends ListCell<String> {
    @Override
    protected void updateItem(@Nullable String key, boolean empty) {
      super.updateItem(key, empty);
      setText(empty || key == null ? box.getPromptText() : name(property(), key, texts.messages()));
    }
  }
}
