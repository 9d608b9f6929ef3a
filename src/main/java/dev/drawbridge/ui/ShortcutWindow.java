package dev.drawbridge.ui;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.controlsfx.control.textfield.CustomTextField;
import org.jspecify.annotations.Nullable;

/// All keys and gestures at one glance, as the registry of commands has them, with a search for what is done
/// and for the keys; and where the keys are changed.
final class ShortcutWindow {
  /// What the list shows.
  sealed interface Row {
    record Title(String text) implements Row {}

    /// @param command null for a gesture
    /// @param keys each as [Command#text] writes it
    /// @param how in words, for what no keys do; empty otherwise
    record Entry(@Nullable Command command, String name, List<String> keys, String how)
        implements Row {
      boolean says(String word) {
        return Stream.concat(Stream.of(name, how), keys.stream())
            .anyMatch(text -> Fuzzy.contains(text, word));
      }
    }
  }

  private final Texts texts;
  private final Commands commands;
  private final Keymap keymap;
  private final KeyRecorder recorder;
  private final Label told = new Label();
  private final Stage stage = new Stage();
  private final CustomTextField search = new CustomTextField();
  private final ListView<Row> list = new ListView<>();
  private final Label none = new Label();

  ShortcutWindow(Texts texts, Commands commands, Keymap keymap) {
    this.texts = texts;
    this.commands = commands;
    this.keymap = keymap;
    this.recorder = new KeyRecorder(commands, keymap);
    texts.language().addListener((_, _, _) -> refresh());
    keymap.changes().addListener((InvalidationListener) _ -> refresh());
  }

  /// @param beside the design's window
  void show(Window beside) {
    if (stage.getScene() == null) {
      stage.initOwner(beside);
      Scene scene = new Scene(content(), 620, 680);
      scene.getStylesheets().add(Styles.SHEET);
      scene.addEventFilter(KeyEvent.KEY_PRESSED, this::record);
      scene.addEventFilter(KeyEvent.KEY_TYPED, this::swallow);
      scene.getAccelerators().put(new KeyCodeCombination(KeyCode.ESCAPE), stage::hide);
      stage.setScene(scene);
      stage.setMinWidth(460);
      stage.setMinHeight(360);
      stage.titleProperty().bind(texts.of("ui.shortcuts.title"));
      stage.setX(beside.getX() + Math.max(0, (beside.getWidth() - 620) / 2));
      stage.setY(beside.getY() + Math.max(0, (beside.getHeight() - 720) / 2));
    }
    search.clear();
    stopRecording();
    fill();
    stage.show();
    stage.toFront();
    search.requestFocus();
  }

  void hide() {
    stage.hide();
  }

  Stage stage() {
    return stage;
  }

  private BorderPane content() {
    HBox glyph = new HBox(Glyph.SEARCH.node(14));
    glyph.getStyleClass().add("search-glyph");
    glyph.setAlignment(Pos.CENTER);
    search.setLeft(glyph);
    search.setId("shortcuts-search");
    search.promptTextProperty().bind(texts.of("ui.shortcuts.search"));
    search.accessibleTextProperty().bind(texts.of("ui.shortcuts.search"));
    search.textProperty().addListener((_, _, _) -> fill());
    search.addEventFilter(
        KeyEvent.KEY_PRESSED,
        event -> {
          if (event.getCode() == KeyCode.ESCAPE && !search.getText().isEmpty()) {
            search.clear();
            event.consume();
          } else if (event.getCode() == KeyCode.DOWN) {
            list.requestFocus();
            event.consume();
          }
        });
    VBox top = new VBox(search);
    top.getStyleClass().add("panel-search");
    list.setId("shortcuts-list");
    list.setCellFactory(_ -> new Cell());
    list.accessibleTextProperty().bind(texts.of("ui.shortcuts.title"));
    none.getStyleClass().add("empty-note");
    list.setPlaceholder(none);
    list.setOnKeyPressed(
        event -> {
          if (event.getCode() == KeyCode.ENTER) {
            change();
            event.consume();
          }
        });
    list.setOnMouseClicked(
        event -> {
          if (event.getClickCount() == 2) {
            change();
          }
        });
    BorderPane content = new BorderPane(list, top, null, bar(), null);
    content.getStyleClass().addAll("drawbridge", "shortcuts");
    return content;
  }

  private VBox bar() {
    told.setId("shortcuts-told");
    told.setWrapText(true);
    told.setMinHeight(Region.USE_PREF_SIZE);
    BooleanBinding fixed =
        Bindings.createBooleanBinding(
            () -> chosen().isEmpty(), list.getSelectionModel().selectedItemProperty());
    Button change = button("change", this::change);
    change.disableProperty().bind(fixed);
    Button reset = button("reset", () -> chosen().ifPresent(one -> keymap.reset(one.key())));
    reset.disableProperty().bind(fixed);
    Button all = button("reset-all", keymap::resetAll);
    HBox buttons = new HBox(change, reset, Menus.spring(), all);
    buttons.setSpacing(8);
    VBox bar = new VBox(told, buttons);
    bar.getStyleClass().add("policy-bar");
    return bar;
  }

