package dev.drawbridge.draw.route;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import java.util.ArrayList;
import java.util.List;

/// Routes one line after the other: first the plain shapes (straight, one bend, two, around), judged by
/// length, bends and what they cross; where all of them hit a card, a search through the gaps.
/// The same requests in the same order give the same lines.
public final class Router {
  static final double CLEARANCE = 9;
  static final double BEND_COST = 45;
  private static final double CARD_COST = 4000;
  private static final double TEXT_COST = 70;
  private static final double SHARED_COST = 3;
  private static final double SHARED_AT_ALL = 60;

  private final Obstacles obstacles;
  private final Lanes lanes = new Lanes();

  public Router(Obstacles obstacles) {
    this.obstacles = obstacles;
  }

  /// An end of a line: a box, and the number of the card that it is among the obstacles.
  ///
  /// @param card negative where the box is no obstacle
  public record End(Rect box, int card) {}

  /// The corners of a line between two boxes, its ends included; consecutive corners share x or y.
  public List<Point> route(End source, End target) {
    List<Point> best = plainest(source, target);
    double cost = cost(best, source, target, Double.POSITIVE_INFINITY);
    if (cost >= CARD_COST) {
      List<Point> searched = new MazeSearch(obstacles, lanes).find(source, target);
      if (!searched.isEmpty() && cost(searched, source, target, cost) < cost) {
        best = searched;
      }
    }
    lanes.add(best, source.card, target.card);
    return best;
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

  private List<Point> plainest(End source, End target) {
    List<Point> best = List.of();
    double least = Double.POSITIVE_INFINITY;
    for (List<Point> line : Candidates.between(source.box, target.box)) {
      double cost = cost(line, source, target, least);
      if (cost < least) {
        least = cost;
        best = line;
      }
    }
    return best;
  }

  /// What the line costs; where that is at least the limit, perhaps only a part of it.
  private double cost(List<Point> line, End source, End target, double limit) {
    double cost = BEND_COST * (line.size() - 2);
    for (int i = 1; i < line.size(); i++) {
      cost += line.get(i - 1).distanceTo(line.get(i));
    }
    for (int i = 1; i < line.size() && cost < limit; i++) {
      Segment segment = Segment.between(line.get(i - 1), line.get(i));
      double shared = lanes.shared(segment, source.card, target.card);
      cost += shared > 4 ? SHARED_AT_ALL + SHARED_COST * shared : 0;
      cost += crossed(segment, source, target);
    }
    return cost;
  }

  private double crossed(Segment segment, End source, End target) {
    Rect around =
        new Rect(
            segment.left() - CLEARANCE,
            segment.top() - CLEARANCE,
            segment.right() - segment.left() + 2 * CLEARANCE,
            segment.bottom() - segment.top() + 2 * CLEARANCE);
    double cost = 0;
    for (Obstacles.Obstacle obstacle : obstacles.touching(around)) {
      boolean own = obstacle.number() == source.card || obstacle.number() == target.card;
      if (own) {
        cost += enters(segment, obstacle.rect()) ? CARD_COST : 0;
      } else {
        cost += obstacle.hard() ? CARD_COST : TEXT_COST;
      }
    }
    return cost;
  }

  /// Whether the segment runs inside the box, not merely up to its border or along it.
  private static boolean enters(Segment s, Rect box) {
    return s.left() < box.right() - 0.5
        && s.right() > box.x() + 0.5
        && s.top() < box.bottom() - 0.5
        && s.bottom() > box.y() + 0.5;
  }
}
