package dev.drawbridge.output.export;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.draw.Mark;
import dev.drawbridge.draw.icon.IconArt;
import dev.drawbridge.draw.shape.Outline;
import dev.drawbridge.draw.shape.Stroke;
import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import org.jspecify.annotations.Nullable;

/// Draws marks into a tile: straight edges on whole pixels, and with less detail the smaller it
/// becomes, until nothing but plain rectangles is left.
final class ScreenPen {
  private static final double SMALLEST_TEXT = 4.5;

  /// A text of this size stands under an icon, which says enough by itself; a bar there would look like a scratch.
  private static final double CAPTION = 10;

  private static final double SMALLEST_BAR = 2;
  private static final double SMALLEST_ICON = 5;
  private static final double SMALLEST_RADIUS = 1.5;

  /// Below this zoom lines are rows of pixels, without round corners and dashes.
  private static final double PLAIN_LINES = 0.35;

  /// Lines are at least this thick, in px of the screen.
  private static final double THINNEST = 0.6;

  /// Lines that would be thinner than a pixel are paler instead, but never paler than this.
  private static final double PALEST = 0.35;

  private final Graphics2D graphics;
  private final Pixels pixels;
  private final Java2dShapes shapes;
  private final IconSprites sprites;
  private final double unit;
  private final long left;
  private final long top;
  private double scale;
  private double shiftX;
  private double shiftY;

  ScreenPen(
      Graphics2D graphics,
      Pixels pixels,
      TilePainter.Place place,
      Java2dShapes shapes,
      IconSprites sprites) {
    this.graphics = graphics;
    this.pixels = pixels;
    this.shapes = shapes;
    this.sprites = sprites;
    this.unit = place.unit();
    this.scale = place.scale();
    this.left = place.column() * TilePainter.SIZE;
    this.top = place.row() * TilePainter.SIZE;
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
  }

  /// Draws a mark enlarged about its middle.
  void draw(Mark mark, double enlarged) {
    double before = scale;
    Point middle = mark.bounds().center();
    scale = before * enlarged;
    shiftX = middle.x() * (before - scale);
    shiftY = middle.y() * (before - scale);
    draw(mark);
    scale = before;
    shiftX = 0;
    shiftY = 0;
  }

  void draw(Mark mark) {
    switch (mark) {
      case Mark.Group group -> {
        if (isSeen(group.bounds())) {
          group.children().forEach(this::draw);
        }
      }
      case Mark.Box box -> {
        if (isSeen(box.bounds())) {
          box(box);
        }
      }
      case Mark.Path path -> {
        if (isSeen(path.bounds())) {
          path(path);
        }
      }
      case Mark.Text text -> text(text);
      case Mark.Icon icon -> {
        if (isSeen(icon.rect()) && icon.opacity() > 0) {
          icon(icon);
        }
      }
    }
  }

  private double x(double document) {
    return document * scale + shiftX - left;
  }

  private double y(double document) {
    return document * scale + shiftY - top;
  }

  private int wholeX(double document) {
    return (int) (Math.round(document * scale + shiftX) - left);
  }

  private int wholeY(double document) {
    return (int) (Math.round(document * scale + shiftY) - top);
  }

  private boolean isSeen(Rect bounds) {
    double margin = 2 * unit;
    return x(bounds.x()) <= TilePainter.SIZE + margin
        && x(bounds.right()) >= -margin
        && y(bounds.y()) <= TilePainter.SIZE + margin
        && y(bounds.bottom()) >= -margin
        && Math.max(bounds.width(), bounds.height()) * scale >= unit / 2;
  }

