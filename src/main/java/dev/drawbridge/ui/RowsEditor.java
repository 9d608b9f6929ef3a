package dev.drawbridge.ui;

import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.PropertyType;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A small table: one line a row, one editor a column, and buttons to add and take away rows.
final class RowsEditor extends VBox {
  private final List<Property<?>> columns;
  private final Texts texts;
  private final Consumer<List<Fields>> commit;
  private final GridPane grid = new GridPane();
  private final List<List<PropertyEditor>> editors = new ArrayList<>();
  private List<Fields> rows = List.of();

  RowsEditor(List<Property<?>> columns, Texts texts, Consumer<List<Fields>> commit) {
    this.columns = columns;
    this.texts = texts;
    this.commit = commit;
    getStyleClass().add("rows");
    grid.getStyleClass().add("rows-grid");
    for (Property<?> column : columns) {
      boolean number = column.type() instanceof PropertyType.Whole;
      ColumnConstraints width = new ColumnConstraints();
      width.setMinWidth(number ? 58 : 60);
      width.setPrefWidth(number ? 58 : 90);
      width.setHgrow(number ? Priority.NEVER : Priority.ALWAYS);
      grid.getColumnConstraints().add(width);
    }
    Button add = new Button(texts.get("ui.inspector.rows.add"), Glyph.ADD.node(14));
    add.getStyleClass().addAll("flat", "small", "row-add");
    add.setOnAction(_ -> add());
    getChildren().addAll(grid, add);
  }

  void show(List<Fields> now) {
    if (now.size() != rows.size() || editors.isEmpty() != now.isEmpty()) {
      rows = now;
      rebuild();
    }
    rows = now;
    for (int i = 0; i < now.size(); i++) {
      for (PropertyEditor editor : editors.get(i)) {
        editor.show(now.get(i));
      }
    }
  }

  private void rebuild() {
    grid.getChildren().clear();
    editors.clear();
    for (int column = 0; column < columns.size(); column++) {
      Label title = new Label(texts.get("property." + columns.get(column).name() + ".name"));
      title.getStyleClass().add("rows-title");
      grid.add(title, column, 0);
    }
    for (int row = 0; row < rows.size(); row++) {
      int index = row;
      List<PropertyEditor> line = new ArrayList<>();
      for (int column = 0; column < columns.size(); column++) {
        Property<?> property = columns.get(column);
        PropertyEditor editor =
            PropertyEditor.of(property, texts, datum -> set(index, property, datum), _ -> {});
        editor
            .focus()
            .setAccessibleText(
                texts.get("property." + property.name() + ".name") + " " + (index + 1));
        line.add(editor);
        grid.add(editor.node(), column, row + 1);
      }
      editors.add(line);
      Button remove = new Button(null, Glyph.REMOVE.node(12));
      remove.getStyleClass().addAll("flat", "button-icon", "small");
      remove.setTooltip(new Tooltip(texts.get("ui.inspector.rows.remove")));
      remove.setAccessibleText(texts.get("ui.inspector.rows.remove"));
      remove.setOnAction(_ -> remove(index));
      grid.add(remove, columns.size(), row + 1);
    }
  }

  private void set(int row, Property<?> property, Datum datum) {
    List<Fields> changed = new ArrayList<>(rows);
    changed.set(row, changed.get(row).with(property.name(), datum));
    commit.accept(changed);
  }

  private void add() {
    List<Fields> changed = new ArrayList<>(rows);
    Fields fresh = Fields.NONE;
    for (Property<?> column : columns) {
      fresh = fresh.with(column.name(), PropertyEditor.datum(column, Fields.NONE));
    }
    changed.add(fresh);
    commit.accept(changed);
  }

  private void remove(int row) {
    List<Fields> changed = new ArrayList<>(rows);
    changed.remove(row);
    commit.accept(changed);
  }
}
