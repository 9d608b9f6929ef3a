package dev.drawbridge.ui;

import java.time.LocalDate;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.control.DatePicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

/// Asks why and until when a finding is accepted. Both have to be told, and the day must not be over.
final class SuppressPane extends VBox {
  /// What is offered, in days: long enough for the next release, short enough to be remembered.
  private static final int OFFERED = 90;

  private final LocalDate today;
  private final TextArea reason = new TextArea();
  private final DatePicker expires = new DatePicker();

  SuppressPane(Texts texts, String finding, LocalDate today) {
    this.today = today;
    getStyleClass().add("suppress-pane");
    Label about = new Label(finding);
    about.setWrapText(true);
    about.getStyleClass().add("details-text");
    Label why = new Label(texts.get("ui.suppress.reason"));
    why.setLabelFor(reason);
    why.getStyleClass().add("details-title");
    reason.setId("suppress-reason");
    reason.setPrefRowCount(3);
    reason.setWrapText(true);
    reason.setPromptText(texts.get("ui.suppress.reason.prompt"));
    reason.setAccessibleText(texts.get("ui.suppress.reason"));
    Label until = new Label(texts.get("ui.suppress.expires"));
    until.setLabelFor(expires);
    until.getStyleClass().add("details-title");
    expires.setId("suppress-expires");
    expires.setValue(today.plusDays(OFFERED));
    expires.setAccessibleText(texts.get("ui.suppress.expires"));
    Label hint = new Label(texts.get("ui.suppress.expires.help"));
    hint.getStyleClass().add("faint");
    hint.setWrapText(true);
    setPrefWidth(460);
    getChildren().addAll(about, why, reason, until, expires, hint);
  }

  BooleanBinding valid() {
    return Bindings.createBooleanBinding(
        () -> acceptance().isPresent(), reason.textProperty(), expires.valueProperty());
  }

  /// What was entered; empty while that is not enough.
  Optional<Dialogs.Acceptance> acceptance() {
    LocalDate day = expires.getValue();
    return reason.getText().isBlank() || day == null || day.isBefore(today)
        ? Optional.empty()
        : Optional.of(new Dialogs.Acceptance(reason.getText().strip(), day));
  }

  void requestReasonFocus() {
    reason.requestFocus();
  }
}
