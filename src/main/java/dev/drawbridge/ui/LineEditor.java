package dev.drawbridge.ui;

import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.PropertyType;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Fields;
import java.text.Normalizer;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.controlsfx.control.textfield.CustomTextField;
import org.controlsfx.control.textfield.TextFields;
import org.jspecify.annotations.Nullable;

/// A value in one line: text, text of a shape, or a whole number with its unit and a stepper. What is not
/// valid stays in the field and is marked; it does not reach the document.
final class LineEditor extends PropertyEditor {
  /// By how much Page Up and Page Down change a number.
  private static final int LEAP = 10;

  private final CustomTextField field = new CustomTextField();
  private final Texts texts;
  private final Consumer<@Nullable String> complain;
  private String shown = "";
  private boolean mixed;

  LineEditor(Property<?> property, Texts texts, Ears ears) {
    this(property, texts, ears, true);
  }

  /// Without a stepper, for where there is little room; the keys count all the same.
  static LineEditor plain(Property<?> property, Texts texts, Ears ears) {
    return new LineEditor(property, texts, ears, false);
  }

  private LineEditor(Property<?> property, Texts texts, Ears ears, boolean steps) {
    super(property, ears.commit());
    this.texts = texts;
    this.complain = ears.complain();
    field.setMinWidth(50);
    if (property.type() instanceof PropertyType.Whole whole) {
      field.setRight(right(whole, steps));
      field.getStyleClass().add("number-field");
    }
    field.setMaxWidth(Double.MAX_VALUE);
    field.textProperty().addListener((_, _, _) -> judge());
    field.setOnAction(_ -> enter());
    field
        .focusedProperty()
        .addListener(
            (_, _, focused) -> {
              if (!focused) {
                enter();
              }
            });
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    if (!property.suggestions().isEmpty()) {
      TextFields.bindAutoCompletion(field, property.suggestions()).setOnAutoCompleted(_ -> enter());
    }
  }

  private HBox right(PropertyType.Whole whole, boolean steps) {
    Label unit = new Label(whole.unit());
    unit.getStyleClass().add("unit");
    HBox right = whole.unit().isEmpty() ? new HBox() : new HBox(unit);
    if (steps) {
      VBox stepper = new VBox(step(Glyph.UP, 1), step(Glyph.OPENED, -1));
      stepper.getStyleClass().add("steps");
      right.getChildren().add(stepper);
    }
    right.getStyleClass().add("unit-steps");
    return right;
  }

  /// For the mouse only: keys have the arrows.
  private Button step(Glyph glyph, int by) {
    Button button = new Button(null, glyph.node(8));
    button.getStyleClass().setAll("step");
    button.setFocusTraversable(false);
    button.setAccessibleText(texts.get(by > 0 ? "ui.inspector.more" : "ui.inspector.less"));
    button.setOnAction(_ -> change(by));
    return button;
  }

  @Override
  Node node() {
    return field;
  }

  @Override
  Node focus() {
    return field;
  }

  CustomTextField field() {
    return field;
  }

  @Override
  void show(Fields fields) {
    String now = text(datum(property(), fields));
    if (mixed || !now.equals(shown) || !field.isFocused()) {
      mixed = false;
      field.setPromptText("");
      shown = now;
      if (!field.getText().equals(now)) {
        field.setText(now);
      }
    }
    judge();
  }

  @Override
  void showMixed() {
    mixed = true;
    shown = "";
    field.setText("");
    field.setPromptText(texts.get("ui.inspector.mixed"));
    judge();
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && !field.getText().equals(shown)) {
      field.setText(shown);
      event.consume();
    } else if (property().type() instanceof PropertyType.Whole
        && !event.isAltDown()
        && !event.isShortcutDown()) {
      int by =
          switch (event.getCode()) {
            case UP -> 1;
            case DOWN -> -1;
            case PAGE_UP -> LEAP;
            case PAGE_DOWN -> -LEAP;
            default -> 0;
          };
      if (by != 0) {
        change(by);
        event.consume();
      }
    }
  }

  private void change(int by) {
    if (property().type() instanceof PropertyType.Whole whole) {
      number()
          .ifPresent(
              value -> {
                int next = (int) Math.clamp((long) value + by, whole.minimum(), whole.maximum());
                field.setText(String.valueOf(next));
                enter();
              });
    }
  }

  private Optional<Integer> number() {
    try {
      return Optional.of(Integer.parseInt(field.getText().strip()));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  /// What stands in the field, if it is of the type.
  @Nullable Datum entered() {
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

  private boolean isUntouched() {
    return mixed && field.getText().isBlank();
  }

  private void judge() {
    boolean good = isUntouched() || entered() != null;
    field.pseudoClassStateChanged(Pseudo.DANGER, !good);
    complain.accept(good ? null : expected(property(), texts));
  }

  /// What is expected of a property's value.
  static String expected(Property<?> property, Texts texts) {
    return switch (property.type()) {
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
    String text = field.getText().strip();
    if (datum != null && !isUntouched() && (mixed || !text.equals(shown))) {
      mixed = false;
      shown = text;
      commit(datum);
    }
  }
}
