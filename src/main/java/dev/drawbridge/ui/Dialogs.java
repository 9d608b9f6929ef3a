package dev.drawbridge.ui;

import dev.drawbridge.base.Issue;
import dev.drawbridge.translate.Coverage;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Everything that the window asks the user outside itself. An interface, so that tests can answer.
public interface Dialogs {
  /// What kind of file is being chosen.
  enum FileKind {
    DESIGN("drawbridge"),
    PNG("png"),
    SVG("svg"),
    PDF("pdf"),
    POLICY("json");

    private final String extension;

    FileKind(String extension) {
      this.extension = extension;
    }

    public String extension() {
      return extension;
    }
  }

  /// Why a finding is accepted, and the last day on which it is.
  record Acceptance(String reason, LocalDate expires) {}

  /// What is to happen with a file that is not where it was.
  enum Missing {
    LOCATE,
    FORGET,
    CANCEL
  }

  /// What is to happen when a file changed behind a design that is not saved.
  enum Conflict {
    /// The file becomes what the window shows.
    OVERWRITE,
    /// The window's design goes to another file.
    SAVE_AS,
    /// The window shows what the file holds.
    RELOAD,
    /// Nothing now; saving asks again.
    LATER
  }

  /// On how many pages a large design is printed.
  enum Spread {
    ONE_PAGE,
    SEVERAL_PAGES,
    CANCEL
  }

  /// What is to happen with unsaved work.
  enum Unsaved {
    SAVE,
    DISCARD,
    CANCEL
  }

  Optional<Path> chooseToOpen(FileKind kind);

  /// Designs, and pictures that carry one; none where the user thinks better of it.
  List<Path> chooseDesigns();

  /// @param suggested a file name
  Optional<Path> chooseToSave(FileKind kind, String suggested);

  Optional<Path> chooseFolder(String titleKey);

  /// @param designs what the designs are called; at least one
  Unsaved askAboutUnsaved(List<String> designs);

  /// Tells what of a Terraform configuration is drawn and what is not.
  ///
  /// @param issues what could not be read of it or had to be assumed
  void showCoverage(Path folder, Coverage coverage, List<Issue> issues);

  /// What is to happen with a design that was changed here, and whose file others changed.
  ///
  /// @param differences one line each; why the file cannot be read, where that is so
  /// @param readable whether what the file holds can be taken
  Conflict askAboutConflict(String design, List<String> differences, boolean readable);

  /// What is to happen with the name of a file that is not there any more.
  Missing askAboutMissing(Path file);

  /// Whether a design that is too large to be read on one page is spread over several.
  ///
  /// @param pages as many as that would take
  Spread askHowToPrint(int pages);

  /// Whether to go on with what the question says.
  boolean confirm(String questionKey, Object... arguments);

  /// Why and until when a finding is to be accepted; empty where it is not after all.
  ///
  /// @param finding in words
  Optional<Acceptance> askToSuppress(String finding, LocalDate today);

  /// @param titleKey what was tried
  void report(String titleKey, List<Issue> issues);

  void tell(String titleKey, String text);
}
