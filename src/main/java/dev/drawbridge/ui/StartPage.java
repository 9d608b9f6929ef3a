package dev.drawbridge.ui;

import dev.drawbridge.edit.template.Template;
import dev.drawbridge.editor.EditorState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/// What a new design shows until something is done with it: the files that were opened last, and designs
/// to begin with.
final class StartPage extends ScrollPane {
  /// So many recent files are offered here; the menu has more.
  private static final int MOST_RECENT = 6;

  private final Session session;
  private final Texts texts;
  private final Opening opening;
  private final Preferences preferences;
  private final Thumbnails thumbnails = new Thumbnails();

  /// Looks whether files are still there: on a network that may take long.
  private final ExecutorService looker = Live.worker("recent files");

  /// The window comes first; and who opens a file at once needs no pictures of others.
  private final PauseTransition drawing = new PauseTransition(Duration.millis(150));

  private final List<TemplateCard> cards = new ArrayList<>();
  private final Button begin;
  private final VBox recent = new VBox();
  private final FlowPane files = new FlowPane();
  private final ReadOnlyBooleanWrapper starting = new ReadOnlyBooleanWrapper();
  private final Times times;
  private Map<Path, RecentRow> rows = new LinkedHashMap<>();

  StartPage(
      Workspace workspace,
      Services services,
      Texts texts,
      Appearance appearance,
      Commands commands) {
    this.times = new Times(texts, services.today(), services.zone());
    this.session = workspace.session();
    this.texts = texts;
    this.opening = workspace.opening();
    this.preferences = workspace.preferences();
    setId("start");
    getStyleClass().add("start");
    setFitToWidth(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    FlowPane gallery = new FlowPane();
    gallery.getStyleClass().add("gallery");
    for (Template template : Template.gallery()) {
      Command command = commands.get("new-" + template.key());
      cards.add(new TemplateCard(template, command, texts, appearance, thumbnails));
    }
    gallery.getChildren().addAll(cards);
    recent.getChildren().addAll(title("ui.recent.title"), files);
    recent.getStyleClass().add("start-recent");
    files.getStyleClass().add("start-files");
    begin = button("start-new", Glyph.NEW, "ui.start.new", commands.get("new-blank"));
    VBox content = new VBox(head(commands), recent, title("ui.start.gallery"), gallery);
    content.getStyleClass().add("start-content");
    setContent(content);
    InvalidationListener look = _ -> refresh();
    session
        .designProperty()
        .addListener(
            (_, before, now) -> {
              before.begunProperty().removeListener(look);
              now.begunProperty().addListener(look);
              refresh();
            });
    session.design().begunProperty().addListener(look);
    session.stateProperty().addListener(look);
    preferences.recent().addListener((ListChangeListener<Path>) _ -> list());
    drawing.setOnFinished(
        _ -> {
          if (isVisible()) {
            cards.forEach(TemplateCard::show);
          }
        });
    list();
    refresh();
  }

  private HBox head(Commands commands) {
    Label title = new Label();
    title.textProperty().bind(texts.of("ui.start.title"));
    title.getStyleClass().add("start-title");
    Label text = new Label();
    text.textProperty().bind(texts.of("ui.start.text"));
    text.getStyleClass().add("start-text");
    text.setWrapText(true);
    VBox words = new VBox(title, text);
    HBox.setHgrow(words, Priority.ALWAYS);
    begin.getStyleClass().add("accent");
    HBox head =
        new HBox(
            words,
            begin,
            button("start-open", Glyph.OPEN, "command.open.name", commands.get("open")),
            button(
                "start-import-terraform",
                Glyph.IMPORT,
                "command.import-terraform.name",
                commands.get("import-terraform")));
    head.getStyleClass().add("start-head");
    return head;
  }

  private Button button(String id, Glyph glyph, String name, Command command) {
    Button button = new Button(null, glyph.node(16));
    button.setId(id);
    button.textProperty().bind(texts.of(name));
    button.setMinWidth(USE_PREF_SIZE);
    button.setOnAction(_ -> command.run());
    return button;
  }

  private Label title(String key) {
    Label label = new Label();
    label.textProperty().bind(texts.of(key));
    label.getStyleClass().add("start-section");
    return label;
  }

  /// Whether there is nothing to work on yet.
  ReadOnlyBooleanProperty startingProperty() {
    return starting.getReadOnlyProperty();
  }

  /// Goes to the first thing to do here, if this page is shown.
  boolean takesFocus() {
    if (isVisible()) {
      begin.requestFocus();
    }
    return isVisible();
  }

  /// Shows itself if it is wanted.
  void refresh() {
    EditorState state = session.state();
    boolean nothing =
        state.document().elements().isEmpty()
            && !session.design().begunProperty().get()
            && session.design().isUntouched();
    starting.set(nothing);
    boolean wanted = nothing && state.shown().elements().isEmpty() && !state.tool().isBusy();
    if (wanted && !isVisible()) {
      look();
    }
    setVisible(wanted);
    if (wanted) {
      drawing.play();
    }
  }

  private void list() {
    rows = new LinkedHashMap<>();
    preferences.recent().stream()
        .limit(MOST_RECENT)
        .forEach(file -> rows.put(file, new RecentRow(file, texts, times, opening)));
    files.getChildren().setAll(rows.values());
    recent.setVisible(!rows.isEmpty());
    recent.setManaged(!rows.isEmpty());
    look();
  }

  /// Finds out which files are gone, and when the others were written.
  void look() {
    Map<Path, RecentRow> asked = Map.copyOf(rows);
    if (!looker.isShutdown()) {
      looker.execute(
          () ->
              asked.forEach(
                  (path, row) -> {
                    Optional<Instant> written = written(path);
                    Platform.runLater(() -> row.tell(written));
                  }));
    }
  }

  private static Optional<Instant> written(Path file) {
    try {
      return Optional.of(Files.getLastModifiedTime(file).toInstant());
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  /// Whether all its pictures are drawn.
  boolean isComplete() {
    return !isVisible() || cards.stream().allMatch(TemplateCard::isDrawn);
  }

  void end() {
    drawing.stop();
    thumbnails.end();
    looker.shutdownNow();
  }
}
