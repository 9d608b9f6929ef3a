package dev.drawbridge.editor;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Brings moved edges and centres into line with those of neighbours, or gaps to the width of other gaps, and
/// otherwise onto the grid; where there is none, onto whole px, as all places are kept.
final class Snapping {
  /// The grid's step in px.
  static final double GRID = 8;

  /// What places are rounded to where there is no grid, in px.
  private static final double PIXEL = 1;

  /// How near a neighbour's line draws an edge to itself, in px of the viewport.
  private static final double REACH = 6;

  private final List<Rect> neighbours;
  private final double reach;
  private final double step;

  /// @param grid whether there is one
  Snapping(List<Rect> neighbours, double zoom, boolean grid) {
    this.neighbours = neighbours;
    this.reach = REACH / zoom;
    this.step = step(grid);
  }

  private static double step(boolean grid) {
    return grid ? GRID : PIXEL;
  }

  /// The nearest place on the grid, where there is one.
  static double rounded(double at, boolean grid) {
    return Math.round(at / step(grid)) * step(grid);
  }

  /// A displacement, and the lines that it brings together.
  record Snapped(Point by, List<Guide> guides) {}

  /// Which lines of the moved rectangle may snap, on one axis.
  enum Lines {
    ALL,
    FIRST,
    LAST,
    NONE
  }

  /// The displacement that is wanted, changed a little.
  Snapped snapped(Rect start, Point wanted) {
    return snapped(start.plus(wanted), wanted, Lines.ALL, Lines.ALL);
  }

  /// @param moved where the edges came to be, by the displacement that is wanted
  Snapped snapped(Rect moved, Point wanted, Lines horizontal, Lines vertical) {
    Match x = match(moved, true, horizontal);
    Match y = match(moved, false, vertical);
    Gaps.Fit inRow = x == null ? gap(Gaps.Axis.HORIZONTAL, moved, horizontal) : null;
    Gaps.Fit inColumn = y == null ? gap(Gaps.Axis.VERTICAL, moved, vertical) : null;
    double dx =
        x != null
            ? x.by
            : inRow != null ? inRow.by() : toGrid(moved.x(), moved.right(), horizontal);
    double dy =
        y != null
            ? y.by
            : inColumn != null ? inColumn.by() : toGrid(moved.y(), moved.bottom(), vertical);
    Rect at = moved.plus(new Point(dx, dy));
    List<Guide> guides = new ArrayList<>();
    if (x != null) {
      guides.add(guide(x, at, true));
    }
    if (y != null) {
      guides.add(guide(y, at, false));
    }
    if (inRow != null) {
      guides.addAll(Gaps.guides(Gaps.Axis.HORIZONTAL, inRow, at));
    }
    if (inColumn != null) {
      guides.addAll(Gaps.guides(Gaps.Axis.VERTICAL, inColumn, at));
    }
    return new Snapped(wanted.plus(new Point(dx, dy)), guides);
  }

  /// What is resized has no gaps to make equal: it is to be as large as others.
  private Gaps.@Nullable Fit gap(Gaps.Axis axis, Rect moved, Lines lines) {
    return lines == Lines.ALL ? Gaps.nearest(axis, neighbours, moved, reach).orElse(null) : null;
  }

  private record Match(double by, double at, Rect neighbour) {}

  private @Nullable Match match(Rect moved, boolean vertical, Lines lines) {
    Match best = null;
    double[] own = lines(moved, vertical, lines);
    for (Rect neighbour : neighbours) {
      for (double line : lines(neighbour, vertical, Lines.ALL)) {
        for (double edge : own) {
          double by = line - edge;
          if (Math.abs(by) <= reach && (best == null || Math.abs(by) < Math.abs(best.by))) {
            best = new Match(by, line, neighbour);
          }
        }
      }
    }
    return best;
  }

  private static double[] lines(Rect rect, boolean vertical, Lines lines) {
    double first = vertical ? rect.x() : rect.y();
    double last = vertical ? rect.right() : rect.bottom();
    return switch (lines) {
      case ALL -> new double[] {first, (first + last) / 2, last};
      case FIRST -> new double[] {first};
      case LAST -> new double[] {last};
      case NONE -> new double[0];
    };
  }

  private double toGrid(double first, double last, Lines lines) {
    return switch (lines) {
      case ALL, FIRST -> Math.round(first / step) * step - first;
      case LAST -> Math.round(last / step) * step - last;
      case NONE -> 0;
    };
  }

  private static Guide guide(Match match, Rect moved, boolean vertical) {
    Rect both = moved.union(match.neighbour);
    return vertical
        ? Guide.line(true, match.at, both.y(), both.bottom())
        : Guide.line(false, match.at, both.x(), both.right());
  }
}
