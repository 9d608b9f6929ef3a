package dev.drawbridge.editor;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;

/// A place on the border of a selected node by which it is resized.
///
/// @param dx -1 moves the left edge, 1 the right one, 0 neither
/// @param dy -1 moves the top edge, 1 the bottom one, 0 neither
public enum Handle {
  NORTH_WEST(-1, -1),
  NORTH_EAST(1, -1),
  SOUTH_EAST(1, 1),
  SOUTH_WEST(-1, 1),
  NORTH(0, -1),
  EAST(1, 0),
  SOUTH(0, 1),
  WEST(-1, 0);

  private final int dx;
  private final int dy;

  Handle(int dx, int dy) {
    this.dx = dx;
    this.dy = dy;
  }

  public boolean isCorner() {
    return dx != 0 && dy != 0;
  }

  public int dx() {
    return dx;
  }

  public int dy() {
    return dy;
  }

  /// Where on the rectangle it sits.
  public Point on(Rect rect) {
    return new Point(
        rect.centerX() + dx * rect.width() / 2, rect.centerY() + dy * rect.height() / 2);
  }

  /// Whether the point is on the handle: near the corner, or along the edge.
  boolean isAt(Point point, Rect rect, double reach) {
    if (isCorner()) {
      Point corner = on(rect);
      return Math.abs(point.x() - corner.x()) <= reach && Math.abs(point.y() - corner.y()) <= reach;
    }
    double half = reach * 0.6;
    return dx != 0
        ? Math.abs(point.x() - on(rect).x()) <= half
            && point.y() >= rect.y()
            && point.y() <= rect.bottom()
        : Math.abs(point.y() - on(rect).y()) <= half
            && point.x() >= rect.x()
            && point.x() <= rect.right();
  }

  /// The rectangle with the handle's edges moved by the displacement, never below the least size.
  public Rect dragged(Rect rect, Point by, double least) {
    double left = rect.x();
    double right = rect.right();
    double top = rect.y();
    double bottom = rect.bottom();
    if (dx < 0) {
      left = Math.min(left + by.x(), right - least);
    } else if (dx > 0) {
      right = Math.max(right + by.x(), left + least);
    }
    if (dy < 0) {
      top = Math.min(top + by.y(), bottom - least);
    } else if (dy > 0) {
      bottom = Math.max(bottom + by.y(), top + least);
    }
    return new Rect(left, top, right - left, bottom - top);
  }
}
