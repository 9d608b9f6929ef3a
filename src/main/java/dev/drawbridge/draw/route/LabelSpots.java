package dev.drawbridge.draw.route;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import java.util.List;
import java.util.Map;

/// Finds places for labels on their lines, where they hide neither cards nor texts nor each other nor,
/// if it can be helped, other lines.
public final class LabelSpots {
  private static final double CLEAR = 3;

  /// Nearer to a line's end than this, in px, the arrow head needs the room.
  private static final double HEAD = 18;

  /// What it costs to hide another line: more than to stand beside the own one.
  private static final double LINE = 42;

  /// What it costs to hide a piece of a frame's border: nearly as much as to hide another line.
  private static final double BORDER = 40;

  /// Where along a piece of a line labels may stand: the middle first.
  private static final double[] SHARES = shares();

  private static double[] shares() {
    double[] shares = new double[17];
    shares[0] = 0.5;
    for (int i = 1; i < shares.length; i++) {
      int step = (i + 1) / 2;
      shares[i] = 0.5 + (i % 2 == 1 ? -0.035 : 0.035) * step;
    }
    return shares;
  }

  private final Obstacles boxes;
  private final Obstacles taken = new Obstacles();
  private final Obstacles lines = new Obstacles();
  private final Obstacles borders = new Obstacles();
  private final Sum sum = new Sum();

  /// @param boxes the cards and texts
  /// @param routes every line, also those without a label
  /// @param frames boxes whose borders should stay visible too
  public LabelSpots(Obstacles boxes, Map<?, List<Point>> routes, List<Rect> frames) {
    this.boxes = boxes;
    for (Rect r : frames) {
      borders.addText(new Rect(r.x(), r.y(), r.width(), 1));
      borders.addText(new Rect(r.x(), r.bottom(), r.width(), 1));
      borders.addText(new Rect(r.x(), r.y(), 1, r.height()));
      borders.addText(new Rect(r.right(), r.y(), 1, r.height()));
    }
    for (List<Point> line : routes.values()) {
      for (int i = 1; i < line.size(); i++) {
        lines.addText(Rect.between(line.get(i - 1), line.get(i)).grow(1));
      }
    }
  }

  /// Keeps labels away from a mark that is drawn on a line.
  public void reserve(Rect mark) {
    taken.addText(mark);
  }

  /// The label's place, on or beside the line.
  public Rect place(List<Point> line, double width, double height) {
    Rect best = null;
    double least = Double.POSITIVE_INFINITY;
    double longest = 0;
    int last = line.size() - 1;
    Point end = line.getLast();
    Rect head = new Rect(end.x(), end.y(), 0, 0).grow(HEAD);
    for (int i = 1; i < line.size(); i++) {
      longest = Math.max(longest, line.get(i - 1).distanceTo(line.get(i)));
    }
    for (int i = 1; i < line.size(); i++) {
      Point a = line.get(i - 1);
      Point b = line.get(i);
      boolean vertical = a.x() == b.x();
      double length = a.distanceTo(b);
      double along = vertical ? height : width;
      double across = vertical ? width : height;
      for (double share : SHARES) {
        for (int side = 0; side < 3; side++) {
          double aside = side == 0 ? 0 : (across / 2 + 7) * (side == 1 ? 1 : -1);
          double x = a.x() + (b.x() - a.x()) * share + (vertical ? aside : 0);
          double y = a.y() + (b.y() - a.y()) * share + (vertical ? 0 : aside);
          Rect spot = new Rect(x - width / 2, y - height / 2, width, height);
          double free =
              (longest - length) / 25
                  + Math.abs(share - 0.5) * 16
                  + (side == 0 ? (length < along + 12 ? 45 : 0) : 40)
                  + (i == last && spot.intersects(head) ? 60 : 0);
          if (free < least) {
            double cost = free + cost(spot, side == 0 ? LINE : 0, least - free);
            if (cost < least) {
              least = cost;
              best = spot;
            }
          }
        }
      }
    }
    if (best == null) {
      throw new IllegalArgumentException("a label needs a line");
    }
    taken.addText(best);
    return best;
  }

  /// What is under the spot; where that is more than the limit, perhaps only a part of it.
  ///
  /// @param own what the label's own line counts for
  private double cost(Rect spot, double own, double limit) {
    Rect room = spot.grow(CLEAR);
    double cost = under(boxes, room, 400, 150);
    if (cost < limit) {
      cost += under(taken, room, 500, 500);
    }
    if (cost < limit) {
      cost += Math.max(0, under(lines, spot, LINE, LINE) - own);
    }
    return cost < limit ? cost + under(borders, spot, BORDER, BORDER) : cost;
  }

  private double under(Obstacles obstacles, Rect area, double card, double text) {
    sum.begin(card, text);
    obstacles.forEach(area.x(), area.y(), area.right(), area.bottom(), sum);
    return sum.cost;
  }

  private static final class Sum implements Obstacles.Visitor {
    private double card;
    private double text;
    private double cost;

    void begin(double ofCard, double ofText) {
      card = ofCard;
      text = ofText;
      cost = 0;
    }

    @Override
    public void visit(
        int number, boolean hard, double left, double top, double right, double bottom) {
      cost += hard ? card : text;
    }
  }
}
