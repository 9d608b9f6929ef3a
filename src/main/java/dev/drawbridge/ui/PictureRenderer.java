package dev.drawbridge.ui;

import dev.drawbridge.base.Rect;
import dev.drawbridge.base.Size;
import dev.drawbridge.draw.Mark;
import dev.drawbridge.draw.Picture;
import dev.drawbridge.draw.icon.IconArt;
import dev.drawbridge.draw.shape.Outline;
import dev.drawbridge.draw.shape.Stroke;
import dev.drawbridge.editor.Camera;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/// Draws a picture's marks through a camera: only what is in view, with less detail the smaller it
/// becomes, and straight edges on whole pixels.
final class PictureRenderer {
  private static final double INVISIBLE = 1;
  private static final double SMALLEST_TEXT = 4.5;

  /// Texts of this size stand under icons, which say enough by themselves.
  private static final double CAPTION = 10;

  private static final double SMALLEST_ICON = 5;

  private final GraphicsContext out;
  private final QuickShapes shapes;
  private Camera camera = Camera.START;
  private Rect visible = new Rect(0, 0, 0, 0);

  PictureRenderer(GraphicsContext out) {
    this.out = out;
    this.shapes = new QuickShapes(out);
  }

  void draw(Picture picture, Camera through, double width, double height) {
    camera = through;
    visible = through.visible(new Size(width, height));
    out.setTextBaseline(VPos.BASELINE);
    out.setTextAlign(TextAlignment.LEFT);
    out.setFillRule(FillRule.NON_ZERO);
    out.setLineJoin(StrokeLineJoin.ROUND);
    draw(picture.root());
  }

  private void draw(Mark mark) {
    switch (mark) {
      case Mark.Group group -> {
        if (isSeen(group.bounds())) {
          group.children().forEach(this::draw);
        }
      }
      case Mark.Box box -> {
        if (isSeen(box.bounds())) {
          draw(box);
        }
      }
      case Mark.Path path -> {
        if (isSeen(path.bounds())) {
          draw(path);
        }
      }
      case Mark.Text text -> draw(text);
      case Mark.Icon icon -> {
        if (isSeen(icon.rect())) {
          draw(icon);
        }
      }
    }
  }

  private boolean isSeen(Rect bounds) {
    double least = INVISIBLE / camera.zoom();
    return bounds.x() <= visible.right()
        && visible.x() <= bounds.right()
        && bounds.y() <= visible.bottom()
        && visible.y() <= bounds.bottom()
        && (bounds.width() > least || bounds.height() > least);
  }

  private double originX() {
    return -camera.corner().x() * camera.zoom();
  }

  private double originY() {
    return -camera.corner().y() * camera.zoom();
  }

  private void draw(Mark.Box box) {
    Rect at = camera.toScreen(box.rect());
    double left = Math.round(at.x());
    double top = Math.round(at.y());
    double width = Math.max(1, Math.round(at.right()) - left);
    double height = Math.max(1, Math.round(at.bottom()) - top);
    double most = Math.floor(Math.min(width, height) / 2);
    double radius = Math.min(Math.round(box.radius() * camera.zoom()), most);
    if (isInk(box.fill())) {
      out.setFill(colour(box.fill()));
      shapes.fill(left, top, width, height, radius);
    }
    Stroke stroke = box.stroke();
    if (stroke == null || !isInk(stroke.colour())) {
      return;
    }
    double line = stroke(stroke, camera.zoom());
    // Half a pixel off, a line of one pixel fills just that one.
    double inset = Math.round(line) % 2 == 1 ? 0.5 : 0;
    boolean plain = stroke.dashes().isEmpty() && Math.min(width, height) > 2 * line;
    if (plain && (radius == 0 || radius > inset)) {
      out.setFill(out.getStroke());
      shapes.frame(left, top, width, height, radius, line, inset);
    } else {
      double side = 2 * radius;
      out.strokeRoundRect(
          left + inset, top + inset, width - 2 * inset, height - 2 * inset, side, side);
    }
  }

  private void draw(Mark.Path path) {
    Stroke stroke = path.stroke();
    if (stroke != null
        && stroke.dashes().isEmpty()
        && stroke.colour() >>> 24 == 0xff
        && !isInk(path.fill())) {
      double width = stroke(stroke, camera.zoom());
      out.setFill(out.getStroke());
      shapes.line(path.outline(), width, camera.zoom(), originX(), originY());
    } else {
      path(path.outline(), path.fill(), stroke, camera.zoom(), originX(), originY());
    }
  }

