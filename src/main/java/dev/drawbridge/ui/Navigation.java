package dev.drawbridge.ui;

import dev.drawbridge.editor.Editor;
import javafx.stage.Stage;

/// The ways about the window that begin with a key: all commands by name, all keys at a glance.
final class Navigation {
  private final Texts texts;
  private final Chooser chooser;
  private final CommandPalette palette;
  private final ShortcutWindow shortcuts;
  private final FindBar find;
  private final Minimap minimap;
  private final Breadcrumb breadcrumb;
  private final SideTabs side;

  /// Adds its own commands to the registry.
  ///
  /// @param stage of the design's window
  /// @param toCanvas gives the canvas the focus
  Navigation(
      Stage stage,
      Session session,
      Texts texts,
      Appearance appearance,
      Commands commands,
      OutlineView outline,
      Runnable toCanvas) {
    this.texts = texts;
    this.chooser = new Chooser(texts);
    this.palette = new CommandPalette(commands, texts);
    this.shortcuts = new ShortcutWindow(texts, commands);
    commands.section("edit");
    commands.add("find", Glyph.SEARCH, this::openFind, "Shortcut+F");
    commands.add("find-next", null, () -> step(1), "F3");
    commands.add("find-previous", null, () -> step(-1), "Shift+F3");
    this.find = new FindBar(session, texts, commands, toCanvas);
    commands.add("history", null, this::showHistory, "Shortcut+Shift+H");
    commands.section("view");
    commands.add("commands", null, this::askForCommand, "Shortcut+K", "Shortcut+Shift+P");
    this.minimap = new Minimap(session, texts, appearance);
    this.breadcrumb = new Breadcrumb(session, texts);
    this.side = new SideTabs(texts, outline, new HistoryView(session, texts));
    Editor editor = session.editor();
    commands.add(
        "enter",
        null,
        session.when(editor::canEnter),
        () -> session.update(editor::enterSelected),
        "Shortcut+Shift+Down");
    commands.add(
        "leave",
        null,
        session.when(editor::canLeave),
        () -> session.update(editor::leave),
        "Shortcut+Shift+Up");
    commands.add("minimap", null, minimap::toggle, "Shift+M");
    commands.section("window");
    commands.add("shortcuts", null, () -> shortcuts.show(stage), "Shift+Slash", "F1");
  }

  /// What lies over the whole window.
  Chooser chooser() {
    return chooser;
  }

  FindBar find() {
    return find;
  }

  Minimap minimap() {
    return minimap;
  }

  Breadcrumb breadcrumb() {
    return breadcrumb;
  }

  SideTabs side() {
    return side;
  }

  ShortcutWindow shortcuts() {
    return shortcuts;
  }

  void end() {
    shortcuts.hide();
    find.end();
    minimap.end();
  }

  private void showHistory() {
    side.showHistory();
  }

  private void openFind() {
    find.open();
  }

  private void step(int direction) {
    find.step(direction);
  }

  private void askForCommand() {
    chooser.ask("commands", "", texts.get("ui.commands.prompt"), palette::offers);
  }
}
