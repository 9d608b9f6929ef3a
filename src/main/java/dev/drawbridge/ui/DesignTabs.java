package dev.drawbridge.ui;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/// The tabs of the open designs, above the canvas; a bullet marks what is not saved. They are nothing but
/// heads: the one canvas below shows the design in front.
final class DesignTabs extends TabPane {
  private final OpenDesigns designs;
  private final DesignFiles files;
  private final Leaving leaving;
  private final Texts texts;
  private final Map<OpenDesign, Tab> tabs = new HashMap<>();
  private boolean following;

  DesignTabs(Workspace workspace, Texts texts) {
    this.designs = workspace.designs();
    this.files = workspace.files();
    this.leaving = workspace.leaving();
    this.texts = texts;
    setId("designs");
    getStyleClass().add("designs");
    setTabDragPolicy(TabDragPolicy.REORDER);
    setTabClosingPolicy(TabClosingPolicy.ALL_TABS);
    setMinHeight(Region.USE_PREF_SIZE);
    setMaxHeight(Region.USE_PREF_SIZE);
    accessibleTextProperty().bind(texts.of("ui.designs.title"));
    designs.all().addListener((ListChangeListener<OpenDesign>) _ -> follow());
    designs.session().designProperty().addListener((_, _, _) -> follow());
    getSelectionModel().selectedItemProperty().addListener((_, _, tab) -> chosen(tab));
    getTabs().addListener((ListChangeListener<Tab>) _ -> arranged());
    follow();
  }

  private void follow() {
    following = true;
    try {
      List<Tab> wanted =
          designs.all().stream().map(design -> tabs.computeIfAbsent(design, this::tab)).toList();
      tabs.keySet().retainAll(designs.all());
      if (!wanted.equals(getTabs())) {
        getTabs().removeIf(tab -> !wanted.contains(tab));
        for (int i = 0; i < wanted.size(); i++) {
          if (i >= getTabs().size() || getTabs().get(i) != wanted.get(i)) {
            getTabs().remove(wanted.get(i));
            getTabs().add(i, wanted.get(i));
          }
        }
      }
      getSelectionModel().select(tabs.get(designs.session().design()));
    } finally {
      following = false;
    }
  }

  private Tab tab(OpenDesign design) {
    Tab tab = new Tab();
    tab.setUserData(design);
    tab.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> (design.state().isDirty() ? "• " : "") + files.name(design),
                design.stateProperty(),
                design.originProperty(),
                texts.language()));
    Tooltip tip = new Tooltip();
    tip.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> Objects.toString(design.file(), texts.get("ui.designs.unsaved")),
                design.originProperty(),
                texts.language()));
    tab.setTooltip(tip);
    tab.setOnCloseRequest(
        event -> {
          event.consume(); // it goes when the design does, if the user does not think better of it
          leaving.close(design);
        });
    return tab;
  }

  private void chosen(Tab tab) {
    if (!following && tab != null && tab.getUserData() instanceof OpenDesign design) {
      designs.show(design);
    }
  }

  /// A tab was dragged to another place.
  private void arranged() {
    if (!following) {
      designs.arrange(getTabs().stream().map(tab -> (OpenDesign) tab.getUserData()).toList());
    }
  }
}
