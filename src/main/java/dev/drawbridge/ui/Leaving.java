package dev.drawbridge.ui;

import dev.drawbridge.model.Document;
import java.util.List;

/// Closes designs, and asks about what was not saved.
final class Leaving {
  private final OpenDesigns designs;
  private final DesignFiles files;
  private final Dialogs dialogs;

  Leaving(OpenDesigns designs, DesignFiles files, Dialogs dialogs) {
    this.designs = designs;
    this.files = files;
    this.dialogs = dialogs;
  }

  /// Closes a tab, unless the user would rather keep it.
  ///
  /// @return whether it is closed
  boolean close(OpenDesign design) {
    if (design.state().isDirty()) {
      designs.show(design);
      boolean stays =
          switch (dialogs.askAboutUnsaved(List.of(files.name(design)))) {
            case SAVE -> !files.save();
            case DISCARD -> false;
            case CANCEL -> true;
          };
      if (stays) {
        return false;
      }
    }
    designs.close(design);
    return true;
  }

  /// Asks once about everything that was not saved, and saves it if that is wanted; false when the user
  /// would rather stay. What the user gives up is then gone.
  boolean mayLeave() {
    List<OpenDesign> unsaved =
        designs.all().stream().filter(design -> design.state().isDirty()).toList();
    if (unsaved.isEmpty()) {
      return true;
    }
    return switch (dialogs.askAboutUnsaved(unsaved.stream().map(files::name).toList())) {
      case SAVE -> unsaved.stream().allMatch(this::saved);
      case DISCARD -> {
        unsaved.forEach(this::giveUp);
        yield true;
      }
      case CANCEL -> false;
    };
  }

  private boolean saved(OpenDesign design) {
    designs.show(design);
    return files.save();
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
