package dev.drawbridge.ui;

import dev.drawbridge.base.Point;
import dev.drawbridge.editor.Camera;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/// The dots behind the design, farther apart in the document the farther away it is.
final class Grid {
  private static final double STEP = 16;
  private static final double NEAREST = 14;

  private Grid() {}

  static void draw(GraphicsContext out, Camera camera, double width, double height, boolean dark) {
    double step = STEP * camera.zoom();
    while (step < NEAREST) {
      step *= 4;
    }
    Point origin = camera.toScreen(Point.ORIGIN);
    out.setFill(dark ? Color.web("#ffffff", 0.07) : Color.web("#1f2328", 0.10));
    double firstX = origin.x() - Math.floor(origin.x() / step) * step;
    double firstY = origin.y() - Math.floor(origin.y() / step) * step;
    for (double y = firstY; y < height; y += step) {
      for (double x = firstX; x < width; x += step) {
        out.fillRect(Math.round(x), Math.round(y), 1, 1);
      }
    }
  }
}