  private void box(Mark.Box box) {
    int x = wholeX(box.rect().x());
    int y = wholeY(box.rect().y());
    int width = Math.max(1, wholeX(box.rect().right()) - x);
    int height = Math.max(1, wholeY(box.rect().bottom()) - y);
    double radius = Math.min(box.radius() * scale, Math.min(width, height) / 2.0);
    boolean plain = radius < SMALLEST_RADIUS * unit;
    if (isInk(box.fill())) {
      if (plain) {
        pixels.blend(x, y, width, height, box.fill());
      } else {
        graphics.setColor(new Color(box.fill(), true));
        graphics.fill(new RoundRectangle2D.Double(x, y, width, height, 2 * radius, 2 * radius));
      }
    }
    Stroke stroke = box.stroke();
    if (stroke == null || !isInk(stroke.colour())) {
      return;
    }
    double line = thickness(stroke);
    if (plain && (stroke.dashes().isEmpty() || isCoarse())) {
      frame(x, y, width, height, stroke, line);
      return;
    }
    // Half a pixel off, a line of one pixel fills just that one.
    double shift = Math.round(line) % 2 == 1 ? 0.5 : 0;
    double w = width - 2 * shift;
    double h = height - 2 * shift;
    stroke(stroke);
    graphics.draw(
        plain
            ? new Rectangle2D.Double(x + shift, y + shift, w, h)
            : new RoundRectangle2D.Double(x + shift, y + shift, w, h, 2 * radius, 2 * radius));
  }

  private void frame(int x, int y, int width, int height, Stroke stroke, double line) {
    int thick = (int) Math.max(1, Math.round(line));
    int colour = Pixels.faded(stroke.colour(), stroke.dashes().isEmpty() ? line / thick : 0.6);
    pixels.blend(x, y, width, thick, colour);
    if (height > thick) {
      pixels.blend(x, y + height - thick, width, thick, colour);
    }
    int between = height - 2 * thick;
    if (between > 0) {
      pixels.blend(x, y + thick, thick, between, colour);
      pixels.blend(x + width - thick, y + thick, thick, between, colour);
    }
  }

  private boolean isCoarse() {
    return scale < PLAIN_LINES * unit;
  }

  private void path(Mark.Path path) {
    Rect bounds = path.bounds();
    if (isCoarse() && isInk(path.fill())) {
      int x = wholeX(bounds.x());
      int y = wholeY(bounds.y());
      int width = Math.max(1, wholeX(bounds.right()) - x);
      int height = Math.max(1, wholeY(bounds.bottom()) - y);
      if (Math.max(width, height) <= 3 * unit) {
        pixels.blend(x, y, width, height, Pixels.faded(path.fill(), 0.7));
        return;
      }
    }
    if (isInk(path.fill())) {
      graphics.setColor(new Color(path.fill(), true));
      graphics.fill(placed(path.outline()));
    }
    Stroke stroke = path.stroke();
    if (stroke == null || !isInk(stroke.colour())) {
      return;
    }
    if (isCoarse()) {
      double line = stroke.width() * scale;
      int thick = (int) Math.max(1, Math.round(line));
      double share = Math.max(PALEST, line / thick);
      path.outline().draw(new Rows(thick, Pixels.faded(stroke.colour(), share)));
    } else {
      stroke(stroke);
      graphics.draw(isInk(path.fill()) ? placed(path.outline()) : crisp(path.outline(), stroke));
    }
  }

  /// A line whose horizontal and vertical pieces fill whole pixels.
  private Path2D crisp(Outline outline, Stroke stroke) {
    double shift = Math.round(thickness(stroke)) % 2 == 1 ? 0.5 : 0;
    Outline.Builder snapped = Outline.builder();
    outline.draw(new Snapping(snapped, shift));
    return Java2dShapes.path(snapped.build());
  }

  private final class Snapping implements Outline.Pen {
    private final Outline.Builder out;
    private final double shift;

    Snapping(Outline.Builder out, double shift) {
      this.out = out;
      this.shift = shift;
    }

    private double atX(double document) {
      return Math.floor(x(document) + 0.5 - shift) + shift;
    }

    private double atY(double document) {
      return Math.floor(y(document) + 0.5 - shift) + shift;
    }

    @Override
    public void moveTo(double x, double y) {
      out.moveTo(atX(x), atY(y));
    }

    @Override
    public void lineTo(double x, double y) {
      out.lineTo(atX(x), atY(y));
    }

    @Override
    public void cubicTo(double x1, double y1, double x2, double y2, double x, double y) {
      out.cubicTo(atX(x1), atY(y1), atX(x2), atY(y2), atX(x), atY(y));
    }

    @Override
    public void close() {
      out.close();
    }
  }

  private Path2D placed(Outline outline) {
    return Java2dShapes.path(outline.placed(scale, scale, shiftX - left, shiftY - top));
  }

