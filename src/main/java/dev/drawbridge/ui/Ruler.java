package dev.drawbridge.ui;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.draw.font.FontFace;
import dev.drawbridge.editor.Camera;
import dev.drawbridge.editor.EditorState;
import dev.drawbridge.editor.Selection;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// One edge of the canvas in px of the document, with marks for the pointer and for what is selected. What is drawn
/// reaches beyond both ends, so that most frames of a pan only move it.
final class Ruler extends Region {
  /// From the canvas outwards, in px of the screen.
  static final double THICKNESS = 20;

  /// Numbers are at least so far apart, in px of the screen: room for six digits.
  private static final double LEAST_STEP = 60;

  /// Into so many parts ticks divide the way from one number to the next.
  private static final int PARTS = 10;

  private static final double TICK = 4;
  private static final double MIDDLE_TICK = 7;

  /// So far the ticks reach beyond either end, in px of the screen.
  private static final int SPARE = 400;

  /// The surface grows in steps of this many px, since a new one is dear.
  private static final int GROWTH = 256;

  private static final double FONT = 9.5;
  private static final Color INK = Color.web("#57606a");
  private static final Color INK_ON_DARK = Color.web("#9198a1");
  private static final double FAINT = 0.55;

  private final Session session;
  private final Appearance appearance;
  private final boolean vertical;
  private final Canvas ticks = new Canvas();
  private final Rectangle pointer = new Rectangle();
  private final Rectangle extent = new Rectangle();
  private final Rectangle clip = new Rectangle();
  private final Face face = new Face();

  /// What the surface shows now; null for nothing.
  private @Nullable Drawn drawn;

  private @Nullable Selected selected;

  /// @param scale pixels for one px of the document
  /// @param unit pixels for one px of the screen
  /// @param start the pixel of the document with which it begins
  private record Drawn(double scale, double unit, long start, double length, boolean dark) {}

  /// @param bounds around what is selected, in px of the document; null around nothing
  private record Selected(Document of, Selection selection, @Nullable Rect bounds) {}

  /// @param vertical whether it lies along the left edge
  Ruler(Session session, Appearance appearance, boolean vertical) {
    this.session = session;
    this.appearance = appearance;
    this.vertical = vertical;
    getStyleClass().addAll("ruler", vertical ? "ruler-left" : "ruler-top");
    setId(vertical ? "ruler-left" : "ruler-top");
    setMinSize(vertical ? THICKNESS : 0, vertical ? 0 : THICKNESS);
    setPrefSize(THICKNESS, THICKNESS);
    pointer.getStyleClass().add("ruler-pointer");
    extent.getStyleClass().add("ruler-extent");
    face.setClip(clip);
    getChildren().add(face);
    session.stateProperty().addListener((_, _, _) -> follow());
    session.pointerProperty().addListener((_, _, _) -> follow());
    appearance.darkProperty().addListener((_, _, _) -> follow());
    visibleProperty().addListener((_, _, _) -> follow());
  }

  /// The way from one number to the next: 1, 2 or 5 times a power of ten, in px of the document.
  static double step(double zoom) {
    double least = LEAST_STEP / zoom;
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (int digit : new int[] {1, 2, 5}) {
      if (digit * power >= least) {
        return digit * power;
      }
    }
    return 10 * power;
  }

  private void follow() {
    if (isVisible()) {
      face.requestLayout();
    }
  }

  @Override
  protected void layoutChildren() {
    face.resizeRelocate(0, 0, getWidth(), getHeight());
    clip.setWidth(getWidth());
    clip.setHeight(getHeight());
    face.requestLayout();
  }

  /// What is drawn. It is laid out by itself, for no frame should lay out the window around it.
  private final class Face extends Region {
    Face() {
      setManaged(false);
      setMouseTransparent(true);
      getChildren().addAll(extent, ticks, pointer);
      getChildren().forEach(child -> child.setManaged(false));
    }

    @Override
    protected void layoutChildren() {
      if (Ruler.this.isVisible() && getWidth() > 0 && getHeight() > 0) {
        show(vertical ? getHeight() : getWidth());
      }
    }
  }

  private void show(double length) {
    EditorState state = session.state();
    Camera camera = state.camera();
    double unit = getScene().getWindow().getOutputScaleX();
    double scale = camera.zoom() * unit;
    long start = Math.round(along(camera.corner()) * scale); // as the squares of the design have it
    Drawn now = drawn;
    long spare = Math.round(SPARE * unit);
    if (now == null
        || now.scale != scale
        || now.unit != unit
        || now.length != length
        || now.dark != appearance.isDark()
        || Math.abs(now.start + spare - start) > spare) {
      now = new Drawn(scale, unit, start - spare, length, appearance.isDark());
      drawn = now;
      draw(now);
    }
    move(ticks, (now.start - start) / unit);
    Point at = session.pointerProperty().get();
    mark(pointer, at == null ? null : new Mark(Math.floor(along(at)), 1));
    Rect bounds = selection(state);
    mark(extent, bounds == null ? null : covered(bounds, scale, start, unit, length));
  }

