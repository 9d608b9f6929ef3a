package dev.drawbridge.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.editor.Camera;
import dev.drawbridge.editor.Selection;
import dev.drawbridge.model.ElementId;
import java.util.Arrays;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/// The grid of the canvas, and the rulers along its edges, on the three-tier design.
class GridAndRulersTest extends OpenWindow {
  @BeforeEach
  void openTheDesign() {
    open(Template.THREE_TIER.design(Language.ENGLISH));
    look(-80, -60, 1);
    interact(() -> window.canvas().requestFocus());
    until(() -> window.isDrawn());
  }

  private void look(double x, double y, double zoom) {
    interact(() -> session().update(s -> s.withCamera(new Camera(new Point(x, y), zoom))));
    WaitForAsyncUtils.waitForFxEvents();
  }

  /// A part of the canvas, once it has drawn everything.
  private int[] canvas(int x, int y, int width, int height) {
    until(() -> window.isDrawn());
    return call(() -> pixels(window.canvas().snapshot(null, null), x, y, width, height));
  }

  private int[] ruler(String id) {
    return call(
        () -> {
          javafx.scene.Node ruler = lookup(id).query();
          ruler.getScene().getRoot().layout();
          WritableImage image = ruler.snapshot(null, null);
          return pixels(image, 0, 0, (int) image.getWidth(), (int) image.getHeight());
        });
  }

  private static int[] pixels(WritableImage image, int x, int y, int width, int height) {
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(x, y, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    return pixels;
  }

  private static long colours(int[] pixels) {
    return Arrays.stream(pixels).distinct().count();
  }

  @Test
  void theGridIsSeenUntilItIsTurnedOff() {
    int[] before = canvas(4, 4, 60, 40); // above and left of everything
    assertEquals(2, colours(before));
    push(KeyCode.SHIFT, KeyCode.G);
    assertEquals(1, colours(canvas(4, 4, 60, 40)));
    push(KeyCode.SHIFT, KeyCode.G);
    assertArrayEquals(before, canvas(4, 4, 60, 40));
  }

  @Test
  void onlyWhileThereIsAGridAShapeGoesOntoIt() {
    ElementId nat = new ElementId("nat-a");
    Rect start = bounds(nat);
    interact(() -> window.commands().get("grid").run());
    Point2D from = at(start.center());
    dragTo(from, from.add(11, 0));
    Rect free = bounds(nat);
    assertEquals(start.plus(new Point(11, 0)), free);
    interact(() -> window.commands().get("grid").run());
    from = at(free.center());
    dragTo(from, from.add(9, 0));
    assertNotEquals(free.plus(new Point(9, 0)), bounds(nat));
  }

  @Test
  void rulersTakeTheirRoomFromTheCanvasWhileTheyAreShown() {
    assertFalse(isShown("#ruler-top") || isShown("#ruler-left"));
    double before = call(() -> window.canvas().getWidth());
    push(KeyCode.SHIFT, KeyCode.R);
    assertTrue(isShown("#ruler-top") && isShown("#ruler-left"));
    until(() -> window.canvas().getWidth() == before - Ruler.THICKNESS);
    Bounds canvas = onScreen(window.canvas());
    Bounds top = onScreen(lookup("#ruler-top").query());
    Bounds left = onScreen(lookup("#ruler-left").query());
    assertEquals(canvas.getMinY(), top.getMaxY(), 1e-6);
    assertEquals(canvas.getMinX(), top.getMinX(), 1e-6);
    assertEquals(canvas.getWidth(), top.getWidth(), 1e-6);
    assertEquals(canvas.getMinX(), left.getMaxX(), 1e-6);
    assertEquals(canvas.getMinY(), left.getMinY(), 1e-6);
    assertEquals(canvas.getHeight(), left.getHeight(), 1e-6);
    push(KeyCode.SHIFT, KeyCode.R);
    until(() -> window.canvas().getWidth() == before);
    assertFalse(isShown("#ruler-top") || isShown("#ruler-left"));
  }

  private boolean isShown(String id) {
    return call(() -> lookup(id).query().isVisible());
  }

  private Bounds onScreen(javafx.scene.Node node) {
    return call(() -> node.localToScreen(node.getLayoutBounds()));
  }

  @Test
  void thePointerAndTheSelectionAreMarkedOnBothRulers() {
    push(KeyCode.SHIFT, KeyCode.R);
    ElementId nat = new ElementId("nat-a");
    interact(() -> session().update(s -> s.withSelection(Selection.of(nat))));
    Point2D middle = at(bounds(nat).center());
    mouseTo(middle);
    WaitForAsyncUtils.waitForFxEvents();
    until(() -> window.isDrawn());
    Rect on = bounds(nat);
    Bounds across = onScreen(lookup("#ruler-top .ruler-extent").query());
    assertEquals(at(on.topLeft()).getX(), across.getMinX(), 1);
    assertEquals(on.width(), across.getWidth(), 1);
    Bounds down = onScreen(lookup("#ruler-left .ruler-extent").query());
    assertEquals(at(on.topLeft()).getY(), down.getMinY(), 1);
    assertEquals(on.height(), down.getHeight(), 1);
    assertEquals(
        middle.getX(), onScreen(lookup("#ruler-top .ruler-pointer").query()).getCenterX(), 1);
    assertEquals(
        middle.getY(), onScreen(lookup("#ruler-left .ruler-pointer").query()).getCenterY(), 1);
    interact(() -> session().update(s -> s.withSelection(Selection.NONE)));
    assertFalse(isShown("#ruler-top .ruler-extent"));
  }

  /// Ticks that were only moved, and ticks that were drawn there, are the same.
  @Test
  void aPanMovesTheTicksAlong() {
    push(KeyCode.SHIFT, KeyCode.R);
    WaitForAsyncUtils.waitForFxEvents();
    for (double by : new double[] {37, 230, -410, 1900}) {
      look(-80, -60, 1);
      int[] before = ruler("#ruler-top");
      look(-80 + by, -60 - by, 1);
      int[] top = ruler("#ruler-top");
      int[] left = ruler("#ruler-left");
      assertFalse(Arrays.equals(before, top), "moved by " + by);
      look(500, 500, 0.3);
      ruler("#ruler-top");
      ruler("#ruler-left");
      look(-80 + by, -60 - by, 1);
      assertArrayEquals(ruler("#ruler-top"), top, "moved by " + by);
      assertArrayEquals(ruler("#ruler-left"), left, "moved by " + by);
    }
  }

  /// A tick with a number stands exactly where the canvas has that place.
  @Test
  void theNumberedTickOfZeroIsAtTheOriginOfTheDesign() {
    push(KeyCode.SHIFT, KeyCode.R);
    look(-80, -60, 1);
    mouseTo(new Point2D(2, 2)); // else the pointer's mark is there, too
    int[] top = ruler("#ruler-top");
    int width = call(() -> (int) window.canvas().getWidth());
    int paper = top[width * 2 + 70];
    assertNotEquals(paper, top[width + 80]);
    assertEquals(paper, top[width + 79]);
  }
}
