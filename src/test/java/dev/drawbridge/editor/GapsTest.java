package dev.drawbridge.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import java.util.List;
import org.junit.jupiter.api.Test;

class GapsTest {
  private static final double REACH = 6;

  private static Rect box(double x, double y) {
    return new Rect(x, y, 100, 40);
  }

  private static Snapping.Snapped snap(Rect moved, Rect... neighbours) {
    return new Snapping(List.of(neighbours), 1, true).snapped(moved, Point.ORIGIN);
  }

  @Test
  void itComesToRestInTheMiddleOfTwo() {
    // Between 100 and 341 there are 241 px; 70.5 remain on each side. Edges of another row are far
    // away.
    Snapping.Snapped snapped = snap(new Rect(173, 20, 100, 33), box(0, 0), box(341, 0));
    assertEquals(170.5, 173 + snapped.by().x());
    assertEquals(
        List.of(70.5, 70.5),
        snapped.guides().stream().filter(Guide::gap).map(g -> g.to() - g.from()).toList());
  }

  @Test
  void itGoesOnWithTheGapsOfTheRow() {
    Snapping.Snapped right = snap(new Rect(267, 17, 90, 33), box(0, 0), box(131, 0));
    assertEquals(262, 267 + right.by().x());
    Snapping.Snapped left = snap(new Rect(5, 17, 90, 33), box(131, 0), box(262, 0));
    assertEquals(10, 5 + left.by().x());
    assertEquals(2, right.guides().stream().filter(Guide::gap).count());
  }

  @Test
  void aColumnHasGapsToo() {
    Snapping.Snapped snapped = snap(new Rect(33, 143, 90, 40), box(0, 0), new Rect(0, 70, 100, 40));
    assertEquals(140, 143 + snapped.by().y());
    assertTrue(snapped.guides().stream().anyMatch(guide -> guide.gap() && guide.vertical()));
  }

  @Test
  void whatLiesInAnotherRowDoesNotCount() {
    assertTrue(
        Gaps.nearest(Gaps.Axis.HORIZONTAL, List.of(box(0, 0), box(131, 200)), box(265, 0), REACH)
            .isEmpty());
  }

  @Test
  void whatIsTooFarAwayDoesNotSnap() {
    assertTrue(
        Gaps.nearest(Gaps.Axis.HORIZONTAL, List.of(box(0, 0), box(131, 0)), box(275, 0), REACH)
            .isEmpty());
  }

  @Test
  void neighboursThatOverlapHaveNoGap() {
    assertTrue(
        Gaps.nearest(Gaps.Axis.HORIZONTAL, List.of(box(0, 0), box(60, 0)), box(160, 0), REACH)
            .isEmpty());
  }

  @Test
  void theGuidesLieWhereTheTwoFaceEachOther() {
    Rect moved = box(265, 20);
    Gaps.Fit fit =
        Gaps.nearest(Gaps.Axis.HORIZONTAL, List.of(box(0, 0), box(131, 0)), moved, REACH)
            .orElseThrow();
    assertEquals(-3, fit.by());
    assertEquals(
        List.of(new Guide(false, 20, 100, 131, true), new Guide(false, 30, 231, 262, true)),
        Gaps.guides(Gaps.Axis.HORIZONTAL, fit, moved.plus(new Point(fit.by(), 0))));
  }

  @Test
  void edgesThatLineUpGoBeforeGaps() {
    // Its left edge is 2 px from that of the box below, and 3 px from an equal gap.
    Snapping.Snapped snapped = snap(box(265, 3), box(0, 0), box(131, 0), box(267, 300));
    assertEquals(267, 265 + snapped.by().x());
  }
}
