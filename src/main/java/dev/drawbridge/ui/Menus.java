package dev.drawbridge.ui;

import dev.drawbridge.base.Messages;
import dev.drawbridge.edit.template.Template;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/// Menus and buttons made from the registry of commands.
final class Menus {
  private static final String LINE = "-";

  /// Where the recent files stand in the menu of files: below new, from a template and open.
  private static final int AFTER_OPEN = 3;

  /// What opens beside an entry, so that no menu is higher than a small window.
  private static final Map<String, List<String>> BESIDE =
      Map.of(
          "template",
          Template.gallery().stream().map(template -> "new-" + template.key()).toList(),
          "copy-as",
          List.of("copy-png", "copy-svg"),
          "align",
          List.of(
              "align-left",
              "align-centre",
              "align-right",
              "align-top",
              "align-middle",
              "align-bottom",
              LINE,
              "distribute-horizontally",
              "distribute-vertically"),
          "order",
          List.of(
              "group",
              "ungroup",
              LINE,
              "bring-to-front",
              "send-to-back",
              LINE,
              "lock",
              "shrink-to-fit",
              "reroute"),
          "show",
          List.of("fit-all", "fit-selection", LINE, "select-all"));

  private final Commands commands;
  private final Texts texts;
  private final RecentMenu recent;

  Menus(Commands commands, Texts texts, RecentMenu recent) {
    this.commands = commands;
    this.texts = texts;
    this.recent = recent;
  }

  MenuBar bar() {
    MenuBar bar =
        new MenuBar(
            menu(
                "file",
                "new",
                "template",
                "open",
                "import-terraform",
                LINE,
                "save",
                "save-as",
                "restore-backup",
                LINE,
                "export",
                "export-terraform",
                "print",
                LINE,
                "close",
                "quit"),
            menu(
                "edit",
                "undo",
                "redo",
                "history",
                LINE,
                "cut",
                "copy",
                "copy-as",
                "paste",
                "paste-in-place",
                LINE,
                "duplicate",
                "delete",
                "select-all",
                LINE,
                "rename",
                "properties",
                LINE,
                "find",
                "find-next",
                "find-previous"),
            menu(
                "arrange",
                "align",
                "tidy",
                LINE,
                "group",
                "ungroup",
                "bring-to-front",
                "send-to-back",
                "move-up",
                "move-down",
                LINE,
                "connect-to",
                "connect-new",
                "move-into",
                "lock",
                "shrink-to-fit",
                "reroute"),
            menu(
                "check",
                "next-problem",
                "previous-problem",
                "quick-fix",
                "fix-all",
                "suppress",
                LINE,
                "path",
                "path-from",
                "path-to",
                LINE,
                "what-if",
                "what-if-here",
                LINE,
                "policy"),
            menu(
                "view",
                "zoom-in",
                "zoom-out",
                "zoom-100",
                "fit-all",
                "fit-selection",
                LINE,
                "enter",
                "leave",
                "minimap",
                "grid",
                "rulers",
                LINE,
                "tool-select",
                "tool-hand",
                "tool-connect",
                LINE,
                "palette-search",
                "commands"),
            menu(
                "window",
                "next-design",
                "previous-design",
                LINE,
                "theme-system",
                "theme-light",
                "theme-dark",
                LINE,
                "icons",
                "icons-bundled",
                LINE,
                "language-en",
                "language-ko",
                LINE,
                "shortcuts"));
    bar.getMenus().getFirst().getItems().add(AFTER_OPEN, recent);
    bar.setId("menu");
    return bar;
  }

  ContextMenu context() {
    return menu(
        "context-menu",
        List.of(
            "rename",
            "properties",
            "quick-fix",
            "enter",
            LINE,
            "connect-to",
            "connect-new",
            "move-into",
            LINE,
            "path-from",
            "path-to",
            "what-if-here",
            LINE,
            "cut",
            "copy",
            "copy-as",
            "paste-here",
            "duplicate",
            "delete",
            LINE,
            "align",
            "order",
            "show"));
  }

  /// What can be done about a finding.
  ContextMenu problem() {
    return menu(
        "problem-menu",
        List.of("focus-problem", "fix-problem", "fix-all", LINE, "suppress", "copy-problem"));
  }

  private ContextMenu menu(String id, List<String> keys) {
    ContextMenu menu = new ContextMenu();
    menu.setId(id);
    keys.forEach(key -> menu.getItems().add(entry(key)));
    return menu;
  }

  private Menu menu(String key, String... keys) {
    return menu(key, "menu-" + key, List.of(keys));
  }

  private Menu menu(String key, String id, List<String> keys) {
    Menu menu = new Menu();
    menu.textProperty().bind(texts.of("menu." + key + ".name"));
    menu.setId(id);
    keys.forEach(item -> menu.getItems().add(entry(item)));
    return menu;
  }

  private MenuItem entry(String key) {
    if (LINE.equals(key)) {
      return new SeparatorMenuItem();
    }
    List<String> beside = BESIDE.get(key);
    return beside == null ? item(key) : menu(key, "menu-beside-" + key, beside);
  }

  private MenuItem item(String key) {
    Command command = commands.get(key);
    MenuItem item = new MenuItem();
    item.setId("menu-" + key);
    item.textProperty().bind(texts.of(command.nameKey()));
    item.disableProperty().bind(command.impossible());
    item.setOnAction(_ -> command.run());
    // Shown only: the registry itself answers the keys, and consumes them.
    item.acceleratorProperty().bind(first(command));
    return item;
  }

  private static ObservableValue<@Nullable KeyCombination> first(Command command) {
    return Bindings.createObjectBinding(
        () -> command.bindings().isEmpty() ? null : command.bindings().getFirst(), command.keys());
  }

  /// What the menu of a section is called, without the sign for its letter.
  static String section(String key, Messages messages) {
    return messages.text("menu." + key + ".name").replaceAll("\\(_.\\)|_", "");
  }

  /// A button with the command's sign, and its name and keys as a tip.
  Button button(String key) {
    Command command = commands.get(key);
    Glyph glyph = command.glyph();
    Button button = new Button(null, glyph == null ? null : glyph.node(18));
    button.setId("button-" + key);
    button.getStyleClass().addAll("flat", "button-icon");
    button.setFocusTraversable(false);
    button.accessibleTextProperty().bind(texts.of(command.nameKey()));
    Tooltip tip = new Tooltip();
    tip.textProperty()
        .bind(
            texts.computed(
                () -> (texts.get(command.nameKey()) + "  " + command.shortcut()).strip(),
                command.keys()));
    button.setTooltip(tip);
    button.disableProperty().bind(command.impossible());
    button.setOnAction(_ -> command.run());
    return button;
  }

  static Region gap() {
    Region gap = new Region();
    gap.getStyleClass().add("tool-gap");
    return gap;
  }

  /// A thin line between groups of buttons.
  static Region rule() {
    Region rule = new Region();
    rule.getStyleClass().add("tool-rule");
    HBox.setMargin(rule, new Insets(0, 8, 0, 8));
    return rule;
  }

  static Region spring() {
    Region spring = new Region();
    HBox.setHgrow(spring, Priority.ALWAYS);
    return spring;
  }
}
