package dev.drawbridge.ui;

import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.editor.Notice;
import dev.drawbridge.model.Document;
import dev.drawbridge.terraform.write.GeneratedFile;
import dev.drawbridge.terraform.write.OwnedFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.Function;

/// Writes the Terraform of the design in front into a folder that the user names.
final class TerraformExport {
  private final Session session;
  private final Texts texts;
  private final Dialogs dialogs;
  private final Background background;
  private final Function<Document, Outcome<List<GeneratedFile>>> terraform;

  /// @param terraform makes the files; off the FX thread
  TerraformExport(
      Session session,
      Texts texts,
      Dialogs dialogs,
      Background background,
      Function<Document, Outcome<List<GeneratedFile>>> terraform) {
    this.session = session;
    this.texts = texts;
    this.dialogs = dialogs;
    this.background = background;
    this.terraform = terraform;
  }

  void export() {
    Document document = session.document();
    background.run(
        new Background.Doing("ui.status.generating", List.of()),
        _ -> terraform.apply(document),
        this::generated);
  }

  private void generated(Outcome<List<GeneratedFile>> outcome) {
    switch (outcome) {
      case Outcome.Ok<List<GeneratedFile>>(List<GeneratedFile> files, var _) ->
          dialogs
              .chooseFolder("ui.dialog.terraform.title")
              .ifPresent(folder -> write(folder, files, false));
      case Outcome.Failed<List<GeneratedFile>>(List<Issue> issues) -> failed(issues);
    }
  }

  private void write(Path folder, List<GeneratedFile> files, boolean force) {
    background.see(
        new Background.Doing("ui.status.exporting", List.of(Loader.name(folder))),
        () ->
            cancelled -> {
              if (cancelled.getAsBoolean()) {
                throw new CancellationException();
              }
              return OwnedFolder.export(folder, files, force);
            },
        report -> written(folder, files, force, report),
        () -> {});
  }

  private void written(
      Path folder, List<GeneratedFile> files, boolean forced, Outcome<OwnedFolder.Report> report) {
    switch (report) {
      case Outcome.Ok<OwnedFolder.Report>(OwnedFolder.Report done, var _) ->
          session.update(
              state ->
                  state.withNotice(
                      Notice.said(
                          "ui.exported.terraform",
                          done.written().size(),
                          done.unchanged().size())));
      case Outcome.Failed<OwnedFolder.Report>(List<Issue> issues) -> {
        if (forced) {
          failed(issues);
        } else if (dialogs.confirm(
            "ui.dialog.terraform.force", folder.toString(), reasons(issues))) {
          write(folder, files, true);
        } else {
          failed(issues);
        }
      }
    }
  }

  private void failed(List<Issue> issues) {
    dialogs.report("ui.dialog.not-exported", issues);
  }

  private String reasons(List<Issue> issues) {
    StringBuilder text = new StringBuilder();
    issues.stream()
        .limit(8)
        .forEach(issue -> text.append(issue.text(texts.messages())).append('\n'));
    return text.toString();
  }
}
