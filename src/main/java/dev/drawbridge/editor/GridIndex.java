package dev.drawbridge.editor;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// Finds what is near a place without looking at everything: a grid of cells, each with what touches it.
/// What would fill very many cells is kept apart and always looked at.
final class GridIndex<T> {
  private static final double CELL = 256;
  private static final int MANY = 64;

  private record Entry<T>(int order, Rect bounds, T item) {}

  private final Map<Long, List<Entry<T>>> cells = new HashMap<>();
  private final List<Entry<T>> large = new ArrayList<>();
  private int size;

  void add(Rect bounds, T item) {
    Entry<T> entry = new Entry<>(size++, bounds, item);
    if (cellCount(bounds) > MANY) {
      large.add(entry);
    } else {
      forCells(bounds, key -> cells.computeIfAbsent(key, _ -> new ArrayList<>()).add(entry));
    }
  }

  /// What holds the point, in the order in which it was added.
  List<T> at(Point point) {
    return touching(new Rect(point.x(), point.y(), 0, 0));
  }

  /// What touches the rectangle, in the order in which it was added.
  List<T> touching(Rect area) {
    Set<Entry<T>> found = new LinkedHashSet<>();
    if (cellCount(area) > cells.size()) {
      cells.values().forEach(cell -> collect(cell, area, found));
    } else {
      forCells(area, key -> collect(cells.getOrDefault(key, List.of()), area, found));
    }
    collect(large, area, found);
    return found.stream()
        .sorted((a, b) -> Integer.compare(a.order, b.order))
        .map(Entry::item)
        .toList();
  }

  private void collect(List<Entry<T>> entries, Rect area, Set<Entry<T>> found) {
    for (Entry<T> entry : entries) {
      Rect b = entry.bounds;
      if (b.x() <= area.right()
          && area.x() <= b.right()
          && b.y() <= area.bottom()
          && area.y() <= b.bottom()) {
        found.add(entry);
      }
    }
  }

  private static double cellCount(Rect area) {
    return (cell(area.right()) - cell(area.x()) + 1.0)
        * (cell(area.bottom()) - cell(area.y()) + 1.0);
  }

  private static void forCells(Rect area, Consumer<Long> visit) {
    for (int row = cell(area.y()); row <= cell(area.bottom()); row++) {
      for (int column = cell(area.x()); column <= cell(area.right()); column++) {
        visit.accept(((long) row << 32) ^ (column & 0xffffffffL));
      }
    }
  }

  private static int cell(double coordinate) {
    return (int) Math.floor(coordinate / CELL);
  }
}
