package dev.drawbridge.ui;

import static dev.drawbridge.edit.SmallDesign.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Rect;
import dev.drawbridge.editor.Camera;
import dev.drawbridge.editor.Idle;
import dev.drawbridge.editor.Panning;
import dev.drawbridge.model.ElementId;
import java.util.List;
import java.util.Set;
import javafx.event.Event;
import javafx.geometry.Point2D;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.ZoomEvent;
import org.junit.jupiter.api.Test;

/// What hands know that have used other drawing programs, with real mouse and keys in the real window: looking
/// around, choosing, finding, and getting out of everything.
class KnownHandsTest extends KnownHands {
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
    doubleClickAt(ground);
    assertEquals(SUBNET_A, call(() -> session().state().entered()));
    shortcut(KeyCode.SHIFT, KeyCode.UP);
    assertNotEquals(SUBNET_A, call(() -> session().state().entered()));
    select(SUBNET_C);
    shortcut(KeyCode.SHIFT, KeyCode.DOWN);
    assertEquals(SUBNET_C, call(() -> session().state().entered()));
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
