package dev.drawbridge.analyze.rules.addressing;

import dev.drawbridge.network.Cidr;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;

/// Finds blocks that overlap without trying all pairs.
final class Overlaps {
  private Overlaps() {}

  /// A block, whose it is, and its place in the order of the design.
  record Laid<T>(T owner, Cidr block, int index) {}

  /// Of two blocks that overlap one contains the other, so sorted by their beginnings, the larger
  /// first, those that are still open are those that contain the next.
  ///
  /// @param each is told both, the one that comes later in the design first
  static <T> void find(List<Laid<T>> laid, BiConsumer<Laid<T>, Laid<T>> each) {
    Deque<Laid<T>> open = new ArrayDeque<>();
    laid.stream()
        .sorted(
            Comparator.comparing((Laid<T> one) -> one.block().first())
                .thenComparing(one -> one.block().length())
                .thenComparing(Laid::index))
        .forEach(
            next -> {
              while (!open.isEmpty() && !open.peek().block().overlaps(next.block())) {
                open.pop();
              }
              for (Laid<T> other : open) {
                boolean later = other.index() > next.index();
                each.accept(later ? other : next, later ? next : other);
              }
              open.push(next);
            });
  }
}
