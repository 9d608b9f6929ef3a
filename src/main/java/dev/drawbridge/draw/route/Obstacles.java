package dev.drawbridge.draw.route;

import dev.drawbridge.base.Rect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Rectangles that lines and labels should not cross, found by place.
public final class Obstacles {
  private static final double CELL = 256;

  /// @param hard a card, which a line goes round at any price; otherwise text that it had better spare
  record Obstacle(int number, Rect rect, boolean hard) {}

  private final Cells cells = new Cells();
  private final List<Obstacle> all = new ArrayList<>();

  /// Left, top, right and bottom of each, side by side: most of those in a cell are only asked whether they are near.
  private double[] edges = new double[64];

  private final @Nullable Obstacles base;
  private final BitSet hidden = new BitSet();
  private final int firstNumber;

  public Obstacles() {
    this(null, Set.of());
  }

  private Obstacles(@Nullable Obstacles base, Set<Integer> hidden) {
    this.base = base;
    hidden.forEach(this.hidden::set);
    this.firstNumber = base == null ? 0 : base.firstNumber + base.all.size();
  }

  /// The same without some, to which others can be added; these here stay as they are.
  public Obstacles without(Set<Integer> numbers) {
    return new Obstacles(this, numbers);
  }

  /// A card. Returns its number, by which a route tells its own ends from what is in its way.
  public int addCard(Rect rect) {
    return add(rect, true);
  }

  /// A text on a container, which lines avoid where they can.
  public void addText(Rect rect) {
    add(rect, false);
  }

  private int add(Rect rect, boolean hard) {
    Obstacle obstacle = new Obstacle(firstNumber + all.size(), rect, hard);
    int at = 4 * all.size();
    if (at == edges.length) {
      edges = Arrays.copyOf(edges, 2 * at);
    }
    edges[at] = rect.x();
    edges[at + 1] = rect.y();
    edges[at + 2] = rect.right();
    edges[at + 3] = rect.bottom();
    all.add(obstacle);
    for (long x = cell(rect.x()); x <= cell(rect.right()); x++) {
      for (long y = cell(rect.y()); y <= cell(rect.bottom()); y++) {
        cells.add(Cells.key(0, x, y), obstacle.number - firstNumber);
      }
    }
    return obstacle.number;
  }

  /// Those that share an area with the rectangle, each once.
  void forEach(double left, double top, double right, double bottom, Consumer<Obstacle> action) {
    visit(left, top, right, bottom, this, action);
  }

  /// @param viewer who may have hidden some
  private void visit(
      double left,
      double top,
      double right,
      double bottom,
      Obstacles viewer,
      Consumer<Obstacle> action) {
    if (base != null) {
      base.visit(left, top, right, bottom, viewer, action);
    }
    long firstX = cell(left);
    long firstY = cell(top);
    long lastX = cell(right);
    long lastY = cell(bottom);
    for (long x = firstX; x <= lastX; x++) {
      for (long y = firstY; y <= lastY; y++) {
        int entry = cells.first(Cells.key(0, x, y));
        while (entry != Cells.END) {
          int at = 4 * cells.value(entry);
          boolean touches =
              edges[at] < right
                  && left < edges[at + 2]
                  && edges[at + 1] < bottom
                  && top < edges[at + 3];
          if (touches
              && x == Math.max(cell(edges[at]), firstX)
              && y == Math.max(cell(edges[at + 1]), firstY)) {
            Obstacle obstacle = all.get(cells.value(entry));
            if (!viewer.hides(obstacle)) {
              action.accept(obstacle);
            }
          }
          entry = cells.next(entry);
        }
      }
    }
  }

  private boolean hides(Obstacle obstacle) {
    return hidden.get(obstacle.number) || base != null && base.hides(obstacle);
  }

  /// Those that share an area with the rectangle, in the order in which they were added.
  List<Obstacle> touching(Rect area) {
    List<Obstacle> found = new ArrayList<>();
    forEach(area.x(), area.y(), area.right(), area.bottom(), found::add);
    found.sort((a, b) -> Integer.compare(a.number, b.number));
    return found;
  }

  private static long cell(double coordinate) {
    return (long) Math.floor(coordinate / CELL);
  }
}
