package dev.drawbridge.ui;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Group;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Preset;
import dev.drawbridge.editor.EditorState;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.controlsfx.control.textfield.CustomTextField;

/// What can be drawn, on shelves, with a search in both languages. An entry is dragged onto the canvas, or
/// clicked and then clicked into place, or placed by Enter where there is room.
final class PaletteView extends VBox {
  private final Session session;
  private final Texts texts;
  private final DragGhost ghost;
  private final Runnable toCanvas;
  private final CustomTextField search = new CustomTextField();
  private final ScrollPane scroll = new ScrollPane();
  private final Shelves shelves = new Shelves(scroll);
  private boolean dragging;

  /// @param toCanvas gives the canvas the focus
  PaletteView(Session session, Texts texts, DragGhost ghost, Runnable toCanvas) {
    this.session = session;
    this.texts = texts;
    this.ghost = ghost;
    this.toCanvas = toCanvas;
    getStyleClass().add("palette");
    setId("palette");
    search.setId("palette-search");
    search.setLeft(padded(Glyph.SEARCH.node(14)));
    search.promptTextProperty().bind(texts.of("ui.palette.search"));
    search.accessibleTextProperty().bind(texts.of("ui.palette.search"));
    search.textProperty().addListener((_, _, _) -> fill());
    search.addEventFilter(KeyEvent.KEY_PRESSED, this::searchKey);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    HBox top = new HBox(search);
    HBox.setHgrow(search, Priority.ALWAYS);
    top.getStyleClass().add("panel-search");
    getChildren().addAll(top, scroll);
    texts.language().addListener((_, _, _) -> fill());
    session.stateProperty().addListener((_, _, now) -> follow(now));
    fill();
  }

  private static Node padded(Node glyph) {
    HBox box = new HBox(glyph);
    box.setAlignment(Pos.CENTER);
    box.getStyleClass().add("search-glyph");
    return box;
  }

  private void fill() {
    List<Node> rows = new ArrayList<>();
    String wanted = search.getText() == null ? "" : search.getText();
    for (Group group : Group.values()) {
      List<Node> entries = new ArrayList<>();
      for (Preset preset : Catalog.presets()) {
        Kind kind = Catalog.find(preset.kind()).orElseThrow();
        if (kind.group() == group && matches(preset, wanted)) {
          entries.add(entry(preset));
        }
      }
      if (!entries.isEmpty()) {
        Label title = new Label(texts.get("group." + group.key() + ".name"));
        title.getStyleClass().add("shelf-title");
        rows.add(title);
        rows.addAll(entries);
      }
    }
    if (rows.isEmpty()) {
      Label none = new Label(texts.get("ui.palette.none", wanted.strip()));
      none.getStyleClass().add("empty-note");
      none.setWrapText(true);
      rows.add(none);
    }
    shelves.show(rows);
  }

  /// Whether each word is found in the entry's name or keywords, in either language.
  static boolean matches(Preset preset, String wanted) {
    StringBuilder text = new StringBuilder();
    for (Language language : Language.values()) {
      Messages messages = Messages.in(language);
      text.append(Display.preset(preset, messages)).append(' ');
      text.append(Display.kind(preset.kind(), messages)).append(' ');
      String keywords = "preset." + preset.key() + ".keywords";
      text.append(messages.has(keywords) ? messages.text(keywords) : "").append(' ');
    }
    String all = text.toString().toLowerCase(Locale.ROOT);
    for (String word : wanted.toLowerCase(Locale.ROOT).strip().split("\\s+")) {
      if (!all.contains(word)) {
        return false;
      }
    }
    return true;
  }

  private Node entry(Preset preset) {
    String name = Display.preset(preset, texts.messages());
    Label label = new Label(name);
    HBox row = new HBox(IconGraphic.of(preset.icon(), 26), label);
    row.getStyleClass().add("palette-entry");
    row.setId("palette-" + preset.key().replace('.', '-'));
    row.setFocusTraversable(true);
    row.setAccessibleRole(AccessibleRole.BUTTON);
    row.setAccessibleText(name);
    String help = "kind." + preset.kind() + ".help";
    if (texts.messages().has(help)) {
      row.setAccessibleHelp(texts.get(help));
      Tooltip tip = new Tooltip(texts.get(help));
      tip.setWrapText(true);
      tip.setMaxWidth(300);
      tip.setShowDelay(Duration.millis(700));
      Tooltip.install(row, tip);
    }
    row.setOnDragDetected(event -> dragged(row, preset, name, event));
    row.setOnMouseDragged(event -> ghost.move(event.getSceneX(), event.getSceneY()));
    row.setOnMouseReleased(_ -> ghost.hide());
    row.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && event.isStillSincePress()) {
            if (event.getClickCount() == 2) {
              session.update(state -> session.editor().place(state, preset, name));
            } else {
              session.update(state -> session.editor().take(state, preset, name));
            }
            toCanvas.run();
          }
        });
    row.setOnKeyPressed(event -> entryKey(event, row, preset, name));
    return row;
  }

  private void dragged(HBox row, Preset preset, String name, MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    row.startFullDrag();
    toCanvas.run(); // which knows what Esc means to a gesture
    dragging = true;
    session.update(state -> session.editor().take(state, preset, name));
    ghost.show(preset.icon(), name, event.getSceneX(), event.getSceneY());
    event.consume();
  }

  /// What is given up while it is dragged is no longer at the pointer.
  private void follow(EditorState state) {
    if (dragging && !state.tool().isBusy()) {
      dragging = false;
      ghost.hide();
    }
  }

  private void entryKey(KeyEvent event, HBox row, Preset preset, String name) {
    if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
      session.update(state -> session.editor().place(state, preset, name));
      event.consume();
    } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
      focusNeighbour(row, event.getCode() == KeyCode.DOWN ? 1 : -1);
      event.consume();
    }
  }

  private void focusNeighbour(Node from, int step) {
    List<Node> entries = shelves.getChildren().stream().filter(Node::isFocusTraversable).toList();
    int at = entries.indexOf(from) + step;
    if (at < 0) {
      search.requestFocus();
    } else if (at < entries.size()) {
      entries.get(at).requestFocus();
    }
  }

  private void searchKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
      search.clear();
      event.consume();
    } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.ENTER) {
      shelves.getChildren().stream()
          .filter(Node::isFocusTraversable)
          .findFirst()
          .ifPresent(Node::requestFocus);
      event.consume();
    }
  }

  void focusSearch() {
    search.requestFocus();
    search.selectAll();
  }
}
