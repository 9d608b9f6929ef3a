package dev.drawbridge.ui;

import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.draw.icon.IconFolder;
import dev.drawbridge.draw.icon.IconSet;
import dev.drawbridge.editor.Notice;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Which icons the drawings show: the bundled ones, or those in a folder of the user's, which is
/// remembered. The folder is read off the FX thread.
final class IconChoice {
  private final Session session;
  private final Dialogs dialogs;
  private final Preferences preferences;
  private final ExecutorService worker = Live.worker("icons");
  private final ReadOnlyObjectWrapper<IconSet> icons = new ReadOnlyObjectWrapper<>(IconSet.BUNDLED);
  private int pending;

  IconChoice(Session session, Dialogs dialogs, Preferences preferences) {
    this.session = session;
    this.dialogs = dialogs;
    this.preferences = preferences;
    Path remembered = preferences.iconsProperty().get();
    if (remembered != null) {
      read(remembered, false);
    }
  }

  ReadOnlyObjectProperty<IconSet> icons() {
    return icons.getReadOnlyProperty();
  }

  /// Whether no folder is being read.
  boolean isSettled() {
    return pending == 0;
  }

  void choose() {
    dialogs.chooseFolder("ui.dialog.icons.title").ifPresent(folder -> read(folder, true));
  }

  /// Back to the bundled icons.
  void reset() {
    preferences.iconsProperty().set(null);
    icons.set(IconSet.BUNDLED);
  }

  void end() {
    worker.shutdownNow();
  }

  /// @param chosen just now; at the start a folder that is gone is only told in passing
  private void read(Path folder, boolean chosen) {
    pending++;
    worker.execute(
        () -> {
          @Nullable Outcome<IconSet> read = null;
          try {
            read = IconFolder.read(folder);
          } finally {
            @Nullable Outcome<IconSet> outcome = read;
            Platform.runLater(() -> arrived(folder, outcome, chosen));
          }
        });
  }

  private void arrived(Path folder, @Nullable Outcome<IconSet> outcome, boolean chosen) {
    pending--;
    switch (outcome) {
      case Outcome.Ok<IconSet>(IconSet set, List<Issue> issues) -> {
        icons.set(set);
        if (chosen) {
          preferences.iconsProperty().set(folder);
          tell(Notice.said("ui.icons.used", set.replacedCount()));
        }
        if (!issues.isEmpty() && chosen) {
          dialogs.report("ui.dialog.icons.some", issues);
        }
      }
      case Outcome.Failed<IconSet>(List<Issue> issues) -> {
        if (chosen) {
          dialogs.report("ui.dialog.icons.none", issues);
        } else {
          tell(Notice.said("ui.icons.missing", folder.toString()));
        }
      }
      case null -> {}
    }
  }

  private void tell(Notice notice) {
    session.update(state -> state.withNotice(notice));
  }
}