  private Button button(String what, Runnable action) {
    Button button = new Button();
    button.setId("shortcuts-" + what);
    button.textProperty().bind(texts.of("ui.shortcuts." + what));
    button.setOnAction(
        _ -> {
          stopRecording();
          action.run();
          list.requestFocus();
        });
    return button;
  }

  private Optional<Command> chosen() {
    return list.getSelectionModel().getSelectedItem() instanceof Row.Entry entry
        ? Optional.ofNullable(entry.command())
        : Optional.empty();
  }

  /// Waits for other keys for the chosen command.
  private void change() {
    chosen()
        .ifPresent(
            command -> {
              recorder.begin(command);
              tell("ui.shortcuts.press", texts.get(command.nameKey()));
            });
  }

  private void stopRecording() {
    recorder.cancel();
    tell("ui.shortcuts.help");
  }

  private void tell(String key, Object... arguments) {
    told.setText(texts.get(key, arguments));
  }

  private void record(KeyEvent event) {
    if (recorder.wanted().isEmpty()) {
      return;
    }
    event.consume();
    switch (recorder.on(event)) {
      case KeyRecorder.Answer.Waiting _ -> {}
      case KeyRecorder.Answer.Given _, KeyRecorder.Answer.Cancelled _ -> tell("ui.shortcuts.help");
      case KeyRecorder.Answer.BelongsToCanvas(KeyCombination keys) ->
          tell("ui.shortcuts.canvas-needs", Command.text(keys));
      case KeyRecorder.Answer.BelongsTo(KeyCombination keys, Command other) ->
          tell("ui.shortcuts.taken", Command.text(keys), texts.get(other.nameKey()));
    }
  }

  private void swallow(KeyEvent event) {
    if (recorder.wanted().isPresent()) {
      event.consume();
    }
  }

  /// Shows other keys or words, and leaves what is chosen.
  private void refresh() {
    if (stage.isShowing()) {
      int at = list.getSelectionModel().getSelectedIndex();
      fill();
      list.getSelectionModel().clearAndSelect(at);
      if (recorder.wanted().isEmpty()) {
        tell("ui.shortcuts.help");
      }
    }
  }

  private void fill() {
    none.setText(texts.get("ui.chooser.none", search.getText().strip()));
    list.getItems().setAll(rows(search.getText()));
  }

  /// What is done by commands, by menus, and by hand, as far as it says all that was typed.
  List<Row> rows(String typed) {
    Map<String, List<Row.Entry>> sections = new LinkedHashMap<>();
    for (Command command : commands.all()) {
      sections
          .computeIfAbsent(
              Menus.section(command.section(), texts.messages()), _ -> new ArrayList<>())
          .add(
              new Row.Entry(
                  command,
                  texts.get(command.nameKey()),
                  command.bindings().stream().map(Command::text).toList(),
                  ""));
    }
    String ctrl = KeyCombination.valueOf("Shortcut+A").getDisplayText().replaceAll("\\+?A$", "");
    for (Gesture gesture : Gesture.values()) {
      sections
          .computeIfAbsent(texts.get("ui.shortcuts.canvas"), _ -> new ArrayList<>())
          .add(
              new Row.Entry(
                  null,
                  texts.get(gesture.nameKey()),
                  List.of(),
                  texts.get(gesture.howKey(), ctrl)));
    }
    List<Row> rows = new ArrayList<>();
    String[] words = typed.isBlank() ? new String[0] : typed.strip().split("\\s+");
    sections.forEach(
        (title, entries) -> {
          List<Row.Entry> found =
              entries.stream().filter(entry -> Stream.of(words).allMatch(entry::says)).toList();
          if (!found.isEmpty()) {
            rows.add(new Row.Title(title));
            rows.addAll(found);
          }
        });
    return rows;
  }

  private final class Cell extends ListCell<Row> {
    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
      super.updateItem(row, empty);
      getStyleClass().remove("shortcuts-title");
      setGraphic(null);
      setText(null);
      setAccessibleText(null);
      switch (row) {
        case null -> {}
        case Row.Title(String text) -> {
          setText(text);
          getStyleClass().add("shortcuts-title");
        }
        case Row.Entry entry -> {
          setGraphic(graphic(entry));
          setAccessibleText(
              entry.name()
                  + ", "
                  + entry.how()
                  + entry.keys().stream().collect(Collectors.joining(", ")));
        }
      }
    }

    private HBox graphic(Row.Entry entry) {
      Label name = new Label(entry.name());
      name.setMinWidth(0);
      Region spring = new Region();
      HBox.setHgrow(spring, Priority.ALWAYS);
      HBox line = new HBox(name, spring);
      line.getStyleClass().add("shortcut-row");
      if (entry.command() == null) {
        Label how = new Label(entry.how());
        how.getStyleClass().add("faint");
        how.setMinWidth(Region.USE_PREF_SIZE);
        line.getChildren().add(how);
      }
      for (String keys : entry.keys()) {
        if (line.getChildren().size() > 2) {
          Label or = new Label(texts.get("ui.shortcuts.or"));
          or.getStyleClass().add("faint");
          line.getChildren().add(or);
        }
        HBox caps = new HBox();
        caps.getStyleClass().add("keys");
        caps.setMinWidth(Region.USE_PREF_SIZE);
        caps.getChildren().addAll(KeyCaps.of(keys));
        line.getChildren().add(caps);
      }
      return line;
    }
  }
}
