package dev.drawbridge.ui;

import dev.drawbridge.analyze.policy.Policy;
import dev.drawbridge.analyze.policy.Suppression;
import dev.drawbridge.model.ElementId;
import java.time.LocalDate;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What is accepted, why and until when. Delete takes the chosen one back.
final class SuppressionsPane extends VBox {
  private final Session session;
  private final Texts texts;
  private final PolicyDesk desk;
  private final Focus focus;
  private final Supplier<LocalDate> today;
  private final ListView<Suppression> list = new ListView<>();

  SuppressionsPane(
      Session session, Texts texts, PolicyDesk desk, Focus focus, Supplier<LocalDate> today) {
    this.session = session;
    this.texts = texts;
    this.desk = desk;
    this.focus = focus;
    this.today = today;
    setId("policy-suppressions");
    getStyleClass().add("policy-pane");
    Label help = new Label(texts.get("ui.policy.suppressions.help"));
    help.getStyleClass().add("faint");
    help.setWrapText(true);
    help.setMinHeight(Region.USE_PREF_SIZE);
    Label none = new Label(texts.get("ui.policy.suppressions.none"));
    none.getStyleClass().add("empty-note");
    none.setWrapText(true);
    list.setId("policy-suppression-list");
    list.setPlaceholder(none);
    list.setAccessibleText(texts.get("ui.policy.suppressions"));
    list.setCellFactory(_ -> new Cell());
    list.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          Suppression chosen = list.getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.DELETE && chosen != null) {
            remove(chosen);
            event.consume();
          }
        });
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(help, list);
  }

  private void remove(Suppression suppression) {
    desk.change(policy -> policy.without(suppression));
  }

  void show(Policy policy) {
    list.getItems().setAll(policy.suppressions());
  }

  private final class Cell extends ListCell<Suppression> {
    Cell() {
      setPrefWidth(0); // as wide as the list: text is cut, not scrolled
    }

    @Override
    protected void updateItem(@Nullable Suppression suppression, boolean empty) {
      super.updateItem(suppression, empty);
      if (empty || suppression == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      boolean expired = suppression.isExpired(today.get());
      String day = suppression.expires().toString();
      String until = texts.get(expired ? "ui.policy.expired" : "ui.problems.until", day);
      Label rule = new Label(suppression.rule());
      rule.getStyleClass().add("rule-id");
      rule.setMinWidth(72);
      Label reason = new Label(suppression.reason());
      HBox.setHgrow(reason, Priority.ALWAYS);
      reason.setMaxWidth(Double.MAX_VALUE);
      Label expires = new Label(until);
      expires.getStyleClass().add(expired ? "policy-expired" : "rule-id");
      expires.setMinWidth(Region.USE_PREF_SIZE);
      Button remove = new Button(null, Glyph.DELETE.node(13));
      remove.getStyleClass().addAll("flat", "button-icon", "small", "unsuppress");
      remove.setAccessibleText(texts.get("ui.problems.unsuppress"));
      remove.setFocusTraversable(false);
      remove.setOnAction(_ -> remove(suppression));
      Labeled element = element(suppression.element());
      element.setMinWidth(Region.USE_PREF_SIZE);
      HBox line = new HBox(rule, element, reason, expires, remove);
      line.getStyleClass().add("problem-row");
      setGraphic(line);
      setAccessibleText(
          suppression.rule()
              + ", "
              + element.getText()
              + ", "
              + suppression.reason()
              + ", "
              + until);
    }

    private Labeled element(String name) {
      if (ElementId.isValid(name) && session.document().find(new ElementId(name)).isPresent()) {
        ElementId id = new ElementId(name);
        Hyperlink link = new Hyperlink(Display.name(id, session.document(), texts.messages()));
        link.setFocusTraversable(false);
        link.setOnAction(_ -> focus.on(id, null));
        return link;
      }
      return new Label(name);
    }
  }
}
