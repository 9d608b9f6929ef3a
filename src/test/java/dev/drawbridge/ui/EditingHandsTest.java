package dev.drawbridge.ui;

import static dev.drawbridge.edit.SmallDesign.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.draw.Routes;
import dev.drawbridge.edit.Connect;
import dev.drawbridge.editor.Connecting;
import dev.drawbridge.editor.Idle;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.List;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// What hands know that have used other drawing programs, with real mouse and keys in the real window: changing
/// a design.
class EditingHandsTest extends KnownHands {
  // move

  @Test
  void arrowsMoveByOneAndWithShiftByAGridStep() {
    select(TIER);
    push(KeyCode.DOWN);
    push(KeyCode.SHIFT, KeyCode.RIGHT);
    Rect now = document().node(TIER).bounds();
    assertEquals(start.node(TIER).bounds().plus(new Point(8, 1)), now);
  }

  @Test
  void aDragSnapsAndWithCtrlItDoesNot() {
    double zoom = camera().zoom();
    Rect second = bounds(SECOND);
    Rect third = bounds(THIRD);
    // Three px above the line at which both have one upper edge.
    Point near = new Point(third.centerX(), third.centerY() + second.y() - third.y() + 3 / zoom);
    dragTo(middle(THIRD), at(near));
    assertEquals(second.y(), bounds(THIRD).y());
    shortcut(KeyCode.Z);
    holding(KeyCode.CONTROL, () -> dragTo(middle(THIRD), at(near)));
    assertNotEquals(second.y(), bounds(THIRD).y());
  }

  @Test
  void aDropGoesIntoAnotherContainerAndWithAltItKeepsItsOwn() {
    Point2D there = at(bounds(SUBNET_C).x() + 175, bounds(SUBNET_C).y() + 160);
    dragTo(middle(TIER), there);
    assertEquals(SUBNET_C, document().node(TIER).parent());
    shortcut(KeyCode.Z);
    mouseTo(middle(TIER));
    mouseDown();
    mouseTo(there.midpoint(middle(TIER)));
    holding(
        KeyCode.ALT,
        () -> {
          mouseTo(there);
          mouseUp();
        });
    assertEquals(SUBNET_A, document().node(TIER).parent());
    assertNotEquals(start, document());
  }

  // duplicate, copy

  @Test
  void ctrlDAndAnAltDragDuplicate() {
    select(SECOND);
    shortcut(KeyCode.D);
    assertEquals(start.nodes().size() + 1, document().nodes().size());
    shortcut(KeyCode.Z);
    select(SECOND);
    holding(
        KeyCode.ALT,
        () -> dragTo(middle(SECOND), at(bounds(SUBNET_A).x() + 90, bounds(SUBNET_A).y() + 75)));
    assertEquals(start.nodes().size() + 1, document().nodes().size());
    assertEquals(start.node(SECOND), document().node(SECOND));
    assertEquals(SUBNET_A, newest("tier.was").parent());
  }

  // connect

  @Test
  void aTakesTheArrowTool() {
    push(KeyCode.A);
    assertInstanceOf(Connecting.class, call(() -> session().state().tool()));
    clickAt(middle(BALANCER));
    clickAt(middle(SECOND));
    Connector arrow = document().connectors().getLast();
    assertEquals(BALANCER, arrow.source());
    assertEquals(SECOND, arrow.target());
    assertInstanceOf(Idle.class, call(() -> session().state().tool()));
  }

  // align, distribute

  @Test
  void altAndLettersAlign() {
    for (KeyCode key : List.of(KeyCode.W, KeyCode.S, KeyCode.A, KeyCode.D, KeyCode.H, KeyCode.V)) {
      select(SECOND, THIRD);
      push(KeyCode.ALT, key);
      Rect one = bounds(SECOND);
      Rect two = bounds(THIRD);
      boolean aligned =
          switch (key) {
            case W -> one.y() == two.y();
            case S -> one.bottom() == two.bottom();
            case A -> one.x() == two.x();
            case D -> one.right() == two.right();
            case H -> one.centerX() == two.centerX();
            default -> one.centerY() == two.centerY();
          };
      assertTrue(aligned, key + ": " + one + " " + two);
      shortcut(KeyCode.Z);
      assertEquals(start, document(), key.toString());
    }
  }

