package dev.drawbridge.draw.route;

import dev.drawbridge.base.Point;

/// A piece of an orthogonal line: where it lies across its direction, and from where to where along it.
///
/// @param at x of a vertical, y of a horizontal piece
record Segment(boolean vertical, double at, double from, double to) {
  static Segment between(Point a, Point b) {
    boolean vertical = a.x() == b.x();
    return vertical
        ? new Segment(true, a.x(), Math.min(a.y(), b.y()), Math.max(a.y(), b.y()))
        : new Segment(false, a.y(), Math.min(a.x(), b.x()), Math.max(a.x(), b.x()));
  }

  double length() {
    return to - from;
  }

  double left() {
    return vertical ? at : from;
  }

  double right() {
    return vertical ? at : to;
  }

  double top() {
    return vertical ? from : at;
  }

  double bottom() {
    return vertical ? to : at;
  }
}
