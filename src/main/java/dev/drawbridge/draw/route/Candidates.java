package dev.drawbridge.draw.route;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import java.util.ArrayList;
import java.util.List;

/// The plain shapes that a line between two boxes can have: straight, with one bend, with two, and around
/// both.
final class Candidates {
  /// Ports keep away from a box's corners by this, in px, where the side is long enough.
  private static final double CORNER = 18;

  /// Side steps by which a shape is tried again, to keep apart from other lines.
  private static final double[] STEPS = {-14, 14, -28, 28};

  /// Further ones, for a straight line alone: past a text that stands in its way.
  private static final double[] FAR_STEPS = {-56, 56, -84, 84, -112, 112};

  /// How far lines swing out to go round both boxes.
  private static final double[] SWINGS = {26, 40, 54, 68};

  /// What it costs to leave or enter a box across the direction in which the two are apart.
  private static final double WRONG_SIDE = 45;

  /// What a px costs by which a port lies beside the middle of its side.
  private static final double OFF_CENTRE = 1.2;

  /// Beyond the smaller side steps a px costs less: it is seen to be beside the middle already.
  private static final double FAR_OFF_CENTRE = 0.3;

  /// Pieces next to a box are at least this long, px, so that an arrow head has room.
  private static final double STUB = 13;

  /// @param penalty what the shape costs beside its length and bends
  record Candidate(List<Point> line, double penalty) {}

  private final Rect source;
  private final Rect target;
  private final boolean apartDown;
  private final boolean apartAcross;
  private final List<Candidate> found = new ArrayList<>();

  Candidates(Rect source, Rect target) {
    this.source = source;
    this.target = target;
    this.apartDown = gap(source.y(), source.bottom(), target.y(), target.bottom()) >= 2 * STUB;
    this.apartAcross = gap(source.x(), source.right(), target.x(), target.right()) >= 2 * STUB;
  }

  private static double gap(double aLow, double aHigh, double bLow, double bHigh) {
    return Math.max(bLow - aHigh, aLow - bHigh);
  }

  /// From the middles of the sides.
  List<Candidate> plain() {
    found.clear();
    shapes(0);
    return found;
  }

  /// The same a little aside, and around both boxes.
  List<Candidate> further() {
    found.clear();
    for (double step : STEPS) {
      shapes(step);
    }
    for (double step : FAR_STEPS) {
      straight(step);
    }
    for (double swing : SWINGS) {
      around(swing);
    }
    return found;
  }

  private void shapes(double step) {
    straight(step);
    oneBend(step);
    twoBends(step);
  }

  private void add(double step, Point... corners) {
    List<Point> line = simplified(List.of(corners));
    if (line.size() < 2) {
      return;
    }
    // Lines are as long as from centre to centre; else the side of a wide box would seem a short
    // cut.
    double near = Math.min(Math.abs(step), STEPS[3]);
    double penalty = OFF_CENTRE * near + FAR_OFF_CENTRE * (Math.abs(step) - near);
    penalty += reach(source, line.getFirst()) + reach(target, line.getLast());
    penalty += wrongSide(line.get(0), line.get(1));
    penalty += wrongSide(line.get(line.size() - 2), line.getLast());
    found.add(new Candidate(line, penalty));
  }

  private static double reach(Rect box, Point port) {
    return Math.abs(port.x() - box.centerX()) + Math.abs(port.y() - box.centerY());
  }

  /// Whether the piece goes sideways although the boxes lie one above the other, or the other way round.
  private double wrongSide(Point a, Point b) {
    boolean vertical = a.x() == b.x();
    boolean right = vertical ? apartDown || !apartAcross : !apartDown;
    return right ? 0 : WRONG_SIDE;
  }

  private void straight(double step) {
    double inset = Math.min(CORNER, Math.min(source.width(), target.width()) / 3);
    double from = Math.max(source.x(), target.x()) + inset;
    double to = Math.min(source.right(), target.right()) - inset;
    if (from <= to && (source.bottom() <= target.y() || target.bottom() <= source.y())) {
      boolean down = source.bottom() <= target.y();
      double y1 = down ? source.bottom() : source.y();
      double y2 = down ? target.y() : target.bottom();
      double meeting =
          meeting(from, to, source.width(), source.centerX(), target.width(), target.centerX());
      double x = Math.clamp(meeting + step, from, to);
      add(step, new Point(x, y1), new Point(x, y2));
    }
    inset = Math.min(CORNER, Math.min(source.height(), target.height()) / 3);
    from = Math.max(source.y(), target.y()) + inset;
    to = Math.min(source.bottom(), target.bottom()) - inset;
    if (from <= to && (source.right() <= target.x() || target.right() <= source.x())) {
      boolean right = source.right() <= target.x();
      double x1 = right ? source.right() : source.x();
      double x2 = right ? target.x() : target.right();
      double meeting =
          meeting(from, to, source.height(), source.centerY(), target.height(), target.centerY());
      double y = Math.clamp(meeting + step, from, to);
      add(step, new Point(x1, y), new Point(x2, y));
    }
  }

  /// The middle of the smaller box where both can be joined there, else of the stretch that both share.
  private static double meeting(
      double from, double to, double aLength, double aMiddle, double bLength, double bMiddle) {
    double smaller = aLength <= bLength ? aMiddle : bMiddle;
    return smaller >= from && smaller <= to ? smaller : (from + to) / 2;
  }

