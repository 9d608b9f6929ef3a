package dev.drawbridge.editor;

import dev.drawbridge.base.Rect;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Finds where something that is moved along one axis would have gaps as wide as each other on both sides,
/// or as wide as the next gap in the row.
final class Gaps {
  private final Axis axis;
  private final List<Rect> row;
  private final Rect moved;

  /// A displacement that makes gaps equal.
  ///
  /// @param pairs the nodes on both sides of each of these gaps, the first ones first; null for what is moved
  record Fit(double by, List<Pair> pairs) {}

  /// Two neighbours in the row.
  record Pair(Side first, Side second) {
    interface Side {
      /// @param moved where what is moved came to be
      Rect rect(Rect moved);
    }
  }

  /// Along which lengths are measured.
  enum Axis {
    HORIZONTAL,
    VERTICAL;

    double first(Rect rect) {
      return this == HORIZONTAL ? rect.x() : rect.y();
    }

    double last(Rect rect) {
      return this == HORIZONTAL ? rect.right() : rect.bottom();
    }

    Axis other() {
      return this == HORIZONTAL ? VERTICAL : HORIZONTAL;
    }

    /// How far two rectangles lie beside each other on this axis; negative where they do not.
    double overlap(Rect a, Rect b) {
      return Math.min(last(a), last(b)) - Math.max(first(a), first(b));
    }
  }

  private Gaps(Axis axis, List<Rect> row, Rect moved) {
    this.axis = axis;
    this.row = row;
    this.moved = moved;
  }

  /// The nearest place with equal gaps; empty where none is within reach.
  static Optional<Fit> nearest(Axis axis, List<Rect> neighbours, Rect moved, double reach) {
    List<Rect> row = new ArrayList<>();
    for (Rect neighbour : neighbours) {
      if (axis.other().overlap(neighbour, moved) > 0 && axis.overlap(neighbour, moved) <= reach) {
        row.add(neighbour);
      }
    }
    row.sort(Comparator.comparingDouble(axis::first));
    return new Gaps(axis, row, moved)
        .fits().stream()
            .filter(fit -> Math.abs(fit.by) <= reach)
            .min(Comparator.comparingDouble(fit -> Math.abs(fit.by)));
  }

  private List<Fit> fits() {
    List<Rect> before =
        row.stream().filter(rect -> middle(rect) < middle(moved)).toList().reversed();
    List<Rect> after = row.stream().filter(rect -> middle(rect) > middle(moved)).toList();
    List<Fit> fits = new ArrayList<>();
    if (!before.isEmpty() && !after.isEmpty()) {
      between(before.getFirst(), after.getFirst(), fits);
    }
    if (before.size() > 1) {
      Rect near = before.getFirst();
      Rect far = before.get(1);
      double gap = axis.first(near) - axis.last(far);
      double by = axis.last(near) + gap - axis.first(moved);
      add(gap, by, List.of(new Pair(_ -> far, _ -> near), new Pair(_ -> near, m -> m)), fits);
    }
    if (after.size() > 1) {
      Rect near = after.getFirst();
      Rect far = after.get(1);
      double gap = axis.first(far) - axis.last(near);
      double by = axis.first(near) - gap - axis.last(moved);
      add(gap, by, List.of(new Pair(m -> m, _ -> near), new Pair(_ -> near, _ -> far)), fits);
    }
    return fits;
  }

  private void between(Rect before, Rect after, List<Fit> fits) {
    double room = axis.first(after) - axis.last(before);
    double gap = (room - (axis.last(moved) - axis.first(moved))) / 2;
    double by = axis.last(before) + gap - axis.first(moved);
    add(gap, by, List.of(new Pair(_ -> before, m -> m), new Pair(m -> m, _ -> after)), fits);
  }

  private static void add(double gap, double by, List<Pair> pairs, List<Fit> fits) {
    if (gap > 0) {
      fits.add(new Fit(by, pairs));
    }
  }

  private double middle(Rect rect) {
    return axis.first(rect) + axis.last(rect);
  }

  /// The gaps as lines, in the middle of where the two beside them face each other.
  static List<Guide> guides(Axis axis, Fit fit, Rect moved) {
    List<Guide> guides = new ArrayList<>();
    for (Pair pair : fit.pairs) {
      Rect a = pair.first.rect(moved);
      Rect b = pair.second.rect(moved);
      Axis across = axis.other();
      double from = Math.max(across.first(a), across.first(b));
      double to = Math.min(across.last(a), across.last(b));
      guides.add(Guide.gap(axis == Axis.VERTICAL, (from + to) / 2, axis.last(a), axis.first(b)));
    }
    return guides;
  }
}
