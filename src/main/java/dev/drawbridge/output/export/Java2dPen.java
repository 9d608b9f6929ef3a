package dev.drawbridge.output.export;

import dev.drawbridge.base.Rect;
import dev.drawbridge.draw.Mark;
import dev.drawbridge.draw.icon.IconArt;
import dev.drawbridge.draw.shape.Stroke;
import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Composite;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import org.jspecify.annotations.Nullable;

/// Draws marks with Java2D. Text is filled glyph outlines from the bundled font, so that neither fonts
/// nor fontconfig of the machine matter. Not for several threads at once.
final class Java2dPen {
  private final Graphics2D graphics;
  private final Rect visible;
  private final Java2dShapes shapes;

  /// @param visible the part of the document that the graphics shows; what lies outside is skipped
  Java2dPen(Graphics2D graphics, Rect visible, Java2dShapes shapes) {
    this.graphics = graphics;
    this.visible = visible;
    this.shapes = shapes;
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
          paint(Java2dShapes.path(path.outline()), path.fill(), path.stroke());
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
      graphics.setStroke(shapes.stroke(stroke));
      graphics.draw(shape);
    }
  }

  private void text(Mark.Text text) {
    paint(shapes.line(text, text.x(), text.baseline(), text.size()), text.colour(), null);
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
      paint(shapes.icon(shape), shape.fill(), shape.stroke());
    }
    graphics.setComposite(composite);
    graphics.setTransform(before);
  }
}
