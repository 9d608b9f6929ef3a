package dev.drawbridge.ui;

import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.editor.Notice;
import dev.drawbridge.model.Document;
import dev.drawbridge.output.store.DesignStore;
import dev.drawbridge.terraform.write.GeneratedFile;
import dev.drawbridge.terraform.write.OwnedFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// New, open, save and export: what the window does with files, asking through [Dialogs].
final class DesignFiles {
  private final Session session;
  private final Texts texts;
  private final Dialogs dialogs;
  private final Function<Document, Outcome<List<GeneratedFile>>> terraform;

  DesignFiles(
      Session session,
      Texts texts,
      Dialogs dialogs,
      Function<Document, Outcome<List<GeneratedFile>>> terraform) {
    this.session = session;
    this.texts = texts;
    this.dialogs = dialogs;
    this.terraform = terraform;
  }

  /// What the design is called: by its file, or its title.
  String name() {
    Path file = session.fileProperty().get();
    if (file != null) {
      return file.getFileName().toString();
    }
    String title = session.document().settings().title();
    return title.isBlank() ? texts.get("ui.untitled") : title;
  }

  /// Asks about unsaved work, and saves it if that is wanted; false when the user would rather stay.
  boolean mayLeave() {
    if (!session.state().isDirty()) {
      return true;
    }
    return switch (dialogs.askAboutUnsaved(name())) {
      case SAVE -> save();
      case DISCARD -> true;
      case CANCEL -> false;
    };
  }

  void create(Document document) {
    if (mayLeave()) {
      session.open(document, null);
    }
  }

  void open() {
    if (mayLeave()) {
      dialogs.chooseToOpen(Dialogs.FileKind.DESIGN).ifPresent(this::open);
    }
  }

  /// Opens a file in place of the present design.
  boolean open(Path file) {
    return switch (DesignStore.open(file)) {
      case Outcome.Ok<DesignStore.Opened>(DesignStore.Opened opened, List<Issue> issues) -> {
        session.open(opened.document(), opened.isInPicture() ? null : file);
        if (!issues.isEmpty()) {
          dialogs.report("ui.dialog.opened-with-issues", issues);
        }
        yield true;
      }
      case Outcome.Failed<DesignStore.Opened>(List<Issue> issues) -> {
        dialogs.report("ui.dialog.not-opened", issues);
        yield false;
      }
    };
  }

  boolean save() {
    Path file = session.fileProperty().get();
    return file == null ? saveAs() : saveTo(file);
  }

  boolean saveAs() {
    Optional<Path> chosen =
        dialogs.chooseToSave(Dialogs.FileKind.DESIGN, suggested(Dialogs.FileKind.DESIGN));
    return chosen.isPresent() && saveTo(chosen.get());
  }

  private boolean saveTo(Path file) {
    Document document = session.document();
    return switch (DesignStore.save(file, document)) {
      case Outcome.Ok<?> _ -> {
        session.saved(document, file);
        yield true;
      }
      case Outcome.Failed<?>(List<Issue> issues) -> {
        dialogs.report("ui.dialog.not-saved", issues);
        yield false;
      }
    };
  }

  /// A name for a file of the kind, after that of the design.
  String suggested(Dialogs.FileKind kind) {
    String base = name().replaceFirst("\\.[A-Za-z]{1,12}$", "").replaceAll("[\\\\/:*?\"<>|]", "-");
    return base + "." + kind.extension();
  }

  void exportTerraform() {
    Outcome<List<GeneratedFile>> generated = terraform.apply(session.document());
    if (generated instanceof Outcome.Failed<List<GeneratedFile>>(List<Issue> issues)) {
      dialogs.report("ui.dialog.not-exported", issues);
      return;
    }
    List<GeneratedFile> files = ((Outcome.Ok<List<GeneratedFile>>) generated).value();
    Optional<Path> folder = dialogs.chooseFolder("ui.dialog.terraform.title");
    if (folder.isEmpty()) {
      return;
    }
    Outcome<OwnedFolder.Report> report = OwnedFolder.export(folder.get(), files, false);
    if (report instanceof Outcome.Failed<OwnedFolder.Report>
        && dialogs.confirm("ui.dialog.terraform.force", folder.get().toString(), reasons(report))) {
      report = OwnedFolder.export(folder.get(), files, true);
    }
    switch (report) {
      case Outcome.Ok<OwnedFolder.Report>(OwnedFolder.Report done, var _) ->
          session.update(
              state ->
                  state.withNotice(
                      Notice.said(
                          "ui.exported.terraform",
                          done.written().size(),
                          done.unchanged().size())));
      case Outcome.Failed<OwnedFolder.Report>(List<Issue> issues) ->
          dialogs.report("ui.dialog.not-exported", issues);
    }
  }

  private String reasons(Outcome<?> failed) {
    StringBuilder text = new StringBuilder();
    failed.issues().stream()
        .limit(8)
        .forEach(issue -> text.append(issue.text(texts.messages())).append('\n'));
    return text.toString();
  }
}
