package dev.drawbridge.output.export;

import dev.drawbridge.base.Rect;
import dev.drawbridge.draw.Mark;
import dev.drawbridge.draw.font.FontFace;
import dev.drawbridge.draw.font.TextMetrics;
import dev.drawbridge.draw.font.TrueType;
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
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Draws marks with Java2D. Text is filled glyph outlines from the bundled font, so that neither fonts
/// nor fontconfig of the machine matter. Not for several threads at once.
final class Java2dPen {
  private final Graphics2D graphics;
  private final Rect visible;
  private final Map<Long, Outline> glyphs = new HashMap<>();
  private final Map<Stroke, BasicStroke> strokes = new HashMap<>();
  private final Map<IconArt.Shape, Path2D> iconPaths = new HashMap<>();

  /// @param visible the part of the document that the graphics shows; what lies outside is skipped
  Java2dPen(Graphics2D graphics, Rect visible) {
    this.graphics = graphics;
    this.visible = visible;
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
  }

  void draw(Mark mark) {
    switch (mark) {
      case Mark.Group group -> {
        if (touches(group.bounds())) {
          group.children().forEach(this::draw);
        }
      }
      case Mark.Box box -> {
        if (touches(box.bounds())) {
          box(box);
        }
      }
      case Mark.Path path -> {
        if (touches(path.bounds())) {
          paint(path(path.outline()), path.fill(), path.stroke());
        }
      }
      case Mark.Text text -> {
        if (touches(text.bounds())) {
          text(text);
        }
      }
      case Mark.Icon icon -> {
        if (touches(icon.bounds()) && icon.opacity() > 0) {
          icon(icon);
        }
      }
    }
  }

  /// Touching edges count: a horizontal line has no height.
  private boolean touches(Rect rect) {
    return rect.x() <= visible.right()
        && visible.x() <= rect.right()
        && rect.y() <= visible.bottom()
        && visible.y() <= rect.bottom();
  }

  private void box(Mark.Box box) {
    Rect r = box.rect();
    double diameter = 2 * Math.min(box.radius(), Math.min(r.width(), r.height()) / 2);
    paint(
        diameter > 0
            ? new RoundRectangle2D.Double(r.x(), r.y(), r.width(), r.height(), diameter, diameter)
            : new Rectangle2D.Double(r.x(), r.y(), r.width(), r.height()),
        box.fill(),
        box.stroke());
  }

  private void paint(java.awt.Shape shape, int fill, @Nullable Stroke stroke) {
    if (fill >>> 24 != 0) {
      graphics.setColor(new Color(fill, true));
      graphics.fill(shape);
    }
    if (stroke != null && stroke.colour() >>> 24 != 0) {
      graphics.setColor(new Color(stroke.colour(), true));
      graphics.setStroke(strokes.computeIfAbsent(stroke, Java2dPen::stroke));
      graphics.draw(shape);
    }
  }

  private static BasicStroke stroke(Stroke stroke) {
    int cap =
        switch (stroke.cap()) {
          case BUTT -> BasicStroke.CAP_BUTT;
          case ROUND -> BasicStroke.CAP_ROUND;
        };
    if (stroke.dashes().isEmpty()) {
      return new BasicStroke((float) stroke.width(), cap, BasicStroke.JOIN_ROUND);
    }
    float[] dashes = new float[stroke.dashes().size()];
    for (int i = 0; i < dashes.length; i++) {
      dashes[i] = stroke.dashes().get(i).floatValue();
    }
    return new BasicStroke((float) stroke.width(), cap, BasicStroke.JOIN_ROUND, 1, dashes, 0);
  }

  private void text(Mark.Text text) {
    TrueType font = text.face().font();
    double scale = text.size() / font.unitsPerEm();
    Path2D line = new Path2D.Double(Path2D.WIND_NON_ZERO);
    double x = text.x();
    String content = text.text();
    for (int i = 0; i < content.length(); ) {
      int codePoint = content.codePointAt(i);
      double advance = TextMetrics.advance(font, codePoint) * scale;
      if (font.has(codePoint) || advance > 0) {
        append(line, glyph(text.face(), font.glyph(codePoint)), scale, x, text.baseline());
      }
      x += advance;
      i += Character.charCount(codePoint);
    }
    paint(line, text.colour(), null);
  }

  private Outline glyph(FontFace face, int glyph) {
    return glyphs.computeIfAbsent(
        (long) face.ordinal() << 32 | glyph, _ -> face.font().outline(glyph));
  }

  /// Font units have y upwards, the picture downwards.
  private static void append(Path2D to, Outline outline, double scale, double x, double baseline) {
    outline.placed(scale, -scale, x, baseline).draw(new PathPen(to));
  }

  private void icon(Mark.Icon icon) {
    AffineTransform before = graphics.getTransform();
    Composite composite = graphics.getComposite();
    graphics.translate(icon.rect().x(), icon.rect().y());
    graphics.scale(icon.rect().width() / IconArt.GRID, icon.rect().height() / IconArt.GRID);
    if (icon.opacity() < 1) {
      graphics.setComposite(
          AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) icon.opacity()));
    }
    for (IconArt.Shape shape : icon.art().shapes()) {
      Path2D path = iconPaths.computeIfAbsent(shape, s -> path(s.outline()));
      paint(path, shape.fill(), shape.stroke());
    }
    graphics.setComposite(composite);
    graphics.setTransform(before);
  }

  private static Path2D path(Outline outline) {
    Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    outline.draw(new PathPen(path));
    return path;
  }

  private record PathPen(Path2D path) implements Outline.Pen {
    @Override
    public void moveTo(double x, double y) {
      path.moveTo(x, y);
    }

    @Override
    public void lineTo(double x, double y) {
      path.lineTo(x, y);
    }

    @Override
    public void cubicTo(double x1, double y1, double x2, double y2, double x, double y) {
      path.curveTo(x1, y1, x2, y2, x, y);
    }

    @Override
    public void close() {
      path.closePath();
    }
  }
}
