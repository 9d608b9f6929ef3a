package dev.drawbridge.ui;

import dev.drawbridge.model.Document;
import java.util.List;

/// Closes designs, and asks about what was not saved. What is being saved is waited for first.
final class Leaving {
  private final OpenDesigns designs;
  private final DesignFiles files;
  private final Dialogs dialogs;
  private final Background background;

  Leaving(OpenDesigns designs, DesignFiles files, Dialogs dialogs, Background background) {
    this.designs = designs;
    this.files = files;
    this.dialogs = dialogs;
    this.background = background;
  }

  /// Closes a tab, unless the user would rather keep it.
  void close(OpenDesign design) {
    background.whenIdle(
        () -> {
          if (designs.all().contains(design)) {
            closeNow(design);
          }
        });
  }

  private void closeNow(OpenDesign design) {
    if (!design.state().isDirty()) {
      designs.close(design);
      return;
    }
    designs.show(design);
    switch (dialogs.askAboutUnsaved(List.of(files.name(design)))) {
      case SAVE ->
          files.save(
              saved -> {
                if (saved) {
                  close(design); // asks again where it was changed meanwhile
                }
              });
      case DISCARD -> designs.close(design);
      case CANCEL -> {}
    }
  }

  /// Asks once about everything that was not saved, and saves it if that is wanted. What the user gives up
  /// is then gone.
  ///
  /// @param go is run when nothing holds the user here any more
  void leave(Runnable go) {
    background.whenIdle(() -> leaveNow(go));
  }

  private void leaveNow(Runnable go) {
    List<OpenDesign> unsaved =
        designs.all().stream().filter(design -> design.state().isDirty()).toList();
    if (unsaved.isEmpty()) {
      go.run();
      return;
    }
    switch (dialogs.askAboutUnsaved(unsaved.stream().map(files::name).toList())) {
      case SAVE -> saveAll(unsaved, go);
      case DISCARD -> {
        unsaved.forEach(this::giveUp);
        go.run();
      }
      case CANCEL -> {}
    }
  }

  private void saveAll(List<OpenDesign> left, Runnable go) {
    if (left.isEmpty()) {
      leave(go); // asks again about what was changed meanwhile
      return;
    }
    designs.show(left.getFirst());
    files.save(
        saved -> {
          if (saved) {
            saveAll(left.subList(1, left.size()), go);
          }
        });
  }

  /// The design is what its file holds, or nothing.
  private void giveUp(OpenDesign design) {
    Document saved = design.state().saved();
    if (design.file() == null || saved == null) {
      designs.close(design);
    } else {
      design.reload(saved, design.originProperty().get());
    }
  }
}
