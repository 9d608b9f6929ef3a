package dev.drawbridge.ui;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.draw.icon.IconSet;
import dev.drawbridge.editor.Notice;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.output.export.Exporter;
import dev.drawbridge.output.export.PictureExport;
import dev.drawbridge.output.store.AtomicFile;
import dev.drawbridge.output.store.DesignWriter;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Asks how a design is to be exported as a picture, shows what will come of it, and writes the file. The
/// choices, and what writes, are those of the command line.
final class ExportWindow {
  private static final double WIDTH = 1080;
  private static final double HEIGHT = 720;

  private final Session session;
  private final Texts texts;
  private final Dialogs dialogs;
  private final ObjectProperty<ExportChoices> remembered;
  private final Function<Document, Supplier<List<Finding>>> findings;
  private final Function<Dialogs.FileKind, String> suggested;
  private final Supplier<IconSet> icons;
  private @Nullable Open open;

  /// @param remembered what was chosen last
  /// @param findings for a document what finds its findings, on whichever thread
  /// @param suggested a name for a file of the kind
  /// @param icons of the components
  ExportWindow(
      Session session,
      Texts texts,
      Dialogs dialogs,
      ObjectProperty<ExportChoices> remembered,
      Function<Document, Supplier<List<Finding>>> findings,
      Function<Dialogs.FileKind, String> suggested,
      Supplier<IconSet> icons) {
    this.session = session;
    this.texts = texts;
    this.dialogs = dialogs;
    this.remembered = remembered;
    this.findings = findings;
    this.suggested = suggested;
    this.icons = icons;
  }

  /// @param kind to begin with; null for the one that was chosen last
  void show(Window owner, Dialogs.@Nullable FileKind kind) {
    Open known = open;
    if (known != null && known.stage.isShowing()) {
      known.stage.toFront();
      return;
    }
    ExportChoices last = remembered.get();
    Open shown = new Open(kind == null ? last : last.withKind(kind));
    open = shown;
    shown.show(owner);
  }

