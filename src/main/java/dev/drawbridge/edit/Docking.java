package dev.drawbridge.edit;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.base.Size;

/// Keeps what is docked, such as an internet gateway, with its centre on the border of its container.
public final class Docking {
  private Docking() {}

  /// The bounds moved by the shortest way onto the border, relative to the container.
  public static Rect onBorder(Rect bounds, Size container) {
    double x = clamp(bounds.centerX(), bounds.width() / 2, container.width());
    double y = clamp(bounds.centerY(), bounds.height() / 2, container.height());
    double left = x;
    double right = container.width() - x;
    double top = y;
    double bottom = container.height() - y;
    double nearest = Math.min(Math.min(left, right), Math.min(top, bottom));
    Point centre;
    if (nearest == top) {
      centre = new Point(x, 0);
    } else if (nearest == bottom) {
      centre = new Point(x, container.height());
    } else if (nearest == left) {
      centre = new Point(0, y);
    } else {
      centre = new Point(container.width(), y);
    }
    return centred(bounds, centre);
  }

  /// The bounds on the same side and at the same share of it, after the container went from one size to
  /// another.
  static Rect followed(Rect bounds, Size before, Size after) {
    Rect docked = onBorder(bounds, before);
    double x = docked.centerX();
    double y = docked.centerY();
    boolean onSide = x == 0 || x == before.width();
    Point centre =
        onSide
            ? new Point(x == 0 ? 0 : after.width(), share(y, before.height(), after.height()))
            : new Point(share(x, before.width(), after.width()), y == 0 ? 0 : after.height());
    return centred(bounds, centre);
  }

  private static double share(double at, double before, double after) {
    return before == 0 ? 0 : Math.round(at / before * after);
  }

  /// Keeps the node clear of the corners where there is room.
  private static double clamp(double centre, double half, double length) {
    return length < 2 * half ? length / 2 : Math.clamp(centre, half, length - half);
  }

  private static Rect centred(Rect bounds, Point centre) {
    return new Rect(
        centre.x() - bounds.width() / 2,
        centre.y() - bounds.height() / 2,
        bounds.width(),
        bounds.height());
  }
}
