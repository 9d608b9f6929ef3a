package dev.drawbridge.ui;

import dev.drawbridge.base.Language;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/// Switches to the other language, whose name it bears.
final class LanguageButton extends Button {
  LanguageButton(Texts texts) {
    setId("button-language");
    getStyleClass().add("flat");
    setGraphic(Glyph.LANGUAGE.node(16));
    textProperty().bind(texts.of("ui.other-language"));
    setFocusTraversable(false);
    Tooltip tip = new Tooltip();
    tip.textProperty().bind(texts.of("ui.other-language.help"));
    setTooltip(tip);
    setOnAction(
        _ ->
            texts
                .language()
                .set(
                    texts.language().get() == Language.KOREAN
                        ? Language.ENGLISH
                        : Language.KOREAN));
  }
}
