package dev.drawbridge.ui;

import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.draw.Look;
import dev.drawbridge.draw.Painter;
import dev.drawbridge.draw.Theme;
import dev.drawbridge.editor.Notice;
import dev.drawbridge.model.Document;
import dev.drawbridge.output.export.Thumbnail;
import dev.drawbridge.output.store.Backups;
import dev.drawbridge.output.store.DesignStore;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.ExecutorService;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Lists the backups of the design in front, shows what is in each, and opens one as a design that belongs
/// to no file. The file itself stays as it is.
final class BackupWindow {
  private static final double WIDTH = 860;
  private static final double HEIGHT = 540;
  private static final double ROW = 38;
  private static final int PICTURE_WIDTH = 540;
  private static final int PICTURE_HEIGHT = 400;

  /// Short, and read alike in every language.
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private final Session session;
  private final Texts texts;
  private final Appearance appearance;
  private final Opening opening;
  private final ZoneId zone;
  private final Backups backups;
  private @Nullable Open open;

  BackupWindow(
      Workspace workspace, Texts texts, Appearance appearance, Backups backups, ZoneId zone) {
    this.session = workspace.session();
    this.opening = workspace.opening();
    this.texts = texts;
    this.appearance = appearance;
    this.backups = backups;
    this.zone = zone;
  }

  void show(Window owner) {
    Path file = session.design().file();
    hide();
    if (file != null) {
      Open shown = new Open(file);
      open = shown;
      shown.show(owner);
    }
  }

  void hide() {
    if (open != null) {
      open.stage.hide();
    }
  }

  /// Null while it was never open.
  @Nullable Stage stage() {
    return open == null ? null : open.stage;
  }

  private String time(Backups.Backup backup) {
    return TIME.format(backup.written().atZone(zone));
  }

  /// The dialog as it stands open once.
  private final class Open {
    private final Path file;
    private final Stage stage = new Stage();
    private final ExecutorService worker = Live.worker("backups");
    private final ListView<Backups.Backup> list = new ListView<>();
    private final Label told = new Label();
    private final ImageView picture = new ImageView();
    private final Button go = new Button(texts.get("ui.backups.go"));

    /// What the chosen backup holds; null until that is known, and where it cannot be read.
    private @Nullable Document content;

    Open(Path file) {
      this.file = file;
    }

    void show(Window owner) {
      stage.initOwner(owner);
      stage.initModality(Modality.WINDOW_MODAL);
      stage.setTitle(texts.get("ui.backups.title", Loader.name(file)));
      Scene scene = new Scene(pane(), WIDTH, HEIGHT);
      scene.getStylesheets().add(Styles.SHEET);
      stage.setScene(scene);
      stage.setMinWidth(640);
      stage.setMinHeight(420);
      stage.setX(owner.getX() + Math.max(0, (owner.getWidth() - WIDTH) / 2));
      stage.setY(owner.getY() + Math.max(0, (owner.getHeight() - HEIGHT) / 2));
      stage.setOnHidden(_ -> worker.shutdownNow());
      stage.show();
      list.requestFocus();
      worker.execute(
          () -> {
            Outcome<List<Backups.Backup>> found = backups.of(file);
            Platform.runLater(() -> found(found));
          });
    }

    private BorderPane pane() {
      list.setId("backups");
      list.setPrefWidth(290);
      list.setFixedCellSize(ROW);
      list.setAccessibleText(stage.getTitle());
      list.setCellFactory(_ -> new Row());
      list.getSelectionModel().selectedItemProperty().addListener((_, _, one) -> choose(one));
      list.setOnMouseClicked(
          event -> {
            if (event.getClickCount() == 2) {
              take();
            }
          });
      told.setId("backups-told");
      told.setWrapText(true);
      told.setMaxWidth(PICTURE_WIDTH - 80);
      told.getStyleClass().add("empty-note");
      picture.setId("backups-preview");
      StackPane sheet = new StackPane(picture, told);
      sheet.getStyleClass().add("export-sheet");
      sheet.setMinSize(0, 0);
      go.setId("backups-go");
      go.setDefaultButton(true);
      go.setDisable(true);
      go.setOnAction(_ -> take());
      Button cancel = new Button(texts.get("ui.dialog.cancel"));
      cancel.setId("backups-cancel");
      cancel.setCancelButton(true);
      cancel.setOnAction(_ -> stage.hide());
      HBox buttons = new HBox(Menus.spring(), cancel, go);
      buttons.getStyleClass().add("policy-bar");
      BorderPane pane = new BorderPane(sheet, null, null, buttons, list);
      pane.getStyleClass().addAll("drawbridge", "backups");
      return pane;
    }

