package dev.drawbridge.ui;

import dev.drawbridge.base.Rect;
import javafx.scene.Group;
import javafx.scene.shape.Rectangle;

/// The frame around what is in view, as four bars on whole pixels: filling these is next to nothing, while
/// the outline of a rectangle costs the software renderer a tenth of a frame.
final class MinimapFrame extends Group {
  private static final double WIDTH = 2;

  private final Rectangle left = new Rectangle();
  private final Rectangle right = new Rectangle();
  private final Rectangle top = new Rectangle();
  private final Rectangle bottom = new Rectangle();
  private Rect bounds = new Rect(0, 0, 0, 0);

  MinimapFrame() {
    setManaged(false);
    getChildren().addAll(left, right, top, bottom);
    getChildren().forEach(bar -> bar.getStyleClass().add("minimap-frame"));
  }

  /// The frame's outer edge, px.
  Rect bounds() {
    return bounds;
  }

  /// @param wanted rounded to whole px
  void place(Rect wanted) {
    double x = Math.round(wanted.x());
    double y = Math.round(wanted.y());
    bounds = new Rect(x, y, Math.round(wanted.right()) - x, Math.round(wanted.bottom()) - y);
    place(left, x, y, WIDTH, bounds.height());
    place(right, bounds.right() - WIDTH, y, WIDTH, bounds.height());
    place(top, x + WIDTH, y, bounds.width() - 2 * WIDTH, WIDTH);
    place(bottom, x + WIDTH, bounds.bottom() - WIDTH, bounds.width() - 2 * WIDTH, WIDTH);
  }

  private static void place(Rectangle bar, double x, double y, double width, double height) {
    bar.setX(x);
    bar.setY(y);
    bar.setWidth(Math.max(0, width));
    bar.setHeight(Math.max(0, height));
  }
}