  /// A part of the ruler, in its own px.
  private record Mark(double from, double length) {}

  private @Nullable Mark covered(
      Rect bounds, double scale, long start, double unit, double length) {
    double from = along(bounds.topLeft()) * scale - start;
    double to = along(new Point(bounds.right(), bounds.bottom())) * scale - start;
    double first = Math.clamp(Math.round(from) / unit, 0, length);
    double last = Math.clamp(Math.round(to) / unit, 0, length);
    return last > first ? new Mark(first, last - first) : null;
  }

  private void mark(Rectangle rectangle, @Nullable Mark mark) {
    rectangle.setVisible(mark != null);
    if (mark != null) {
      rectangle.setWidth(vertical ? THICKNESS : mark.length);
      rectangle.setHeight(vertical ? mark.length : THICKNESS);
      move(rectangle, mark.from);
    }
  }

  private void move(Node node, double by) {
    node.setTranslateX(vertical ? 0 : by);
    node.setTranslateY(vertical ? by : 0);
  }

  private double along(Point point) {
    return vertical ? point.y() : point.x();
  }

  private @Nullable Rect selection(EditorState state) {
    Selected known = selected;
    if (known == null || known.of != state.shown() || known.selection != state.selection()) {
      Rect bounds =
          state.selection().ids().stream()
              .flatMap(id -> bounds(state, id).stream())
              .reduce(Rect::union)
              .orElse(null);
      known = new Selected(state.shown(), state.selection(), bounds);
      selected = known;
    }
    return known.bounds;
  }

  private Optional<Rect> bounds(EditorState state, ElementId id) {
    return state
        .shown()
        .findNode(id)
        .map(state.shown()::absoluteBounds)
        .or(() -> state.isPreviewing() ? Optional.empty() : around(state, id));
  }

  private Optional<Rect> around(EditorState state, ElementId connector) {
    return session.editor().scene(state).around(connector);
  }

  private void draw(Drawn now) {
    double length = now.length + 2.0 * SPARE;
    double room = Math.ceil(length / GROWTH) * GROWTH;
    ticks.setWidth(vertical ? THICKNESS : room);
    ticks.setHeight(vertical ? room : THICKNESS);
    GraphicsContext out = ticks.getGraphicsContext2D();
    out.clearRect(0, 0, ticks.getWidth(), ticks.getHeight());
    Color ink = now.dark ? INK_ON_DARK : INK;
    Color faint = ink.deriveColor(0, 1, 1, FAINT);
    out.setFont(Fonts.font(FontFace.REGULAR, FONT));
    out.setTextBaseline(VPos.CENTER);
    out.setTextAlign(vertical ? TextAlignment.RIGHT : TextAlignment.LEFT);
    double step = step(now.scale / now.unit);
    double tick = step / PARTS;
    long first = (long) Math.floor(now.start / now.scale / step) * PARTS;
    long last = (long) Math.ceil((now.start + length * now.unit) / now.scale / tick);
    for (long i = first; i <= last; i++) {
      double at = (Math.round(i * tick * now.scale) - now.start) / now.unit;
      boolean numbered = i % PARTS == 0;
      out.setFill(faint);
      fill(out, at, numbered ? THICKNESS : i % (PARTS / 2) == 0 ? MIDDLE_TICK : TICK, now.unit);
      if (numbered) {
        out.setFill(ink);
        number(out, String.valueOf(Math.round(i * tick)), at + 3.5);
      }
    }
  }

  /// A line as thin as a pixel can be that ends at the canvas.
  private void fill(GraphicsContext out, double at, double height, double unit) {
    double width = Math.max(1, Math.round(unit)) / unit;
    if (vertical) {
      out.fillRect(THICKNESS - height, at, height, width);
    } else {
      out.fillRect(at, THICKNESS - height, width, height);
    }
  }

  /// Along the upper edge; on the left it is read from below.
  private void number(GraphicsContext out, String text, double at) {
    double across = THICKNESS / 2 - 3;
    if (vertical) {
      out.save();
      out.translate(across, at);
      out.rotate(-90);
      out.fillText(text, 0, 0);
      out.restore();
    } else {
      out.fillText(text, at, across);
    }
  }
}
