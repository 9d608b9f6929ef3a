package dev.drawbridge.ui;

import dev.drawbridge.analyze.Analysis;
import dev.drawbridge.analyze.TrafficPaths;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Answers a question about who can reach whom, live: anew whenever the question changes or the design was
/// checked, as long as somebody looks. It works on the thread of the checks; an answer that comes too late is
/// dropped.
///
/// @param <Q> what is asked
/// @param <A> what comes of it
final class Inquiry<Q extends Inquiry.Question, A> {
  /// Something to ask.
  interface Question {
    /// Whether everything is chosen that it takes to answer it.
    boolean isComplete();
  }

  /// An answer, and what it answers.
  record Result<Q, A>(Document document, Q question, A answer) {}

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
  private final BiFunction<TrafficPaths, Q, A> answering;
  private final ReadOnlyObjectWrapper<@Nullable Result<Q, A>> result =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<SequencedSet<ElementId>> ends =
      new ReadOnlyObjectWrapper<>(new LinkedHashSet<>());
  private Q question;
  private volatile @Nullable Design design;
  private boolean watched;
  private boolean ended;

  /// @param open asks nothing yet
  /// @param answering asked for complete questions only
  Inquiry(Executor worker, Q open, BiFunction<TrafficPaths, Q, A> answering) {
    this.worker = worker;
    this.question = open;
    this.answering = answering;
  }

  /// The latest answer; null where nothing is asked.
  ReadOnlyObjectProperty<@Nullable Result<Q, A>> result() {
    return result.getReadOnlyProperty();
  }

  /// The elements that can be asked about, besides the internet.
  ReadOnlyObjectProperty<SequencedSet<ElementId>> ends() {
    return ends.getReadOnlyProperty();
  }

  void ask(Q asked) {
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
    Result<Q, A> known = result.get();
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
    Q asked = question;
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

  private void answer(Design about, Q asked) {
    if (design != about) {
      return;
    }
    TrafficPaths paths = about.paths(() -> design != about);
    SequencedSet<ElementId> found = paths.ends();
    Result<Q, A> answered =
        asked.isComplete()
            ? new Result<>(about.document, asked, answering.apply(paths, asked))
            : null;
    Platform.runLater(() -> arrived(about, found, asked, answered));
  }

  private void arrived(
      Design about, SequencedSet<ElementId> found, Q asked, @Nullable Result<Q, A> answered) {
    if (about == design) {
      ends.set(found);
      if (asked.equals(question)) {
        result.set(answered);
      }
    }
  }
}
