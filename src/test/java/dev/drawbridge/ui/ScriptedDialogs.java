package dev.drawbridge.ui;

import dev.drawbridge.base.Issue;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Answers the window's questions as the test has decided before, and remembers what it was told.
final class ScriptedDialogs implements Dialogs {
  Path next;
  Unsaved unsaved = Unsaved.CANCEL;
  boolean confirms = true;
  Acceptance acceptance;
  final List<String> asked = new ArrayList<>();
  final List<Issue> reported = new ArrayList<>();

  @Override
  public Optional<Path> chooseToOpen(FileKind kind) {
    asked.add("open " + kind.extension());
    return Optional.ofNullable(next);
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
  public Unsaved askAboutUnsaved(String design) {
    asked.add("unsaved " + design);
    return unsaved;
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
