package dev.drawbridge.ui;

import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.base.Place;
import dev.drawbridge.editor.Notice;
import dev.drawbridge.model.Document;
import dev.drawbridge.output.store.DesignStore;
import dev.drawbridge.output.store.FileSnapshot;
import dev.drawbridge.terraform.write.GeneratedFile;
import dev.drawbridge.terraform.write.OwnedFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Save and export: what the window does with the design in front, asking through [Dialogs].
final class DesignFiles {
  private final OpenDesigns designs;
  private final Session session;
  private final Texts texts;
  private final Dialogs dialogs;
  private final Preferences preferences;
  private final Function<Document, Outcome<List<GeneratedFile>>> terraform;

  DesignFiles(
      OpenDesigns designs,
      Texts texts,
      Dialogs dialogs,
      Preferences preferences,
      Function<Document, Outcome<List<GeneratedFile>>> terraform) {
    this.designs = designs;
    this.session = designs.session();
    this.texts = texts;
    this.dialogs = dialogs;
    this.preferences = preferences;
    this.terraform = terraform;
  }

  /// What the design in front is called: by its file, or its title.
  String name() {
    return name(session.design());
  }

  String name(OpenDesign design) {
    Path file = design.file();
    if (file != null) {
      return Loader.name(file);
    }
    String title = design.document().settings().title();
    return title.isBlank() ? texts.get("ui.untitled") : title;
  }

  boolean save() {
    OpenDesign.Origin origin = session.design().originProperty().get();
    if (origin == null || origin.readOnly()) {
      return saveAs();
    }
    return origin.isOutdated()
        ? resolve(session.design(), origin, DesignStore.open(origin.file()))
        : saveTo(origin.file());
  }

  /// Asks what is to become of a design in front that is not saved and whose file others changed.
  ///
  /// @param content what the file holds now
  /// @return whether the design is saved
  boolean resolve(
      OpenDesign design, OpenDesign.Origin origin, Outcome<DesignStore.Opened> content) {
    List<String> differences =
        switch (content) {
          case Outcome.Ok<DesignStore.Opened>(DesignStore.Opened opened, var _) ->
              Differences.between(design.document(), opened.document(), texts);
          case Outcome.Failed<DesignStore.Opened>(List<Issue> issues) ->
              issues.stream().map(issue -> issue.text(texts.messages())).toList();
        };
    boolean readable = content instanceof Outcome.Ok<DesignStore.Opened>;
    return switch (dialogs.askAboutConflict(name(design), differences, readable)) {
      case OVERWRITE -> saveTo(origin.file());
      case SAVE_AS -> saveAs();
      case RELOAD -> {
        if (content instanceof Outcome.Ok<DesignStore.Opened>(DesignStore.Opened opened, var _)) {
          design.reload(opened.document(), origin.now(opened));
        }
        yield false;
      }
      case LATER -> false;
    };
  }

  boolean saveAs() {
    Optional<Path> chosen =
        dialogs.chooseToSave(Dialogs.FileKind.DESIGN, suggested(Dialogs.FileKind.DESIGN));
    return chosen.isPresent() && saveTo(chosen.get());
  }

  private boolean saveTo(Path file) {
    OpenDesign design = session.design();
    if (designs.of(Loader.real(file)).filter(other -> other != design).isPresent()) {
      dialogs.report(
          "ui.dialog.not-saved",
          List.of(Issue.error(new Place.InFile(file.toString(), 0, 0), "ui.files.open-elsewhere")));
      return false;
    }
    Document document = design.document();
    return switch (DesignStore.save(file, document)) {
      case Outcome.Ok<FileSnapshot>(FileSnapshot snapshot, var _) -> {
        design.saved(document, new OpenDesign.Origin(file, Loader.real(file), snapshot, false));
        preferences.used(file);
        yield true;
      }
      case Outcome.Failed<FileSnapshot>(List<Issue> issues) -> {
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
