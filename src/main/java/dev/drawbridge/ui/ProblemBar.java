package dev.drawbridge.ui;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Severity;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.controlsfx.control.textfield.CustomTextField;

/// What narrows the list of problems down, above it.
final class ProblemBar extends HBox {
  /// Below this width, in px, severities are told by shape and number; their names are in the tips.
  private static final double ROOMY = 860;

  private final Texts texts;
  private final ProblemFilter filter;
  private final Runnable changed;
  private final CustomTextField field = new CustomTextField();
  private final Map<Severity, ToggleButton> toggles = new EnumMap<>(Severity.class);
  private final Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
  private final MenuButton grouping = new MenuButton();
  private final MenuButton rules = new MenuButton();
  private final ToggleButton selected;
  private final ToggleButton suppressed;
  private List<String> offered = List.of();
  private String chosen = "";
  private int accepted;

  /// @param changed to be called when the filter says something else
  ProblemBar(Texts texts, ProblemFilter filter, Runnable changed) {
    this.texts = texts;
    this.filter = filter;
    this.changed = changed;
    getStyleClass().add("problem-bar");
    field.setId("problem-filter");
    HBox glyph = new HBox(Glyph.SEARCH.node(14));
    glyph.getStyleClass().add("search-glyph");
    glyph.setAlignment(Pos.CENTER);
    field.setLeft(glyph);
    field.promptTextProperty().bind(texts.of("ui.problems.filter"));
    field.accessibleTextProperty().bind(texts.of("ui.problems.filter"));
    field
        .textProperty()
        .addListener(
            (_, _, text) -> {
              filter.words(text);
              changed.run();
            });
    getChildren().add(field);
    for (Severity severity : Severity.values()) {
      getChildren().add(severity(severity));
    }
    grouping.setId("problem-grouping");
    rules.setId("problem-rules");
    rules.getStyleClass().add("small");
    grouping.getStyleClass().add("small");
    selected = toggle("problem-selected", Glyph.POINTER.node(14), "ui.problems.only-selected");
    selected
        .selectedProperty()
        .addListener(
            (_, _, on) -> {
              filter.onlySelected(on);
              changed.run();
            });
    suppressed = toggle("problem-suppressed", Glyph.MUTED.node(14), "ui.problems.with-suppressed");
    suppressed
        .selectedProperty()
        .addListener(
            (_, _, on) -> {
              filter.withSuppressed(on);
              changed.run();
            });
    getChildren().addAll(Menus.spring(), rules, grouping, selected, suppressed);
    widthProperty().addListener((_, _, _) -> label());
    relabel();
  }

  private ToggleButton severity(Severity severity) {
    ToggleButton toggle = new ToggleButton();
    toggle.setSelected(true);
    toggle.setGraphic(SeverityMark.icon(severity, 14));
    toggle.getStyleClass().addAll("small", "severity-toggle");
    toggle.setTooltip(new Tooltip());
    toggle.setMinWidth(USE_PREF_SIZE);
    toggle
        .selectedProperty()
        .addListener(
            (_, _, on) -> {
              filter.show(severity, on);
              changed.run();
            });
    toggles.put(severity, toggle);
    return toggle;
  }

  private ToggleButton toggle(String id, Node sign, String key) {
    ToggleButton toggle = new ToggleButton(null, sign);
    toggle.setId(id);
    toggle.getStyleClass().addAll("small", "severity-toggle", "sign-toggle");
    toggle.setTooltip(new Tooltip());
    toggle.getTooltip().textProperty().bind(texts.of(key));
    toggle.accessibleTextProperty().bind(texts.of(key));
    toggle.setMinWidth(USE_PREF_SIZE);
    return toggle;
  }

  /// The findings are these.
  ///
  /// @param more how many were accepted besides
  void count(List<Finding> findings, int more) {
    counts.clear();
    findings.forEach(finding -> counts.merge(finding.severity(), 1, Integer::sum));
    accepted = more;
    List<String> groups = ProblemFilter.groups(findings);
    if (!groups.equals(offered)) {
      offered = groups;
      relabel();
    }
    label();
  }

  /// In the language that is now chosen.
  void relabel() {
    ToggleGroup ways = new ToggleGroup();
    grouping.getItems().clear();
    for (ProblemFilter.Grouping way : ProblemFilter.Grouping.values()) {
      RadioMenuItem item = new RadioMenuItem(texts.get("ui.problems.group." + way.key()));
      item.setId("group-" + way.key());
      item.setToggleGroup(ways);
      item.setSelected(way == filter.grouping());
      item.setOnAction(
          _ -> {
            filter.grouping(way);
            label();
            changed.run();
          });
      grouping.getItems().add(item);
    }
    ToggleGroup which = new ToggleGroup();
    rules.getItems().clear();
    rules.getItems().add(rule("", which));
    offered.forEach(group -> rules.getItems().add(rule(group, which)));
    label();
  }

  private RadioMenuItem rule(String group, ToggleGroup which) {
    RadioMenuItem item =
        new RadioMenuItem(group.isEmpty() ? texts.get("ui.problems.rules.all") : name(group));
    item.setId(group.isEmpty() ? "rules-all" : "rules-" + group);
    item.setToggleGroup(which);
    item.setSelected(group.equals(chosen));
    item.setOnAction(
        _ -> {
          chosen = group;
          filter.rules(group);
          label();
          changed.run();
        });
    return item;
  }

  /// What a group of rules is about.
  private String name(String group) {
    String key = "rules." + group + ".name";
    return texts.messages().has(key) ? group + "  " + texts.get(key) : group;
  }

  private void label() {
    boolean roomy = getWidth() > ROOMY;
    toggles.forEach(
        (severity, toggle) -> {
          int count = counts.getOrDefault(severity, 0);
          String name = ProblemText.severity(severity, texts.messages());
          toggle.setText(roomy ? name + " " + count : String.valueOf(count));
          toggle.setAccessibleText(name + ", " + texts.get("ui.problems.count", count));
          toggle.getTooltip().setText(name + ": " + texts.get("ui.problems.count", count));
        });
    grouping.setText(texts.get("ui.problems.group." + filter.grouping().key()));
    grouping.setAccessibleText(texts.get("ui.problems.group") + ", " + grouping.getText());
    rules.setText(chosen.isEmpty() ? texts.get("ui.problems.rules.all") : chosen);
    rules.setAccessibleText(texts.get("ui.problems.rules") + ", " + rules.getText());
    suppressed.setText(accepted == 0 ? "" : String.valueOf(accepted));
  }
}
