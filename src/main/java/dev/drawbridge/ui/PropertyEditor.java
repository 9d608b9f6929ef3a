package dev.drawbridge.ui;

import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.PropertyType;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Fields;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.controlsfx.control.ToggleSwitch;
import org.controlsfx.control.textfield.CustomTextField;
import org.controlsfx.control.textfield.TextFields;
import org.jspecify.annotations.Nullable;

/// A control for one property: shows what the fields say, and gives back what the user enters if it is of
/// the property's type.
abstract class PropertyEditor {
  private final Property<?> property;
  private final Consumer<Datum> commit;

  private PropertyEditor(Property<?> property, Consumer<Datum> commit) {
    this.property = property;
    this.commit = commit;
  }

  /// @param commit told each value that was entered and is of the type
  /// @param complain told what is expected while that is not met, and null when it is again
  static PropertyEditor of(
      Property<?> property,
      Texts texts,
      Consumer<Datum> commit,
      Consumer<@Nullable String> complain) {
    return switch (property.type()) {
      case PropertyType.Flag _ -> new Flag(property, commit);
      case PropertyType.Choice<?> choice -> new Choice(property, choice, texts, commit);
      case PropertyType.Rows rows -> new Rows(property, rows, texts, commit);
      case PropertyType.Text _, PropertyType.Shaped _, PropertyType.Whole _ ->
          new Line(property, texts, commit, complain);
    };
  }

  abstract Node node();

  /// What takes the focus.
  abstract Node focus();

  /// Shows the value in the fields, or the default.
  abstract void show(Fields fields);

  /// Whether the editor needs the whole width below its label.
  boolean isWide() {
    return false;
  }

  Property<?> property() {
    return property;
  }

  final void commit(Datum value) {
    commit.accept(value);
  }

  /// What stands in the file, or would if it were told: the default.
  static <T> Datum datum(Property<T> property, Fields fields) {
    Datum datum = fields.get(property.name());
    return datum == null ? property.type().write(property.fallback()) : datum;
  }

  private static final class Line extends PropertyEditor {
    private final CustomTextField field = new CustomTextField();
    private final Texts texts;
    private final Consumer<@Nullable String> complain;
    private String shown = "";

    Line(
        Property<?> property,
        Texts texts,
        Consumer<Datum> commit,
        Consumer<@Nullable String> complain) {
      super(property, commit);
      this.texts = texts;
      this.complain = complain;
      field.setMinWidth(50);
      if (property.type() instanceof PropertyType.Whole(int _, int _, String unit)
          && !unit.isEmpty()) {
        Label label = new Label(unit);
        label.getStyleClass().add("unit");
        field.setRight(label);
      }
      field.setMaxWidth(Double.MAX_VALUE);
      field.textProperty().addListener((_, _, _) -> judge());
      field.setOnAction(_ -> enter());
      field
          .focusedProperty()
          .addListener(
              (_, _, focused) -> {
                if (!focused) {
                  leave();
                }
              });
      field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
      if (!property.suggestions().isEmpty()) {
        TextFields.bindAutoCompletion(field, property.suggestions())
            .setOnAutoCompleted(_ -> enter());
      }
    }

    @Override
    Node node() {
      return field;
    }

    @Override
    Node focus() {
      return field;
    }

    @Override
    void show(Fields fields) {
      String now = text(datum(property(), fields));
      if (!now.equals(shown) || !field.isFocused()) {
        shown = now;
        if (!field.getText().equals(now)) {
          field.setText(now);
        }
      }
      judge();
    }

    private void key(KeyEvent event) {
      if (event.getCode() == KeyCode.ESCAPE && !field.getText().equals(shown)) {
        field.setText(shown);
        event.consume();
      } else if (property().type() instanceof PropertyType.Whole whole
          && (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN)) {
        int step = event.getCode() == KeyCode.UP ? 1 : -1;
        number()
            .ifPresent(
                value -> {
                  int next =
                      (int) Math.clamp((long) value + step, whole.minimum(), whole.maximum());
                  field.setText(String.valueOf(next));
                  enter();
                });
        event.consume();
      }
    }

    private Optional<Integer> number() {
      try {
        return Optional.of(Integer.parseInt(field.getText().strip()));
      } catch (NumberFormatException e) {
        return Optional.empty();
      }
    }

