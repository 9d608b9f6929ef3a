package dev.drawbridge.ui;

import dev.drawbridge.draw.shape.Outline;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.shape.ArcType;

/// Boxes and lines drawn piece by piece. The software renderer goes through every pixel of the rectangle
/// around what it draws at once, whether it is inside or not: for the frame of a box, or a line with bends, that
/// is most of the screen. Plain rectangles cost it next to nothing.
final class QuickShapes {
  private final GraphicsContext out;

  QuickShapes(GraphicsContext out) {
    this.out = out;
  }

  /// Fills a box whose edges and corners lie on whole pixels.
  ///
  /// @param radius of its corners, no more than half of its shorter side
  void fill(double left, double top, double width, double height, double radius) {
    if (radius == 0) {
      out.fillRect(left, top, width, height);
      return;
    }
    double side = 2 * radius;
    double right = left + width;
    double bottom = top + height;
    out.fillRect(left + radius, top, width - side, radius);
    out.fillRect(left, top + radius, width, height - side);
    out.fillRect(left + radius, bottom - radius, width - side, radius);
    out.fillArc(left, top, side, side, 90, 90, ArcType.ROUND);
    out.fillArc(right - side, top, side, side, 0, 90, ArcType.ROUND);
    out.fillArc(left, bottom - side, side, side, 180, 90, ArcType.ROUND);
    out.fillArc(right - side, bottom - side, side, side, 270, 90, ArcType.ROUND);
  }

  /// Draws the frame of a box, without dashes, in the colour of stroke and fill.
  ///
  /// @param inset from the box to the middle of the line
  void frame(
      double left,
      double top,
      double width,
      double height,
      double radius,
      double line,
      double inset) {
    double right = left + width;
    double bottom = top + height;
    double outside = inset - line / 2;
    // Without round corners the upper and the lower edge have the corners.
    double end = radius == 0 ? outside : radius;
    out.fillRect(left + end, top + outside, width - 2 * end, line);
    out.fillRect(left + end, bottom - outside - line, width - 2 * end, line);
    end = radius == 0 ? outside + line : radius;
    out.fillRect(left + outside, top + end, line, height - 2 * end);
    out.fillRect(right - outside - line, top + end, line, height - 2 * end);
    if (radius > 0) {
      double side = 2 * (radius - inset);
      double x = right - inset - side;
      double y = bottom - inset - side;
      out.strokeArc(left + inset, top + inset, side, side, 90, 90, ArcType.OPEN);
      out.strokeArc(x, top + inset, side, side, 0, 90, ArcType.OPEN);
      out.strokeArc(left + inset, y, side, side, 180, 90, ArcType.OPEN);
      out.strokeArc(x, y, side, side, 270, 90, ArcType.OPEN);
    }
  }

  /// Strokes an outline, which is not filled, without dashes and in an opaque colour of stroke and fill: its
  /// pieces overlap a little.
  void line(Outline outline, double width, double scale, double dx, double dy) {
    outline.draw(new Pieces(width, scale, dx, dy));
  }

  private final class Pieces implements Outline.Pen {
    private final double width;
    private final double scale;
    private final double dx;
    private final double dy;

    /// Where the middle of a line lies within a pixel, so that it fills whole ones.
    private final double middle;

    private double x;
    private double y;
    private double startX;
    private double startY;

    Pieces(double width, double scale, double dx, double dy) {
      this.width = width;
      this.scale = scale;
      this.dx = dx;
      this.dy = dy;
      this.middle = Math.round(width) % 2 == 1 ? 0.5 : 0;
    }

    private double crisp(double at) {
      return Math.floor(at + 0.5 - middle) + middle;
    }

    private double atX(double document) {
      return crisp(document * scale + dx);
    }

    private double atY(double document) {
      return crisp(document * scale + dy);
    }

    @Override
    public void moveTo(double toX, double toY) {
      x = atX(toX);
      y = atY(toY);
      startX = x;
      startY = y;
    }

    @Override
    public void lineTo(double toX, double toY) {
      piece(atX(toX), atY(toY));
    }

    private void piece(double toX, double toY) {
      if (x == toX || y == toY) {
        out.fillRect(
            Math.min(x, toX) - width / 2,
            Math.min(y, toY) - width / 2,
            Math.abs(toX - x) + width,
            Math.abs(toY - y) + width);
      } else {
        out.strokeLine(x, y, toX, toY);
      }
      x = toX;
      y = toY;
    }

    @Override
    public void cubicTo(double x1, double y1, double x2, double y2, double toX, double toY) {
      double endX = atX(toX);
      double endY = atY(toY);
      out.beginPath();
      out.moveTo(x, y);
      out.bezierCurveTo(atX(x1), atY(y1), atX(x2), atY(y2), endX, endY);
      out.stroke();
      x = endX;
      y = endY;
    }

    @Override
    public void close() {
      piece(startX, startY);
    }
  }
}
