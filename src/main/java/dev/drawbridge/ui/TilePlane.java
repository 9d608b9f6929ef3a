package dev.drawbridge.ui;

import dev.drawbridge.output.export.TilePainter;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import javafx.scene.Group;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;

/// Squares of pixels side by side. Each is a node, so that the renderer copies it straight to the screen, and
/// only where another square came does anything change while the plane is moved about.
final class TilePlane extends Group {
  private final Map<TilePainter.Place, ImageView> views = new HashMap<>();

  TilePlane() {
    setManaged(false);
    setAutoSizeChildren(false);
  }

  /// These and no others.
  ///
  /// @param side of a square, in px of the plane
  void show(Map<TilePainter.Place, Image> images, double side) {
    Iterator<Map.Entry<TilePainter.Place, ImageView>> known = views.entrySet().iterator();
    while (known.hasNext()) {
      Map.Entry<TilePainter.Place, ImageView> entry = known.next();
      if (!images.containsKey(entry.getKey())) {
        getChildren().remove(entry.getValue());
        known.remove();
      }
    }
    images.forEach(
        (place, image) -> {
          ImageView view = views.computeIfAbsent(place, _ -> added());
          view.setImage(image);
          view.setX(place.column() * side);
          view.setY(place.row() * side);
          view.setFitWidth(side);
          view.setFitHeight(side);
        });
  }

  private ImageView added() {
    ImageView view = new ImageView();
    view.setManaged(false);
    getChildren().add(view);
    return view;
  }
}
