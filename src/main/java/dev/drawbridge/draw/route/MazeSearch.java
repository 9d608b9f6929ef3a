package dev.drawbridge.draw.route;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import java.util.TreeSet;

/// The cheapest orthogonal way between two boxes on the grid that the edges of everything near them
/// span (A* over grid points and directions). Bounded: where very much stands around, it gives up.
final class MazeSearch {
  private static final double[] REACHES = {80, 320};
  private static final int MOST_OBSTACLES = 60;

  /// Far enough from a card for the arrow head of a line that turns towards it.
  private static final double GAP = Router.CLEARANCE + 6;

  private static final int[] DX = {1, 0, -1, 0};
  private static final int[] DY = {0, 1, 0, -1};

  private final Obstacles obstacles;
  private final Lanes lanes;

  MazeSearch(Obstacles obstacles, Lanes lanes) {
    this.obstacles = obstacles;
    this.lanes = lanes;
  }

  /// The corners; empty where there is no way, or too much around to look for one.
  List<Point> find(Router.End source, Router.End target) {
    for (double reach : REACHES) {
      Rect window = source.box().union(target.box()).grow(reach);
      List<Obstacles.Obstacle> near = obstacles.touching(window);
      if (near.size() > MOST_OBSTACLES) {
        return List.of();
      }
      List<Point> found = new Grid(window, near, source, target).search();
      if (!found.isEmpty()) {
        return found;
      }
    }
    return List.of();
  }

  private record Step(int state, double cost, double estimate) implements Comparable<Step> {
    @Override
    public int compareTo(Step other) {
      int byEstimate = Double.compare(estimate, other.estimate);
      return byEstimate != 0 ? byEstimate : Integer.compare(state, other.state);
    }
  }

  private final class Grid {
    final Router.End source;
    final Router.End target;
    final double[] xs;
    final double[] ys;
    final boolean[] closedRight;
    final boolean[] closedDown;
    final double[] extraRight;
    final double[] extraDown;
    final List<Rect> texts;

    Grid(Rect window, List<Obstacles.Obstacle> near, Router.End source, Router.End target) {
      this.source = source;
      this.target = target;
      TreeSet<Double> columns = new TreeSet<>();
      TreeSet<Double> rows = new TreeSet<>();
      for (Rect box : List.of(source.box(), target.box())) {
        columns.add(box.centerX());
        rows.add(box.centerY());
      }
      for (Obstacles.Obstacle obstacle : near) {
        if (!obstacle.hard()) {
          continue;
        }
        Rect r = obstacle.rect();
        columns.addAll(List.of(r.x() - GAP, r.right() + GAP));
        rows.addAll(List.of(r.y() - GAP, r.bottom() + GAP));
      }
      columns.removeIf(x -> x < window.x() || x > window.right());
      rows.removeIf(y -> y < window.y() || y > window.bottom());
      columns.add(source.box().centerX());
      columns.add(target.box().centerX());
      rows.add(source.box().centerY());
      rows.add(target.box().centerY());
      xs = columns.stream().mapToDouble(Double::doubleValue).toArray();
      ys = rows.stream().mapToDouble(Double::doubleValue).toArray();
      int points = xs.length * ys.length;
      closedRight = new boolean[points];
      closedDown = new boolean[points];
      extraRight = new double[points];
      extraDown = new double[points];
      texts =
          near.stream().filter(obstacle -> !obstacle.hard()).map(o -> o.rect().grow(4)).toList();
      near.forEach(this::close);
      Arrays.fill(extraRight, -1);
      Arrays.fill(extraDown, -1);
    }

    int at(int column, int row) {
      return row * xs.length + column;
    }

    /// Closes the grid lines that a card covers; out of an end's own card only the ways straight from its
    /// middle stay open.
    private void close(Obstacles.Obstacle obstacle) {
      if (!obstacle.hard()) {
        return;
      }
      Router.End own = null;
      if (obstacle.number() == source.card()) {
        own = source;
      } else if (obstacle.number() == target.card()) {
        own = target;
      }
      Rect r = obstacle.rect().grow(Router.CLEARANCE);
      for (int row = 0; row < ys.length; row++) {
        boolean insideRow = ys[row] > r.y() && ys[row] < r.bottom();
        boolean wayAcross = own != null && own.box().width() > 0 && ys[row] == own.box().centerY();
        for (int column = 0; column < xs.length; column++) {
          boolean insideColumn = xs[column] > r.x() && xs[column] < r.right();
          boolean wayDown =
              own != null && own.box().height() > 0 && xs[column] == own.box().centerX();
          if (insideRow && !wayAcross && column + 1 < xs.length) {
            closedRight[at(column, row)] |= xs[column + 1] > r.x() && xs[column] < r.right();
          }
          if (insideColumn && !wayDown && row + 1 < ys.length) {
            closedDown[at(column, row)] |= ys[row + 1] > r.y() && ys[row] < r.bottom();
          }
        }
      }
    }

