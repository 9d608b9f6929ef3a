package dev.drawbridge.ui;

import dev.drawbridge.analyze.Policies;
import dev.drawbridge.analyze.Rules;
import dev.drawbridge.analyze.policy.Policy;
import dev.drawbridge.analyze.policy.Switches;
import dev.drawbridge.analyze.rules.Rule;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Which rules run. The space bar switches the chosen one.
final class RulesPane extends VBox {
  private final Texts texts;
  private final PolicyDesk desk;
  private final ListView<Rule> list = new ListView<>();
  private final TextField filter = new TextField();
  private final Button reset = new Button();
  private Policy policy = Policy.DEFAULT;

  RulesPane(Texts texts, PolicyDesk desk) {
    this.texts = texts;
    this.desk = desk;
    setId("policy-rules");
    getStyleClass().add("policy-pane");
    Label help = new Label(texts.get("ui.policy.rules.help"));
    help.getStyleClass().add("faint");
    help.setWrapText(true);
    help.setMinHeight(Region.USE_PREF_SIZE);
    filter.setId("policy-rule-filter");
    filter.setPromptText(texts.get("ui.policy.rules.filter"));
    filter.setAccessibleText(texts.get("ui.policy.rules.filter"));
    filter.textProperty().addListener((_, _, _) -> fill());
    list.setId("policy-rule-list");
    list.setAccessibleText(texts.get("ui.problems.rules"));
    list.setCellFactory(_ -> new Cell());
    list.addEventHandler(
        KeyEvent.KEY_PRESSED,
        event -> {
          Rule rule = list.getSelectionModel().getSelectedItem();
          if (event.getCode() == KeyCode.SPACE && rule != null) {
            toggle(rule);
            event.consume();
          }
        });
    VBox.setVgrow(list, Priority.ALWAYS);
    reset.setText(texts.get("ui.policy.reset"));
    reset.setId("policy-rules-reset");
    reset.setOnAction(_ -> desk.change(before -> before.withSwitches(Switches.NONE)));
    getChildren().addAll(help, filter, list, reset);
    fill();
  }

  private void fill() {
    String wanted = filter.getText().strip().toLowerCase(Locale.ROOT);
    list.getItems().setAll(Rules.all().stream().filter(rule -> says(rule, wanted)).toList());
  }

  private boolean says(Rule rule, String wanted) {
    return (rule.id() + " " + title(rule)).toLowerCase(Locale.ROOT).contains(wanted);
  }

  private String title(Rule rule) {
    String key = "rule." + rule.id() + ".title";
    return texts.messages().has(key) ? texts.get(key) : "";
  }

  /// On or off; what is so by default is not written down.
  private void toggle(Rule rule) {
    desk.change(before -> before.withSwitches(toggled(before, rule)));
  }

  private static Switches toggled(Policy before, Rule rule) {
    SortedSet<String> on = new TreeSet<>(before.switches().on());
    SortedSet<String> off = new TreeSet<>(before.switches().off());
    boolean runs = !Policies.runs(before, rule);
    on.remove(rule.id());
    off.remove(rule.id());
    if (runs == rule.isOptional()) {
      (runs ? on : off).add(rule.id());
    }
    return Switches.of(List.copyOf(on), List.copyOf(off));
  }

  void show(Policy now) {
    policy = now;
    reset.setDisable(now.switches().equals(Switches.NONE));
    list.refresh();
  }

  private final class Cell extends ListCell<Rule> {
    Cell() {
      setPrefWidth(0); // as wide as the list: text is cut, not scrolled
    }

    @Override
    protected void updateItem(@Nullable Rule rule, boolean empty) {
      super.updateItem(rule, empty);
      if (empty || rule == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      boolean runs = Policies.runs(policy, rule);
      CheckBox box = new CheckBox();
      box.setId("rule-" + rule.id());
      box.setSelected(runs);
      box.setFocusTraversable(false);
      box.setAccessibleText(rule.id());
      box.setOnAction(_ -> toggle(rule));
      Label id = new Label(rule.id());
      id.getStyleClass().add("rule-id");
      id.setMinWidth(72);
      Label title = new Label(title(rule));
      HBox.setHgrow(title, Priority.ALWAYS);
      title.setMaxWidth(Double.MAX_VALUE);
      HBox line = new HBox(box, SeverityMark.icon(rule.severity(), 16), id, title);
      line.getStyleClass().add("problem-row");
      if (runs == rule.isOptional()) {
        Label changed = new Label(texts.get(runs ? "ui.policy.rule.on" : "ui.policy.rule.off"));
        changed.getStyleClass().add("policy-mark");
        changed.setMinWidth(Region.USE_PREF_SIZE);
        line.getChildren().add(changed);
      } else if (rule.isOptional()) {
        Label optional = new Label(texts.get("ui.policy.rule.optional"));
        optional.getStyleClass().add("rule-id");
        optional.setMinWidth(Region.USE_PREF_SIZE);
        line.getChildren().add(optional);
      }
      setGraphic(line);
      setAccessibleText(
          rule.id()
              + ", "
              + title(rule)
              + ", "
              + texts.get(runs ? "ui.policy.rule.runs" : "ui.policy.rule.rests"));
    }
  }
}
