package dev.drawbridge.ui;

import dev.drawbridge.base.Point;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// Where in the design the pointer is. It changes with every move of the hand, so that it has a place of its own
/// size: a label among others would have the window laid out anew each time.
final class PointerPosition extends Region {
  private static final double WIDTH = 96;
  private static final double HEIGHT = 18;

  private final Session session;
  private final Texts texts;
  private final Label label = new Label();

  PointerPosition(Session session, Texts texts) {
    this.session = session;
    this.texts = texts;
    setMinSize(WIDTH, HEIGHT);
    setPrefSize(WIDTH, HEIGHT);
    setMaxSize(WIDTH, HEIGHT);
    label.setId("status-pointer");
    label.getStyleClass().add("pointer");
    label.setManaged(false);
    getChildren().add(label);
    session.pointerProperty().addListener((_, _, _) -> refresh());
    session.stateProperty().addListener((_, _, _) -> refresh());
    texts.language().addListener((_, _, _) -> refresh());
  }

  private void refresh() {
    Point at = session.pointerProperty().get();
    if (at == null) {
      label.setText("");
      return;
    }
    Point in = session.state().camera().toDocument(at);
    label.setText(
        texts.get(
            "ui.status.pointer",
            String.valueOf(Math.round(in.x())),
            String.valueOf(Math.round(in.y()))));
  }

  @Override
  protected void layoutChildren() {
    label.resizeRelocate(0, 0, getWidth(), getHeight());
  }
}
