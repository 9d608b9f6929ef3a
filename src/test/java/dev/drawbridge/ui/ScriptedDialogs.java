package dev.drawbridge.ui;

import dev.drawbridge.base.Issue;
import dev.drawbridge.translate.Coverage;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Answers the window's questions as the test has decided before, and remembers what it was told.
final class ScriptedDialogs implements Dialogs {
  Path next;
  Unsaved unsaved = Unsaved.CANCEL;
  Spread spread = Spread.CANCEL;
  Missing missing = Missing.CANCEL;
  Conflict conflict = Conflict.LATER;
  final List<String> differences = new ArrayList<>();
  boolean confirms = true;
  Acceptance acceptance;
  Coverage coverage;
  final List<String> asked = new ArrayList<>();
  final List<Issue> reported = new ArrayList<>();

  @Override
  public Optional<Path> chooseToOpen(FileKind kind) {
    asked.add("open " + kind.extension());
    return Optional.ofNullable(next);
  }

  @Override
  public List<Path> chooseDesigns() {
    asked.add("open designs");
    return next == null ? List.of() : List.of(next);
  }

  @Override
  public void showCoverage(Path folder, Coverage drawn, List<Issue> issues) {
    asked.add("coverage " + folder.getFileName());
    coverage = drawn;
  }

  @Override
  public Optional<Path> chooseToSave(FileKind kind, String suggested) {
    asked.add("save " + suggested);
    return Optional.ofNullable(next);
  }

  @Override
  public Optional<Path> chooseFolder(String titleKey) {
    asked.add("folder");
    return Optional.ofNullable(next);
  }

  @Override
  public Unsaved askAboutUnsaved(List<String> designs) {
    asked.add("unsaved " + String.join(", ", designs));
    return unsaved;
  }

  @Override
  public Conflict askAboutConflict(String design, List<String> lines, boolean readable) {
    asked.add("conflict " + design);
    differences.clear();
    differences.addAll(lines);
    return conflict;
  }

  @Override
  public Missing askAboutMissing(Path file) {
    asked.add("missing " + file.getFileName());
    return missing;
  }

  @Override
  public Spread askHowToPrint(int pages) {
    asked.add("print on " + pages);
    return spread;
  }

  @Override
  public boolean confirm(String questionKey, Object... arguments) {
    asked.add(questionKey);
    return confirms;
  }

  @Override
  public Optional<Acceptance> askToSuppress(String finding, LocalDate today) {
    asked.add(finding);
    return Optional.ofNullable(acceptance);
  }

  @Override
  public void report(String titleKey, List<Issue> issues) {
    asked.add(titleKey);
    reported.addAll(issues);
  }

  @Override
  public void tell(String titleKey, String text) {
    asked.add(titleKey);
  }
}
