package dev.drawbridge.draw.route;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import java.util.ArrayList;
import java.util.List;

/// The plain shapes that a line between two boxes can have.
final class Candidates {
  /// Ports keep away from a box's corners by this, in px, where the side is long enough.
  private static final double CORNER = 18;

  /// Side steps by which a shape is tried again, to keep apart from other lines.
  private static final double[] STEPS = {0, -14, 14, -28, 28};

  /// How far a line swings out to go round both boxes.
  private static final double SWING = 26;

  private final Rect source;
  private final Rect target;
  private final List<List<Point>> lines = new ArrayList<>();

  private Candidates(Rect source, Rect target) {
    this.source = source;
    this.target = target;
  }

  static List<List<Point>> between(Rect source, Rect target) {
    Candidates candidates = new Candidates(source, target);
    candidates.straight();
    candidates.oneBend();
    candidates.twoBends();
    candidates.around();
    return candidates.lines;
  }

  private void add(Point... corners) {
    List<Point> line = simplified(List.of(corners));
    if (line.size() > 1) {
      lines.add(line);
    }
  }

  /// The middle of the stretch that both may use, or that of the smaller box where it lies in it.
  private static double meeting(
      double from, double to, double aLow, double aHigh, double bLow, double bHigh) {
    double smaller = aHigh - aLow <= bHigh - bLow ? (aLow + aHigh) / 2 : (bLow + bHigh) / 2;
    return smaller >= from && smaller <= to ? smaller : (from + to) / 2;
  }

  private void straight() {
    double inset = inset(source.width(), target.width());
    double from = Math.max(source.x(), target.x()) + inset;
    double to = Math.min(source.right(), target.right()) - inset;
    if (from <= to && (source.bottom() <= target.y() || target.bottom() <= source.y())) {
      boolean down = source.bottom() <= target.y();
      double y1 = down ? source.bottom() : source.y();
      double y2 = down ? target.y() : target.bottom();
      double middle = meeting(from, to, source.x(), source.right(), target.x(), target.right());
      for (double step : STEPS) {
        double x = Math.clamp(middle + step, from, to);
        add(new Point(x, y1), new Point(x, y2));
      }
    }
    inset = inset(source.height(), target.height());
    from = Math.max(source.y(), target.y()) + inset;
    to = Math.min(source.bottom(), target.bottom()) - inset;
    if (from <= to && (source.right() <= target.x() || target.right() <= source.x())) {
      boolean right = source.right() <= target.x();
      double x1 = right ? source.right() : source.x();
      double x2 = right ? target.x() : target.right();
      double middle = meeting(from, to, source.y(), source.bottom(), target.y(), target.bottom());
      for (double step : STEPS) {
        double y = Math.clamp(middle + step, from, to);
        add(new Point(x1, y), new Point(x2, y));
      }
    }
  }

  private static double inset(double a, double b) {
    return Math.min(CORNER, Math.min(a, b) / 3);
  }

  /// Out of top or bottom and into a side, or the other way round.
  private void oneBend() {
    for (double step : STEPS) {
      double sx = port(source.x(), source.right(), step);
      double sy = port(source.y(), source.bottom(), step);
      double tx = port(target.x(), target.right(), step);
      double ty = port(target.y(), target.bottom(), step);
      if (sx < target.x() || sx > target.right()) {
        double out = ty > source.bottom() ? source.bottom() : source.y();
        double in = sx < target.x() ? target.x() : target.right();
        if (ty > source.bottom() || ty < source.y()) {
          add(new Point(sx, out), new Point(sx, ty), new Point(in, ty));
        }
      }
      if (sy < target.y() || sy > target.bottom()) {
        double out = tx > source.right() ? source.right() : source.x();
        double in = sy < target.y() ? target.y() : target.bottom();
        if (tx > source.right() || tx < source.x()) {
          add(new Point(out, sy), new Point(tx, sy), new Point(tx, in));
        }
      }
    }
  }

  private static double port(double low, double high, double step) {
    double inset = Math.min(CORNER, (high - low) / 3);
    return Math.clamp((low + high) / 2 + step, low + inset, high - inset);
  }

  private void twoBends() {
    if (source.bottom() <= target.y() || target.bottom() <= source.y()) {
      boolean down = source.bottom() <= target.y();
      double y1 = down ? source.bottom() : source.y();
      double y2 = down ? target.y() : target.bottom();
      for (double share : new double[] {0.5, 0.25, 0.75}) {
        for (double step : STEPS) {
          double sx = port(source.x(), source.right(), step);
          double tx = port(target.x(), target.right(), step);
          double y = Math.rint(y1 + (y2 - y1) * share + (share == 0.5 ? step / 2 : 0));
          add(new Point(sx, y1), new Point(sx, y), new Point(tx, y), new Point(tx, y2));
        }
      }
    }
    if (source.right() <= target.x() || target.right() <= source.x()) {
      boolean right = source.right() <= target.x();
      double x1 = right ? source.right() : source.x();
      double x2 = right ? target.x() : target.right();
      for (double share : new double[] {0.5, 0.25, 0.75}) {
        for (double step : STEPS) {
          double sy = port(source.y(), source.bottom(), step);
          double ty = port(target.y(), target.bottom(), step);
          double x = Math.rint(x1 + (x2 - x1) * share + (share == 0.5 ? step / 2 : 0));
          add(new Point(x1, sy), new Point(x, sy), new Point(x, ty), new Point(x2, ty));
        }
      }
    }
  }

  /// Out of a side, past both boxes, and back into the same side of the other.
  private void around() {
    double sy = source.centerY();
    double ty = target.centerY();
    double sx = source.centerX();
    double tx = target.centerX();
    double right = Math.max(source.right(), target.right()) + SWING;
    double left = Math.min(source.x(), target.x()) - SWING;
    double bottom = Math.max(source.bottom(), target.bottom()) + SWING;
    double top = Math.min(source.y(), target.y()) - SWING;
    add(
        new Point(source.right(), sy),
        new Point(right, sy),
        new Point(right, ty),
        new Point(target.right(), ty));
    add(
        new Point(source.x(), sy),
        new Point(left, sy),
        new Point(left, ty),
        new Point(target.x(), ty));
    add(
        new Point(sx, source.bottom()),
        new Point(sx, bottom),
        new Point(tx, bottom),
        new Point(tx, target.bottom()));
    add(
        new Point(sx, source.y()),
        new Point(sx, top),
        new Point(tx, top),
        new Point(tx, target.y()));
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
    List<Point> out = new ArrayList<>();
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
