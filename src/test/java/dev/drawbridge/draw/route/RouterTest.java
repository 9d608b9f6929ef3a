package dev.drawbridge.draw.route;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RouterTest {
  private final Obstacles obstacles = new Obstacles();

  @Test
  void boxesAboveEachOtherAreJoinedStraight() {
    Router.End top = card(100, 0, 200, 60);
    Router.End bottom = card(140, 200, 120, 60);
    assertEquals(List.of(new Point(200, 60), new Point(200, 200)), router().route(top, bottom));
    assertEquals(List.of(new Point(200, 200), new Point(200, 60)), router().route(bottom, top));
  }

  @Test
  void boxesBesideEachOtherAreJoinedStraight() {
    Router.End left = card(0, 0, 100, 60);
    Router.End right = card(300, 10, 100, 60);
    List<Point> line = router().route(left, right);
    assertEquals(2, line.size());
    assertEquals(100, line.getFirst().x());
    assertEquals(300, line.getLast().x());
  }

  @Test
  void aWideBoxIsJoinedWhereTheSmallOneStands() {
    Router.End wide = card(0, 0, 1000, 60);
    Router.End small = card(700, 200, 100, 60);
    assertEquals(List.of(new Point(750, 60), new Point(750, 200)), router().route(wide, small));
  }

  @Test
  void betweenRowsALineLeavesBelowAndEntersAbove() {
    Router.End top = card(0, 0, 100, 60);
    Router.End bottom = card(300, 200, 100, 60);
    List<Point> line = router().route(top, bottom);
    assertEquals(4, line.size());
    assertEquals(new Point(50, 60), line.getFirst());
    assertEquals(new Point(350, 200), line.getLast());
  }

  @Test
  void aCardInTheWayIsGoneRound() {
    Router.End top = card(100, 0, 100, 60);
    Router.End middle = card(80, 120, 140, 60);
    Router.End bottom = card(100, 240, 100, 60);
    List<Point> line = router().route(top, bottom);
    assertClear(line, middle.box());
    assertTrue(line.size() <= 6, "few bends: " + line);
  }

  @Test
  void aWallWithAGapIsPassedThroughTheGap() {
    Router.End top = card(500, 0, 100, 60);
    Router.End bottom = card(500, 400, 100, 60);
    List<Rect> wall = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      if (i != 7) {
        wall.add(card(i * 120, 200, 110, 60).box());
      }
    }
    List<Point> line = router().route(top, bottom);
    wall.forEach(box -> assertClear(line, box));
  }

  @Test
  void linesOfDifferentPairsKeepApart() {
    Router.End a = card(100, 0, 100, 60);
    Router.End b = card(100, 300, 100, 60);
    Router router = router();
    List<Point> there = router.route(a, b);
    List<Point> back = router.route(b, a);
    assertTrue(
        Math.abs(there.getFirst().x() - back.getFirst().x()) >= Lanes.APART,
        there + " and " + back);
  }

  @Test
  void linesFromOneSourceMayShareTheirBeginning() {
    Router.End source = card(200, 0, 100, 60);
    Router.End left = card(0, 200, 100, 60);
    Router.End right = card(400, 200, 100, 60);
    Router router = router();
    assertEquals(router.route(source, left).getFirst(), router.route(source, right).getFirst());
  }

  @Test
  void noLineRunsAlongABorder() {
    Router.End top = card(0, 0, 100, 60);
    Router.End bottom = card(300, 200, 100, 60);
    // Half-way between the two, where the line would have its middle piece.
    Rect frame = new Rect(-50, 130, 600, 300);
    List<Point> line = new Router(obstacles, List.of(frame)).route(top, bottom);
    assertTrue(
        line.stream().noneMatch(p -> Math.abs(p.y() - frame.y()) < Lanes.APART), line.toString());
  }

  @Test
  void withoutTimeTheLineIsAPlainOne() {
    Router.End a = card(0, 0, 100, 60);
    Router.End b = card(400, 0, 100, 60);
    obstacles.addCard(new Rect(200, -100, 100, 260));
    List<Point> hasty = new Router(obstacles, List.of(), () -> false).route(a, b);
    List<Point> line = router().route(a, b);
    assertEquals(2, hasty.size(), hasty.toString());
    assertTrue(line.size() > 2, line.toString());
    assertOrthogonal(hasty);
    assertOnBorder(a.box(), hasty.getFirst());
    assertOnBorder(b.box(), hasty.getLast());
  }

  @Test
  void cornersThatTheUserFixedAreKept() {
    Router.End a = card(0, 0, 100, 60);
    Router.End b = card(300, 300, 100, 60);
    Point corner = new Point(200, 30);
    List<Point> line = router().through(a, b, List.of(corner, new Point(200, 330)));
    assertTrue(line.contains(corner), line.toString());
    assertEquals(new Point(100, 30), line.getFirst());
    assertEquals(new Point(300, 330), line.getLast());
    assertOrthogonal(line);
  }

  @Test
  void whateverStandsAroundALineIsOrthogonalAndJoinsItsBoxes() {
    Random random = new Random(42);
    for (int round = 0; round < 60; round++) {
      Obstacles crowd = new Obstacles();
      List<Router.End> ends = new ArrayList<>();
      for (int i = 0; i < 25; i++) {
        Rect box =
            new Rect(
                random.nextInt(900),
                random.nextInt(900),
                20 + random.nextInt(200),
                20 + random.nextInt(100));
        ends.add(new Router.End(box, crowd.addCard(box)));
      }
      Router router = new Router(crowd, List.of());
      Router again = new Router(crowd, List.of());
      for (int i = 0; i < 40; i++) {
        Router.End source = ends.get(random.nextInt(ends.size()));
        Router.End target = ends.get(random.nextInt(ends.size()));
        if (source.equals(target)) {
          continue;
        }
        List<Point> line = router.route(source, target);
        assertEquals(line, again.route(source, target), "the same requests, the same lines");
        assertTrue(line.size() >= 2, source + " to " + target + ": " + line);
        assertOrthogonal(line);
        assertOnBorder(source.box(), line.getFirst());
        assertOnBorder(target.box(), line.getLast());
      }
    }
  }

  private Router router() {
    return new Router(obstacles, List.of());
  }

  private Router.End card(double x, double y, double width, double height) {
    Rect box = new Rect(x, y, width, height);
    return new Router.End(box, obstacles.addCard(box));
  }

  private static void assertOrthogonal(List<Point> line) {
    for (int i = 1; i < line.size(); i++) {
      Point a = line.get(i - 1);
      Point b = line.get(i);
      assertTrue((a.x() == b.x()) != (a.y() == b.y()), "slanted or empty piece in " + line);
    }
  }

  private static void assertOnBorder(Rect box, Point p) {
    boolean onSide = p.x() == box.x() || p.x() == box.right();
    boolean onTop = p.y() == box.y() || p.y() == box.bottom();
    assertTrue(box.contains(p) && (onSide || onTop), p + " is not on " + box);
  }

  private static void assertClear(List<Point> line, Rect box) {
    for (int i = 1; i < line.size(); i++) {
      Rect piece = Rect.between(line.get(i - 1), line.get(i)).grow(1);
      assertFalse(piece.intersects(box), line + " runs into " + box);
    }
  }
}
