package dev.drawbridge.ui;

import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;

/// Below the palette: the design as a tree, and how it came about.
final class SideTabs extends TabPane {
  private final HistoryView history;
  private final Tab past;

  SideTabs(Texts texts, OutlineView outline, HistoryView history) {
    this.history = history;
    setId("side");
    getStyleClass().add("bottom");
    setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
    past = tab("history", history, texts);
    getTabs().addAll(tab("outline", outline, texts), past);
  }

  private static Tab tab(String key, Node content, Texts texts) {
    Tab tab = new Tab(null, content);
    tab.setId("tab-" + key);
    tab.textProperty().bind(texts.of("ui." + key + ".title"));
    return tab;
  }

  void showHistory() {
    getSelectionModel().select(past);
    history.requestFocus();
  }
}
