package dev.drawbridge.ui;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jspecify.annotations.Nullable;

/// A line of Terraform: its number, its parts in their colours, and a mark where it comes from the
/// selection.
final class TerraformLine extends ListCell<String> {
  private final Function<String, List<HclHighlight.Run>> styled;
  private final IntPredicate marked;
  private final Label number = new Label();
  private final TextFlow text = new TextFlow();
  private final HBox row = new HBox(number, text);

  /// @param styled the parts of a line
  /// @param marked whether the line of this number, counted from 0, comes from the selection
  /// @param click told the number of a line that was clicked
  TerraformLine(
      Function<String, List<HclHighlight.Run>> styled, IntPredicate marked, IntConsumer click) {
    this.styled = styled;
    this.marked = marked;
    getStyleClass().add("code-line");
    number.getStyleClass().add("code-number");
    row.getStyleClass().add("code-row");
    addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          if (!isEmpty()
              && event.getButton() == MouseButton.PRIMARY
              && event.isStillSincePress()
              && !event.isShiftDown()
              && !event.isShortcutDown()) {
            click.accept(getIndex());
          }
        });
  }

  @Override
  protected void updateItem(@Nullable String line, boolean empty) {
    super.updateItem(line, empty);
    pseudoClassStateChanged(Pseudo.MARKED, !empty && line != null && marked.test(getIndex()));
    if (empty || line == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    number.setText(String.valueOf(getIndex() + 1));
    setAccessibleText(line);
    text.getChildren().clear();
    for (HclHighlight.Run run : styled.apply(line)) {
      Text part = new Text(run.text());
      part.getStyleClass().addAll("code-text", run.style().name().toLowerCase(Locale.ROOT));
      text.getChildren().add(part);
    }
    setGraphic(row);
  }
}
