package dev.drawbridge.ui;

import static dev.drawbridge.edit.SmallDesign.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.edit.Place;
import dev.drawbridge.edit.SmallDesign;
import dev.drawbridge.editor.Camera;
import dev.drawbridge.editor.Connecting;
import dev.drawbridge.editor.Idle;
import dev.drawbridge.editor.Panning;
import dev.drawbridge.editor.Selection;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.List;
import java.util.Set;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ZoomEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What hands know that have used other drawing programs, with real mouse and keys in the real window.
class KnownHandsTest extends OpenWindow {
  private static final ElementId SECOND = new ElementId("second");
  private static final ElementId THIRD = new ElementId("third");
  private Document start;

  @BeforeEach
  void openTheDesign() {
    open(SmallDesign.document());
    interact(
        () -> {
          session()
              .commit(new Place(node(SECOND, "tier.was", SUBNET_C, new Rect(30, 100, 100, 60))));
          session()
              .commit(new Place(node(THIRD, "tier.was", SUBNET_C, new Rect(200, 130, 120, 60))));
          session().open(session().document());
          session().fitAll();
          window.canvas().requestFocus();
        });
    start = document();
  }

  private Camera camera() {
    return call(() -> session().state().camera());
  }

  private Set<ElementId> selected() {
    return call(() -> Set.copyOf(session().state().selection().ids()));
  }

  private void select(ElementId... ids) {
    interact(
        () -> {
          session().update(state -> state.withSelection(Selection.of(ids)));
          window.canvas().requestFocus();
        });
  }

  private Point2D middle(ElementId id) {
    return at(bounds(id).center());
  }

  /// Ground of a container on which nothing else lies.
  private Point2D ground(ElementId container) {
    Rect on = bounds(container);
    return at(on.right() - 8, on.bottom() - 8);
  }

  // pan

  @Test
  void theMiddleButtonPans() {
    Camera before = camera();
    Point2D from = middle(TIER);
    dragWith(MouseButton.MIDDLE, from, from.add(60, 30));
    assertEquals(0, from.add(60, 30).distance(middle(TIER)), 1.5);
    assertEquals(before.zoom(), camera().zoom());
    assertEquals(start, document());
  }

  @Test
  void spaceAndADragPanAndSpaceUpEndsIt() {
    Point2D from = middle(TIER);
    mouseTo(from);
    holding(KeyCode.SPACE, () -> dragTo(from, from.add(-50, 20)));
    assertEquals(0, from.add(-50, 20).distance(middle(TIER)), 1.5);
    assertInstanceOf(Idle.class, call(() -> session().state().tool()));
    assertEquals(start, document());
  }

  @Test
  void hTakesTheHandAndVOrEscapeLaysItDown() {
    push(KeyCode.H);
    assertInstanceOf(Panning.class, call(() -> session().state().tool()));
    Point2D from = middle(TIER);
    dragTo(from, from.add(40, 40));
    dragTo(from, from.add(40, 0));
    assertEquals(0, from.add(80, 40).distance(middle(TIER)), 1.5);
    push(KeyCode.V);
    assertInstanceOf(Idle.class, call(() -> session().state().tool()));
    push(KeyCode.H).push(KeyCode.ESCAPE);
    assertInstanceOf(Idle.class, call(() -> session().state().tool()));
  }

  @Test
  void theWheelScrollsAndWithShiftSideways() {
    mouseTo(middle(TIER));
    Camera before = camera();
    wheel(2);
    assertTrue(camera().corner().y() > before.corner().y());
    assertEquals(before.corner().x(), camera().corner().x());
    Camera lower = camera();
    wheelWith(KeyCode.SHIFT, 2);
    assertNotEquals(lower.corner().x(), camera().corner().x());
    assertEquals(lower.corner().y(), camera().corner().y());
  }

  // zoom

  @Test
  void ctrlPlusMinusAndZeroZoom() {
    double before = camera().zoom();
    shortcut(KeyCode.EQUALS);
    assertTrue(camera().zoom() > before);
    shortcut(KeyCode.MINUS);
    shortcut(KeyCode.MINUS);
    assertTrue(camera().zoom() < before);
    shortcut(KeyCode.ADD);
    shortcut(KeyCode.SUBTRACT);
    shortcut(KeyCode.DIGIT0);
    assertEquals(1, camera().zoom());
  }

  @Test
  void shiftOneFitsAllAndShiftTwoTheSelection() {
    Camera all = camera();
    select(TIER);
    push(KeyCode.SHIFT, KeyCode.DIGIT2);
    assertTrue(camera().zoom() > all.zoom());
    push(KeyCode.SHIFT, KeyCode.DIGIT1);
    assertEquals(all, camera());
  }

  @Test
  void twoFingersZoomAtThePointer() {
    Point2D pointer = middle(TIER);
    double before = camera().zoom();
    interact(
        () -> {
          Point2D scene = window.canvas().localToScene(window.canvas().screenToLocal(pointer));
          Event.fireEvent(
              window.canvas(),
              new ZoomEvent(
                  ZoomEvent.ZOOM,
                  scene.getX(),
                  scene.getY(),
                  pointer.getX(),
                  pointer.getY(),
                  false,
                  false,
                  false,
                  false,
                  true,
                  false,
                  1.25,
                  1.25,
                  null));
        });
    assertEquals(1.25 * before, camera().zoom(), 1e-9);
    assertEquals(0, pointer.distance(middle(TIER)), 1.5);
  }

  // select

