package dev.drawbridge.ui;

import dev.drawbridge.analyze.Analysis;
import dev.drawbridge.analyze.TrafficPaths;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Answers who can reach whom, live: anew whenever the question changes or the design was checked, as
/// long as somebody looks. It works on the thread of the checks; an answer that comes too late is dropped.
final class PathAnswers {
  /// An answer, and what it answers.
  record Result(Document document, PathQuestion question, TrafficPaths.Answer answer) {}

  /// The paths of a design, made when first asked for.
  private static final class Design {
    private final Document document;
    private final Analysis analysis;
    private @Nullable TrafficPaths paths;

    private Design(Document document, Analysis analysis) {
      this.document = document;
      this.analysis = analysis;
    }

    /// @param cancelled asked now and then
    private TrafficPaths paths(BooleanSupplier cancelled) {
      TrafficPaths known = paths;
      if (known == null) {
        known = analysis.paths(cancelled);
        paths = known;
      }
      return known;
    }
  }

  private final Executor worker;
  private final ReadOnlyObjectWrapper<@Nullable Result> result = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<SequencedSet<ElementId>> ends =
      new ReadOnlyObjectWrapper<>(new LinkedHashSet<>());
  private PathQuestion question = PathQuestion.OPEN;
  private volatile @Nullable Design design;
  private boolean watched;
  private boolean ended;

  PathAnswers(Executor worker) {
    this.worker = worker;
  }

  /// The latest answer; null where nothing is asked.
  ReadOnlyObjectProperty<@Nullable Result> result() {
    return result.getReadOnlyProperty();
  }

  /// The elements that can be asked about, besides the internet.
  ReadOnlyObjectProperty<SequencedSet<ElementId>> ends() {
    return ends.getReadOnlyProperty();
  }

  void ask(PathQuestion asked) {
    if (!asked.equals(question)) {
      question = asked;
      start();
    }
  }

  /// The design was checked.
  void follow(Document checked, Analysis analysis) {
    design = new Design(checked, analysis);
    start();
  }

  /// Another design is shown, which has yet to be checked.
  void forget() {
    design = null;
    result.set(null);
    ends.set(new LinkedHashSet<>());
  }

  /// Whether somebody looks at the answers.
  void watch(boolean looking) {
    if (looking != watched) {
      watched = looking;
      start();
    }
  }

  /// Whether the answer, or that there is none, is that to the present question on this document.
  boolean isCurrent(Document shown) {
    Result known = result.get();
    return !watched
        || (question.isComplete()
            ? known != null && known.document() == shown && known.question().equals(question)
            : known == null);
  }

  /// Nothing is asked any more: the window is gone, and the worker goes with it.
  void end() {
    ended = true;
    design = null;
  }

  private void start() {
    PathQuestion asked = question;
    Design about = design;
    if (!asked.isComplete()) {
      result.set(null);
    }
    if (about == null || ended || !watched) {
      return;
    }
    worker.execute(
        () -> {
          try {
            answer(about, asked);
          } catch (CancellationException e) {
            // The design moved on; it will be asked again once that is checked.
          }
        });
  }

  private void answer(Design about, PathQuestion asked) {
    if (design != about) {
      return;
    }
    TrafficPaths paths = about.paths(() -> design != about);
    SequencedSet<ElementId> found = paths.ends();
    ElementId from = asked.from();
    ElementId to = asked.to();
    Result answered =
        from == null || to == null || !asked.isComplete()
            ? null
            : new Result(about.document, asked, paths.path(from, to, asked.traffic()));
    Platform.runLater(() -> arrived(about, found, asked, answered));
  }

  private void arrived(
      Design about, SequencedSet<ElementId> found, PathQuestion asked, @Nullable Result answered) {
    if (about == design) {
      ends.set(found);
      if (asked.equals(question)) {
        result.set(answered);
      }
    }
  }
}
