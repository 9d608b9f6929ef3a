package dev.drawbridge.ui;

import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.PropertyType;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Fields;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;

/// A table: one line a row and one editor a column; with many columns, one card a row. Rows are added,
/// taken away, doubled and moved by buttons and by keys.
final class RowsEditor extends PropertyEditor {
  /// In px: the menu of a row, and the space between cells.
  private static final double MENU = 24;

  private static final double GAP = 4;

  /// That of the window.
  private static final Font FONT = Font.font("Pretendard", 13);

  /// How many fields a line of a card has.
  private static final int CARD = 2;

  private static final KeyCombination UP = KeyCombination.valueOf("Alt+Up");
  private static final KeyCombination DOWN = KeyCombination.valueOf("Alt+Down");
  private static final KeyCombination DUPLICATE = KeyCombination.valueOf("Alt+Shift+Down");
  private static final KeyCombination REMOVE = KeyCombination.valueOf("Alt+Delete");
  private static final KeyCombination ADD = KeyCombination.valueOf("Alt+Insert");

  private final PropertyType.Rows type;
  private final List<Property<?>> columns;
  private final Texts texts;
  private final GridPane grid = new GridPane();
  private final VBox box;
  private final List<List<PropertyEditor>> editors = new ArrayList<>();
  private final double natural;
  private boolean cards;
  private List<Fields> rows = List.of();
  private boolean built;

  RowsEditor(Property<?> property, PropertyType.Rows type, Texts texts, Consumer<Datum> commit) {
    super(property, commit);
    this.type = type;
    this.columns = type.columns();
    this.texts = texts;
    this.natural = MENU + columns.stream().mapToDouble(column -> width(column) + GAP).sum();
    grid.getStyleClass().add("rows-grid");
    Button add = new Button(texts.get("ui.inspector.rows.add"), Glyph.ADD.node(14));
    add.setId("rows-add-" + property.name());
    add.getStyleClass().addAll("flat", "small", "row-add");
    add.setTooltip(new Tooltip(texts.get("ui.inspector.rows.add") + "  " + ADD.getDisplayText()));
    add.setOnAction(_ -> add());
    box = new VBox(grid, add);
    box.getStyleClass().add("rows");
    box.widthProperty().addListener((_, _, width) -> fit(width.doubleValue()));
    box.setMinWidth(0);
    box.setAccessibleHelp(texts.get("ui.inspector.rows.help"));
  }

  /// How wide a column's editor must be for nothing of it to be cut, in px.
  private double width(Property<?> column) {
    return switch (column.type()) {
      case PropertyType.Whole(int _, int maximum, String unit) ->
          18 + 7.5 * String.valueOf(maximum).length() + 9.0 * unit.length();
      case PropertyType.Flag _ -> 52;
      case PropertyType.Choice<?> choice ->
          32
              + choice.constants().stream()
                  .map(one -> name(column, PropertyType.Choice.key(one), texts.messages()))
                  .mapToDouble(RowsEditor::width)
                  .max()
                  .orElse(0);
      case PropertyType.Text _, PropertyType.Shaped _, PropertyType.Rows _ -> 96;
    };
  }

  private static double width(String name) {
    Text text = new Text(name);
    text.setFont(FONT);
    return Math.ceil(text.getLayoutBounds().getWidth());
  }

  private void fit(double width) {
    boolean wanted = width > 0 && width < natural;
    if (wanted != cards) {
      cards = wanted;
      if (built) {
        rebuild();
        refresh();
      }
    }
  }

