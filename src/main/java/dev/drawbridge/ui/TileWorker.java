package dev.drawbridge.ui;

import dev.drawbridge.draw.Chunks;
import dev.drawbridge.output.export.TilePainter;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// Draws tiles on a thread of its own, always the first of the list that was ordered last.
final class TileWorker {
  /// @param known what the tile showed when it was last drawn; null for one that is not there
  record Order(TilePainter.Place place, TilePainter.@Nullable Content known) {}

  /// @param pixels null where the tile still shows the same
  record Made(
      TilePainter.Place place,
      Chunks chunks,
      TilePainter.Content content,
      int @Nullable [] pixels) {}

  /// A tile that the FX thread has not yet heard of.
  private record Way(TilePainter.Place place, Chunks chunks) {}

  private record Orders(Chunks chunks, List<Order> list) {}

  private final Consumer<Made> done;
  private final Thread thread = Thread.ofPlatform().daemon().name("tiles").unstarted(this::work);
  private final Set<Way> onTheWay = ConcurrentHashMap.newKeySet();
  private final Object lock = new Object();
  private @Nullable Orders orders;
  private boolean ended;

  /// @param done is told on the FX thread
  TileWorker(Consumer<Made> done) {
    this.done = done;
    thread.start();
  }

  /// These instead of all that was ordered before.
  void order(Chunks chunks, List<Order> list) {
    synchronized (lock) {
      orders = new Orders(chunks, list);
      if (!list.isEmpty()) {
        lock.notifyAll(); // waking a thread for nothing is dear, once a frame
      }
    }
  }

  void end() {
    synchronized (lock) {
      ended = true;
      lock.notifyAll();
    }
  }

  private void work() {
    TilePainter painter = new TilePainter();
    Orders taken = null;
    int next = 0;
    while (true) {
      synchronized (lock) {
        while (!ended && (orders == null || orders == taken && next >= taken.list.size())) {
          try {
            lock.wait();
          } catch (InterruptedException e) {
            return;
          }
        }
        if (ended) {
          return;
        }
        if (orders != taken) {
          taken = orders;
          next = 0;
        }
      }
      if (taken == null || next >= taken.list.size()) {
        continue;
      }
      Order order = taken.list.get(next++);
      Way way = new Way(order.place, taken.chunks);
      if (onTheWay.add(way)) {
        Made result = make(painter, taken.chunks, order);
        Platform.runLater(
            () -> {
              onTheWay.remove(way);
              done.accept(result);
            });
      }
    }
  }

  private static Made make(TilePainter painter, Chunks chunks, Order order) {
    TilePainter.Content content = TilePainter.content(chunks, order.place);
    boolean same = content.equals(order.known);
    return new Made(
        order.place, chunks, content, same ? null : painter.paint(content, order.place));
  }
}
