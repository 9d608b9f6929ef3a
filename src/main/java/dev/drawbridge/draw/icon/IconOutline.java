package dev.drawbridge.draw.icon;

import dev.drawbridge.draw.shape.Outline;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;

/// Brings an outline to our grid, and to the non-zero rule by which everything here is filled.
final class IconOutline {
  /// Telling inside from outside takes time that grows with the square of the pieces.
  private static final int MOST_PIECES = 3000;

  private final Path2D path = new Path2D.Double(Path2D.WIND_EVEN_ODD);
  private int pieces;
  private int parts;

  private IconOutline(Outline outline) {
    outline.draw(
        new Outline.Pen() {
          @Override
          public void moveTo(double x, double y) {
            parts++;
            path.moveTo(x, y);
          }

          @Override
          public void lineTo(double x, double y) {
            pieces++;
            path.lineTo(x, y);
          }

          @Override
          public void cubicTo(double x1, double y1, double x2, double y2, double x, double y) {
            pieces++;
            path.curveTo(x1, y1, x2, y2, x, y);
          }

          @Override
          public void close() {
            path.closePath();
          }
        });
  }

  static Outline placed(Outline outline, AffineTransform transform, boolean evenOdd)
      throws RefusedIcon {
    IconOutline icon = new IconOutline(outline);
    if (icon.pieces > MOST_PIECES) {
      throw new RefusedIcon("size");
    }
    return evenOdd && icon.parts > 1
        ? outline(new Area(icon.path).getPathIterator(transform))
        : outline(icon.path.getPathIterator(transform));
  }

  private static Outline outline(PathIterator path) {
    Outline.Builder out = Outline.builder();
    double[] c = new double[6];
    for (; !path.isDone(); path.next()) {
      switch (path.currentSegment(c)) {
        case PathIterator.SEG_MOVETO -> out.moveTo(c[0], c[1]);
        case PathIterator.SEG_LINETO -> out.lineTo(c[0], c[1]);
        case PathIterator.SEG_QUADTO -> out.quadTo(c[0], c[1], c[2], c[3]);
        case PathIterator.SEG_CUBICTO -> out.cubicTo(c[0], c[1], c[2], c[3], c[4], c[5]);
        default -> out.close();
      }
    }
    return out.build();
  }
}
