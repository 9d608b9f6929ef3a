package dev.drawbridge.output.export;

import dev.drawbridge.draw.Mark;
import dev.drawbridge.draw.font.FontFace;
import dev.drawbridge.draw.font.TextMetrics;
import dev.drawbridge.draw.font.TrueType;
import dev.drawbridge.draw.icon.IconArt;
import dev.drawbridge.draw.shape.Outline;
import dev.drawbridge.draw.shape.Stroke;
import java.awt.BasicStroke;
import java.awt.geom.Path2D;
import java.util.HashMap;
import java.util.Map;

/// Outlines and strokes as Java2D wants them; those that come again and again are kept. Not for several
/// threads at once.
final class Java2dShapes {
  private final Map<Long, Outline> glyphs = new HashMap<>();
  private final Map<Stroke, BasicStroke> strokes = new HashMap<>();
  private final Map<IconArt.Shape, Path2D> iconPaths = new HashMap<>();

  /// A glyph's outline in font units, y upwards.
  Outline glyph(FontFace face, int glyph) {
    return glyphs.computeIfAbsent(
        (long) face.ordinal() << 32 | glyph, _ -> face.font().outline(glyph));
  }

  /// A line of text as filled outlines.
  ///
  /// @param size the em, in the units of x and baseline
  Path2D line(Mark.Text text, double x, double baseline, double size) {
    TrueType font = text.face().font();
    double scale = size / font.unitsPerEm();
    Path2D line = new Path2D.Double(Path2D.WIND_NON_ZERO);
    String content = text.text();
    for (int i = 0; i < content.length(); ) {
      int codePoint = content.codePointAt(i);
      double advance = TextMetrics.advance(font, codePoint) * scale;
      if (font.has(codePoint) || advance > 0) {
        // Font units have y upwards, the picture downwards.
        Outline glyph = glyph(text.face(), font.glyph(codePoint));
        append(line, glyph.placed(scale, -scale, x, baseline));
      }
      x += advance;
      i += Character.charCount(codePoint);
    }
    return line;
  }

  Path2D icon(IconArt.Shape shape) {
    return iconPaths.computeIfAbsent(shape, s -> path(s.outline()));
  }

  BasicStroke stroke(Stroke stroke) {
    return strokes.computeIfAbsent(stroke, Java2dShapes::made);
  }

  private static BasicStroke made(Stroke stroke) {
    int cap =
        switch (stroke.cap()) {
          case BUTT -> BasicStroke.CAP_BUTT;
          case ROUND -> BasicStroke.CAP_ROUND;
        };
    float width = (float) stroke.width();
    if (stroke.dashes().isEmpty()) {
      return new BasicStroke(width, cap, BasicStroke.JOIN_ROUND);
    }
    float[] dashes = new float[stroke.dashes().size()];
    for (int i = 0; i < dashes.length; i++) {
      dashes[i] = stroke.dashes().get(i).floatValue();
    }
    return new BasicStroke(width, cap, BasicStroke.JOIN_ROUND, 1, dashes, 0);
  }

  static Path2D path(Outline outline) {
    Path2D path = new Path2D.Double(Path2D.WIND_NON_ZERO);
    append(path, outline);
    return path;
  }

  static void append(Path2D to, Outline outline) {
    outline.draw(new PathPen(to));
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