    private @Nullable Datum entered() {
      String text = field.getText().strip();
      Datum datum;
      if (property().type() instanceof PropertyType.Whole) {
        Optional<Integer> value = number();
        if (value.isEmpty()) {
          return null;
        }
        datum = Datum.of(value.get().longValue());
      } else {
        datum = Datum.of(Normalizer.normalize(text, Normalizer.Form.NFC));
      }
      return property().type().read(datum).isPresent() ? datum : null;
    }

    private void judge() {
      boolean good = entered() != null;
      field.pseudoClassStateChanged(Pseudo.DANGER, !good);
      complain.accept(good ? null : expected());
    }

    private String expected() {
      return switch (property().type()) {
        case PropertyType.Whole(int minimum, int maximum, String unit) ->
            texts
                .get(
                    "ui.inspector.expected.whole",
                    String.valueOf(minimum),
                    String.valueOf(maximum),
                    unit)
                .strip();
        case PropertyType.Shaped(String shape, var _) ->
            texts.get("ui.inspector.expected", texts.get("shape." + shape + ".expected"));
        case PropertyType.Text(int maximum) ->
            texts.get("ui.inspector.expected.text", String.valueOf(maximum));
        case PropertyType.Flag _, PropertyType.Choice<?> _, PropertyType.Rows _ -> "";
      };
    }

    private void enter() {
      Datum datum = entered();
      if (datum != null && !field.getText().strip().equals(shown)) {
        shown = field.getText().strip();
        commit(datum);
      }
    }

    /// What is not valid stays in the field and is marked; it does not reach the document.
    private void leave() {
      enter();
    }

    private static String text(Datum datum) {
      return switch (datum) {
        case Datum.Text(String value) -> value;
        case Datum.Number(var value) -> value.toPlainString();
        case Datum.Flag(boolean value) -> String.valueOf(value);
        case Datum.Nothing _, Datum.Items _, Datum.Record _ -> "";
      };
    }
  }

  private static final class Flag extends PropertyEditor {
    private final ToggleSwitch toggle = new ToggleSwitch();
    private boolean showing;

    Flag(Property<?> property, Consumer<Datum> commit) {
      super(property, commit);
      toggle.setFocusTraversable(true);
      toggle
          .selectedProperty()
          .addListener(
              (_, _, on) -> {
                if (!showing) {
                  commit(Datum.of((boolean) on));
                }
              });
    }

    @Override
    Node node() {
      return toggle;
    }

    @Override
    Node focus() {
      return toggle;
    }

    @Override
    void show(Fields fields) {
      showing = true;
      toggle.setSelected(datum(property(), fields) instanceof Datum.Flag(boolean value) && value);
      showing = false;
    }
  }

  private static final class Choice extends PropertyEditor {
    private final ComboBox<String> box = new ComboBox<>();
    private boolean showing;

    Choice(Property<?> property, PropertyType.Choice<?> type, Texts texts, Consumer<Datum> commit) {
      super(property, commit);
      type.constants().forEach(constant -> box.getItems().add(PropertyType.Choice.key(constant)));
      box.setMaxWidth(Double.MAX_VALUE);
      box.setMinWidth(60);
      box.setCellFactory(_ -> new Named(property.name(), texts));
      box.setButtonCell(new Named(property.name(), texts));
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
      showing = true;
      box.setValue(datum(property(), fields) instanceof Datum.Text(String key) ? key : null);
      showing = false;
    }

    private static final class Named extends ListCell<String> {
      private final String property;
      private final Texts texts;

      Named(String property, Texts texts) {
        this.property = property;
        this.texts = texts;
      }

      @Override
      protected void updateItem(@Nullable String key, boolean empty) {
        super.updateItem(key, empty);
        String message = "choice." + property + "." + key + ".name";
        setText(
            empty || key == null ? null : texts.messages().has(message) ? texts.get(message) : key);
      }
    }
  }

  private static final class Rows extends PropertyEditor {
    private final RowsEditor editor;

    Rows(Property<?> property, PropertyType.Rows type, Texts texts, Consumer<Datum> commit) {
      super(property, commit);
      editor = new RowsEditor(type.columns(), texts, rows -> commit(type.write(List.copyOf(rows))));
    }

    @Override
    Node node() {
      return editor;
    }

    @Override
    Node focus() {
      return editor;
    }

    @Override
    boolean isWide() {
      return true;
    }

    @Override
    void show(Fields fields) {
      editor.show(
          ((PropertyType.Rows) property().type())
              .read(datum(property(), fields))
              .orElse(List.of()));
    }
  }
}
