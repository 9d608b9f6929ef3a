package dev.drawbridge.ui;

import dev.drawbridge.base.Point;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.editor.EditorState;
import dev.drawbridge.editor.Grouping;
import dev.drawbridge.model.Node;
import java.util.function.Predicate;
import javafx.beans.value.ObservableBooleanValue;
import org.jspecify.annotations.Nullable;

/// The commands that take elements along: through the clipboard, and together as groups.
final class ShareCommands {
  private final Commands commands;
  private final Session session;

  private ShareCommands(Commands commands, Session session) {
    this.commands = commands;
    this.session = session;
  }

  /// What these commands ask of the window around them.
  interface Host {
    Sharing sharing();

    Texts texts();

    /// Where the pointer is on the canvas, in px; null while it is elsewhere.
    @Nullable Point pointer();

    /// Where on the canvas the pointer last was, in px.
    Point lastPointer();
  }

  static void add(Commands commands, Session session, Host host) {
    ShareCommands all = new ShareCommands(commands, session);
    all.clipboard(host);
    all.groups(host);
  }

  static void addExports(Commands commands, Session session, Host host) {
    commands.section("file");
    ObservableBooleanValue something =
        session.when(state -> !state.document().elements().isEmpty());
    commands.add(
        "export", Glyph.EXPORT, something, () -> host.sharing().export(null), "Shortcut+E");
    for (Dialogs.FileKind kind : ExportChoices.KINDS) {
      commands.add(
          "export-" + kind.extension(), null, something, () -> host.sharing().export(kind));
    }
    commands.add("print", null, something, () -> host.sharing().print(), "Shortcut+P");
  }

  private void clipboard(Host host) {
    commands.section("edit");
    ObservableBooleanValue nodes = session.when(state -> holds(state, _ -> true));
    commands.add("cut", null, nodes, () -> host.sharing().clipboard().cut(), "Shortcut+X");
    commands.add("copy", Glyph.COPY, nodes, () -> host.sharing().clipboard().copy(), "Shortcut+C");
    commands.add(
        "paste", null, () -> host.sharing().clipboard().paste(host.pointer()), "Shortcut+V");
    commands.add(
        "paste-in-place",
        null,
        () -> host.sharing().clipboard().pasteInPlace(),
        "Shortcut+Shift+V");
    commands.add("paste-here", null, () -> host.sharing().clipboard().pasteAt(host.lastPointer()));
    ObservableBooleanValue something =
        session.when(state -> !state.document().elements().isEmpty());
    commands.add("copy-png", null, something, () -> host.sharing().clipboard().copyPng());
    commands.add("copy-svg", null, something, () -> host.sharing().clipboard().copySvg());
  }

  private void groups(Host host) {
    commands.section("arrange");
    commands.add(
        "group",
        null,
        session.when(state -> holds(state, _ -> true)),
        () ->
            session.update(
                state ->
                    new Grouping(session.editor())
                        .group(state, host.texts().get("preset.group.name"))),
        "Shortcut+G");
    commands.add(
        "ungroup",
        null,
        session.when(state -> holds(state, node -> node.kind().equals(Kind.GROUP))),
        () -> session.update(state -> new Grouping(session.editor()).ungroup(state)),
        "Shortcut+Shift+G");
  }

  /// Whether such a node is selected. Asked with every change of the state.
  private static boolean holds(EditorState state, Predicate<Node> such) {
    return state.selection().ids().stream()
        .flatMap(id -> state.document().findNode(id).stream())
        .anyMatch(such);
  }
}
