package dev.drawbridge.ui;

import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.base.Place;
import dev.drawbridge.editor.Notice;
import dev.drawbridge.model.Document;
import dev.drawbridge.output.store.Backups;
import dev.drawbridge.output.store.DesignStore;
import dev.drawbridge.output.store.FileSnapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Saves designs, off the FX thread and in the order in which that is asked for, asking the user through
/// [Dialogs]. What is saved is the design as it was when that was asked for.
final class DesignFiles {
  private final OpenDesigns designs;
  private final Session session;
  private final Texts texts;
  private final Dialogs dialogs;
  private final Preferences preferences;
  private final Optional<Backups> backups;
  private final Background background;

  /// The designs that are being saved, once for each time.
  private final List<OpenDesign> saving = new ArrayList<>();

  DesignFiles(
      OpenDesigns designs,
      Texts texts,
      Dialogs dialogs,
      Preferences preferences,
      Optional<Backups> backups,
      Background background) {
    this.designs = designs;
    this.session = designs.session();
    this.texts = texts;
    this.dialogs = dialogs;
    this.preferences = preferences;
    this.backups = backups;
    this.background = background;
  }

  /// What came of saving.
  private sealed interface Result {
    /// @param real the file that was written, all links followed
    /// @param backup why there is no backup; null where there is one, or need not be
    record Done(Outcome<FileSnapshot> outcome, Path real, @Nullable Issue backup)
        implements Result {}

    /// Others changed the file since it was read or written.
    ///
    /// @param content what it holds now
    record Outdated(OpenDesign.Origin origin, Outcome<DesignStore.Opened> content)
        implements Result {}
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

  /// Whether the design is on its way to its file, which others then need not be suspected of changing.
  boolean isSaving(OpenDesign design) {
    return saving.contains(design);
  }

  /// Saves the design in front.
  ///
  /// @param then is told whether it is saved
  void save(Consumer<Boolean> then) {
    OpenDesign design = session.design();
    OpenDesign.Origin origin = design.originProperty().get();
    if (origin == null || origin.readOnly()) {
      saveAs(then);
    } else {
      write(design, origin.file(), true, then);
    }
  }

  void saveAs(Consumer<Boolean> then) {
    OpenDesign design = session.design();
    Optional<Path> chosen =
        dialogs.chooseToSave(Dialogs.FileKind.DESIGN, suggested(Dialogs.FileKind.DESIGN));
    if (chosen.isPresent()) {
      write(design, chosen.get(), false, then);
    } else {
      then.accept(false);
    }
  }

  /// Asks what is to become of a design in front that is not saved and whose file others changed.
  ///
  /// @param content what the file holds now
  /// @param then is told whether the design is saved
  void resolve(
      OpenDesign design,
      OpenDesign.Origin origin,
      Outcome<DesignStore.Opened> content,
      Consumer<Boolean> then) {
    List<String> differences =
        switch (content) {
          case Outcome.Ok<DesignStore.Opened>(DesignStore.Opened opened, var _) ->
              Differences.between(design.document(), opened.document(), texts);
          case Outcome.Failed<DesignStore.Opened>(List<Issue> issues) ->
              issues.stream().map(issue -> issue.text(texts.messages())).toList();
        };
    boolean readable = content instanceof Outcome.Ok<DesignStore.Opened>;
    switch (dialogs.askAboutConflict(name(design), differences, readable)) {
      case OVERWRITE -> write(design, origin.file(), false, then);
      case SAVE_AS -> saveAs(then);
      case RELOAD -> {
        if (content instanceof Outcome.Ok<DesignStore.Opened>(DesignStore.Opened opened, var _)) {
          design.reload(opened.document(), origin.now(opened));
        }
        then.accept(false);
      }
      case LATER -> then.accept(false);
    }
  }

  /// @param careful whether to ask first where others changed the file
  private void write(OpenDesign design, Path file, boolean careful, Consumer<Boolean> then) {
    Document document = design.document();
    saving.add(design);
    background.see(
        new Background.Doing("ui.status.saving", List.of(Loader.name(file))),
        () -> job(design, file, document, careful),
        result -> {
          saving.remove(design);
          arrived(design, file, document, result, then);
        },
        () -> {
          saving.remove(design);
          then.accept(false);
        });
  }

  private Background.Job<Result> job(
      OpenDesign design, Path file, Document document, boolean careful) {
    OpenDesign.Origin origin = careful ? design.originProperty().get() : null;
    List<Path> others = new ArrayList<>();
    for (OpenDesign other : designs.all()) {
      OpenDesign.Origin its = other.originProperty().get();
      if (other != design && its != null) {
        others.add(its.real());
      }
    }
    return cancelled -> written(file, document, origin, others, cancelled);
  }

  /// Off the FX thread.
  private Result written(
      Path file,
      Document document,
      OpenDesign.@Nullable Origin origin,
      List<Path> others,
      BooleanSupplier cancelled) {
    Path before = Loader.real(file);
    if (others.contains(before)) {
      Place place = new Place.InFile(file.toString(), 0, 0);
      return new Result.Done(
          Outcome.failed(Issue.error(place, "ui.files.open-elsewhere")), before, null);
    }
    if (origin != null && origin.isOutdated()) {
      return new Result.Outdated(origin, DesignStore.open(origin.file()));
    }
    Issue backup = backups.flatMap(kept -> kept.keep(file)).orElse(null);
    Outcome<FileSnapshot> saved = DesignStore.save(file, document, cancelled);
    return new Result.Done(saved, Loader.real(file), backup);
  }

  private void arrived(
      OpenDesign design, Path file, Document document, Result result, Consumer<Boolean> then) {
    switch (result) {
      case Result.Outdated(OpenDesign.Origin origin, Outcome<DesignStore.Opened> content) ->
          resolve(design, origin, content, then);
      case Result.Done(Outcome.Failed<FileSnapshot>(List<Issue> issues), var _, var _) -> {
        dialogs.report("ui.dialog.not-saved", issues);
        then.accept(false);
      }
      case Result.Done(
              Outcome.Ok<FileSnapshot>(FileSnapshot snapshot, var _),
              Path real,
              @Nullable Issue backup) -> {
        design.saved(document, new OpenDesign.Origin(file, real, snapshot, false));
        preferences.used(file);
        if (backup != null) {
          String why = backup.text(texts.messages());
          design.set(design.state().withNotice(Notice.said("ui.saved.without-backup", why)));
        }
        then.accept(true);
      }
    }
  }

  /// A name for a file of the kind, after that of the design.
  String suggested(Dialogs.FileKind kind) {
    String base = name().replaceFirst("\\.[A-Za-z]{1,12}$", "").replaceAll("[\\\\/:*?\"<>|]", "-");
    return base + "." + kind.extension();
  }
}
