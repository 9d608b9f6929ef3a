package dev.drawbridge.ui;

import javafx.scene.Node;
import javafx.scene.control.Tab;

/// Tabs whose content is part of the window only while it can be seen: the window goes through all its parts in
/// every frame, also through those that are hidden.
final class Tabs {
  private Tabs() {}

  static Tab of(Node content) {
    Tab tab = new Tab();
    tab.selectedProperty()
        .addListener((_, _, selected) -> tab.setContent(selected ? content : null));
    return tab;
  }
}
