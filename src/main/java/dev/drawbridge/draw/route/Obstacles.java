package dev.drawbridge.draw.route;

import dev.drawbridge.base.Rect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Rectangles that lines should not cross, found by place.
public final class Obstacles {
  private static final double CELL = 256;

  /// @param hard a card, which a line goes round at any price; otherwise text that it had better spare
  record Obstacle(int number, Rect rect, boolean hard) {}

  private final Map<Long, List<Obstacle>> cells = new HashMap<>();
  private int count;

  /// A card. Returns its number, by which a route tells its own ends from what is in its way.
  public int addCard(Rect rect) {
    return add(rect, true);
  }

  /// A text on a container, which lines avoid where they can.
  public void addText(Rect rect) {
    add(rect, false);
  }

  private int add(Rect rect, boolean hard) {
    Obstacle obstacle = new Obstacle(count++, rect, hard);
    for (long x = cell(rect.x()); x <= cell(rect.right()); x++) {
      for (long y = cell(rect.y()); y <= cell(rect.bottom()); y++) {
        cells.computeIfAbsent(key(x, y), _ -> new ArrayList<>(4)).add(obstacle);
      }
    }
    return obstacle.number;
  }

  /// Those that touch the rectangle, each once, in the order in which they were added.
  List<Obstacle> touching(Rect area) {
    List<Obstacle> found = new ArrayList<>();
    for (long x = cell(area.x()); x <= cell(area.right()); x++) {
      for (long y = cell(area.y()); y <= cell(area.bottom()); y++) {
        for (Obstacle obstacle : cells.getOrDefault(key(x, y), List.of())) {
          Rect r = obstacle.rect;
          boolean touches =
              r.x() < area.right()
                  && area.x() < r.right()
                  && r.y() < area.bottom()
                  && area.y() < r.bottom();
          boolean firstCell =
              x == Math.max(cell(r.x()), cell(area.x()))
                  && y == Math.max(cell(r.y()), cell(area.y()));
          if (touches && firstCell) {
            found.add(obstacle);
          }
        }
      }
    }
    found.sort((a, b) -> Integer.compare(a.number, b.number));
    return found;
  }

  private static long cell(double coordinate) {
    return (long) Math.floor(coordinate / CELL);
  }

  private static long key(long x, long y) {
    return x << 32 ^ y & 0xffffffffL;
  }
}
