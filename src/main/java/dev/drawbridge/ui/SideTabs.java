package dev.drawbridge.ui;

import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.StackPane;

/// Below the palette: the design as a tree, and how it came about.
final class SideTabs extends TabPane {
  private final HistoryView history;
  private final Tab past;

  SideTabs(Texts texts, OutlineView outline, HistoryView history) {
    this.history = history;
    setId("side");
    getStyleClass().add("bottom");
    setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
    EmptyState nothing = new EmptyState(Glyph.TIDY, texts, "ui.outline.none");
    nothing.visibleProperty().bind(outline.emptyProperty());
    EmptyState untouched = new EmptyState(Glyph.UNDO, texts, "ui.history.none");
    untouched.visibleProperty().bind(Bindings.size(history.getItems()).lessThan(2));
    past = tab("history", new StackPane(history, untouched), texts);
    getTabs().addAll(tab("outline", new StackPane(outline, nothing), texts), past);
  }

  private static Tab tab(String key, Node content, Texts texts) {
    Tab tab = Tabs.of(content);
    tab.setId("tab-" + key);
    tab.textProperty().bind(texts.of("ui." + key + ".title"));
    return tab;
  }

  HistoryView history() {
    return history;
  }

  void showHistory() {
    getSelectionModel().select(past);
    history.requestFocus();
  }
}
