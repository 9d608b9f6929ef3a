package dev.drawbridge.ui;

import dev.drawbridge.base.Rect;
import dev.drawbridge.draw.icon.IconArt;
import dev.drawbridge.draw.icon.Icons;
import dev.drawbridge.draw.shape.Outline;
import dev.drawbridge.draw.shape.Stroke;
import java.util.Objects;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.CubicCurveTo;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import org.jspecify.annotations.Nullable;

/// One of our own icons as a node, for the palette, trees and lists. Of few parts: the window goes through all of
/// them in every frame.
final class IconGraphic {
  private IconGraphic() {}

  /// @param side in px
  static Region of(String icon, double side) {
    return of(Icons.named(icon), side);
  }

  static Region of(IconArt art, double side) {
    double scale = side / IconArt.GRID;
    Pane pane = new Pane();
    Path path = new Path();
    IconArt.@Nullable Shape last = null;
    Rect covered = new Rect(0, 0, 0, 0);
    for (IconArt.Shape shape : art.shapes()) {
      if (last == null || !joins(last, covered, shape)) {
        path = path(shape, scale);
        pane.getChildren().add(path);
        covered = shape.outline().bounds();
      }
      shape.outline().placed(scale, scale, 0, 0).draw(new Drawer(path));
      covered = covered.union(shape.outline().bounds());
      last = shape;
    }
    pane.setMinSize(side, side);
    pane.setPrefSize(side, side);
    pane.setMaxSize(side, side);
    pane.setMouseTransparent(true);
    return pane;
  }

  /// Whether a shape can be drawn at once with those before it: they look alike and either are lines or lie apart.
  private static boolean joins(IconArt.Shape last, Rect covered, IconArt.Shape shape) {
    boolean lines = shape.fill() >>> 24 == 0;
    return shape.fill() == last.fill()
        && Objects.equals(shape.stroke(), last.stroke())
        && (lines || !covered.intersects(shape.outline().bounds()));
  }

  private static Path path(IconArt.Shape shape, double scale) {
    Path path = new Path();
    path.setFill(shape.fill() >>> 24 == 0 ? null : PictureRenderer.colour(shape.fill()));
    Stroke stroke = shape.stroke();
    if (stroke == null) {
      path.setStroke(null);
    } else {
      path.setStroke(PictureRenderer.colour(stroke.colour()));
      path.setStrokeWidth(stroke.width() * scale);
      path.setStrokeLineJoin(StrokeLineJoin.ROUND);
      path.setStrokeLineCap(
          switch (stroke.cap()) {
            case BUTT -> StrokeLineCap.BUTT;
            case ROUND -> StrokeLineCap.ROUND;
          });
      stroke.dashes().forEach(dash -> path.getStrokeDashArray().add(dash * scale));
    }
    path.setManaged(false);
    return path;
  }

  private record Drawer(Path path) implements Outline.Pen {
    @Override
    public void moveTo(double x, double y) {
      path.getElements().add(new MoveTo(x, y));
    }

    @Override
    public void lineTo(double x, double y) {
      path.getElements().add(new LineTo(x, y));
    }

    @Override
    public void cubicTo(double x1, double y1, double x2, double y2, double x, double y) {
      path.getElements().add(new CubicCurveTo(x1, y1, x2, y2, x, y));
    }

    @Override
    public void close() {
      path.getElements().add(new ClosePath());
    }
  }
}