  @Test
  void clicksSelectAddAndTakeAway() {
    shortcut(KeyCode.MINUS);
    clickAt(middle(TIER));
    assertEquals(Set.of(TIER), selected());
    holding(KeyCode.SHIFT, () -> clickAt(middle(SECOND)));
    holding(KeyCode.CONTROL, () -> clickAt(middle(THIRD)));
    assertEquals(Set.of(TIER, SECOND, THIRD), selected());
    holding(KeyCode.SHIFT, () -> clickAt(middle(SECOND)));
    assertEquals(Set.of(TIER, THIRD), selected());
    clickAt(at(-20, -20));
    assertEquals(Set.of(), selected());
  }

  @Test
  void aMarqueeSelectsAndWithAltAlsoOverShapes() {
    shortcut(KeyCode.MINUS);
    Rect all = bounds(REGION);
    dragTo(at(all.x() - 20, all.y() - 20), at(all.right() + 20, all.bottom() + 20));
    assertTrue(selected().containsAll(Set.of(REGION, TIER, ARROW)));
    clickAt(at(-20, -20));
    Rect subnet = bounds(SUBNET_C);
    holding(
        KeyCode.ALT,
        () ->
            dragTo(
                at(subnet.x() + 5, subnet.y() + 128), at(subnet.right() - 5, subnet.bottom() - 5)));
    assertEquals(Set.of(SECOND, THIRD), selected());
    assertEquals(start, document());
  }

  @Test
  void altClickSelectsWhatLiesBelow() {
    clickAt(middle(TIER));
    holding(KeyCode.ALT, () -> clickAt(middle(TIER)));
    assertEquals(Set.of(SUBNET_A), selected());
    holding(KeyCode.ALT, () -> clickAt(middle(TIER)));
    assertEquals(Set.of(ZONE_A), selected());
  }

  @Test
  void ctrlATakesAllAndTabWalks() {
    shortcut(KeyCode.A);
    assertEquals(Set.of(REGION), selected());
    push(KeyCode.ESCAPE);
    push(KeyCode.TAB);
    ElementId first = selected().iterator().next();
    push(KeyCode.TAB);
    assertNotEquals(Set.of(first), selected());
    push(KeyCode.SHIFT, KeyCode.TAB);
    assertEquals(Set.of(first), selected());
    assertTrue(call(() -> window.canvas().isFocused()));
  }

  @Test
  void aDoubleClickOrCtrlShiftDownEntersAndCtrlShiftUpLeaves() {
    Point2D ground = ground(SUBNET_A);
    clickAt(ground);
    clickAt(ground);
    assertEquals(SUBNET_A, call(() -> session().state().entered()));
    shortcut(KeyCode.SHIFT, KeyCode.UP);
    assertNotEquals(SUBNET_A, call(() -> session().state().entered()));
    select(SUBNET_C);
    shortcut(KeyCode.SHIFT, KeyCode.DOWN);
    assertEquals(SUBNET_C, call(() -> session().state().entered()));
  }

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

  // find, command palette

  @Test
  void ctrlShiftPOpensTheCommandsToo() {
    shortcut(KeyCode.SHIFT, KeyCode.P);
    assertTrue(call(() -> window.navigation().chooser().isOpen()));
    push(KeyCode.ESCAPE);
  }

  // shortcuts sheet

  @Test
  void aQuestionMarkShowsAllKeys() {
    push(KeyCode.SHIFT, KeyCode.SLASH);
    until(() -> listWindows().size() > 1);
    interact(() -> window.navigation().shortcuts().hide());
  }

  // Esc, whatever is held

  @Test
  void escapeGivesUpAGestureWithAnyKeyHeld() {
    for (KeyCode held : List.of(KeyCode.ALT, KeyCode.CONTROL, KeyCode.SHIFT)) {
      select(SECOND);
      mouseTo(middle(SECOND));
      holding(
          held,
          () -> {
            mouseDown();
            mouseTo(middle(SECOND).add(20, 10));
            mouseTo(middle(SECOND).add(60, 20));
            assertTrue(call(() -> session().state().isPreviewing()), held.toString());
            escape();
            assertFalse(call(() -> session().state().isPreviewing()), held.toString());
            mouseUp();
          });
      assertEquals(start, document(), held.toString());
    }
  }

  @Test
  void escapeGivesUpADragFromThePaletteBeforeTheCanvasAndOnIt() {
    interact(() -> lookup("#palette-search").queryTextInputControl().setText("nat"));
    Point2D entry = super.middle("#palette-aws-nat_gateway");
    for (Point2D where : List.of(entry.add(10, 40), at(bounds(SUBNET_A).center()))) {
      interact(() -> lookup("#palette-search").query().requestFocus());
      mouseTo(entry);
      mouseDown();
      mouseTo(entry.add(8, 12));
      mouseTo(entry.midpoint(where));
      mouseTo(where);
      assertTrue(lookup(".drag-ghost").tryQuery().isPresent());
      escape();
      assertFalse(lookup(".drag-ghost").tryQuery().isPresent());
      assertInstanceOf(Idle.class, call(() -> session().state().tool()));
      mouseTo(at(bounds(SUBNET_C).center()));
      mouseUp();
      assertEquals(start, document());
      assertEquals(start, call(() -> session().state().shown()));
    }
  }

  @Test
  void escapeLeavesEveryFieldAndListBackToTheCanvas() {
    for (Runnable opening :
        List.<Runnable>of(
            () -> shortcut(KeyCode.F),
            () -> shortcut(KeyCode.K),
            () -> push(KeyCode.F2),
            () -> push(KeyCode.SHIFT, KeyCode.A),
            () -> shortcut(KeyCode.SHIFT, KeyCode.A),
            () -> shortcut(KeyCode.SHIFT, KeyCode.M))) {
      select(TIER);
      opening.run();
      push(KeyCode.ESCAPE);
      assertTrue(call(() -> window.canvas().isFocused()));
      assertEquals(start, document());
    }
  }
}