  private double thickness(Stroke stroke) {
    return Math.max(THINNEST * unit, stroke.width() * scale);
  }

  private void stroke(Stroke stroke) {
    graphics.setColor(new Color(stroke.colour(), true));
    int cap =
        switch (stroke.cap()) {
          case BUTT -> BasicStroke.CAP_BUTT;
          case ROUND -> BasicStroke.CAP_ROUND;
        };
    float[] dashes = new float[stroke.dashes().size()];
    for (int i = 0; i < dashes.length; i++) {
      dashes[i] = (float) (stroke.dashes().get(i) * scale);
    }
    float width = (float) thickness(stroke);
    graphics.setStroke(
        new BasicStroke(
            width, cap, BasicStroke.JOIN_ROUND, 1, dashes.length == 0 ? null : dashes, 0));
  }

  private void text(Mark.Text text) {
    double size = text.size() * scale;
    double width = text.width() * scale;
    double x = x(text.x());
    int baseline = wholeY(text.baseline());
    boolean seen =
        x <= TilePainter.SIZE
            && x + width >= 0
            && baseline + size >= 0
            && baseline - size <= TilePainter.SIZE;
    if (!seen || text.text().isBlank() || size < SMALLEST_BAR * unit) {
      return;
    }
    if (size < SMALLEST_TEXT * unit) {
      if (text.size() <= CAPTION) {
        return;
      }
      // Too small to be read: a faint bar says that there is text.
      int height = (int) Math.max(1, Math.round(size * 0.35));
      pixels.blend(
          (int) Math.round(x),
          (int) Math.round(baseline - size * 0.5),
          (int) Math.max(1, Math.round(width)),
          height,
          Pixels.faded(text.colour(), 0.35));
      return;
    }
    graphics.setColor(new Color(text.colour(), true));
    graphics.fill(shapes.line(text, x, baseline, size));
  }

  private void icon(Mark.Icon icon) {
    int x = wholeX(icon.rect().x());
    int y = wholeY(icon.rect().y());
    int size = (int) Math.max(1, Math.round(icon.rect().width() * scale));
    if (size < SMALLEST_ICON * unit) {
      pixels.blend(x, y, size, size, Pixels.faded(mainColour(icon.art()), icon.opacity()));
      return;
    }
    Composite before = graphics.getComposite();
    if (icon.opacity() < 1) {
      graphics.setComposite(
          AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) icon.opacity()));
    }
    graphics.drawImage(sprites.of(icon.art(), size), new AffineTransform(1, 0, 0, 1, x, y), null);
    graphics.setComposite(before);
  }

  private static int mainColour(IconArt art) {
    for (IconArt.Shape shape : art.shapes()) {
      if (isInk(shape.fill())) {
        return shape.fill();
      }
    }
    @Nullable Stroke first = art.shapes().isEmpty() ? null : art.shapes().getFirst().stroke();
    return first == null ? 0 : first.colour();
  }

  private static boolean isInk(int argb) {
    return argb >>> 24 != 0;
  }

  /// Draws a line of horizontal and vertical pieces as rectangles, its corners cut.
  private final class Rows implements Outline.Pen {
    private final int thick;
    private final int colour;
    private int fromX;
    private int fromY;

    Rows(int thick, int colour) {
      this.thick = thick;
      this.colour = colour;
    }

    @Override
    public void moveTo(double x, double y) {
      fromX = wholeX(x);
      fromY = wholeY(y);
    }

    @Override
    public void lineTo(double x, double y) {
      int toX = wholeX(x);
      int toY = wholeY(y);
      int half = thick / 2;
      if (toX != fromX) {
        int start = Math.min(fromX, toX);
        pixels.blend(start, fromY - half, Math.abs(toX - fromX), thick, colour);
      }
      if (toY != fromY) {
        int start = Math.min(fromY, toY);
        pixels.blend(toX - half, start, thick, Math.abs(toY - fromY), colour);
      }
      fromX = toX;
      fromY = toY;
    }

    @Override
    public void cubicTo(double x1, double y1, double x2, double y2, double x, double y) {
      lineTo(x, y);
    }

    @Override
    public void close() {}
  }
}
