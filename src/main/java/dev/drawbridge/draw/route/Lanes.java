package dev.drawbridge.draw.route;

import dev.drawbridge.base.Point;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which stretches lines already run along, so that the next keeps apart from them.
final class Lanes {
  /// Lines nearer than this, in px, look like one.
  static final double APART = 10;

  private static final double CELL = 512;

  /// Lines of one bundle have an end in common and may run together.
  private record Lane(Segment segment, int source, int target) {
    boolean mayShare(int otherSource, int otherTarget) {
      return (source == otherSource) != (target == otherTarget);
    }
  }

  private final Map<Long, List<Lane>> lanes = new HashMap<>();

  void add(List<Point> line, int source, int target) {
    for (int i = 1; i < line.size(); i++) {
      Lane lane = new Lane(Segment.between(line.get(i - 1), line.get(i)), source, target);
      Segment s = lane.segment;
      for (long cell = along(s.from()); cell <= along(s.to()); cell++) {
        lanes
            .computeIfAbsent(key(s.vertical(), across(s.at()), cell), _ -> new ArrayList<>(4))
            .add(lane);
      }
    }
  }

  /// How many px of the segment run in or beside the lane of an unrelated line.
  double shared(Segment segment, int source, int target) {
    double sum = 0;
    for (long bucket = across(segment.at()) - 1; bucket <= across(segment.at()) + 1; bucket++) {
      for (long cell = along(segment.from()); cell <= along(segment.to()); cell++) {
        double from = Math.max(segment.from(), cell * CELL);
        double to = Math.min(segment.to(), (cell + 1) * CELL);
        for (Lane lane : lanes.getOrDefault(key(segment.vertical(), bucket, cell), List.of())) {
          boolean beside = Math.abs(lane.segment.at() - segment.at()) < APART;
          if (beside && !lane.mayShare(source, target)) {
            sum +=
                Math.max(0, Math.min(to, lane.segment.to()) - Math.max(from, lane.segment.from()));
          }
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

  private static long key(boolean vertical, long bucket, long cell) {
    return (vertical ? 1L << 62 : 0) ^ (bucket & 0x3fffffffL) << 30 ^ cell & 0x3fffffffL;
  }
}