  private void constrain() {
    grid.getColumnConstraints().clear();
    for (int i = 0; i < (cards ? CARD : columns.size()); i++) {
      boolean number = columns.get(i).type() instanceof PropertyType.Whole;
      ColumnConstraints constraints = new ColumnConstraints();
      if (cards) {
        constraints.setPercentWidth(100.0 / CARD);
      } else {
        constraints.setMinWidth(width(columns.get(i)));
        constraints.setPrefWidth(width(columns.get(i)));
      }
      constraints.setHgrow(number && !cards ? Priority.NEVER : Priority.ALWAYS);
      grid.getColumnConstraints().add(constraints);
    }
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
  void requestFocus() {
    if (!editors.isEmpty()) {
      editors.getFirst().getFirst().requestFocus();
    }
  }

  @Override
  boolean isWide() {
    return true;
  }

  @Override
  void show(Fields fields) {
    List<Fields> now = type.read(datum(property(), fields)).orElse(List.of());
    boolean same = built && now.size() == rows.size();
    rows = now;
    if (!same) {
      rebuild();
    }
    refresh();
  }

  private void refresh() {
    for (int i = 0; i < rows.size(); i++) {
      for (PropertyEditor editor : editors.get(i)) {
        editor.show(rows.get(i));
      }
    }
  }

  /// Tables that differ are shown as none; the first row that is added is everybody's.
  @Override
  void showMixed() {
    rows = List.of();
    rebuild();
  }

  private void rebuild() {
    built = true;
    constrain();
    grid.getChildren().clear();
    editors.clear();
    for (int column = 0; !cards && column < columns.size() && !rows.isEmpty(); column++) {
      grid.add(title(columns.get(column)), column, 0);
    }
    int line = 1;
    for (int row = 0; row < rows.size(); row++) {
      line = cards ? card(row, line) : line(row, line);
    }
  }

  private Label title(Property<?> column) {
    Label title = new Label(texts.get("property." + column.name() + ".name"));
    title.getStyleClass().add("rows-title");
    title.setWrapText(true);
    title.setTooltip(new Tooltip(texts.get("property." + column.name() + ".help")));
    return title;
  }

  private int line(int row, int line) {
    Label error = InspectorForm.error();
    List<PropertyEditor> cells = new ArrayList<>();
    for (int column = 0; column < columns.size(); column++) {
      PropertyEditor editor = editor(row, columns.get(column), error);
      cells.add(editor);
      grid.add(editor.node(), column, line);
    }
    editors.add(cells);
    grid.add(menu(row), columns.size(), line);
    grid.add(error, 0, line + 1, columns.size() + 1, 1);
    return line + 2;
  }

  private int card(int row, int start) {
    Label error = InspectorForm.error();
    List<PropertyEditor> cells = new ArrayList<>();
    Label number = new Label(String.valueOf(row + 1));
    number.getStyleClass().add("rows-number");
    number.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(number, Priority.ALWAYS);
    HBox head = new HBox(number, menu(row));
    head.getStyleClass().add("rows-head");
    grid.add(head, 0, start, CARD, 1);
    int line = start + 1;
    for (int column = 0; column < columns.size(); column++) {
      PropertyEditor editor = editor(row, columns.get(column), error);
      cells.add(editor);
      VBox field = new VBox(title(columns.get(column)), editor.node());
      field.getStyleClass().add("rows-field");
      boolean alone = column == columns.size() - 1 && column % CARD == 0;
      grid.add(field, column % CARD, line + column / CARD, alone ? CARD : 1, 1);
    }
    editors.add(cells);
    line += (columns.size() + CARD - 1) / CARD;
    grid.add(error, 0, line, CARD, 1);
    return line + 1;
  }

  private PropertyEditor editor(int row, Property<?> column, Label error) {
    String name = texts.get("property." + column.name() + ".name");
    PropertyEditor editor =
        PropertyEditor.cell(
            column,
            texts,
            new Ears(
                datum -> set(row, column, datum),
                text -> InspectorForm.complain(error, text == null ? null : name + ": " + text)));
    editor.focus().setId("cell-" + column.name() + "-" + row);
    editor.focus().setAccessibleText(texts.get("ui.inspector.rows.cell", name, row + 1));
    editor
        .node()
        .addEventFilter(KeyEvent.KEY_PRESSED, event -> key(event, row, columns.indexOf(column)));
    return editor;
  }

  private MenuButton menu(int row) {
    MenuButton menu = new MenuButton(null, Glyph.MORE.node(14));
    menu.setId("rows-menu-" + property().name() + "-" + row);
    menu.getStyleClass().addAll("flat", "button-icon", "small", "row-menu", "no-arrow");
    menu.setAccessibleText(texts.get("ui.inspector.rows.menu", row + 1));
    menu.setTooltip(new Tooltip(texts.get("ui.inspector.rows.menu", row + 1)));
    MenuItem up = item("up", UP, () -> move(row, -1, 0));
    up.setDisable(row == 0);
    MenuItem down = item("down", DOWN, () -> move(row, 1, 0));
    down.setDisable(row == rows.size() - 1);
    menu.getItems()
        .addAll(
            item("duplicate", DUPLICATE, () -> duplicate(row)),
            up,
            down,
            item("remove", REMOVE, () -> remove(row)));
    return menu;
  }

  private MenuItem item(String what, KeyCombination keys, Runnable action) {
    MenuItem item = new MenuItem(texts.get("ui.inspector.rows." + what));
    item.setAccelerator(keys);
    item.setOnAction(_ -> action.run());
    return item;
  }

  private void key(KeyEvent event, int row, int column) {
    Runnable action =
        event.getCode() == KeyCode.UNDEFINED
            ? null
            : UP.match(event)
                ? () -> move(row, -1, column)
                : DOWN.match(event)
                    ? () -> move(row, 1, column)
                    : DUPLICATE.match(event)
                        ? () -> duplicate(row)
                        : REMOVE.match(event)
                            ? () -> remove(row)
                            : ADD.match(event) ? this::add : null;
    if (action != null) {
      event.consume();
      action.run();
    }
  }

  private void set(int row, Property<?> column, Datum datum) {
    List<Fields> changed = new ArrayList<>(rows);
    changed.set(row, changed.get(row).with(column.name(), datum));
    enter(changed);
  }

  private void add() {
    List<Fields> changed = new ArrayList<>(rows);
    changed.add(NextRow.of(columns, rows));
    enter(changed);
    focus(changed.size() - 1, 0);
  }

  private void duplicate(int row) {
    List<Fields> changed = new ArrayList<>(rows);
    changed.add(row + 1, NextRow.distinct(rows.get(row), columns, rows));
    enter(changed);
    focus(row + 1, 0);
  }

  private void remove(int row) {
    List<Fields> changed = new ArrayList<>(rows);
    changed.remove(row);
    enter(changed);
    focus(Math.min(row, changed.size() - 1), 0);
  }

  private void move(int row, int by, int column) {
    int to = row + by;
    if (to >= 0 && to < rows.size()) {
      List<Fields> changed = new ArrayList<>(rows);
      Collections.swap(changed, row, to);
      enter(changed);
      focus(to, column);
    }
  }

  private void enter(List<Fields> changed) {
    commit(type.write(List.copyOf(changed)));
  }

  private void focus(int row, int column) {
    Platform.runLater(
        () -> {
          PropertyEditor editor = at(row, column);
          if (editor != null) {
            editor.requestFocus();
          }
        });
  }

  private @Nullable PropertyEditor at(int row, int column) {
    return row >= 0 && row < editors.size() ? editors.get(row).get(column) : null;
  }
}
