package dev.drawbridge.ui;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The canvas between its rulers, with what lies on it, in its corners.
final class Desk extends StackPane {
  private static final Insets MARGIN = new Insets(10);

  private final StackPane surface = new StackPane();

  Desk(CanvasView canvas, EmptyCanvas empty, StartPage start, Navigation navigation) {
    setMinSize(200, 120);
    surface.getChildren().addAll(canvas, empty);
    put(navigation.minimap(), Pos.BOTTOM_RIGHT);
    put(navigation.breadcrumb(), Pos.TOP_LEFT);
    put(navigation.find(), Pos.TOP_RIGHT);
    getChildren().add(navigation.rulers().around(surface));
    start.visibleProperty().addListener((_, _, _) -> show(start, canvas));
    show(start, canvas);
  }

  /// The page to begin with hides all the others while there is nothing to see on them. After that it is no part of
  /// the window any more, which goes through all its parts in every frame; whoever was on it goes on at the canvas.
  private void show(StartPage start, CanvasView canvas) {
    if (start.isVisible()) {
      getChildren().add(start);
      return;
    }
    if (getScene() != null && isWithin(getScene().getFocusOwner(), start)) {
      canvas.requestFocus();
    }
    getChildren().remove(start);
  }

  private static boolean isWithin(@Nullable Node focused, Node part) {
    for (Node node = focused; node != null; node = node.getParent()) {
      if (node == part) {
        return true;
      }
    }
    return false;
  }

  private void put(Node node, Pos corner) {
    StackPane.setAlignment(node, corner);
    StackPane.setMargin(node, MARGIN);
    surface.getChildren().add(node);
  }
}
