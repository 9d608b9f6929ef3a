package dev.drawbridge.ui;

import dev.drawbridge.base.Rect;
import dev.drawbridge.base.Size;
import dev.drawbridge.draw.Mark;
import dev.drawbridge.draw.Picture;
import dev.drawbridge.editor.Camera;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;

/// What lies over the tiles: what a gesture changes, and the marks of selection and tools. Its surface is as
/// large as what is drawn on it: clearing and copying one as large as the viewport would take longer than
/// drawing.
final class Front {
  /// The surface grows and shrinks in steps of this many px, since a new one is dear.
  private static final double STEP = 128;

  /// Arrow heads and thick lines reach a little beyond what they belong to.
  private static final double MARGIN = 4;

  private final Canvas canvas = new Canvas(STEP, STEP);

  Front() {
    canvas.setManaged(false);
    canvas.setMouseTransparent(true);
    canvas.setVisible(false);
  }

  Node node() {
    return canvas;
  }

  /// @param over in px of the document; null for nothing
  /// @param marks in px of the viewport, above the former
  void show(@Nullable Picture over, Camera camera, Picture marks, Size viewport) {
    Rect all = new Rect(0, 0, viewport.width(), viewport.height());
    Rect area = around(marks.root(), null);
    if (over != null) {
      area = around(over.root(), camera, area);
    }
    Rect seen = area == null ? null : seen(area.grow(MARGIN), all);
    canvas.setVisible(seen != null);
    if (seen == null) {
      return;
    }
    place(seen, all);
    double x = canvas.getLayoutX();
    double y = canvas.getLayoutY();
    GraphicsContext out = canvas.getGraphicsContext2D();
    out.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
    out.save();
    out.translate(-x, -y);
    PictureRenderer renderer = new PictureRenderer(out);
    if (over != null) {
      renderer.draw(over, camera, viewport.width(), viewport.height());
    }
    renderer.draw(marks, Camera.START, viewport.width(), viewport.height());
    out.restore();
  }

  private static @Nullable Rect around(Mark.Group marks, @Nullable Rect known) {
    Rect area = known;
    for (Mark mark : marks.children()) {
      area = area == null ? mark.bounds() : area.union(mark.bounds());
    }
    return area;
  }

  private static @Nullable Rect around(Mark.Group layers, Camera camera, @Nullable Rect known) {
    Rect area = around(layers, null);
    if (area == null) {
      return known;
    }
    Rect onScreen = camera.toScreen(area);
    return known == null ? onScreen : known.union(onScreen);
  }

  private static @Nullable Rect seen(Rect area, Rect viewport) {
    double left = Math.max(viewport.x(), Math.floor(area.x()));
    double top = Math.max(viewport.y(), Math.floor(area.y()));
    double right = Math.min(viewport.right(), Math.ceil(area.right()));
    double bottom = Math.min(viewport.bottom(), Math.ceil(area.bottom()));
    return left < right && top < bottom ? new Rect(left, top, right - left, bottom - top) : null;
  }

  private void place(Rect seen, Rect viewport) {
    canvas.setLayoutX(seen.x());
    canvas.setLayoutY(seen.y());
    double width = Math.ceil(seen.width() / STEP) * STEP;
    double height = Math.ceil(seen.height() / STEP) * STEP;
    if (isUnfit(canvas.getWidth(), width) || isUnfit(canvas.getHeight(), height)) {
      canvas.setWidth(width);
      canvas.setHeight(height);
    }
  }

  private static boolean isUnfit(double known, double wanted) {
    return known < wanted || known > wanted + 2 * STEP;
  }
}
