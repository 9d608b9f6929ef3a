package dev.drawbridge.ui;

import dev.drawbridge.analyze.Review;
import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.model.ElementId;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Shows one line of the list of problems.
final class ProblemCell extends ListCell<ProblemRow> {
  private final Session session;
  private final Texts texts;

  /// @param toggle opens or closes a group
  ProblemCell(Session session, Texts texts, Consumer<ProblemRow.Title> toggle) {
    this.session = session;
    this.texts = texts;
    setPrefWidth(0); // as wide as the list: text is cut, not scrolled
    addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        event -> {
          if (event.getButton() == MouseButton.PRIMARY
              && getItem() instanceof ProblemRow.Title title) {
            toggle.accept(title);
          }
        });
  }

  @Override
  protected void updateItem(@Nullable ProblemRow row, boolean empty) {
    super.updateItem(row, empty);
    getStyleClass().removeAll("problem-title", "suppressed");
    if (empty || row == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    switch (row) {
      case ProblemRow.Title title -> {
        Label name = name(title);
        Label number = new Label(String.valueOf(title.count()));
        number.getStyleClass().add("count");
        Node chevron = (title.isOpen() ? Glyph.OPENED : Glyph.CLOSED).node(12);
        HBox line = new HBox(chevron, name, number);
        line.getStyleClass().add("problem-row");
        getStyleClass().add("problem-title");
        setGraphic(line);
        setAccessibleText(
            name.getText()
                + ", "
                + texts.get("ui.problems.count", title.count())
                + ", "
                + texts.get(title.isOpen() ? "ui.problems.opened" : "ui.problems.closed"));
      }
      case ProblemRow.Problem(Review.Judged judged) -> {
        if (judged.isSuppressed()) {
          getStyleClass().add("suppressed");
        }
        setGraphic(line(judged));
        setAccessibleText(ProblemText.spoken(judged, texts.messages()));
      }
    }
  }

  private Label name(ProblemRow.Title title) {
    Severity worst = title.worst();
    return switch (title.grouping()) {
      case SEVERITY -> SeverityMark.named(worst, texts);
      case ELEMENT -> {
        Label label = new Label(title.key());
        if (ElementId.isValid(title.key())) {
          ElementId id = new ElementId(title.key());
          label.setText(Display.name(id, session.document(), texts.messages()));
          session
              .document()
              .find(id)
              .ifPresent(element -> label.setGraphic(IconGraphic.of(Display.icon(element), 16)));
        }
        label.getStyleClass().add("severity");
        yield label;
      }
      case RULE -> {
        String key = "rule." + title.key() + ".title";
        Label label =
            new Label(
                texts.messages().has(key) ? title.key() + "  " + texts.get(key) : title.key());
        label.setGraphic(SeverityMark.icon(worst, 16));
        label.getStyleClass().add("severity");
        yield label;
      }
    };
  }

  private HBox line(Review.Judged judged) {
    Finding finding = judged.finding();
    Label rule = new Label(finding.rule());
    rule.getStyleClass().add("rule-id");
    rule.setMinWidth(Region.USE_PREF_SIZE);
    Label text = new Label(finding.text(texts.messages()));
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setMaxWidth(Double.MAX_VALUE);
    HBox line = new HBox(SeverityMark.icon(finding.severity(), 16), rule, text);
    line.getStyleClass().add("problem-row");
    judged
        .suppression()
        .ifPresent(
            suppression -> {
              Label until =
                  new Label(texts.get("ui.problems.until", suppression.expires().toString()));
              until.getStyleClass().add("rule-id");
              until.setMinWidth(Region.USE_PREF_SIZE);
              line.getChildren().add(until);
            });
    if (!finding.fixes().isEmpty() && !judged.isSuppressed()) {
      line.getChildren().add(ProblemDetails.fixButton(finding.fixes().getFirst(), session, texts));
    }
    return line;
  }
}
