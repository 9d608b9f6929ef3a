package dev.drawbridge.ui;

import dev.drawbridge.base.Rect;
import dev.drawbridge.base.Size;
import dev.drawbridge.draw.Picture;
import dev.drawbridge.editor.Camera;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;

/// What lies over the tiles: what a gesture changes, and the marks of selection and tools. Its surface is as
/// large as what is drawn on it, and only where there is ink it is wiped: clearing and copying one as large
/// as the viewport would take longer than drawing.
final class Front {
  /// The surface grows and shrinks in steps of this many px, since a new one is dear.
  private static final double STEP = 128;

  /// How far the surface may be larger than what is drawn on it, px.
  private static final double SPARE = 2 * STEP;

  /// So far the surface may reach beyond the viewport, px.
  private static final double REACH = SPARE + STEP;

  private final Canvas canvas = new Canvas(STEP, STEP);

  /// What has to be wiped, in px of the surface.
  private List<Rect> inked = List.of();

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
    Rect seen = new Rect(0, 0, viewport.width(), viewport.height());
    Ink ink =
        new Ink(seen.grow(REACH)); // what is not seen now may be when the surface is elsewhere
    if (over != null) {
      ink.add(over.root(), camera);
    }
    ink.add(marks.root(), Camera.START);
    Rect area = ink.around(seen);
    canvas.setVisible(area != null);
    if (area == null) {
      return;
    }
    GraphicsContext out = canvas.getGraphicsContext2D();
    place(area);
    wipe(out);
    remember(ink);
    out.save();
    out.translate(-area.x(), -area.y());
    PictureRenderer renderer = new PictureRenderer(out);
    if (over != null) {
      renderer.draw(over, camera, viewport.width(), viewport.height());
    }
    renderer.draw(marks, Camera.START, viewport.width(), viewport.height());
    out.restore();
  }

  private void place(Rect area) {
    canvas.setLayoutX(area.x());
    canvas.setLayoutY(area.y());
    double width = Math.ceil(area.width() / STEP) * STEP;
    double height = Math.ceil(area.height() / STEP) * STEP;
    if (isUnfit(canvas.getWidth(), width) || isUnfit(canvas.getHeight(), height)) {
      canvas.setWidth(width);
      canvas.setHeight(height);
      inked = List.of(new Rect(0, 0, width, height));
    }
  }

  private static boolean isUnfit(double known, double wanted) {
    return known < wanted || known > wanted + SPARE;
  }

  private void wipe(GraphicsContext out) {
    for (Rect place : inked) {
      out.clearRect(place.x(), place.y(), place.width(), place.height());
    }
  }

  private void remember(Ink ink) {
    if (ink.area() > canvas.getWidth() * canvas.getHeight()) {
      inked = List.of(new Rect(0, 0, canvas.getWidth(), canvas.getHeight()));
      return;
    }
    List<Rect> places = new ArrayList<>();
    for (Rect place : ink.places()) {
      double x = place.x() - canvas.getLayoutX();
      double y = place.y() - canvas.getLayoutY();
      places.add(new Rect(x, y, place.width(), place.height()));
    }
    inked = places;
  }
}
