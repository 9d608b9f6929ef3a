package dev.drawbridge.editor;

import dev.drawbridge.draw.Part;
import dev.drawbridge.edit.Delete;
import dev.drawbridge.edit.Move;
import dev.drawbridge.edit.Paste;
import dev.drawbridge.edit.Refusal;
import dev.drawbridge.edit.Sequence;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;
import dev.drawbridge.model.Settings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Takes copies of what is selected out of a design, and puts them into this or another one.
public record Copying(Editor editor) {
  /// The selected nodes with all that lies in them, and the connectors between them, as a design of its
  /// own; empty where no node is selected.
  public Optional<Document> copied(EditorState state) {
    Document document = state.document();
    Set<ElementId> nodes =
        Move.roots(document, state.selection().ids()).stream()
            .map(Node::id)
            .collect(Collectors.toSet());
    return nodes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Document.of(Part.of(document, nodes).elements().values(), Settings.NONE, Fields.NONE));
  }

  /// Deletes what was copied; one step of the history by its own name.
  public EditorState cut(EditorState state) {
    return state.selection().isEmpty()
        ? state
        : editor.commit(
            state, new Sequence("edit.cut.name", List.of(new Delete(state.selection().ids()))));
  }

  /// Puts a copy of a fragment into the design, selects it and brings it into view.
  public EditorState paste(EditorState state, Document fragment, Landing landing) {
    Refusal refusal = landing.refusal();
    if (refusal != null) {
      return editor.settled(state).withNotice(new Notice.Refused(refusal));
    }
    Paste edit =
        Paste.of(state.document(), fragment, landing.containers(), landing.by(), editor.ids());
    return editor.reveal(editor.commit(state, edit), edit.roots());
  }
}
