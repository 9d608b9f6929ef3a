package dev.drawbridge.editor;

import dev.drawbridge.catalog.Kind;
import dev.drawbridge.edit.Containment;
import dev.drawbridge.edit.Enclose;
import dev.drawbridge.edit.Refusal;
import dev.drawbridge.edit.Ungroup;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/// Puts groups around what is selected, and takes them away.
public record Grouping(Editor editor) {
  /// Draws a group around what is selected, and selects the group.
  ///
  /// @param name what it is called
  public EditorState group(EditorState state, String name) {
    Document document = state.document();
    SequencedSet<ElementId> members = Enclose.members(document, state.selection().ids());
    if (members.isEmpty()) {
      return editor.settled(state).withNotice(Notice.said("editor.group.apart"));
    }
    Node container = document.parent(document.node(members.getFirst())).orElse(null);
    Refusal refusal = Containment.refusal(Kind.GROUP, container).orElse(null);
    if (refusal != null) {
      return editor.settled(state).withNotice(new Notice.Refused(refusal));
    }
    ElementId id = editor.ids().fresh(document, Kind.GROUP);
    return editor.commit(state, new Enclose(members, id, name)).withSelection(Selection.of(id));
  }

  /// Takes the selected groups away, and selects what was in them.
  public EditorState ungroup(EditorState state) {
    Document document = state.document();
    SequencedSet<ElementId> groups = Ungroup.groups(document, state.selection().ids());
    if (groups.isEmpty()) {
      return state;
    }
    SequencedSet<ElementId> freed = new LinkedHashSet<>(state.selection().ids());
    groups.forEach(group -> document.children(group).forEach(node -> freed.add(node.id())));
    freed.removeAll(groups);
    return editor.commit(state, new Ungroup(groups)).withSelection(new Selection(freed));
  }
}
