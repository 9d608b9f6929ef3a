package dev.drawbridge.editor;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;

/// A side of a node, in the middle of which a connector can be drawn from.
public enum Side {
  TOP(0, -1),
  RIGHT(1, 0),
  BOTTOM(0, 1),
  LEFT(-1, 0);

  private final int dx;
  private final int dy;

  Side(int dx, int dy) {
    this.dx = dx;
    this.dy = dy;
  }

  /// The middle of the side, moved outwards.
  public Point of(Rect rect, double outwards) {
    return new Point(
        rect.centerX() + dx * (rect.width() / 2 + outwards),
        rect.centerY() + dy * (rect.height() / 2 + outwards));
  }
}
