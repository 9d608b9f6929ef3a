package dev.drawbridge.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Rect;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Node;
import javafx.geometry.Point2D;
import javafx.scene.control.ContextMenu;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The canvas under real mouse and key events, on the three-tier design.
class CanvasGesturesTest extends OpenWindow {
  private final Document start = Template.THREE_TIER.design(Language.ENGLISH);
  private Node nat;

  @BeforeEach
  void openTheDesign() {
    open(start);
    nat =
        start.nodes().stream()
            .filter(node -> node.kind().equals("aws.nat_gateway"))
            .findFirst()
            .orElseThrow();
    interact(() -> window.canvas().requestFocus());
  }

  private Point2D middle(Node node) {
    return at(bounds(node.id()).center());
  }

  private boolean isSelected(Node node) {
    return call(() -> session().state().selection().contains(node.id()));
  }

  @Test
  void aDragMovesAndCtrlZTakesItBack() {
    Rect before = bounds(nat.id());
    dragTo(middle(nat), at(before.centerX() + 24, before.centerY()));
    assertNotEquals(before, bounds(nat.id()));
    assertTrue(isSelected(nat));
    shortcut(KeyCode.Z);
    assertEquals(start, document());
  }

  @Test
  void escapeInTheMiddleOfADragLeavesAllAsItWas() {
    Rect before = bounds(nat.id());
    mouseTo(middle(nat));
    mouseDown();
    mouseTo(at(before.centerX() + 40, before.centerY()));
    assertTrue(call(() -> session().state().isPreviewing()));
    push(KeyCode.ESCAPE);
    mouseUp();
    assertEquals(start, document());
    assertEquals(start, call(() -> session().state().shown()));
  }

  @Test
  void deleteDeletesTheSelection() {
    clickAt(middle(nat));
    push(KeyCode.DELETE);
    assertTrue(document().find(nat.id()).isEmpty());
  }

  @Test
  void f2OpensAFieldOverTheElementAndEnterRenamesIt() {
    clickAt(middle(nat));
    push(KeyCode.F2);
    until(() -> lookup("#label-editor").query().isVisible());
    write("exit").push(KeyCode.ENTER);
    assertEquals("exit", document().node(nat.id()).name());
    assertTrue(call(() -> window.canvas().isFocused()));
  }

  @Test
  void theFieldOverAnElementClosesWithEscapeAndChangesNothing() {
    clickAt(middle(nat));
    push(KeyCode.F2);
    until(() -> lookup("#label-editor").query().isVisible());
    write("exit").push(KeyCode.ESCAPE);
    assertEquals(start, document());
  }

  @Test
  void ctrlAndTheWheelZoomAtThePointer() {
    Point2D pointer = middle(nat);
    double before = call(() -> session().state().camera().zoom());
    mouseTo(pointer);
    wheelWith(KeyCode.CONTROL, -3);
    assertTrue(call(() -> session().state().camera().zoom()) > before);
    assertEquals(0, pointer.distance(middle(nat)), 1.5);
  }

  @Test
  void shiftAndOneFitsEverythingIntoTheView() {
    interact(() -> session().update(state -> session().editor().zoomTo(state, 4)));
    push(KeyCode.SHIFT, KeyCode.DIGIT1);
    assertTrue(call(() -> session().state().camera().zoom()) < 1);
  }

  @Test
  void tabWalksOverElementsAndArrowsMoveThem() {
    push(KeyCode.TAB);
    assertEquals(1, call(() -> session().state().selection().ids().size()));
    clickAt(middle(nat));
    push(KeyCode.RIGHT);
    assertEquals(nat.bounds().x() + 1, document().node(nat.id()).bounds().x());
  }

  @Test
  void theRightButtonOpensAMenuForWhatIsUnderIt() {
    clickAt(middle(nat), MouseButton.SECONDARY);
    until(() -> listWindows().stream().anyMatch(ContextMenu.class::isInstance));
    assertTrue(isSelected(nat));
    push(KeyCode.ESCAPE);
  }

  @Test
  void theOutlineAndTheCanvasHaveOneSelection() {
    interact(() -> lookup("#outline").queryAs(OutlineView.class).getSelectionModel().select(1));
    until(() -> session().state().selection().ids().size() == 1);
    clickAt(middle(nat));
    assertTrue(
        call(
            () ->
                lookup("#outline")
                    .queryAs(OutlineView.class)
                    .getSelectionModel()
                    .getSelectedItem()
                    .getValue()
                    .id()
                    .equals(nat.id())));
  }

  @Test
  void anEntryOfThePaletteIsPlacedByEnterAlone() {
    shortcut(KeyCode.SHIFT, KeyCode.F);
    write("replica").push(KeyCode.DOWN).push(KeyCode.ENTER);
    assertEquals(start.nodes().size() + 1, document().nodes().size());
  }
}
