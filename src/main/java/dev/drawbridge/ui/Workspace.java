package dev.drawbridge.ui;

import dev.drawbridge.editor.Editor;
import dev.drawbridge.editor.Notice;
import dev.drawbridge.model.Document;
import dev.drawbridge.output.store.Recovery;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

/// The designs that are open in a window, and what can be done with their files.
final class Workspace {
  private final Services services;
  private final Texts texts;
  private final Memory memory;
  private final ExecutorService worker;
  private final Loader loader = new Loader();
  private final OpenDesigns designs;
  private final Background background = new Background();
  private final Background handiwork = new Background();
  private final DesignFiles files;
  private final TerraformExport terraform;
  private final Opening opening;
  private final Leaving leaving;
  private final Dialogs dialogs;
  private final Optional<Keeper> keeper;
  private final Watch watch;
  private final IconChoice icons;
  private Runnable redrawing = () -> {};
  private BiConsumer<Document, Checked> checking = (_, _) -> {};

  /// @param worker checks designs
  /// @param attentive whether the user sits before this window
  Workspace(
      Services services,
      Texts texts,
      Dialogs dialogs,
      Memory memory,
      ExecutorService worker,
      BooleanSupplier attentive) {
    this.services = services;
    this.texts = texts;
    this.memory = memory;
    this.worker = worker;
    this.dialogs = dialogs;
    this.designs = new OpenDesigns(this::blank);
    this.files =
        new DesignFiles(
            designs, texts, dialogs, memory.preferences(), memory.backups(), background);
    this.terraform =
        new TerraformExport(
            designs.session(),
            texts,
            dialogs,
            background,
            document -> services.terraform().files(document, texts.language().get()));
    this.opening = new Opening(designs, dialogs, loader, memory.preferences());
    this.leaving = new Leaving(designs, files, dialogs, background);
    this.keeper = memory.recovery().map(recovery -> new Keeper(designs, recovery, memory.writer()));
    this.icons = new IconChoice(designs.session(), dialogs, memory.preferences());
    this.watch = new Watch(designs, files, attentive);
  }

  /// Looks whether others changed the files.
  void look() {
    watch.look();
  }

  /// @param redraw is run when there is something else to be seen of the design in front
  /// @param checked is told what a check of the design in front came to
  void onNews(Runnable redraw, BiConsumer<Document, Checked> checked) {
    redrawing = redraw;
    checking = checked;
  }

  Session session() {
    return designs.session();
  }

  OpenDesigns designs() {
    return designs;
  }

  DesignFiles files() {
    return files;
  }

  TerraformExport terraform() {
    return terraform;
  }

  /// What saves and exports.
  Background background() {
    return background;
  }

  /// What copies, pastes and tidies.
  Background handiwork() {
    return handiwork;
  }

  Opening opening() {
    return opening;
  }

  Leaving leaving() {
    return leaving;
  }

  IconChoice icons() {
    return icons;
  }

  Loader loader() {
    return loader;
  }

  Preferences preferences() {
    return memory.preferences();
  }

  /// Opens again what was open at the end of the last run, and then the files that are asked for.
  void begin(List<Path> asked) {
    if (memory.recovery().isPresent() && keeper.isPresent()) {
      Keeper kept = keeper.get();
      new Restoring(designs, dialogs, memory.writer(), memory.recovery().get(), kept, this::blank)
          .restore(
              preferences().restoresProperty().get(),
              () -> {
                kept.begin();
                open(asked);
              });
    } else {
      open(asked);
    }
  }

  private void open(List<Path> asked) {
    preferences()
        .problem()
        .ifPresent(
            problem -> {
              String why = problem.text(texts.messages());
              session()
                  .update(state -> state.withNotice(Notice.said("ui.preferences.broken", why)));
            });
    opening.open(asked);
  }

  /// Whether all files are read that were to be opened, and all that was changed is kept.
  boolean isSettled() {
    return loader.isIdle()
        && background.isIdle()
        && handiwork.isIdle()
        && icons.isSettled()
        && keeper.map(Keeper::isSettled).orElse(true);
  }

  /// Whether nothing was begun here.
  boolean isUntouched() {
    return designs.all().size() == 1 && session().design().isUntouched();
  }

  private OpenDesign blank() {
    return blank(memory.recovery().map(Recovery::freshKey).orElse(""));
  }

  private OpenDesign blank(String key) {
    Pictures pictures = new Pictures(() -> redrawing.run());
    OpenDesign design =
        new OpenDesign(
            key,
            new Editor(services.ids(), pictures::lines, preferences().gridProperty()::get),
            pictures,
            new Live<>(worker, services.checkers().get()::check));
    design
        .checks()
        .result()
        .addListener(
            (_, _, result) -> {
              if (result != null && design == session().design()) {
                checking.accept(result.document(), result.value());
              }
            });
    return design;
  }

  /// The window is gone.
  void end() {
    keeper.ifPresent(Keeper::end);
    watch.end();
    icons.end();
    designs.end();
    loader.end();
  }
}