  private void draw(Mark.Text text) {
    double size = text.size() * camera.zoom();
    double x = (text.x() - camera.corner().x()) * camera.zoom();
    double y = (text.baseline() - camera.corner().y()) * camera.zoom();
    double width = text.width() * camera.zoom();
    Rect view = camera.toScreen(visible);
    boolean seen =
        x <= view.right()
            && x + width >= view.x()
            && y + size >= view.y()
            && y - size <= view.bottom();
    if (!seen || text.text().isBlank()) {
      return;
    }
    if (size < SMALLEST_TEXT) {
      // Too small to be read: a faint bar says that there is text.
      if (size > 2 && text.size() > CAPTION) {
        out.setFill(colour(text.colour()).deriveColor(0, 1, 1, 0.35));
        out.fillRect(Math.round(x), Math.round(y - size * 0.5), width, Math.max(1, size * 0.35));
      }
      return;
    }
    out.setFill(colour(text.colour()));
    out.setFont(Fonts.font(text.face(), size));
    out.fillText(text.text(), x, Math.round(y));
  }

  private void draw(Mark.Icon icon) {
    Rect at = camera.toScreen(icon.rect());
    double before = out.getGlobalAlpha();
    out.setGlobalAlpha(before * icon.opacity());
    if (at.width() < SMALLEST_ICON) {
      out.setFill(colour(mainColour(icon.art())));
      out.fillRect(at.x(), at.y(), Math.max(1, at.width()), Math.max(1, at.height()));
    } else {
      art(icon.art(), at);
    }
    out.setGlobalAlpha(before);
  }

  /// Draws an icon into a rectangle of the screen.
  private void art(IconArt art, Rect at) {
    double scale = at.width() / IconArt.GRID;
    for (IconArt.Shape shape : art.shapes()) {
      path(shape.outline(), shape.fill(), shape.stroke(), scale, at.x(), at.y());
    }
  }

  private static int mainColour(IconArt art) {
    for (IconArt.Shape shape : art.shapes()) {
      if (isInk(shape.fill())) {
        return shape.fill();
      }
    }
    return art.shapes().isEmpty() || art.shapes().getFirst().stroke() == null
        ? 0
        : art.shapes().getFirst().stroke().colour();
  }

  private void path(
      Outline outline, int fill, @Nullable Stroke stroke, double scale, double dx, double dy) {
    out.beginPath();
    outline.draw(new Tracer(out, scale, dx, dy));
    if (isInk(fill)) {
      out.setFill(colour(fill));
      out.fill();
    }
    if (stroke != null && isInk(stroke.colour())) {
      stroke(stroke, scale);
      out.stroke();
    }
  }

  /// Sets how lines are drawn; gives their width in px of the screen.
  private double stroke(Stroke stroke, double scale) {
    double width = Math.max(0.6, stroke.width() * scale);
    out.setStroke(colour(stroke.colour()));
    out.setLineWidth(width);
    out.setLineCap(
        switch (stroke.cap()) {
          case BUTT -> StrokeLineCap.BUTT;
          case ROUND -> StrokeLineCap.ROUND;
        });
    List<Double> dashes = stroke.dashes();
    boolean tooFine = scale < 0.25; // dashes of a pixel or two are noise, and slow
    double[] scaled = new double[tooFine ? 0 : dashes.size()];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = dashes.get(i) * scale;
    }
    out.setLineDashes(scaled);
    return width;
  }

  private static boolean isInk(int argb) {
    return argb >>> 24 != 0;
  }

  static Color colour(int argb) {
    return Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff, (argb >>> 24) / 255.0);
  }

  private record Tracer(GraphicsContext out, double scale, double dx, double dy)
      implements Outline.Pen {
    @Override
    public void moveTo(double x, double y) {
      out.moveTo(x * scale + dx, y * scale + dy);
    }

    @Override
    public void lineTo(double x, double y) {
      out.lineTo(x * scale + dx, y * scale + dy);
    }

    @Override
    public void cubicTo(double x1, double y1, double x2, double y2, double x, double y) {
      out.bezierCurveTo(
          x1 * scale + dx,
          y1 * scale + dy,
          x2 * scale + dx,
          y2 * scale + dy,
          x * scale + dx,
          y * scale + dy);
    }

    @Override
    public void close() {
      out.closePath();
    }
  }
}
