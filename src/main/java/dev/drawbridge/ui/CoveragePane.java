package dev.drawbridge.ui;

import dev.drawbridge.base.Issue;
import dev.drawbridge.translate.Coverage;
import dev.drawbridge.translate.Coverage.Fate;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// How much of a Terraform configuration is in the drawing, and, one line each, what is not and why.
final class CoveragePane extends VBox {
  private static final double WIDTH = 640;
  private static final double ROW = 44;

  /// What a row's insets and the scroll bar take.
  private static final double SIDES = 40;

  private static final int MOST_ROWS = 8;

  /// @param folder whose files are told by their names alone
  CoveragePane(Texts texts, Path folder, Coverage coverage, List<Issue> issues) {
    getStyleClass().add("coverage-pane");
    setPrefWidth(WIDTH);
    Label counts =
        new Label(
            texts.get(
                "ui.import.counts",
                coverage.entries().size(),
                coverage.count(Fate.Drawn.class),
                coverage.count(Fate.Implied.class),
                coverage.count(Fate.Skipped.class)));
    counts.setId("coverage-counts");
    counts.setWrapText(true);
    getChildren().add(counts);
    List<String> lines =
        Stream.of(
                issues.stream(),
                coverage.skipped().stream().flatMap(CoveragePane::reason),
                coverage.notes().stream())
            .flatMap(Function.identity())
            .map(issue -> shorter(issue.text(texts.messages()), folder))
            .toList();
    if (lines.isEmpty()) {
      return;
    }
    ListView<String> list = new ListView<>();
    list.setId("coverage-list");
    list.getItems().setAll(lines);
    list.setCellFactory(_ -> new Line(list));
    list.setPrefHeight(ROW * Math.min(MOST_ROWS, lines.size()) + 4);
    list.setAccessibleText(texts.get("ui.import.rest"));
    Label title = new Label(texts.get("ui.import.rest"));
    title.setLabelFor(list);
    title.getStyleClass().add("details-title");
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(title, list);
  }

  private static String shorter(String line, Path folder) {
    String start = folder + folder.getFileSystem().getSeparator();
    return line.startsWith(start) ? line.substring(start.length()) : line;
  }

  private static Stream<Issue> reason(Coverage.Entry entry) {
    return entry.fate() instanceof Fate.Skipped(Issue reason) ? Stream.of(reason) : Stream.empty();
  }

  private static final class Line extends ListCell<String> {
    private final Label text = new Label();

    Line(ListView<String> list) {
      text.setWrapText(true);
      text.setMinHeight(Region.USE_PREF_SIZE);
      text.prefWidthProperty().bind(list.widthProperty().subtract(SIDES));
      setPrefWidth(0); // as wide as the list: long lines are wrapped, nothing scrolls sideways
    }

    @Override
    protected void updateItem(@Nullable String line, boolean empty) {
      super.updateItem(line, empty);
      text.setText(line == null ? "" : line);
      setGraphic(empty ? null : text);
    }
  }
}
