package dev.drawbridge.ui;

import dev.drawbridge.model.Document;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Something that is computed from the document whenever that changes: off the FX thread, after a short
/// rest, and dropped when the document has moved on by the time it is there.
final class Live<T> {
  private static final Duration REST = Duration.millis(60);

  /// What came out, and of which document. It stays until there is something newer.
  record Result<T>(Document document, T value) {}

  private final ExecutorService worker;
  private final BiFunction<Document, BooleanSupplier, T> compute;
  private final ReadOnlyObjectWrapper<@Nullable Result<T>> result = new ReadOnlyObjectWrapper<>();
  private final PauseTransition rest = new PauseTransition(REST);
  private volatile @Nullable Document wanted;
  private boolean ended;

  /// @param compute asks now and then whether it is still wanted, and throws a
  ///     [CancellationException] when it is not
  Live(ExecutorService worker, BiFunction<Document, BooleanSupplier, T> compute) {
    this.worker = worker;
    this.compute = compute;
    rest.setOnFinished(_ -> start());
  }

  /// A thread to compute on.
  static ExecutorService worker(String name) {
    return Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(name).factory());
  }

  ReadOnlyObjectProperty<@Nullable Result<T>> result() {
    return result.getReadOnlyProperty();
  }

  /// The document is now this one.
  void follow(Document document) {
    if (!ended && wanted != document) {
      wanted = document;
      rest.playFromStart();
    }
  }

  /// Computes again even though the document is the same, because something else it depends on changed.
  void refresh() {
    if (wanted != null) {
      rest.playFromStart();
    }
  }

  /// Nothing is computed any more, and what is under way is dropped: the window is gone, and its worker
  /// goes with it.
  void end() {
    ended = true;
    wanted = null;
    rest.stop();
  }

  /// Whether the result is that of the current document.
  boolean isCurrent() {
    Result<T> known = result.get();
    return known != null && known.document() == wanted;
  }

  private void start() {
    Document document = wanted;
    if (document == null) {
      return;
    }
    worker.execute(
        () -> {
          if (wanted != document) {
            return;
          }
          try {
            T value = compute.apply(document, () -> wanted != document);
            Platform.runLater(() -> arrived(document, value));
          } catch (CancellationException e) {
            // The document moved on; the next one is on its way.
          }
        });
  }

  private void arrived(Document document, T value) {
    if (wanted == document) {
      result.set(new Result<>(document, value));
    }
  }
}
