package dev.drawbridge.ui;

import dev.drawbridge.analyze.policy.Policy;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// A window beside the design's for what it is held to. What is switched there counts at once, is found
/// again in the problems, and can be undone like every edit.
final class PolicyWindow {
  /// Its parts.
  enum Part {
    ZONES,
    RULES,
    SUPPRESSIONS
  }

  private final Session session;
  private final Texts texts;
  private final Commands commands;
  private final PolicyDesk desk;
  private final Focus focus;
  private final Supplier<LocalDate> today;
  private final TabPane tabs = new TabPane();
  private final Stage stage = new Stage();
  private @Nullable Window owner;
  private @Nullable ZonesPane zones;
  private @Nullable RulesPane rules;
  private @Nullable SuppressionsPane suppressions;

  /// @param today by which suppressions expire
  PolicyWindow(
      Session session,
      Texts texts,
      Commands commands,
      PolicyDesk desk,
      Focus focus,
      Supplier<LocalDate> today) {
    this.session = session;
    this.texts = texts;
    this.commands = commands;
    this.desk = desk;
    this.focus = focus;
    this.today = today;
    session
        .stateProperty()
        .addListener(
            (_, before, now) -> {
              if (before.document() != now.document() && stage.isShowing()) {
                refresh();
              }
            });
    texts
        .language()
        .addListener(
            (_, _, _) -> {
              if (stage.isShowing()) {
                build();
              }
            });
  }

  /// @param beside the design's window
  void show(Window beside, Part part) {
    if (owner == null) {
      owner = beside;
      stage.initOwner(beside);
      build();
      Scene scene = new Scene(content(), 760, 560);
      scene.getStylesheets().add(Styles.SHEET);
      scene.getAccelerators().put(new KeyCodeCombination(KeyCode.ESCAPE), stage::hide);
      commands.installSome(scene, "undo", "redo", "save");
      stage.setScene(scene);
      stage.setMinWidth(640);
      stage.setMinHeight(420);
      stage.titleProperty().bind(texts.of("ui.policy.title"));
      stage.setX(beside.getX() + Math.max(0, (beside.getWidth() - 760) / 2));
      stage.setY(beside.getY() + Math.max(0, (beside.getHeight() - 600) / 2));
    }
    tabs.getSelectionModel().select(part.ordinal());
    stage.show();
    stage.toFront();
    refresh();
  }

  Stage stage() {
    return stage;
  }

  void hide() {
    stage.hide();
  }

  private BorderPane content() {
    Button load = button("import", desk::load);
    Button store = button("export", desk::store);
    Button close = new Button();
    close.setId("policy-close");
    close.textProperty().bind(texts.of("ui.dialog.close"));
    close.getStyleClass().add("accent");
    close.setOnAction(_ -> stage.hide());
    HBox bar = new HBox(load, store, Menus.spring(), close);
    bar.getStyleClass().add("policy-bar");
    BorderPane content = new BorderPane(tabs, null, null, bar, null);
    content.getStyleClass().add("drawbridge");
    return content;
  }

  private Button button(String what, Runnable action) {
    Button button = new Button();
    button.setId("policy-" + what);
    button.textProperty().bind(texts.of("ui.policy." + what));
    button.setOnAction(_ -> action.run());
    return button;
  }

  private void build() {
    int before = Math.max(0, tabs.getSelectionModel().getSelectedIndex());
    ZonesPane first = new ZonesPane(texts, desk);
    RulesPane second = new RulesPane(texts, desk);
    SuppressionsPane third = new SuppressionsPane(session, texts, desk, focus, today);
    zones = first;
    rules = second;
    suppressions = third;
    tabs.setId("policy-tabs");
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    tabs.getTabs()
        .setAll(tab(Part.ZONES, first), tab(Part.RULES, second), tab(Part.SUPPRESSIONS, third));
    tabs.getSelectionModel().select(before);
    refresh();
  }

  private Tab tab(Part part, Node content) {
    String key = part.name().toLowerCase(Locale.ROOT);
    Tab tab = new Tab(texts.get("ui.policy." + key), content);
    tab.setId("policy-tab-" + key);
    return tab;
  }

  private void refresh() {
    Policy policy = desk.policy();
    if (zones != null && rules != null && suppressions != null) {
      zones.show(policy);
      rules.show(policy);
      suppressions.show(policy);
    }
  }
}
