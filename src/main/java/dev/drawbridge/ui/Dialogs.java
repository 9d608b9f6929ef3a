package dev.drawbridge.ui;

import dev.drawbridge.base.Issue;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Everything that the window asks the user outside itself. An interface, so that tests can answer.
public interface Dialogs {
  /// What kind of file is being chosen.
  enum FileKind {
    DESIGN("drawbridge"),
    PNG("png"),
    SVG("svg");

    private final String extension;

    FileKind(String extension) {
      this.extension = extension;
    }

    public String extension() {
      return extension;
    }
  }

  /// What is to happen with unsaved work.
  enum Unsaved {
    SAVE,
    DISCARD,
    CANCEL
  }

  Optional<Path> chooseToOpen(FileKind kind);

  /// @param suggested a file name
  Optional<Path> chooseToSave(FileKind kind, String suggested);

  Optional<Path> chooseFolder(String titleKey);

  /// @param design what the design is called
  Unsaved askAboutUnsaved(String design);

  /// Whether to go on with what the question says.
  boolean confirm(String questionKey, Object... arguments);

  /// @param titleKey what was tried
  void report(String titleKey, List<Issue> issues);

  void tell(String titleKey, String text);
}
