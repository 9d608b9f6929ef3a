package dev.drawbridge.ui;

import dev.drawbridge.edit.template.Template;
import dev.drawbridge.editor.EditorState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
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
  private final VBox recent = new VBox();
  private final VBox files = new VBox();
  private Map<Path, RecentRow> rows = new LinkedHashMap<>();

  StartPage(Workspace workspace, Texts texts, Appearance appearance, Commands commands) {
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
    HBox head = new HBox(title, Menus.spring(), link(commands, "open"));
    head.getChildren().add(link(commands, "import-terraform"));
    head.getStyleClass().add("start-head");
    return head;
  }

  private Hyperlink link(Commands commands, String key) {
    Command command = commands.get(key);
    Hyperlink link = new Hyperlink();
    link.setId("start-" + key);
    link.textProperty().bind(texts.of(command.nameKey()));
    link.setOnAction(_ -> command.run());
    return link;
  }

  private Label title(String key) {
    Label label = new Label();
    label.textProperty().bind(texts.of(key));
    label.getStyleClass().add("start-section");
    return label;
  }

  /// Shows itself if it is wanted.
  void refresh() {
    EditorState state = session.state();
    boolean wanted =
        state.shown().elements().isEmpty()
            && !state.tool().isBusy()
            && !session.design().begunProperty().get()
            && session.design().isUntouched();
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
        .forEach(file -> rows.put(file, new RecentRow(file, texts, opening)));
    files.getChildren().setAll(rows.values());
    recent.setVisible(!rows.isEmpty());
    recent.setManaged(!rows.isEmpty());
    look();
  }

  /// Finds out which files are gone.
  void look() {
    Map<Path, RecentRow> asked = Map.copyOf(rows);
    if (!looker.isShutdown()) {
      looker.execute(
          () ->
              asked.forEach(
                  (path, row) -> {
                    boolean gone = !Files.exists(path);
                    Platform.runLater(() -> row.tell(gone));
                  }));
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
