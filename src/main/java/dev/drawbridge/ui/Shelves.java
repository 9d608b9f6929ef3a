package dev.drawbridge.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;

/// A long column of which some is in view. Rows that are far from that are there, but empty: the window goes through
/// all its parts in every frame, whether they can be seen or not.
final class Shelves extends VBox {
  private final ScrollPane scroll;

  /// What the rows held that are empty now.
  private final Map<Pane, List<Node>> emptied = new HashMap<>();

  /// @param scroll shows the column
  Shelves(ScrollPane scroll) {
    this.scroll = scroll;
    getStyleClass().add("shelves");
    scroll.setContent(this);
    InvalidationListener look = _ -> look();
    scroll.vvalueProperty().addListener(look);
    scroll.viewportBoundsProperty().addListener(look);
  }

  /// Other rows, all of them full.
  void show(List<Node> rows) {
    emptied.clear();
    getChildren().setAll(rows);
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    look();
  }

  private void look() {
    double room = scroll.getViewportBounds().getHeight();
    double top = Math.max(0, getHeight() - room) * scroll.getVvalue();
    for (Node row : getChildren()) {
      if (row instanceof Pane pane && pane.getHeight() > 0) {
        double from = pane.getLayoutY();
        boolean near = from + pane.getHeight() > top - room && from < top + 2 * room;
        if (near) {
          fill(pane);
        } else if (!emptied.containsKey(pane)) {
          empty(pane);
        }
      }
    }
  }

  private void fill(Pane row) {
    List<Node> content = emptied.remove(row);
    if (content != null) {
      row.getChildren().setAll(content);
      row.setMinHeight(USE_COMPUTED_SIZE);
    }
  }

  private void empty(Pane row) {
    emptied.put(row, List.copyOf(row.getChildren()));
    row.setMinHeight(row.getHeight());
    row.getChildren().clear();
  }
}
