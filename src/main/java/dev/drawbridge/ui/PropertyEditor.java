package dev.drawbridge.ui;

import dev.drawbridge.base.Messages;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.PropertyType;
import dev.drawbridge.catalog.TimeWindow;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Fields;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/// A control for one property: shows what the fields say, and gives back what the user enters if it is of
/// the property's type. Which control it is follows from the type alone.
abstract class PropertyEditor {
  private final Property<?> property;
  private final Consumer<Datum> commit;

  PropertyEditor(Property<?> property, Consumer<Datum> commit) {
    this.property = property;
    this.commit = commit;
  }

  /// What an editor says and whom it tells.
  ///
  /// @param commit told each value that was entered and is of the type
  /// @param complain told what is wrong with what stands in the field, and null when nothing is
  record Ears(Consumer<Datum> commit, Consumer<@Nullable String> complain) {}

  /// The editor of an element's property, with all that can be told of it there.
  ///
  /// @param about whose property it is
  static PropertyEditor of(Property<?> property, About about, Ears ears) {
    if (property.type() instanceof PropertyType.Shaped(String shape, var _)) {
      switch (shape) {
        case "cidr":
          return new AddressEditor(property, about, ears);
        case TimeWindow.DAILY_SHAPE, TimeWindow.WEEKLY_SHAPE:
          return new TimeWindowEditor(property, about, ears);
        default:
          break;
      }
    }
    if (about.isWeight(property)) {
      return new ShareEditor(property, about, ears);
    }
    return of(property, about.texts(), ears);
  }

  /// The editor of a value that stands by itself, such as a cell of a table.
  static PropertyEditor cell(Property<?> property, Texts texts, Ears ears) {
    return property.type() instanceof PropertyType.Choice<?> choice
        ? new ChoiceBoxEditor(property, choice, texts, ears.commit())
        : property.type() instanceof PropertyType.Whole
            ? LineEditor.plain(property, texts, ears)
            : of(property, texts, ears);
  }

  private static PropertyEditor of(Property<?> property, Texts texts, Ears ears) {
    return switch (property.type()) {
      case PropertyType.Flag _ -> new FlagEditor(property, ears.commit());
      case PropertyType.Choice<?> choice ->
          choice.constants().size() <= SegmentsEditor.MOST
              ? new SegmentsEditor(property, choice, texts, ears.commit())
              : new ChoiceBoxEditor(property, choice, texts, ears.commit());
      case PropertyType.Rows rows -> new RowsEditor(property, rows, texts, ears.commit());
      case PropertyType.Text _, PropertyType.Shaped _, PropertyType.Whole _ ->
          new LineEditor(property, texts, ears);
    };
  }

  abstract Node node();

  /// What stands for the editor: it has the name for tests and is marked where a finding leads to it.
  abstract Node focus();

  /// Puts the keyboard into the editor.
  void requestFocus() {
    focus().requestFocus();
  }

  /// Shows the value in the fields, or the default.
  abstract void show(Fields fields);

  /// Shows that several elements have different values.
  abstract void showMixed();

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

  /// A datum as it is typed.
  static String text(Datum datum) {
    return switch (datum) {
      case Datum.Text(String value) -> value;
      case Datum.Number(var value) -> value.toPlainString();
      case Datum.Flag(boolean value) -> String.valueOf(value);
      case Datum.Nothing _, Datum.Items _, Datum.Record _ -> "";
    };
  }

  /// How a choice is called.
  static String name(Property<?> property, String key, Messages messages) {
    String message = "choice." + property.name() + "." + key + ".name";
    return messages.has(message) ? messages.text(message) : key;
  }
}
