package dev.drawbridge.ui;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What an empty design shows: how to begin.
final class EmptyCanvas extends VBox {
  EmptyCanvas(Session session, Texts texts) {
    getStyleClass().add("empty-canvas");
    setId("empty-canvas");
    Label title = new Label();
    title.textProperty().bind(texts.of("ui.empty.title"));
    title.getStyleClass().add("empty-title");
    Label text = new Label();
    text.textProperty().bind(texts.of("ui.empty.text"));
    text.setWrapText(true);
    text.getStyleClass().add("empty-text");
    setMouseTransparent(true);
    getChildren().addAll(title, text);
    session
        .stateProperty()
        .addListener((_, _, now) -> show(now.shown().nodes().isEmpty() && !now.tool().isBusy()));
    show(session.document().nodes().isEmpty());
  }

  private void show(boolean empty) {
    setVisible(empty);
  }
}
