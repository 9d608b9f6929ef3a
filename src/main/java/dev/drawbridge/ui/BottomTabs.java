package dev.drawbridge.ui;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.draw.Trail;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;

/// What is known of the design, below the canvas.
final class BottomTabs extends TabPane {
  /// The tabs, in their order.
  enum Name {
    PROBLEMS("ui.problems.title"),
    PATH("ui.path.title"),
    WHAT_IF("ui.what-if.title"),
    TERRAFORM("ui.terraform.title");

    private final String title;

    Name(String title) {
      this.title = title;
    }
  }

  private final ProblemsView problems;
  private final PathView path;
  private final WhatIfView whatIf;
  private final Map<Name, Tab> tabs = new EnumMap<>(Name.class);

  BottomTabs(
      Texts texts,
      ProblemsView problems,
      PathView path,
      WhatIfView whatIf,
      TerraformView terraform) {
    this.problems = problems;
    this.path = path;
    this.whatIf = whatIf;
    setId("bottom");
    getStyleClass().add("bottom");
    setTabClosingPolicy(TabClosingPolicy.UNAVAILABLE);
    setMinHeight(80);
    add(Name.PROBLEMS, problems, texts);
    add(Name.PATH, path, texts);
    add(Name.WHAT_IF, whatIf, texts);
    add(Name.TERRAFORM, terraform, texts);
  }

  private void add(Name name, Node content, Texts texts) {
    Tab tab = Tabs.of(content);
    tab.setId("tab-" + name.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    tab.textProperty().bind(texts.of(name.title));
    tabs.put(name, tab);
    getTabs().add(tab);
  }

  void show(Name name) {
    getSelectionModel().select(tabs.get(name));
  }

  boolean isShown(Name name) {
    return getSelectionModel().getSelectedItem() == tabs.get(name);
  }

  /// What the canvas lights up: the traffic path or a failure while its tab is in front, otherwise the
  /// proof of the chosen finding; as long as everything on it is still there.
  Trail trail(Document shown) {
    Trail trail;
    if (isShown(Name.PATH)) {
      trail = path.trail();
    } else if (isShown(Name.WHAT_IF)) {
      trail = whatIf.trail();
    } else {
      Finding finding = problems.chosenProperty().get();
      trail = finding == null ? Trail.NONE : Trail.of(finding);
    }
    Set<ElementId> all = new HashSet<>(trail.stations());
    all.addAll(trail.others());
    all.addAll(trail.blockers());
    return all.stream().allMatch(id -> shown.find(id).isPresent()) ? trail : Trail.NONE;
  }
}
