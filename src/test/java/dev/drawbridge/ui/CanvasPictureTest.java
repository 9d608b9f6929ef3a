package dev.drawbridge.ui;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.draw.Look;
import dev.drawbridge.draw.Painter;
import dev.drawbridge.draw.Picture;
import dev.drawbridge.draw.Theme;
import dev.drawbridge.edit.Ids;
import dev.drawbridge.edit.Move;
import dev.drawbridge.edit.RandomEdits;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.editor.Camera;
import dev.drawbridge.editor.Idle;
import dev.drawbridge.editor.Selection;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import dev.drawbridge.output.export.ExportOptions;
import dev.drawbridge.output.export.Exporter;
import dev.drawbridge.output.export.Likeness;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the canvas shows, pixel by pixel.
class CanvasPictureTest extends OpenWindow {
  private static final int SQUARE = 12;

  /// The canvas puts edges and lines of text on whole pixels and draws dots on its paper.
  private static final double TOLERANCE = 26;

  private static final int EDITS = 10;

  @ParameterizedTest
  @EnumSource
  void theCanvasShowsWhatIsExported(Theme theme) throws IOException {
    interact(() -> appearance.choiceProperty().set(choice(theme)));
    Document design = Template.TWO_DATA_CENTRES.design(Language.ENGLISH);
    open(design);
    look(Point.ORIGIN);
    BufferedImage exported = exported(design, theme);
    BufferedImage shown = shown();
    int width = Math.min(shown.getWidth(), exported.getWidth());
    int height = Math.min(shown.getHeight(), exported.getHeight());
    assertTrue(width > 700 && height > 500, width + " x " + height);
    double difference =
        Likeness.difference(
            shown.getSubimage(0, 0, width, height),
            exported.getSubimage(0, 0, width, height),
            SQUARE);
    assertTrue(difference <= TOLERANCE, () -> "a square differs by " + difference);
  }

  @Test
  void anElementThatStandsElsewhereWouldBeSeen() throws IOException {
    Document design = Template.TWO_DATA_CENTRES.design(Language.ENGLISH);
    open(design);
    look(Point.ORIGIN);
    BufferedImage exported = exported(design, Theme.LIGHT);
    ElementId nat = first(design, "aws.nat_gateway").id();
    interact(() -> session().commit(Move.of(nat, 16, 0)));
    checked();
    assertTrue(Likeness.difference(shown(), exported, SQUARE) > TOLERANCE);
  }

  /// What is drawn while it is dragged looks as it will when it is let go.
  @ParameterizedTest
  @ValueSource(doubles = {0.8, 1, 1.5})
  void theQuickPictureIsLikeTheSharpOne(double zoom) throws IOException {
    Document design = Template.TWO_DATA_CENTRES.design(Language.ENGLISH);
    Picture picture = cropped(Painter.paint(design, Look.LIGHT));
    BufferedImage quick =
        call(
            () -> {
              Canvas canvas = new Canvas(1200, 900);
              new PictureRenderer(canvas.getGraphicsContext2D())
                  .draw(picture, new Camera(Point.ORIGIN, zoom), 1200, 900);
              return copy(canvas.snapshot(null, null));
            });
    double difference = Likeness.difference(quick, exported(picture, zoom), SQUARE);
    assertTrue(difference <= TOLERANCE, () -> "a square differs by " + difference);
  }

  /// Whatever was kept of the picture before is right: only what changed was drawn anew.
  @ParameterizedTest
  @ValueSource(ints = {60, 400})
  void afterEachOfManyEditsItShowsWhatItWouldIfDrawnFromScratch(int nodes) {
    Random chance = new Random(nodes);
    Ids ids = Ids.from(new Random(nodes));
    open(Template.STRESS.design(new Template.Request(Language.ENGLISH, nodes, 7)));
    for (int i = 0; i < EDITS; i++) {
      interact(
          () ->
              RandomEdits.any(session().document(), chance, ids)
                  .ifPresent(
                      edit -> {
                        session().commit(edit);
                        session().update(state -> state.withTool(Idle.REST));
                        session().fitAll();
                      }));
      checked();
      int[] kept = pixels(shown());
      interact(() -> window.canvas().forget());
      assertArrayEquals(pixels(shown()), kept, "after edit " + i);
    }
  }

