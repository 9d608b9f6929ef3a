package dev.drawbridge.ui;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// The rulers along the top and the left edge of the canvas, where they are wanted.
final class Rulers extends BorderPane {
  /// @param wanted whether they are to be seen, in this window and all others
  Rulers(Session session, Appearance appearance, ReadOnlyBooleanProperty wanted) {
    Ruler top = new Ruler(session, appearance, false);
    Region corner = new Region();
    corner.getStyleClass().addAll("ruler", "ruler-corner");
    corner.setMinWidth(Ruler.THICKNESS);
    corner.setPrefWidth(Ruler.THICKNESS);
    HBox.setHgrow(top, Priority.ALWAYS);
    HBox above = new HBox(corner, top);
    Ruler left = new Ruler(session, appearance, true);
    setTop(above);
    setLeft(left);
    for (Node edge : new Node[] {above, top, left}) {
      edge.visibleProperty().bind(wanted);
      edge.managedProperty().bind(wanted);
    }
  }

  /// Lays them around the canvas.
  Rulers around(Node surface) {
    setCenter(surface);
    return this;
  }
}
