package dev.drawbridge.ui;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Work that takes its time, done off the FX thread, one piece after the other and in the order in which it
/// was asked for. What takes longer than a moment is told, and can be stopped.
final class Background {
  /// What takes less is not worth a line.
  private static final Duration MOMENT = Duration.millis(300);

  /// What is told of the work.
  ///
  /// @param key of a message
  record Doing(String key, List<Object> arguments) {}

  /// Something to do.
  ///
  /// @param <T> what comes of it
  @FunctionalInterface
  interface Job<T> {
    /// Runs off the FX thread.
    ///
    /// @param cancelled whether it is no longer wanted; a [CancellationException] ends it then
    T run(BooleanSupplier cancelled);
  }

  /// A job and what comes after it.
  private final class Order<T> {
    private final Doing doing;
    private final boolean droppable;
    private final Supplier<Job<T>> job;
    private final Consumer<T> arrival;
    private final Runnable otherwise;
    private volatile boolean cancelled;
    private boolean ended;

    Order(
        Doing doing,
        boolean droppable,
        Supplier<Job<T>> job,
        Consumer<T> arrival,
        Runnable otherwise) {
      this.doing = doing;
      this.droppable = droppable;
      this.job = job;
      this.arrival = arrival;
      this.otherwise = otherwise;
    }

    void begin() {
      Job<T> now = job.get();
      Thread.ofPlatform().daemon().name(doing.key).start(() -> run(now));
    }

    private void run(Job<T> now) {
      @Nullable T result = null;
      try {
        result = now.run(() -> cancelled);
      } catch (CancellationException e) {
        // The user has seen to it.
      } finally {
        @Nullable T came = result;
        Platform.runLater(() -> end(came));
      }
    }

    private void end(@Nullable T came) {
      if (ended) {
        return;
      }
      ended = true;
      ended();
      try {
        if (came == null) {
          otherwise.run();
        } else {
          arrival.accept(came);
        }
      } finally {
        next();
      }
    }
  }

  private final Deque<Order<?>> waiting = new ArrayDeque<>();
  private final List<Runnable> afterwards = new ArrayList<>();
  private final ReadOnlyObjectWrapper<@Nullable Doing> doing = new ReadOnlyObjectWrapper<>();
  private final PauseTransition moment = new PauseTransition(MOMENT);
  private @Nullable Order<?> current;

  /// Whether what came of the last piece of work is being dealt with.
  private boolean arriving;

  Background() {
    moment.setOnFinished(
        _ -> {
          Order<?> now = current;
          doing.set(now == null ? null : now.doing);
        });
  }

  /// Something that can be given up at any time: whatever comes of it then is dropped.
  <T> void run(Doing told, Job<T> job, Consumer<T> arrival) {
    add(new Order<>(told, true, () -> job, arrival, () -> {}));
  }

  /// Something of which one has to know what came of it: it is stopped where it can be, and counts until it
  /// has ended.
  ///
  /// @param job makes it when its turn comes, on the FX thread
  /// @param otherwise is run where it was stopped
  <T> void see(Doing told, Supplier<Job<T>> job, Consumer<T> arrival, Runnable otherwise) {
    add(new Order<>(told, false, job, arrival, otherwise));
  }

  private void add(Order<?> order) {
    waiting.add(order);
    if (current == null && !arriving) {
      next();
    }
  }

  /// Runs something when all work is done that was asked for before; at once where there is none.
  void whenIdle(Runnable then) {
    if (isIdle()) {
      then.run();
    } else {
      afterwards.add(then);
    }
  }

  boolean isIdle() {
    return current == null && waiting.isEmpty() && !arriving;
  }

  /// What takes longer than a moment now; null for nothing.
  ReadOnlyObjectProperty<@Nullable Doing> doing() {
    return doing.getReadOnlyProperty();
  }

  /// Stops what is being done now.
  void cancel() {
    Order<?> now = current;
    if (now != null) {
      now.cancelled = true;
      if (now.droppable) {
        now.end(null);
      }
    }
  }

  /// The work that was under way is no longer; what came of it is dealt with next.
  private void ended() {
    current = null;
    arriving = true;
    moment.stop();
    doing.set(null);
  }

  private void next() {
    arriving = false;
    Order<?> order = waiting.poll();
    current = order;
    if (order != null) {
      moment.playFromStart();
      order.begin();
    } else {
      List<Runnable> all = List.copyOf(afterwards);
      afterwards.clear();
      all.forEach(Runnable::run);
    }
  }
}
