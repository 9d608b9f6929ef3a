package dev.drawbridge.ui;

import dev.drawbridge.base.Issue;
import dev.drawbridge.editor.Notice;
import dev.drawbridge.model.Document;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Opens designs: new ones, those in files, and Terraform as a drawing.
final class Opening {
  private final OpenDesigns designs;
  private final Dialogs dialogs;
  private final Loader loader;
  private final Preferences preferences;

  Opening(OpenDesigns designs, Dialogs dialogs, Loader loader, Preferences preferences) {
    this.designs = designs;
    this.dialogs = dialogs;
    this.loader = loader;
    this.preferences = preferences;
  }

  /// Another empty design, with what there is to begin with.
  void create() {
    designs.show(designs.add());
  }

  /// A design to go on from.
  void create(Document design) {
    designs.open(design, null).begunProperty().set(true);
  }

  /// A design that no file holds any more, in front.
  void copy(Document design) {
    create(design);
    designs.session().update(state -> state.withSaved(null));
  }

  void choose() {
    open(dialogs.chooseDesigns());
  }

  void chooseTerraform() {
    dialogs.chooseFolder("ui.dialog.import.title").ifPresent(folder -> open(List.of(folder)));
  }

  /// Opens files, each in its own tab, and draws folders of Terraform. What cannot be opened is told, all
  /// of it at once.
  void open(List<Path> files) {
    loader.load(files, this::arrived);
  }

  /// Opens a file that was opened before; one that is gone can be looked for.
  void again(Path file) {
    loader.load(
        List.of(file),
        all -> {
          if (all.getFirst() instanceof Loader.Loaded.Refused && !Files.exists(file)) {
            switch (dialogs.askAboutMissing(file)) {
              case LOCATE -> locate(file);
              case FORGET -> forget(file);
              case CANCEL -> {}
            }
          } else {
            arrived(all);
          }
        });
  }

  /// Asks where the file is now.
  void locate(Path file) {
    List<Path> found = dialogs.chooseDesigns();
    if (!found.isEmpty()) {
      forget(file);
      open(found);
    }
  }

  void forget(Path file) {
    preferences.forget(file);
  }

  private void arrived(List<Loader.Loaded> all) {
    List<Issue> refused = new ArrayList<>();
    List<Issue> remarks = new ArrayList<>();
    for (Loader.Loaded one : all) {
      switch (one) {
        case Loader.Loaded.Design design -> {
          open(design);
          remarks.addAll(design.issues());
        }
        case Loader.Loaded.Terraform terraform -> {
          create(terraform.document());
          dialogs.showCoverage(terraform.file(), terraform.coverage(), terraform.issues());
        }
        case Loader.Loaded.Refused(Path file, List<Issue> issues) -> refused.addAll(issues);
      }
    }
    if (!refused.isEmpty()) {
      dialogs.report("ui.dialog.not-opened", refused);
    }
    if (!remarks.isEmpty()) {
      dialogs.report("ui.dialog.opened-with-issues", remarks);
    }
  }

  private void open(Loader.Loaded.Design loaded) {
    OpenDesign.Origin origin = loaded.origin();
    Optional<OpenDesign> known = origin == null ? Optional.empty() : designs.of(origin.real());
    if (known.isPresent()) {
      designs.show(known.get());
    } else {
      designs.open(loaded.document(), origin).begunProperty().set(true);
      if (origin == null) {
        designs
            .session()
            .update(
                state ->
                    state.withNotice(Notice.said("ui.opened.picture", Loader.name(loaded.file()))));
      }
    }
    preferences.used(loaded.file());
  }
}
