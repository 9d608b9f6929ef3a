package dev.drawbridge.ui;

import dev.drawbridge.base.Point;
import dev.drawbridge.edit.Move;
import dev.drawbridge.edit.Ungroup;
import dev.drawbridge.editor.EditorState;
import java.util.function.Predicate;
import javafx.beans.binding.Bindings;
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
    DesignClipboard clipboard();

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

  private void clipboard(Host host) {
    ObservableBooleanValue nodes =
        when(state -> !Move.roots(state.document(), state.selection().ids()).isEmpty());
    commands.add("cut", null, nodes, () -> host.clipboard().cut(), "Shortcut+X");
    commands.add("copy", Glyph.COPY, nodes, () -> host.clipboard().copy(), "Shortcut+C");
    commands.add("paste", null, () -> host.clipboard().paste(host.pointer()), "Shortcut+V");
    commands.add("paste-in-place", null, () -> host.clipboard().pasteInPlace(), "Shortcut+Shift+V");
    commands.add("paste-here", null, () -> host.clipboard().pasteAt(host.lastPointer()));
    ObservableBooleanValue something = when(state -> !state.document().elements().isEmpty());
    commands.add("copy-png", null, something, () -> host.clipboard().copyPng());
    commands.add("copy-svg", null, something, () -> host.clipboard().copySvg());
  }

  private void groups(Host host) {
    commands.add(
        "group",
        null,
        when(state -> !Move.roots(state.document(), state.selection().ids()).isEmpty()),
        () ->
            session.update(
                state -> session.editor().group(state, host.texts().get("preset.group.name"))),
        "Shortcut+G");
    commands.add(
        "ungroup",
        null,
        when(state -> !Ungroup.groups(state.document(), state.selection().ids()).isEmpty()),
        () -> session.update(session.editor()::ungroup),
        "Shortcut+Shift+G");
  }

  private ObservableBooleanValue when(Predicate<EditorState> condition) {
    return Bindings.createBooleanBinding(
        () -> condition.test(session.state()), session.stateProperty());
  }
}
