package dev.drawbridge.ui;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/// The canvas with what lies on it, in its corners.
final class Desk extends StackPane {
  private static final Insets MARGIN = new Insets(10);

  Desk(CanvasView canvas, EmptyCanvas empty, StartPage start, Navigation navigation) {
    setMinSize(200, 120);
    getChildren().addAll(canvas, empty);
    put(navigation.minimap(), Pos.BOTTOM_RIGHT);
    put(navigation.breadcrumb(), Pos.TOP_LEFT);
    put(navigation.find(), Pos.TOP_RIGHT);
    getChildren().add(start); // hides all the others while there is nothing to see on them
  }

  private void put(Node node, Pos corner) {
    setAlignment(node, corner);
    setMargin(node, MARGIN);
    getChildren().add(node);
  }
}