  /// Of the design as it is now.
  PictureExport export() {
    Document document = session.document();
    Supplier<List<Finding>> found = findings.apply(document);
    return new PictureExport(
        document,
        look -> look.withFindings(found.get()),
        shown -> new String(DesignWriter.write(shown), StandardCharsets.UTF_8),
        icons.get());
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

  /// Whether the preview shows what is chosen.
  boolean isDrawn() {
    return open != null && open.preview.isComplete();
  }

  /// The dialog as it stands open once: what is exported is the design as it was when it was opened.
  private final class Open {
    private final Stage stage = new Stage();
    private final Set<ElementId> selected = Set.copyOf(session.state().selection().ids());
    private final PictureExport export;
    private final ExportForm form;
    private final ExportPreview preview;
    private final Button go = new Button();
    private final Button cancel = new Button();
    private final HBox progress = new HBox();
    private volatile boolean writing;

    Open(ExportChoices first) {
      this.export = export();
      ExportChoices here =
          new ExportChoices(
              first.kind(),
              first.selection(),
              first.options().withLanguage(texts.language().get()));
      this.form = new ExportForm(texts, here, !selected.isEmpty(), _ -> changed());
      this.preview = new ExportPreview(texts, export, this::choices);
    }

    void show(Window owner) {
      stage.initOwner(owner);
      stage.initModality(Modality.WINDOW_MODAL);
      stage.setTitle(texts.get("ui.export.title"));
      Scene scene = new Scene(content(), WIDTH, HEIGHT);
      scene.getStylesheets().add(Styles.SHEET);
      scene.addEventFilter(KeyEvent.KEY_PRESSED, this::entered);
      stage.setScene(scene);
      stage.setMinWidth(760);
      stage.setMinHeight(560);
      stage.setX(owner.getX() + Math.max(0, (owner.getWidth() - WIDTH) / 2));
      stage.setY(owner.getY() + Math.max(0, (owner.getHeight() - HEIGHT) / 2));
      stage.setOnHidden(
          _ -> {
            writing = false;
            preview.end();
          });
      stage.show();
      form.focusFirst();
      preview.refresh();
    }

    /// Enter exports from wherever the keyboard is: switches and lists would take it for themselves.
    private void entered(KeyEvent event) {
      Node focused = stage.getScene().getFocusOwner();
      boolean own =
          focused instanceof Button || focused instanceof ComboBox<?> list && list.isShowing();
      if (event.getCode() == KeyCode.ENTER && !own) {
        event.consume();
        go.fire();
      }
    }

    private BorderPane content() {
      ScrollPane choices = new ScrollPane(form);
      choices.setFitToWidth(true);
      choices.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
      choices.getStyleClass().add("export-choices");
      go.setText(texts.get("ui.export.go"));
      go.setId("export-go");
      go.setDefaultButton(true);
      go.setOnAction(_ -> choose());
      cancel.setText(texts.get("ui.dialog.cancel"));
      cancel.setId("export-cancel");
      cancel.setCancelButton(true);
      cancel.setOnAction(_ -> stop());
      ProgressBar bar = new ProgressBar();
      bar.setPrefWidth(140);
      progress.getChildren().addAll(bar, new Label(texts.get("ui.export.writing")));
      progress.getStyleClass().add("export-progress");
      progress.setVisible(false);
      HBox buttons = new HBox(progress, Menus.spring(), cancel, go);
      buttons.getStyleClass().add("policy-bar");
      BorderPane content = new BorderPane(preview, null, null, buttons, choices);
      content.getStyleClass().addAll("drawbridge", "export");
      return content;
    }

    private void changed() {
      remembered.set(form.choices());
      preview.refresh();
    }

    /// With the elements that are to be shown.
    private ExportChoices choices() {
      ExportChoices chosen = form.choices();
      return chosen.selection()
          ? new ExportChoices(chosen.kind(), true, chosen.options().withOnly(selected))
          : chosen;
    }

    private void choose() {
      ExportChoices chosen = choices();
      remembered.set(form.choices());
      dialogs
          .chooseToSave(chosen.kind(), suggested.apply(chosen.kind()))
          .ifPresent(file -> write(chosen, file));
    }

    private void write(ExportChoices chosen, Path file) {
      writing = true;
      busy(true);
      Exporter exporter = Exporter.forFormat(chosen.kind().extension()).orElseThrow();
      Thread.ofPlatform()
          .daemon()
          .name("export")
          .start(
              () -> {
                try {
                  Outcome<Path> outcome =
                      AtomicFile.write(
                          file,
                          out -> export.write(exporter, chosen.options(), new Stoppable(out)));
                  Platform.runLater(() -> written(outcome));
                } catch (CancellationException e) {
                  Platform.runLater(() -> busy(false));
                }
              });
    }

    private void written(Outcome<Path> outcome) {
      busy(false);
      writing = false;
      switch (outcome) {
        case Outcome.Ok<Path>(Path file, var _) -> {
          stage.hide();
          session.update(
              state -> state.withNotice(Notice.said("ui.exported", file.getFileName().toString())));
        }
        case Outcome.Failed<Path>(List<Issue> issues) ->
            dialogs.report("ui.dialog.not-exported", issues);
      }
    }

    private void busy(boolean on) {
      progress.setVisible(on);
      form.setDisable(on);
      go.setDisable(on);
      (on ? cancel : go).requestFocus();
    }

    /// Gives up writing; or else the whole dialog.
    private void stop() {
      if (writing) {
        writing = false;
      } else {
        stage.hide();
      }
    }

    /// Ends the work, and with it the file that was begun, when the user gives up.
    private final class Stoppable extends FilterOutputStream {
      Stoppable(OutputStream out) {
        super(out);
      }

      @Override
      public void write(byte[] bytes, int from, int count) throws IOException {
        if (!writing) {
          throw new CancellationException();
        }
        out.write(bytes, from, count);
      }
    }
  }
}
