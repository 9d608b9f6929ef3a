package dev.drawbridge.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The two columns of the inspector, in sections that can be closed, and, below a field, what is wrong
/// with it.
final class InspectorForm extends VBox {
  private final BiConsumer<String, String> help;
  private final Set<String> closed;
  private final List<Section> sections = new ArrayList<>();
  private Section current;
  private String filter = "";

  /// Fields under a title.
  private static final class Section {
    final String key;
    final Button title;
    final GridPane grid = new GridPane();
    final List<Entry> entries = new ArrayList<>();
    int row;

    Section(String key, Button title) {
      this.key = key;
      this.title = title;
    }
  }

  /// A field with what belongs to it.
  ///
  /// @param words by which it is found
  private record Entry(String words, List<Node> nodes, Label error) {}

  /// @param help shows a title and a text for the field that is looked at
  /// @param closed the keys of the sections that are closed, which it keeps up to date
  InspectorForm(BiConsumer<String, String> help, Set<String> closed) {
    this.help = help;
    this.closed = closed;
    getStyleClass().add("inspector-form");
    current = new Section("", new Button());
  }

  /// Begins a section.
  ///
  /// @param key by which it is remembered whether it is closed
  void section(String key, String title) {
    Button button = new Button(title);
    button.setId("section-" + key);
    button.getStyleClass().setAll("section-title");
    button.setMaxWidth(Double.MAX_VALUE);
    button.setWrapText(true);
    Section section = new Section(key, button);
    button.setOnAction(
        _ -> {
          if (!closed.remove(key)) {
            closed.add(key);
          }
          arrange(section);
        });
    GridPane grid = section.grid;
    grid.getStyleClass().add("inspector-grid");
    ColumnConstraints names = new ColumnConstraints();
    names.setPercentWidth(47);
    names.setHalignment(HPos.LEFT);
    ColumnConstraints values = new ColumnConstraints();
    values.setPercentWidth(53);
    values.setHgrow(Priority.ALWAYS);
    grid.getColumnConstraints().addAll(names, values);
    current = section;
    sections.add(section);
    getChildren().addAll(button, grid);
    arrange(section);
  }

  /// A labelled field.
  ///
  /// @param beside stands behind the label, such as a button that takes the value back
  /// @param error below the field
  Label field(String name, String explanation, Node editor, Node focus, Node beside, Label error) {
    Label label = label(name);
    label.setLabelFor(focus);
    HBox left = left(label, beside);
    describe(focus, name, explanation);
    explain(left, editor, name, explanation);
    GridPane grid = current.grid;
    grid.add(left, 0, current.row);
    GridPane.setValignment(left, VPos.TOP);
    grid.add(editor, 1, current.row);
    GridPane.setHgrow(editor, Priority.ALWAYS);
    GridPane.setValignment(editor, VPos.TOP);
    grid.add(error, 0, current.row + 1, 2, 1);
    current.row += 2;
    enter(name, explanation, List.of(left, editor), error);
    return label;
  }

  /// A labelled editor that takes the whole width.
  Label wide(String name, String explanation, Node editor, Node focus, Node beside, Label error) {
    Label label = label(name);
    HBox line = left(label, beside);
    describe(focus, name, explanation);
    explain(line, editor, name, explanation);
    current.grid.add(line, 0, current.row, 2, 1);
    current.grid.add(editor, 0, current.row + 1, 2, 1);
    current.grid.add(error, 0, current.row + 2, 2, 1);
    current.row += 3;
    enter(name, explanation, List.of(line, editor), error);
    return label;
  }

  private static Label label(String name) {
    Label label = new Label(name);
    label.setWrapText(true);
    label.getStyleClass().add("field-name");
    return label;
  }

  private static HBox left(Label label, Node beside) {
    HBox left = new HBox(label, beside);
    left.getStyleClass().add("field-label");
    return left;
  }

  private static void describe(Node focus, String name, String explanation) {
    focus.setAccessibleHelp(explanation);
    if (focus.getAccessibleText() == null) {
      focus.setAccessibleText(name);
    }
  }

  private void enter(String name, String explanation, List<Node> nodes, Label error) {
    String words = (name + " " + explanation).toLowerCase(Locale.ROOT);
    current.entries.add(new Entry(words, nodes, error));
    arrange(current);
  }

  private void explain(Node label, Node editor, String name, String explanation) {
    label.setOnMouseEntered(_ -> help.accept(name, explanation));
    editor
        .focusWithinProperty()
        .addListener(
            (_, _, focused) -> {
              if (focused && hasKeyboard(editor)) {
                help.accept(name, explanation);
              }
            });
  }

  /// A list's cells call themselves focused even while the keyboard is elsewhere.
  private static boolean hasKeyboard(Node editor) {
    Node at = editor.getScene() == null ? null : editor.getScene().getFocusOwner();
    while (at != null && at != editor) {
      at = at.getParent();
    }
    return at != null;
  }

  /// Shows only what has all the words; closed sections open for what is found in them.
  void filter(String words) {
    filter = words.strip().toLowerCase(Locale.ROOT);
    sections.forEach(this::arrange);
  }

  /// Opens the section that a field is in, and takes it out of the filter's way.
  void reveal(Node editor) {
    for (Section section : sections) {
      if (section.entries.stream().anyMatch(entry -> entry.nodes().contains(editor))) {
        closed.remove(section.key);
        arrange(section);
      }
    }
  }

  private void arrange(Section section) {
    boolean found = false;
    for (Entry entry : section.entries) {
      boolean fits = List.of(filter.split("\\s+")).stream().allMatch(entry.words()::contains);
      found |= fits;
      entry.nodes().forEach(node -> show(node, fits));
      show(entry.error(), fits && !entry.error().getText().isEmpty());
    }
    boolean open = !closed.contains(section.key) || !filter.isEmpty();
    show(section.title, found || section.entries.isEmpty());
    show(section.grid, open && found);
    section.title.setGraphic((open ? Glyph.OPENED : Glyph.CLOSED).node(12));
    section.title.pseudoClassStateChanged(Pseudo.CLOSED, !open);
  }

  private static void show(Node node, boolean shown) {
    node.setVisible(shown);
    node.setManaged(shown);
  }

  static Label error() {
    Label label = new Label("");
    label.getStyleClass().add("field-error");
    label.setWrapText(true);
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
