package dev.drawbridge.ui;

import javafx.scene.layout.HBox;

/// The line above: the menus, what is used most as buttons, the language, and what can be taken away.
final class TopBar extends HBox {
  TopBar(Menus menus, Commands commands, Texts texts) {
    super(
        menus.bar(),
        Menus.rule(),
        menus.button("new"),
        menus.button("open"),
        menus.button("save"),
        Menus.rule(),
        menus.button("undo"),
        menus.button("redo"),
        Menus.rule(),
        menus.button("tool-select"),
        menus.button("tool-hand"),
        menus.button("tool-connect"),
        Menus.rule(),
        menus.button("duplicate"),
        menus.button("delete"),
        Menus.spring(),
        new LanguageButton(texts),
        menus.button("theme"),
        Menus.gap(),
        new ExportButton(commands, texts));
    getStyleClass().add("top");
    setId("tools");
  }
}
