package dev.drawbridge.draw.route;

import dev.drawbridge.base.Point;
import java.util.ArrayList;
import java.util.List;

/// Which stretches lines already run along, so that the next keeps apart from them.
final class Lanes {
  /// Lines nearer than this, in px, look like one.
  static final double APART = 10;

  private static final double CELL = 256;

  /// Lines of one bundle have an end in common and may run together.
  private record Lane(double at, double from, double to, int source, int target) {
    boolean mayShare(int otherSource, int otherTarget) {
      return (source == otherSource) != (target == otherTarget);
    }
  }

  private final Cells cells = new Cells();
  private final List<Lane> lanes = new ArrayList<>();

  void add(List<Point> line, int source, int target) {
    for (int i = 1; i < line.size(); i++) {
      Segment s = Segment.between(line.get(i - 1), line.get(i));
      lanes.add(new Lane(s.at(), s.from(), s.to(), source, target));
      for (long cell = along(s.from()); cell <= along(s.to()); cell++) {
        cells.add(Cells.key(plane(s), across(s.at()), cell), lanes.size() - 1);
      }
    }
  }

  private static int plane(Segment segment) {
    return segment.vertical() ? 1 : 2;
  }

  /// How many px of the segment run in or beside lanes of unrelated lines; where that is more than the
  /// limit, perhaps only a part of it.
  double shared(Segment segment, int source, int target, double limit) {
    double sum = 0;
    long middle = across(segment.at());
    for (long bucket = middle - 1; bucket <= middle + 1; bucket++) {
      for (long cell = along(segment.from()); cell <= along(segment.to()); cell++) {
        double from = Math.max(segment.from(), cell * CELL);
        double to = Math.min(segment.to(), (cell + 1) * CELL);
        int entry = cells.first(Cells.key(plane(segment), bucket, cell));
        while (entry != Cells.END) {
          Lane lane = lanes.get(cells.value(entry));
          if (Math.abs(lane.at - segment.at()) < APART && !lane.mayShare(source, target)) {
            sum += Math.max(0, Math.min(to, lane.to) - Math.max(from, lane.from));
            if (sum > limit) {
              return sum;
            }
          }
          entry = cells.next(entry);
        }
      }
    }
    return sum;
  }

  private static long across(double at) {
    return (long) Math.floor(at / APART);
  }

  private static long along(double at) {
    return (long) Math.floor(at / CELL);
  }
}
