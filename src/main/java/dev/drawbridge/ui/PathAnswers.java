package dev.drawbridge.ui;

import dev.drawbridge.analyze.TrafficPaths;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Answers who can reach whom, live: anew whenever the question changes or the design was checked.
/// The asking is done by the thread that did the check, because a check keeps what it worked out and
/// is for one thread; an answer that comes too late is dropped.
final class PathAnswers {
  /// An answer, and what it answers.
  record Result(Document document, PathQuestion question, TrafficPaths.Answer answer) {}

  private final Executor worker;
  private final ReadOnlyObjectWrapper<@Nullable Result> result = new ReadOnlyObjectWrapper<>();
  private PathQuestion question = PathQuestion.OPEN;
  private @Nullable Document document;
  private @Nullable TrafficPaths paths;
  private boolean ended;

  PathAnswers(Executor worker) {
    this.worker = worker;
  }

  /// The latest answer; null where nothing is asked.
  ReadOnlyObjectProperty<@Nullable Result> result() {
    return result.getReadOnlyProperty();
  }

  void ask(PathQuestion asked) {
    if (!asked.equals(question)) {
      question = asked;
      start();
    }
  }

  /// The design was checked.
  void follow(Document checked, TrafficPaths answering) {
    document = checked;
    paths = answering;
    start();
  }

  /// Whether the answer, or that there is none, is that to the present question on this document.
  boolean isCurrent(Document shown) {
    Result known = result.get();
    return question.isComplete()
        ? known != null && known.document() == shown && known.question().equals(question)
        : known == null;
  }

  /// Nothing is asked any more: the window is gone, and the worker goes with it.
  void end() {
    ended = true;
  }

  private void start() {
    PathQuestion asked = question;
    TrafficPaths answering = paths;
    Document about = document;
    ElementId from = asked.from();
    ElementId to = asked.to();
    if (from == null || to == null || !asked.isComplete()) {
      result.set(null);
      return;
    }
    if (answering == null || about == null || ended) {
      return;
    }
    worker.execute(
        () -> {
          try {
            TrafficPaths.Answer answer = answering.path(from, to, asked.traffic());
            Platform.runLater(() -> arrived(new Result(about, asked, answer)));
          } catch (CancellationException e) {
            // The design moved on; it will be asked again once that is checked.
          }
        });
  }

  private void arrived(Result answered) {
    if (answered.document() == document && answered.question().equals(question)) {
      result.set(answered);
    }
  }
}
