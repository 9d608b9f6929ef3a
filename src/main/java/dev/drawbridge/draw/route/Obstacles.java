package dev.drawbridge.draw.route;

import dev.drawbridge.base.Rect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Rectangles that lines and labels should not cross, found by place.
public final class Obstacles {
  private static final double CELL = 256;

  /// @param hard a card, which a line goes round at any price; otherwise text that it had better spare
  record Obstacle(int number, Rect rect, boolean hard) {}

  /// Is told of obstacles without one being made for it: routing asks for some thousand in a frame.
  interface Visitor {
    /// @param number by which a route tells its own ends
    /// @param hard whether it is a card
    void visit(int number, boolean hard, double left, double top, double right, double bottom);
  }

  private final Cells cells = new Cells();

  /// Left, top, right and bottom of each, side by side.
  private double[] edges = new double[64];

  private final BitSet hard = new BitSet();
  private int size;

  private final @Nullable Obstacles base;
  private final BitSet hidden = new BitSet();
  private final int firstNumber;

  public Obstacles() {
    this(null, Set.of());
  }

  private Obstacles(@Nullable Obstacles base, Set<Integer> hidden) {
    this.base = base;
    hidden.forEach(this.hidden::set);
    this.firstNumber = base == null ? 0 : base.firstNumber + base.size;
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

  private int add(Rect rect, boolean card) {
    int index = size++;
    int at = 4 * index;
    if (at == edges.length) {
      edges = Arrays.copyOf(edges, 2 * at);
    }
    edges[at] = rect.x();
    edges[at + 1] = rect.y();
    edges[at + 2] = rect.right();
    edges[at + 3] = rect.bottom();
    hard.set(index, card);
    for (long x = cell(rect.x()); x <= cell(rect.right()); x++) {
      for (long y = cell(rect.y()); y <= cell(rect.bottom()); y++) {
        cells.add(Cells.key(0, x, y), index);
      }
    }
    return firstNumber + index;
  }

  /// Those that share an area with the rectangle, each once.
  void forEach(double left, double top, double right, double bottom, Visitor visitor) {
    visit(left, top, right, bottom, this, visitor);
  }

  /// @param viewer who may have hidden some
  private void visit(
      double left, double top, double right, double bottom, Obstacles viewer, Visitor visitor) {
    if (base != null) {
      base.visit(left, top, right, bottom, viewer, visitor);
    }
    long firstX = cell(left);
    long firstY = cell(top);
    long lastX = cell(right);
    long lastY = cell(bottom);
    for (long x = firstX; x <= lastX; x++) {
      for (long y = firstY; y <= lastY; y++) {
        int entry = cells.first(Cells.key(0, x, y));
        while (entry != Cells.END) {
          int index = cells.value(entry);
          int at = 4 * index;
          boolean touches =
              edges[at] < right
                  && left < edges[at + 2]
                  && edges[at + 1] < bottom
                  && top < edges[at + 3];
          if (touches
              && x == Math.max(cell(edges[at]), firstX)
              && y == Math.max(cell(edges[at + 1]), firstY)
              && !viewer.hides(firstNumber + index)) {
            visitor.visit(
                firstNumber + index,
                hard.get(index),
                edges[at],
                edges[at + 1],
                edges[at + 2],
                edges[at + 3]);
          }
          entry = cells.next(entry);
        }
      }
    }
  }

  private boolean hides(int number) {
    return hidden.get(number) || base != null && base.hides(number);
  }

  /// Those that share an area with the rectangle, in the order in which they were added.
  List<Obstacle> touching(Rect area) {
    List<Obstacle> found = new ArrayList<>();
    forEach(
        area.x(),
        area.y(),
        area.right(),
        area.bottom(),
        (number, card, left, top, right, bottom) ->
            found.add(new Obstacle(number, new Rect(left, top, right - left, bottom - top), card)));
    found.sort((a, b) -> Integer.compare(a.number, b.number));
    return found;
  }

  private static long cell(double coordinate) {
    return (long) Math.floor(coordinate / CELL);
  }
}
