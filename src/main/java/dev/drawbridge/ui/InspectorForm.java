package dev.drawbridge.ui;

import java.util.function.BiConsumer;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The two columns of the inspector, with section titles and, below a field, what is wrong with it.
final class InspectorForm extends VBox {
  private final BiConsumer<String, String> help;
  private GridPane grid = new GridPane();
  private int row;

  /// @param help shows a title and a text for the field that is looked at
  InspectorForm(BiConsumer<String, String> help) {
    this.help = help;
    getStyleClass().add("inspector-form");
  }

  void section(String title) {
    Label label = new Label(title);
    label.getStyleClass().add("section-title");
    grid = new GridPane();
    grid.getStyleClass().add("inspector-grid");
    ColumnConstraints names = new ColumnConstraints();
    names.setPercentWidth(47);
    names.setHalignment(HPos.LEFT);
    ColumnConstraints values = new ColumnConstraints();
    values.setPercentWidth(53);
    values.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(names, values);
    row = 0;
    getChildren().addAll(label, grid);
  }

  /// A labelled field.
  ///
  /// @param beside stands behind the label, such as a button that takes the value back
  /// @param error below the field
  Label field(String name, String explanation, Node editor, Node focus, Node beside, Label error) {
    Label label = new Label(name);
    label.setWrapText(true);
    label.setLabelFor(focus);
    label.getStyleClass().add("field-name");
    HBox left = new HBox(label, beside);
    left.getStyleClass().add("field-label");
    focus.setAccessibleHelp(explanation);
    if (focus.getAccessibleText() == null) {
      focus.setAccessibleText(name);
    }
    explain(left, focus, name, explanation);
    grid.add(left, 0, row);
    GridPane.setValignment(left, VPos.TOP);
    grid.add(editor, 1, row);
    GridPane.setHgrow(editor, Priority.ALWAYS);
    error.getStyleClass().add("field-error");
    error.setWrapText(true);
    grid.add(error, 0, row + 1, 2, 1);
    row += 2;
    return label;
  }

  /// A labelled editor that takes the whole width.
  void wide(String name, String explanation, Node editor, Node beside) {
    Label label = new Label(name);
    label.getStyleClass().add("field-name");
    HBox line = new HBox(label, beside);
    line.getStyleClass().add("field-label");
    explain(line, editor, name, explanation);
    grid.add(line, 0, row, 2, 1);
    grid.add(editor, 0, row + 1, 2, 1);
    row += 2;
  }

  private void explain(Node label, Node focus, String name, String explanation) {
    label.setOnMouseEntered(_ -> help.accept(name, explanation));
    focus
        .focusedProperty()
        .addListener(
            (_, _, focused) -> {
              if (focused) {
                help.accept(name, explanation);
              }
            });
  }

  static Label error() {
    Label label = new Label();
    label.setVisible(false);
    label.setManaged(false);
    return label;
  }

  static void complain(Label label, @Nullable String text) {
    label.setText(text == null ? "" : text);
    label.setVisible(text != null);
    label.setManaged(text != null);
  }
}
