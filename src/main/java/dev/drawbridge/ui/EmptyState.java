package dev.drawbridge.ui;

import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// What stands in the middle of a part that has nothing to show: a sign, and in a sentence what is so or what
/// to do about it.
final class EmptyState extends VBox {
  private final Label text = new Label();

  EmptyState(Glyph glyph) {
    getStyleClass().add("empty-state");
    text.setWrapText(true);
    text.getStyleClass().add("empty-note");
    getChildren().addAll(glyph.node(24), text);
  }

  EmptyState(Glyph glyph, Texts texts, String key) {
    this(glyph);
    text.textProperty().bind(texts.of(key));
  }

  /// @param good whether it is good news that there is nothing
  void say(String sentence, boolean good) {
    text.setText(sentence);
    pseudoClassStateChanged(Pseudo.GOOD, good);
  }
}
