package dev.drawbridge.ui;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

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
    // The page to begin with hides all the others while there is nothing to see on them.
    getChildren().addAll(navigation.rulers().around(surface), start);
  }

  private void put(Node node, Pos corner) {
    StackPane.setAlignment(node, corner);
    StackPane.setMargin(node, MARGIN);
    surface.getChildren().add(node);
  }
}