    List<Point> search() {
      int from =
          at(
              Arrays.binarySearch(xs, source.box().centerX()),
              Arrays.binarySearch(ys, source.box().centerY()));
      int goal =
          at(
              Arrays.binarySearch(xs, target.box().centerX()),
              Arrays.binarySearch(ys, target.box().centerY()));
      int states = xs.length * ys.length * 4;
      double[] best = new double[states];
      int[] previous = new int[states];
      Arrays.fill(best, Double.POSITIVE_INFINITY);
      Arrays.fill(previous, -1);
      PriorityQueue<Step> open = new PriorityQueue<>();
      for (int direction = 0; direction < 4; direction++) {
        best[from * 4 + direction] = 0;
        open.add(new Step(from * 4 + direction, 0, estimate(from, goal)));
      }
      while (!open.isEmpty()) {
        Step step = open.remove();
        if (step.cost > best[step.state]) {
          continue;
        }
        int point = step.state / 4;
        if (point == goal) {
          return line(step.state, previous);
        }
        for (int direction = 0; direction < 4; direction++) {
          int turn = Math.floorMod(direction - step.state % 4, 4);
          int next = turn == 2 ? -1 : neighbour(point, direction);
          if (next < 0) {
            continue;
          }
          double cost =
              step.cost + edgeCost(point, next, direction) + (turn == 0 ? 0 : Router.BEND_COST);
          int state = next * 4 + direction;
          if (cost < best[state]) {
            best[state] = cost;
            previous[state] = step.state;
            open.add(new Step(state, cost, cost + estimate(next, goal)));
          }
        }
      }
      return List.of();
    }

    private double estimate(int point, int goal) {
      return Math.abs(xs[point % xs.length] - xs[goal % xs.length])
          + Math.abs(ys[point / xs.length] - ys[goal / xs.length]);
    }

    private int neighbour(int point, int direction) {
      int column = point % xs.length + DX[direction];
      int row = point / xs.length + DY[direction];
      if (column < 0 || column >= xs.length || row < 0 || row >= ys.length) {
        return -1;
      }
      int next = at(column, row);
      boolean closed =
          DX[direction] != 0
              ? closedRight[Math.min(point, next)]
              : closedDown[Math.min(point, next)];
      return closed ? -1 : next;
    }

    /// Length, and more where another line runs there; computed when first asked for.
    private double edgeCost(int point, int next, int direction) {
      int edge = Math.min(point, next);
      double[] extra = DX[direction] != 0 ? extraRight : extraDown;
      double length = estimate(point, next);
      if (extra[edge] < 0) {
        Segment segment = Segment.between(pointAt(point), pointAt(next));
        extra[edge] =
            3 * lanes.shared(segment, source.card(), target.card(), 200) + textCost(segment);
      }
      return length + extra[edge];
    }

    private double textCost(Segment segment) {
      double cost = 0;
      for (Rect text : texts) {
        if (segment.right() > text.x()
            && segment.left() < text.right()
            && segment.bottom() > text.y()
            && segment.top() < text.bottom()) {
          cost += Router.TEXT_COST;
        }
      }
      return cost;
    }

    private Point pointAt(int point) {
      return new Point(xs[point % xs.length], ys[point / xs.length]);
    }

    private List<Point> line(int last, int[] previous) {
      List<Point> reversed = new ArrayList<>();
      for (int state = last; state >= 0; state = previous[state]) {
        reversed.add(pointAt(state / 4));
      }
      List<Point> line = Candidates.simplified(reversed.reversed());
      return line.size() < 2 ? List.of() : trimmed(line);
    }

    /// The line runs from centre to centre: cuts off what lies inside the two boxes.
    private List<Point> trimmed(List<Point> line) {
      List<Point> out = new ArrayList<>(line);
      cutStart(out, source.box());
      List<Point> back = new ArrayList<>(out.reversed());
      cutStart(back, target.box());
      List<Point> cut = Candidates.simplified(back.reversed());
      return cut.size() < 2 ? List.of() : cut;
    }

    private void cutStart(List<Point> line, Rect box) {
      while (line.size() > 2 && box.contains(line.get(1))) {
        line.removeFirst();
      }
      Point inside = line.get(0);
      Point next = line.get(1);
      line.set(
          0,
          inside.x() == next.x()
              ? new Point(inside.x(), next.y() > inside.y() ? box.bottom() : box.y())
              : new Point(next.x() > inside.x() ? box.right() : box.x(), inside.y()));
    }
  }
}
