package dev.drawbridge.ui;

import dev.drawbridge.edit.Move;
import dev.drawbridge.edit.Reorder;
import dev.drawbridge.editor.Connections;
import dev.drawbridge.editor.Entering;
import dev.drawbridge.model.ElementId;
import java.util.SequencedSet;
import javafx.beans.property.BooleanProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.stage.Stage;

/// The ways about the window that begin with a key: all commands by name, all keys at a glance.
final class Navigation {
  private final Session session;
  private final Texts texts;
  private final Commands commands;
  private final Chooser chooser;
  private final CommandPalette palette;
  private final ElementOffers elements;
  private final NewEndOffers newEnds;
  private final Tidying tidying;
  private final ShortcutWindow shortcuts;
  private final FindBar find;
  private final Minimap minimap;
  private final Rulers rulers;
  private final Breadcrumb breadcrumb;
  private final SideTabs side;

  /// Adds its own commands to the registry.
  ///
  /// @param stage of the design's window
  Navigation(
      Stage stage,
      Workspace workspace,
      Texts texts,
      Appearance appearance,
      Commands commands,
      OutlineView outline,
      CanvasView canvas) {
    Preferences preferences = workspace.preferences();
    this.session = workspace.session();
    this.tidying = new Tidying(session, appearance, workspace.handiwork());
    this.texts = texts;
    this.commands = commands;
    this.chooser = new Chooser(texts);
    this.palette = new CommandPalette(commands, texts);
    this.elements = new ElementOffers(session, texts);
    this.newEnds = new NewEndOffers(session, texts, chooser, canvas);
    GroundOffers.watch(session, texts, chooser, elements, canvas);
    this.shortcuts = new ShortcutWindow(texts, commands, preferences.keymap());
    commands.section("edit");
    commands.add("find", Glyph.SEARCH, this::openFind, "Shortcut+F");
    commands.add("find-next", null, () -> step(1), "F3");
    commands.add("find-previous", null, () -> step(-1), "Shift+F3");
    this.find = new FindBar(session, texts, commands, canvas::requestFocus);
    commands.add("history", null, this::showHistory, "Shortcut+Shift+H");
    commands.section("view");
    commands.add("commands", null, this::askForCommand, "Shortcut+K", "Shortcut+Shift+P");
    this.minimap = new Minimap(session, texts, appearance, preferences.minimapProperty());
    this.rulers = new Rulers(session, appearance, preferences.rulersProperty());
    this.breadcrumb = new Breadcrumb(session, texts);
    this.side = new SideTabs(texts, outline, new HistoryView(session, texts));
    commands.add(
        "enter",
        null,
        session.when(Entering::canEnter),
        () -> session.update(state -> Entering.enterSelected(session.editor(), state)),
        "Shortcut+Shift+Down");
    commands.add(
        "leave",
        null,
        session.when(Entering::canLeave),
        () -> session.update(state -> Entering.leave(session.editor(), state)),
        "Shortcut+Shift+Up");
    commands.section("arrange");
    ObservableBooleanValue mayBegin =
        session.when(
            state ->
                state
                    .selection()
                    .single()
                    .flatMap(state.document()::findNode)
                    .filter(Connections::mayBegin)
                    .isPresent());
    commands.add("connect-to", null, mayBegin, this::askForEnd, "Shift+A");
    commands.add("connect-new", null, mayBegin, newEnds::ask, "Shortcut+Shift+A");
    commands.add(
        "move-into",
        null,
        session.when(state -> !Move.roots(state.document(), state.selection().ids()).isEmpty()),
        this::askForContainer,
        "Shortcut+Shift+M");
    commands.add(
        "tidy",
        Glyph.TIDY,
        session.when(state -> !state.document().nodes().isEmpty()),
        tidying::tidy,
        "Shortcut+Shift+T");
    reorder("move-up", false, "Alt+Up");
    reorder("move-down", true, "Alt+Down");
    commands.section("view");
    commands.add("minimap", null, minimap::toggle, "Shift+M");
    commands.add("grid", null, () -> toggle(preferences.gridProperty()), "Shift+G");
    commands.add("rulers", null, () -> toggle(preferences.rulersProperty()), "Shift+R");
    commands.section("window");
    commands.add("shortcuts", null, () -> shortcuts.show(stage), "Shift+Slash", "F1");
  }

  private static void toggle(BooleanProperty shown) {
    shown.set(!shown.get());
  }

  private void reorder(String key, boolean later, String binding) {
    commands.add(
        key,
        null,
        session.when(
            state ->
                state
                    .selection()
                    .single()
                    .filter(id -> Reorder.isPossible(state.document(), id, later))
                    .isPresent()),
        () ->
            session
                .state()
                .selection()
                .single()
                .ifPresent(id -> session.commit(new Reorder(id, later))),
        binding);
  }

  private void askForEnd() {
    String name = Display.name(only(), session.document(), texts.messages());
    chooser.ask(
        "connect-to",
        texts.get("ui.connect-to.title", name),
        texts.get("ui.path.choose"),
        elements.ends(session.document().node(only())));
  }

  private void askForContainer() {
    SequencedSet<ElementId> ids = session.state().selection().ids();
    chooser.ask(
        "move-into",
        ids.size() == 1
            ? texts.get(
                "ui.move-into.title", Display.name(only(), session.document(), texts.messages()))
            : texts.get("ui.move-into.several", ids.size()),
        texts.get("ui.path.choose"),
        elements.containers());
  }

  private ElementId only() {
    return session.state().selection().ids().getFirst();
  }

  /// What lies over the whole window.
  Chooser chooser() {
    return chooser;
  }

  Tidying tidying() {
    return tidying;
  }

  FindBar find() {
    return find;
  }

  Minimap minimap() {
    return minimap;
  }

  Rulers rulers() {
    return rulers;
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
