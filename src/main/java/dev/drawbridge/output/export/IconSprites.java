package dev.drawbridge.output.export;

import dev.drawbridge.draw.icon.IconArt;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.Map;

/// Icons drawn once for each size in whole pixels, since a screen shows the same few many times.
final class IconSprites {
  /// More than a picture has icons in sizes, at any one zoom.
  private static final int MOST = 400;

  private record Key(String name, int size) {}

  private final Java2dShapes shapes;
  private final Map<Key, BufferedImage> drawn = new HashMap<>();

  IconSprites(Java2dShapes shapes) {
    this.shapes = shapes;
  }

  /// @param size in pixels
  BufferedImage of(IconArt art, int size) {
    if (drawn.size() > MOST) {
      drawn.clear(); // a long zoom passes through very many sizes
    }
    return drawn.computeIfAbsent(new Key(art.name(), size), _ -> draw(art, size));
  }

  private BufferedImage draw(IconArt art, int size) {
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB_PRE);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      graphics.scale(size / IconArt.GRID, size / IconArt.GRID);
      for (IconArt.Shape shape : art.shapes()) {
        if (shape.fill() >>> 24 != 0) {
          graphics.setColor(new Color(shape.fill(), true));
          graphics.fill(shapes.icon(shape));
        }
        if (shape.stroke() != null && shape.stroke().colour() >>> 24 != 0) {
          BasicStroke stroke = shapes.stroke(shape.stroke());
          graphics.setColor(new Color(shape.stroke().colour(), true));
          graphics.setStroke(stroke);
          graphics.draw(shapes.icon(shape));
        }
      }
    } finally {
      graphics.dispose();
    }
    return image;
  }
}
