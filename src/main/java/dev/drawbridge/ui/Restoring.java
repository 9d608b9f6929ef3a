package dev.drawbridge.ui;

import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.editor.Camera;
import dev.drawbridge.editor.Notice;
import dev.drawbridge.editor.Selection;
import dev.drawbridge.model.Document;
import dev.drawbridge.output.store.DesignStore;
import dev.drawbridge.output.store.Lying;
import dev.drawbridge.output.store.Recovery;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// Opens again what was open when the program ended: from the files, and from the journals what was not
/// saved.
final class Restoring {
  private final OpenDesigns designs;
  private final Dialogs dialogs;
  private final Executor worker;
  private final Recovery recovery;
  private final Keeper keeper;
  private final Function<String, OpenDesign> blank;

  /// What is there of a design.
  ///
  /// @param journal what was not saved; null for nothing
  /// @param file what the file holds; null where there is none, or it is gone or cannot be read
  private record Found(
      Lying.Design design,
      @Nullable Document journal,
      DesignStore.@Nullable Opened file,
      List<Issue> issues) {}

  /// @param worker reads
  /// @param blank makes an empty design with a journal of this key
  Restoring(
      OpenDesigns designs,
      Dialogs dialogs,
      Executor worker,
      Recovery recovery,
      Keeper keeper,
      Function<String, OpenDesign> blank) {
    this.designs = designs;
    this.dialogs = dialogs;
    this.worker = worker;
    this.recovery = recovery;
    this.keeper = keeper;
    this.blank = blank;
  }

  /// @param all whether also those that were saved; what was not saved is always there again
  /// @param then what comes after
  void restore(boolean all, Runnable then) {
    Lying lying = recovery.found();
    worker.execute(
        () -> {
          List<Found> found = lying.designs().stream().map(design -> find(design, all)).toList();
          Platform.runLater(
              () -> {
                arrived(found, lying.front(), all);
                then.run();
              });
        });
  }

  private Found find(Lying.Design design, boolean all) {
    List<Issue> issues = new ArrayList<>();
    Document journal = null;
    if (recovery.hasJournal(design.key())) {
      if (design.unsaved() || all) {
        journal = value(recovery.journal(design.key()), issues);
      } else {
        recovery.drop(design.key());
      }
    }
    Path file = design.file();
    DesignStore.Opened opened = null;
    if (file != null && (all || journal != null) && Files.exists(file)) {
      opened = value(DesignStore.open(file), issues);
    }
    return new Found(design, journal, opened, issues);
  }

  private static <T> @Nullable T value(Outcome<T> outcome, List<Issue> issues) {
    return switch (outcome) {
      case Outcome.Ok<T>(T value, var _) -> value;
      case Outcome.Failed<T>(List<Issue> why) -> {
        issues.addAll(why);
        yield null;
      }
    };
  }

  private void arrived(List<Found> all, int front, boolean wanted) {
    OpenDesign untouched = designs.session().design();
    List<String> missing = new ArrayList<>();
    List<Issue> issues = new ArrayList<>();
    boolean recovered = false;
    Optional<OpenDesign> inFront = Optional.empty();
    for (int i = 0; i < all.size(); i++) {
      Found found = all.get(i);
      issues.addAll(found.issues());
      Path file = found.design().file();
      if (found.journal() != null || found.file() != null) {
        OpenDesign design = restore(found);
        recovered |= design.state().isDirty();
        if (i <= front) {
          inFront = Optional.of(design);
        }
      } else if (file != null && wanted && found.issues().isEmpty()) {
        missing.add(Loader.name(file));
      }
    }
    OpenDesign last = designs.all().getLast();
    if (last != untouched) {
      designs.show(inFront.orElse(last));
      if (untouched.isUntouched()) {
        designs.close(untouched);
      }
    }
    if (!missing.isEmpty()) {
      tell(Notice.said("ui.restore.missing", String.join(", ", missing)));
    } else if (recovered) {
      tell(Notice.said("ui.restore.recovered"));
    }
    if (!issues.isEmpty()) {
      dialogs.report("ui.dialog.not-restored", issues);
    }
  }

  private OpenDesign restore(Found found) {
    Lying.Design lay = found.design();
    DesignStore.Opened opened = found.file();
    Document saved = opened == null ? null : opened.document();
    Document journal = found.journal();
    // What is in the journal may have been saved in the moment before the end.
    Document document = journal == null || journal.equals(saved) ? saved : journal;
    if (document == null) {
      throw new IllegalStateException("neither a journal nor a file");
    }
    boolean clean = lay.file() == null && !lay.unsaved();
    OpenDesign design = blank.apply(lay.key());
    design.restore(
        document,
        clean ? document : saved,
        origin(lay, opened, document == saved),
        new Camera(lay.corner(), lay.zoom()),
        new Selection(new LinkedHashSet<>(lay.selection())));
    if (lay.zoom() == 0) {
      design.fitAll();
    }
    if (journal != null) {
      keeper.knows(lay.key(), document);
    }
    designs.append(design);
    return design;
  }

  /// A design that was not saved still belongs to the file as it was then: if that changed, saving asks.
  private static OpenDesign.@Nullable Origin origin(
      Lying.Design lay, DesignStore.@Nullable Opened opened, boolean asInTheFile) {
    Path file = lay.file();
    if (file == null) {
      return null;
    }
    return new OpenDesign.Origin(
        file,
        Loader.real(file),
        opened != null && asInTheFile ? opened.snapshot() : lay.snapshot(),
        opened != null && opened.design().readOnly());
  }

  private void tell(Notice notice) {
    designs.session().update(state -> state.withNotice(notice));
  }
}