  @Test
  void altShiftHAndVDistribute() {
    select(TIER, SECOND, THIRD);
    push(KeyCode.ALT, KeyCode.SHIFT, KeyCode.H);
    double first = bounds(SECOND).x() - bounds(TIER).right();
    double second = bounds(THIRD).x() - bounds(SECOND).right();
    assertEquals(first, second, 1);
    shortcut(KeyCode.Z);
    assertEquals(start, document());
    push(KeyCode.ALT, KeyCode.SHIFT, KeyCode.V);
    assertNotEquals(start, document());
  }

  // group, lock, order

  @Test
  void ctrlGLAndBrackets() {
    select(SECOND, THIRD);
    shortcut(KeyCode.G);
    assertEquals("group", document().node(selected().iterator().next()).kind());
    shortcut(KeyCode.SHIFT, KeyCode.G);
    assertEquals(SUBNET_C, document().node(SECOND).parent());
    select(SECOND);
    shortcut(KeyCode.L);
    assertTrue(document().node(SECOND).locked());
    Document locked = document();
    dragTo(middle(SECOND), middle(SECOND).add(30, 0));
    assertEquals(locked, document());
    select(SECOND);
    shortcut(KeyCode.L);
    assertFalse(document().node(SECOND).locked());
    shortcut(KeyCode.CLOSE_BRACKET);
    assertEquals(SECOND, children(SUBNET_C).getLast());
    shortcut(KeyCode.OPEN_BRACKET);
    assertEquals(SECOND, children(SUBNET_C).getFirst());
  }

  private List<ElementId> children(ElementId container) {
    return document().children(container).stream().map(Node::id).toList();
  }

  // rename, properties

  @Test
  void enterRenamesAndAltEnterShowsTheProperties() {
    select(TIER);
    push(KeyCode.ENTER);
    until(() -> lookup("#label-editor").query().isVisible());
    write("orders").push(KeyCode.ENTER);
    assertEquals("orders", document().node(TIER).name());
    push(KeyCode.ALT, KeyCode.ENTER);
    assertTrue(call(() -> lookup("#inspector-name").query().isFocused()));
  }

  // undo, redo

  @Test
  void ctrlZUndoesAndCtrlYAndCtrlShiftZRedo() {
    select(TIER);
    push(KeyCode.RIGHT);
    Document moved = document();
    shortcut(KeyCode.Z);
    assertEquals(start, document());
    shortcut(KeyCode.Y);
    assertEquals(moved, document());
    shortcut(KeyCode.Z);
    shortcut(KeyCode.SHIFT, KeyCode.Z);
    assertEquals(moved, document());
  }

  // lead

  @Test
  void aPieceOfAnArrowIsDraggedAndFindsItsWayAgain() {
    ElementId arrow = new ElementId("led");
    interact(() -> session().commit(new Connect(Connector.of(arrow, "traffic", SECOND, THIRD))));
    checked();
    Document before = document();
    List<Point> line = Routes.of(before).line(arrow);
    Point middle = line.getFirst().plus(line.get(1)).times(0.5);
    boolean vertical = line.getFirst().x() == line.get(1).x();
    Point there = middle.plus(vertical ? new Point(60, 0) : new Point(0, 60));
    dragTo(at(middle), at(there));
    List<Point> led = Routes.of(document()).line(arrow);
    double reached = led.stream().mapToDouble(vertical ? Point::x : Point::y).max().orElseThrow();
    assertEquals(vertical ? there.x() : there.y(), reached, 2);
    until(() -> window.isDrawn());
    assertEquals(Set.of(arrow), selected());
    interact(() -> window.commands().get("reroute").run());
    assertEquals(before, document());
    assertFalse(call(() -> window.commands().get("reroute").possible().get()));
  }
}