  /// At once there is what is known, enlarged; when the hand rests it is as sharp as if drawn from scratch.
  @ParameterizedTest
  @ValueSource(doubles = {0.6, 0.9, 1.15, 1.7})
  void aZoomIsSeenAtOnceAndSharpAtRest(double factor) {
    open(Template.TWO_DATA_CENTRES.design(Language.ENGLISH));
    look(Point.ORIGIN);
    BufferedImage before = shown();
    BufferedImage atOnce =
        call(
            () -> {
              session().update(s -> s.withCamera(s.camera().zoomed(Point.ORIGIN, factor)));
              return copy(window.canvas().snapshot(null, null));
            });
    assertFalse(call(() -> window.isDrawn()));
    BufferedImage sharp = shown();
    double rough = Likeness.difference(atOnce, sharp, 4 * SQUARE);
    double other = Likeness.difference(before, sharp, 4 * SQUARE);
    assertTrue(rough < other / 2, "differs by " + rough + ", the picture before by " + other);
    interact(() -> window.canvas().forget());
    assertArrayEquals(pixels(shown()), pixels(sharp));
  }

  /// Whatever is zoomed through on the way leaves nothing behind.
  @Test
  void aLongZoomEndsSharp() {
    open(Template.TWO_DATA_CENTRES.design(Language.ENGLISH));
    look(Point.ORIGIN);
    for (int i = 0; i < 30; i++) {
      double zoom = 0.3 + 0.05 * i;
      interact(() -> session().update(s -> s.withCamera(new Camera(new Point(40, 30), zoom))));
    }
    int[] kept = pixels(shown());
    interact(() -> window.canvas().forget());
    assertArrayEquals(pixels(shown()), kept);
  }

  @Test
  void aGestureThatIsGivenUpLeavesNoTrace() {
    Document design = Template.THREE_TIER.design(Language.ENGLISH);
    open(design);
    int[] before = pixels(shown());
    Rect web = design.absoluteBounds(first(design, "tier.web"));
    mouseTo(at(web.center()));
    mouseDown();
    mouseTo(at(web.centerX() + 90, web.centerY() + 40));
    push(KeyCode.ESCAPE);
    mouseUp();
    interact(() -> session().update(session().editor()::settled));
    interact(() -> session().update(s -> s.withSelection(Selection.NONE)));
    mouseTo(at(-200, -200));
    assertArrayEquals(before, pixels(shown()));
  }

  private static Node first(Document design, String kind) {
    return design.nodes().stream()
        .filter(node -> node.kind().equals(kind))
        .findFirst()
        .orElseThrow();
  }

  private static Appearance.Choice choice(Theme theme) {
    return theme == Theme.LIGHT ? Appearance.Choice.LIGHT : Appearance.Choice.DARK;
  }

  private void look(Point corner) {
    interact(() -> session().update(state -> state.withCamera(new Camera(corner, 1))));
    checked();
  }

  /// The exporter's picture of what lies right of and below the origin, as the window would mark it.
  private BufferedImage exported(Document design, Theme theme) throws IOException {
    return exported(cropped(Painter.paint(design, call(() -> marks(theme)))), 1);
  }

  private static Picture cropped(Picture all) {
    Rect area = new Rect(0, 0, all.bounds().right(), all.bounds().bottom());
    return new Picture(area, all.paper(), all.root());
  }

  private static BufferedImage exported(Picture picture, double scale) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Exporter.forFormat("png")
        .orElseThrow()
        .write(picture, ExportOptions.DEFAULT.withMargin(0).withScale(scale), out);
    return ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
  }

  private Look marks(Theme theme) {
    return window.look().withTheme(theme);
  }

  /// The canvas as it is once it has drawn everything.
  private BufferedImage shown() {
    until(() -> window.isDrawn());
    return call(() -> copy(window.canvas().snapshot(null, null)));
  }

  private static BufferedImage copy(WritableImage image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    copy.setRGB(0, 0, width, height, pixels, 0, width);
    return copy;
  }

  private static int[] pixels(BufferedImage image) {
    assertEquals(BufferedImage.TYPE_INT_RGB, image.getType());
    return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
  }
}
