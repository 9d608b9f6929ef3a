package dev.drawbridge.ui;

import dev.drawbridge.editor.Input;
import dev.drawbridge.editor.Modifiers;
import dev.drawbridge.editor.Placing;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;

/// What hangs at the pointer on the way from the palette to the canvas. Over the canvas the element itself
/// is shown instead.
final class DragGhost extends Pane {
  private final Session session;
  private final Label why = new Label();
  private Node canvas = this;

  DragGhost(Session session) {
    this.session = session;
    setMouseTransparent(true);
    setPickOnBounds(false);
    getStyleClass().add("drag-layer");
    why.setId("drag-refusal");
    why.getStyleClass().add("drag-refusal");
    why.managedProperty().bind(why.textProperty().isNotEmpty());
  }

  /// @param node over which the ghost hides
  void over(Node node) {
    canvas = node;
  }

  /// @param icon of what is dragged
  void show(String icon, String name, double sceneX, double sceneY) {
    why.setText("");
    HBox card = new HBox(IconGraphic.of(icon, 26), new Label(name), why);
    card.getStyleClass().add("drag-ghost");
    getChildren().setAll(card);
    card.applyCss();
    move(sceneX, sceneY);
  }

  /// Says why it cannot be dropped here.
  ///
  /// @param reason empty where it can
  void say(String reason) {
    why.setText(reason);
  }

  void move(double sceneX, double sceneY) {
    if (getChildren().isEmpty()) {
      return;
    }
    Node card = getChildren().getFirst();
    var at = sceneToLocal(sceneX, sceneY);
    card.relocate(Math.round(at.getX() + 12), Math.round(at.getY() + 12));
    var inCanvas = canvas.sceneToLocal(sceneX, sceneY);
    card.setVisible(canvas == this || !canvas.contains(inCanvas));
  }

  /// The button is up: what was not dropped on the canvas is let go.
  void hide() {
    if (getChildren().isEmpty()) {
      return;
    }
    getChildren().clear();
    Platform.runLater(
        () -> {
          if (session.state().tool() instanceof Placing placing && placing.now() == null) {
            session.on(new Input.KeyPressed(Input.Key.ESCAPE, Modifiers.NONE));
          }
        });
  }
}
