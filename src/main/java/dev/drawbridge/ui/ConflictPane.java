package dev.drawbridge.ui;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What a file that others changed and the design in the window differ in.
final class ConflictPane extends VBox {
  private static final double WIDTH = 600;
  private static final double ROW = 32;
  private static final int MOST_ROWS = 9;

  ConflictPane(Texts texts, List<String> differences) {
    getStyleClass().add("coverage-pane");
    setPrefWidth(WIDTH);
    Label text = new Label(texts.get("ui.conflict.text"));
    text.setWrapText(true);
    ListView<String> list = new ListView<>();
    list.setId("conflict-list");
    list.getItems().setAll(differences);
    list.setFixedCellSize(ROW);
    list.setPrefHeight(ROW * Math.min(MOST_ROWS, differences.size()) + 4);
    list.setAccessibleText(texts.get("ui.conflict.differences"));
    Label title = new Label(texts.get("ui.conflict.differences"));
    title.setLabelFor(list);
    title.getStyleClass().add("details-title");
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(text, title, list);
  }
}
