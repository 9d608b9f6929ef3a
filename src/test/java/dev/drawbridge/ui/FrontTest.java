package dev.drawbridge.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.base.Size;
import dev.drawbridge.draw.Look;
import dev.drawbridge.draw.Mark;
import dev.drawbridge.draw.Picture;
import dev.drawbridge.draw.Preview;
import dev.drawbridge.draw.Routes;
import dev.drawbridge.edit.Edits;
import dev.drawbridge.edit.Move;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.editor.Camera;
import dev.drawbridge.editor.Editor;
import dev.drawbridge.editor.EditorState;
import dev.drawbridge.editor.Overlay;
import dev.drawbridge.editor.Selection;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Node;
import java.util.Arrays;
import java.util.List;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A surface that was drawn on before shows the same as a new one.
class FrontTest extends OpenWindow {
  private static final Size VIEWPORT = new Size(900, 700);
  private static final Picture NOTHING =
      new Picture(new Rect(0, 0, 0, 0), 0, new Mark.Group("", "", new Rect(0, 0, 0, 0), List.of()));

  @ParameterizedTest
  @ValueSource(doubles = {0.2, 0.37, 0.8, 1, 1.6})
  void nothingOfAnEarlierPictureIsLeft(double zoom) {
    Document design = Template.STRESS.design(new Template.Request(Language.ENGLISH, 60, 7));
    Preview.Origin origin = new Preview.Origin(design, Routes.of(design), Look.LIGHT, 1000);
    Node was =
        design.nodes().stream()
            .filter(node -> node.kind().equals("tier.was"))
            .findFirst()
            .orElseThrow();
    Camera camera =
        new Camera(Point.ORIGIN, zoom).centred(design.absoluteBounds(was).center(), VIEWPORT);
    Front used = call(Front::new);
    for (int i = 0; i < 6; i++) {
      Move move = Move.of(was.id(), 37 * i - 80, 23 * i * (i % 2));
      Document now = Edits.apply(design, move).document();
      Picture over = Preview.of(origin, now).orElseThrow().picture();
      Picture marks = i % 3 == 2 ? NOTHING : marks(design, now, was, camera);
      Camera shifted = camera.panned(11.5 * i, -7.25 * i);
      int[] known = shown(used, over, shifted, marks);
      assertTrue(Arrays.stream(known).anyMatch(argb -> argb != 0), "there is something");
      assertArrayEquals(shown(call(Front::new), over, shifted, marks), known, "step " + i);
      if (i == 3) {
        assertTrue(Arrays.stream(shown(used, null, camera, NOTHING)).allMatch(argb -> argb == 0));
      }
    }
  }

  private Picture marks(Document design, Document now, Node selected, Camera camera) {
    Editor editor = call(() -> session().editor());
    EditorState state =
        EditorState.opened(design)
            .withViewport(VIEWPORT)
            .withCamera(camera)
            .withSelection(Selection.of(selected.id()))
            .withShown(now);
    return call(
        () ->
            Overlay.of(
                state,
                editor.view(state),
                Overlay.Tints.LIGHT,
                new Texts(Language.ENGLISH).messages()));
  }

  private int[] shown(Front front, Picture over, Camera camera, Picture marks) {
    return call(
        () -> {
          front.show(over, camera, marks, VIEWPORT);
          Pane pane = new Pane(front.node());
          pane.resize(VIEWPORT.width(), VIEWPORT.height());
          pane.setClip(new Rectangle(VIEWPORT.width(), VIEWPORT.height()));
          SnapshotParameters clear = new SnapshotParameters();
          clear.setFill(Color.TRANSPARENT);
          int width = (int) VIEWPORT.width();
          int height = (int) VIEWPORT.height();
          WritableImage image = pane.snapshot(clear, new WritableImage(width, height));
          int[] pixels = new int[width * height];
          image
              .getPixelReader()
              .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
          return pixels;
        });
  }
}