  /// Out of top or bottom and into a side, or the other way round.
  private void oneBend(double step) {
    double sx = port(source.x(), source.right(), step);
    double sy = port(source.y(), source.bottom(), step);
    double tx = port(target.x(), target.right(), step);
    double ty = port(target.y(), target.bottom(), step);
    boolean besideTarget = sx < target.x() - STUB || sx > target.right() + STUB;
    if (besideTarget && (ty > source.bottom() + STUB || ty < source.y() - STUB)) {
      double out = ty > source.bottom() ? source.bottom() : source.y();
      double in = sx < target.x() ? target.x() : target.right();
      add(step, new Point(sx, out), new Point(sx, ty), new Point(in, ty));
    }
    boolean offTarget = sy < target.y() - STUB || sy > target.bottom() + STUB;
    if (offTarget && (tx > source.right() + STUB || tx < source.x() - STUB)) {
      double out = tx > source.right() ? source.right() : source.x();
      double in = sy < target.y() ? target.y() : target.bottom();
      add(step, new Point(out, sy), new Point(tx, sy), new Point(tx, in));
    }
  }

  private static double port(double low, double high, double step) {
    double inset = Math.min(CORNER, (high - low) / 3);
    return Math.clamp((low + high) / 2 + step, low + inset, high - inset);
  }

  private void twoBends(double step) {
    if (apartDown) {
      boolean down = source.bottom() <= target.y();
      double y1 = down ? source.bottom() : source.y();
      double y2 = down ? target.y() : target.bottom();
      double sx = port(source.x(), source.right(), step);
      double tx = port(target.x(), target.right(), step);
      for (double y : between(y1, y2, step)) {
        add(step, new Point(sx, y1), new Point(sx, y), new Point(tx, y), new Point(tx, y2));
      }
    }
    if (apartAcross) {
      boolean right = source.right() <= target.x();
      double x1 = right ? source.right() : source.x();
      double x2 = right ? target.x() : target.right();
      double sy = port(source.y(), source.bottom(), step);
      double ty = port(target.y(), target.bottom(), step);
      for (double x : between(x1, x2, step)) {
        add(step, new Point(x1, sy), new Point(x, sy), new Point(x, ty), new Point(x2, ty));
      }
    }
  }

  /// Where the middle piece may run: half-way, moved a step aside, and near either end.
  private static double[] between(double a, double b, double step) {
    double low = Math.min(a, b) + STUB;
    double high = Math.max(a, b) - STUB;
    return new double[] {
      Math.clamp(Math.rint((a + b) / 2 + step / 2), low, high),
      Math.clamp(Math.rint(a + (b - a) / 4), low, high),
      Math.clamp(Math.rint(b - (b - a) / 4), low, high)
    };
  }

  /// Out of a side, past both boxes, and back into the same side of the other.
  private void around(double swing) {
    double sy = source.centerY();
    double ty = target.centerY();
    double sx = source.centerX();
    double tx = target.centerX();
    double right = Math.max(source.right(), target.right()) + swing;
    double left = Math.min(source.x(), target.x()) - swing;
    double bottom = Math.max(source.bottom(), target.bottom()) + swing;
    double top = Math.min(source.y(), target.y()) - swing;
    if (source.height() > 0 && target.height() > 0 && source.width() > 0 && target.width() > 0) {
      add(
          0,
          new Point(source.right(), sy),
          new Point(right, sy),
          new Point(right, ty),
          new Point(target.right(), ty));
      add(
          0,
          new Point(source.x(), sy),
          new Point(left, sy),
          new Point(left, ty),
          new Point(target.x(), ty));
      add(
          0,
          new Point(sx, source.bottom()),
          new Point(sx, bottom),
          new Point(tx, bottom),
          new Point(tx, target.bottom()));
      add(
          0,
          new Point(sx, source.y()),
          new Point(sx, top),
          new Point(tx, top),
          new Point(tx, target.y()));
    }
  }

  /// Where a line from the box to the point leaves it: straight across where the point is beside a
  /// side, else from the middle of the nearest side.
  static Point portTowards(Rect box, Point to) {
    if (to.x() >= box.x() && to.x() <= box.right()) {
      return new Point(to.x(), to.y() < box.centerY() ? box.y() : box.bottom());
    }
    if (to.y() >= box.y() && to.y() <= box.bottom()) {
      return new Point(to.x() < box.centerX() ? box.x() : box.right(), to.y());
    }
    boolean vertical =
        Math.abs(to.y() - box.centerY()) / Math.max(1, box.height())
            > Math.abs(to.x() - box.centerX()) / Math.max(1, box.width());
    return vertical
        ? new Point(box.centerX(), to.y() < box.centerY() ? box.y() : box.bottom())
        : new Point(to.x() < box.centerX() ? box.x() : box.right(), box.centerY());
  }

  /// The line with a corner put in wherever two points share neither x nor y.
  static List<Point> squared(List<Point> line) {
    List<Point> out = new ArrayList<>();
    out.add(line.getFirst());
    for (int i = 1; i < line.size(); i++) {
      Point from = out.getLast();
      Point to = line.get(i);
      if (from.x() != to.x() && from.y() != to.y()) {
        boolean cameVertical = out.size() > 1 && out.get(out.size() - 2).x() == from.x();
        out.add(cameVertical ? new Point(from.x(), to.y()) : new Point(to.x(), from.y()));
      }
      out.add(to);
    }
    return simplified(out);
  }

  /// Without points that say twice the same, or that lie between their neighbours on one line.
  static List<Point> simplified(List<Point> line) {
    List<Point> out = new ArrayList<>(line.size());
    for (Point point : line) {
      if (!out.isEmpty() && out.getLast().equals(point)) {
        continue;
      }
      if (out.size() > 1) {
        Point before = out.get(out.size() - 2);
        Point last = out.getLast();
        boolean sameX = before.x() == last.x() && last.x() == point.x();
        boolean sameY = before.y() == last.y() && last.y() == point.y();
        if (sameX || sameY) {
          out.removeLast();
        }
      }
      out.add(point);
    }
    return List.copyOf(out);
  }
}
