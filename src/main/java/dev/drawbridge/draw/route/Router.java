package dev.drawbridge.draw.route;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/// Routes one line after the other: first the plain shapes (straight, one bend, two, around), judged by
/// length, bends and what they cross; where all of them hit a card, a search through the gaps.
/// The same requests in the same order give the same lines.
public final class Router {
  static final double CLEARANCE = 9;
  static final double BEND_COST = 40;
  private static final double CARD_COST = 4000;
  static final double TEXT_COST = 200;
  private static final double SHARED_COST = 3;
  private static final double SHARED_AT_ALL = 60;

  private final Obstacles obstacles;
  private final Lanes lanes = new Lanes();
  private final BooleanSupplier inTime;

  /// @param frames boxes along whose borders no line should run, though any may cross them
  public Router(Obstacles obstacles, List<Rect> frames) {
    this(obstacles, frames, () -> true);
  }

  /// @param inTime whether there is time for more than the plain shapes; asked for every line
  public Router(Obstacles obstacles, List<Rect> frames, BooleanSupplier inTime) {
    this.obstacles = obstacles;
    this.inTime = inTime;
    int number = -2;
    for (Rect r : frames) {
      Point topRight = new Point(r.right(), r.y());
      Point bottomLeft = new Point(r.x(), r.bottom());
      Point bottomRight = new Point(r.right(), r.bottom());
      List<Point> border = List.of(r.topLeft(), topRight, bottomRight, bottomLeft, r.topLeft());
      lanes.add(border, number, number);
      number--;
    }
  }

  /// An end of a line: a box, and the number of the card that it is among the obstacles.
  ///
  /// @param card negative where the box is no obstacle
  public record End(Rect box, int card) {}

  /// The corners of a line between two boxes, its ends included; consecutive corners share x or y.
  public List<Point> route(End source, End target) {
    Judged best = new Judged(List.of(), Double.POSITIVE_INFINITY, false);
    Candidates candidates = new Candidates(source.box, target.box);
    best = cheapest(best, candidates.plain(), source, target);
    boolean thorough = inTime.getAsBoolean();
    if (!best.clean && thorough) {
      best = cheapest(best, candidates.further(), source, target);
    }
    if (thorough && crossesCards(best.line, source, target)) {
      List<Point> searched = new MazeSearch(obstacles, lanes).find(source, target);
      if (!searched.isEmpty() && !crossesCards(searched, source, target)) {
        best = new Judged(searched, 0, false);
      }
    }
    lanes.add(best.line, source.card, target.card);
    return best.line;
  }

  /// @param clean whether nothing is crossed or shared
  private record Judged(List<Point> line, double cost, boolean clean) {}

  private Judged cheapest(
      Judged known, List<Candidates.Candidate> candidates, End source, End target) {
    Judged best = known;
    for (Candidates.Candidate candidate : candidates) {
      double free = candidate.penalty() + length(candidate.line());
      if (free < best.cost) {
        double hindered = hindrance(candidate.line(), source, target, best.cost - free);
        if (free + hindered < best.cost) {
          best = new Judged(candidate.line(), free + hindered, hindered == 0);
        }
      }
    }
    return best;
  }

  private boolean crossesCards(List<Point> line, End source, End target) {
    double cost = 0;
    for (int i = 1; i < line.size() && cost < CARD_COST; i++) {
      cost += crossed(Segment.between(line.get(i - 1), line.get(i)), source, target);
    }
    return line.isEmpty() || cost >= CARD_COST;
  }

  /// A line through corners that the user fixed.
  public List<Point> through(End source, End target, List<Point> bends) {
    List<Point> line = new ArrayList<>();
    line.add(Candidates.portTowards(source.box, bends.getFirst()));
    line.addAll(bends);
    line.add(Candidates.portTowards(target.box, bends.getLast()));
    List<Point> squared = Candidates.squared(line);
    lanes.add(squared, source.card, target.card);
    return squared;
  }

  /// The line without points that say nothing: doubled ones, and those between two others in a row.
  public static List<Point> simplified(List<Point> line) {
    return Candidates.simplified(line);
  }

  private static double length(List<Point> line) {
    double length = BEND_COST * (line.size() - 2);
    for (int i = 1; i < line.size(); i++) {
      length += line.get(i - 1).distanceTo(line.get(i));
    }
    return length;
  }

  /// What the line pays for what it crosses and for lanes that it shares; where that is more than the
  /// limit, perhaps only a part of it.
  private double hindrance(List<Point> line, End source, End target, double limit) {
    double cost = 0;
    for (int i = 1; i < line.size() && cost < limit; i++) {
      Segment segment = Segment.between(line.get(i - 1), line.get(i));
      cost += crossed(segment, source, target);
      double most = (limit - cost) / SHARED_COST;
      double shared = most <= 0 ? 0 : lanes.shared(segment, source.card, target.card, most);
      cost += shared > 4 ? SHARED_AT_ALL + SHARED_COST * shared : 0;
    }
    return cost;
  }

  private double crossed(Segment segment, End source, End target) {
    Crossed crossed = new Crossed(segment, source.card, target.card);
    obstacles.forEach(
        segment.left() - CLEARANCE,
        segment.top() - CLEARANCE,
        segment.right() + CLEARANCE,
        segment.bottom() + CLEARANCE,
        crossed);
    return crossed.cost;
  }

  /// Adds up what a segment pays for the obstacles near it.
  private static final class Crossed implements Obstacles.Visitor {
    private final Segment segment;
    private final int source;
    private final int target;
    private double cost;

    Crossed(Segment segment, int source, int target) {
      this.segment = segment;
      this.source = source;
      this.target = target;
    }

    @Override
    public void visit(
        int number, boolean hard, double left, double top, double right, double bottom) {
      if (number == source || number == target) {
        cost += enters(segment, left, top, right, bottom) ? CARD_COST : 0;
      } else {
        cost += hard ? CARD_COST : TEXT_COST;
      }
    }
  }

  /// Whether the segment runs inside the box, not merely up to its border or along it.
  private static boolean enters(Segment s, double left, double top, double right, double bottom) {
    return s.left() < right - 0.5
        && s.right() > left + 0.5
        && s.top() < bottom - 0.5
        && s.bottom() > top + 0.5;
  }
}
