package dev.drawbridge.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.base.Size;
import dev.drawbridge.edit.SmallDesign;
import org.junit.jupiter.api.Test;

class CameraTest {
  private final Hands hands = new Hands(SmallDesign.document());

  private static Input.Turned wheel(double dx, double dy, Modifiers modifiers) {
    return new Input.Turned(new Point(300, 200), dx, dy, modifiers);
  }

  @Test
  void zoomingKeepsThePointUnderThePointer() {
    Camera camera = new Camera(new Point(37, -12), 0.8);
    Point pointer = new Point(300, 200);
    Point before = camera.toDocument(pointer);
    Point after = camera.zoomed(pointer, 2.5).toDocument(pointer);
    assertEquals(before.x(), after.x(), 1e-9);
    assertEquals(before.y(), after.y(), 1e-9);
  }

  @Test
  void theWheelScrollsAndWithCtrlItZooms() {
    hands.input(wheel(0, -40, Modifiers.NONE));
    assertEquals(new Point(0, 40), hands.state.camera().corner());
    hands.input(wheel(0, 40, Modifiers.CTRL));
    assertTrue(hands.state.camera().zoom() > 1);
    hands.input(wheel(0, -40, Modifiers.CTRL));
    assertEquals(1, hands.state.camera().zoom(), 1e-9);
  }

  @Test
  void theWheelWithShiftScrollsSideways() {
    hands.input(wheel(0, -40, Modifiers.SHIFT));
    assertEquals(new Point(40, 0), hands.state.camera().corner());
  }

  @Test
  void spaceAndADragPan() {
    hands.key(Input.Key.SPACE).press(500, 500);
    hands.input(new Input.Dragged(new Point(520, 490), Modifiers.NONE));
    assertEquals(new Point(-20, 10), hands.state.camera().corner());
    hands.input(new Input.Released(new Point(520, 490), Input.Button.PRIMARY, Modifiers.NONE));
    assertInstanceOf(Panning.class, hands.state.tool());
    hands.input(new Input.KeyReleased(Input.Key.SPACE, Modifiers.NONE));
    assertEquals(Idle.REST, hands.state.tool());
  }

  @Test
  void theMiddleButtonPansAndLetsGo() {
    hands.input(new Input.Pressed(new Point(150, 310), Input.Button.MIDDLE, 1, Modifiers.NONE));
    hands.input(new Input.Dragged(new Point(160, 310), Modifiers.NONE));
    hands.input(new Input.Released(new Point(160, 310), Input.Button.MIDDLE, Modifiers.NONE));
    assertEquals(new Point(-10, 0), hands.state.camera().corner());
    assertEquals(Idle.REST, hands.state.tool());
    assertTrue(hands.state.selection().isEmpty());
  }

  @Test
  void fittingShowsEverything() {
    hands.state = hands.editor().fitAll(hands.state.withViewport(new Size(600, 400)));
    Rect design = hands.bounds(SmallDesign.REGION);
    assertTrue(hands.state.camera().visible(new Size(600, 400)).contains(design));
  }

  @Test
  void zoomStepsReturnToWhereTheyBegan() {
    EditorState start = hands.state;
    EditorState in = hands.editor().zoomStep(start, 1);
    assertEquals(Math.pow(2, 0.25), in.camera().zoom(), 1e-9);
    assertEquals(1, hands.editor().zoomStep(in, -1).camera().zoom(), 1e-9);
  }

  @Test
  void zoomHasLimits() {
    assertEquals(Camera.MOST, new Camera(Point.ORIGIN, 1e9).zoom());
    assertEquals(Camera.LEAST, new Camera(Point.ORIGIN, 0).zoom());
  }

  @Test
  void revealingMovesNoMoreThanNeeded() {
    Size viewport = new Size(400, 300);
    Camera camera = Camera.START;
    assertEquals(camera, camera.revealing(new Rect(100, 100, 50, 50), viewport));
    Camera moved = camera.revealing(new Rect(500, 100, 50, 50), viewport);
    assertTrue(moved.visible(viewport).contains(new Rect(500, 100, 50, 50)));
    assertEquals(0, moved.corner().y());
  }
}