    private void found(Outcome<List<Backups.Backup>> outcome) {
      switch (outcome) {
        case Outcome.Ok<List<Backups.Backup>>(List<Backups.Backup> all, var _) -> {
          list.getItems().setAll(all);
          told.setText(all.isEmpty() ? texts.get("ui.backups.none") : "");
          list.getSelectionModel().selectFirst();
        }
        case Outcome.Failed<List<Backups.Backup>>(List<Issue> issues) -> tell(issues);
      }
    }

    private void tell(List<Issue> issues) {
      told.setText(issues.getFirst().text(texts.messages()));
    }

    private void choose(Backups.@Nullable Backup backup) {
      content = null;
      go.setDisable(true);
      if (backup == null) {
        return;
      }
      Look look = new Look(appearance.isDark() ? Theme.DARK : Theme.LIGHT, texts.language().get());
      double unit = stage.getOutputScaleX();
      worker.execute(
          () -> {
            Outcome<Document> read =
                DesignStore.open(backup.file()).map(DesignStore.Opened::document);
            Image drawn =
                read instanceof Outcome.Ok<Document>(Document document, var _)
                    ? draw(document, look, unit)
                    : null;
            Platform.runLater(() -> arrived(backup, read, drawn, unit));
          });
    }

    private void arrived(
        Backups.Backup backup, Outcome<Document> read, @Nullable Image drawn, double unit) {
      if (backup != list.getSelectionModel().getSelectedItem()) {
        return; // another was chosen, and is on its way
      }
      picture.setImage(drawn);
      picture.setFitWidth(drawn == null ? 0 : drawn.getWidth() / unit);
      picture.setPreserveRatio(true);
      picture.setAccessibleText(time(backup));
      told.setText("");
      switch (read) {
        case Outcome.Ok<Document>(Document document, var _) -> {
          content = document;
          go.setDisable(false);
        }
        case Outcome.Failed<Document>(List<Issue> issues) -> tell(issues);
      }
    }

    private static Image draw(Document document, Look look, double unit) {
      return Thumbnails.image(
          Thumbnail.of(
              Painter.paint(document, look),
              (int) Math.round(PICTURE_WIDTH * unit),
              (int) Math.round(PICTURE_HEIGHT * unit)));
    }

    private void take() {
      Document document = content;
      Backups.Backup backup = list.getSelectionModel().getSelectedItem();
      if (document != null && backup != null) {
        stage.hide();
        opening.copy(document);
        session.update(
            state ->
                state.withNotice(
                    Notice.said("ui.backups.opened", Loader.name(file), time(backup))));
      }
    }

    private final class Row extends ListCell<Backups.Backup> {
      private final Label when = new Label();
      private final Label size = new Label();
      private final HBox row = new HBox(when, Menus.spring(), size);

      Row() {
        size.getStyleClass().add("faint");
        row.getStyleClass().add("backup");
      }

      @Override
      protected void updateItem(Backups.@Nullable Backup backup, boolean empty) {
        super.updateItem(backup, empty);
        if (empty || backup == null) {
          setGraphic(null);
          setAccessibleText(null);
          return;
        }
        when.setText(time(backup));
        size.setText(ExportPreview.bytes(backup.size()));
        setGraphic(row);
        setAccessibleText(when.getText() + ", " + size.getText());
      }
    }
  }
}
