package dev.drawbridge.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.draw.Routes;
import dev.drawbridge.edit.Bend;
import dev.drawbridge.edit.Edits;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Arrows are led by hand where the way that was found is not the one that is wanted.
class BendingTest {
  private final Document start = Template.THREE_TIER.design(Language.ENGLISH);
  private final Hands hands = new Hands(start);

  /// Straight down, from one card to another.
  private final Connector straight = withCorners(2, 2);

  /// At least one piece of it ends at no card.
  private final Connector bent = withCorners(4, 9);

  @Test
  void aStraightArrowSlidesAlongTheShapes() {
    List<Point> line = line(start, straight);
    Point middle = line.getFirst().plus(line.getLast()).times(0.5);
    hands.dragFromTo(middle.x(), middle.y(), middle.x() + 24, middle.y() + 60);
    List<Point> after = line(hands.document(), straight);
    Point by = new Point(24, 0);
    assertEquals(line.stream().map(point -> point.plus(by)).toList(), after);
    assertFalse(arrow(straight).bends().isEmpty());
  }

  @Test
  void beyondTheShapesItGoesRoundOnTheSideWhereItWasDragged() {
    List<Point> line = line(start, straight);
    Point middle = line.getFirst().plus(line.getLast()).times(0.5);
    Rect source = start.absoluteBounds(start.node(straight.source()));
    Rect target = start.absoluteBounds(start.node(straight.target()));
    double beyond = Math.max(source.right(), target.right()) + 50;
    hands.dragFromTo(middle.x(), middle.y(), beyond, middle.y());
    List<Point> after = line(hands.document(), straight);
    assertTrue(after.size() >= 4, after.toString());
    assertEquals(beyond, after.stream().mapToDouble(Point::x).max().orElseThrow(), 1);
    isSquare(after);
    assertTrue(source.grow(1).contains(after.getFirst()), "it begins at its shape");
    assertTrue(target.grow(1).contains(after.getLast()), "it ends at its shape");
  }

  @Test
  void aPieceBetweenBendsMovesAndItsNeighboursFollow() {
    List<Point> line = line(start, bent);
    Point a = line.get(1);
    Point b = line.get(2);
    Point middle = a.plus(b).times(0.5);
    boolean vertical = a.x() == b.x();
    Point by = vertical ? new Point(-13, 0) : new Point(0, -13);
    hands.dragFromTo(middle.x(), middle.y(), middle.x() + by.x(), middle.y() + by.y());
    List<Point> after = line(hands.document(), bent);
    assertEquals(line.size(), after.size());
    assertEquals(a.plus(by), after.get(1));
    assertEquals(b.plus(by), after.get(2));
    isSquare(after);
  }

  @Test
  void aClickSelectsAndEscapeGivesUp() {
    List<Point> line = line(start, straight);
    Point middle = line.getFirst().plus(line.getLast()).times(0.5);
    hands.click(middle.x(), middle.y());
    assertSame(start, hands.document());
    assertEquals(Selection.of(straight.id()), hands.state.selection());
    hands.press(middle.x(), middle.y()).drag(middle.x() + 30, middle.y());
    assertInstanceOf(Bending.class, hands.state.tool());
    hands.key(Input.Key.ESCAPE);
    assertSame(start, hands.document());
    assertSame(start, hands.state.shown());
  }

  @Test
  void withoutBendsItTakesTheWayThatIsFoundAgain() {
    List<Point> line = line(start, straight);
    Point middle = line.getFirst().plus(line.getLast()).times(0.5);
    hands.dragFromTo(middle.x(), middle.y(), middle.x() + 24, middle.y());
    Document again = Edits.apply(hands.document(), new Bend(straight.id(), List.of())).document();
    assertEquals(start, again);
  }

  private Connector withCorners(int least, int most) {
    for (Connector connector : start.connectors()) {
      int corners = line(start, connector).size();
      if (corners >= least && corners <= most && isFree(connector)) {
        return connector;
      }
    }
    throw new AssertionError("there is no such arrow");
  }

  /// Whether a pointer finds it at its second piece, or its only one, and no other arrow.
  private boolean isFree(Connector connector) {
    List<Point> line = line(start, connector);
    int piece = line.size() == 2 ? 0 : 1;
    Point middle = line.get(piece).plus(line.get(piece + 1)).times(0.5);
    Hands other = new Hands(start).click(middle.x(), middle.y());
    ElementId id = connector.id();
    return other.state.selection().equals(Selection.of(id));
  }

  private Connector arrow(Connector before) {
    return (Connector) hands.document().find(before.id()).orElseThrow();
  }

  private static List<Point> line(Document document, Connector connector) {
    return Routes.of(document).line(connector.id());
  }

  private static void isSquare(List<Point> line) {
    for (int i = 1; i < line.size(); i++) {
      Point a = line.get(i - 1);
      Point b = line.get(i);
      assertTrue(a.x() == b.x() || a.y() == b.y(), line.toString());
    }
  }
}
