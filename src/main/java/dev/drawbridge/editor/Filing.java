package dev.drawbridge.editor;

import dev.drawbridge.edit.Containment;
import dev.drawbridge.edit.Edit;
import dev.drawbridge.edit.Move;
import dev.drawbridge.edit.Refusal;
import dev.drawbridge.edit.Sequence;
import dev.drawbridge.edit.SortBeside;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A place in the list of a design's elements into which others may be put: in a container, beside what is in
/// it already.
///
/// @param container null for the top of the document
/// @param beside a neighbour there; null for none, which leaves the order as it is
/// @param later whether it is behind the neighbour
public record Filing(@Nullable ElementId container, @Nullable ElementId beside, boolean later) {

  public static Filing into(@Nullable ElementId container) {
    return new Filing(container, null, false);
  }

  public static Filing beside(Element neighbour, boolean later) {
    ElementId container = neighbour instanceof Node node ? node.parent() : null;
    return new Filing(container, neighbour.id(), later);
  }

  /// Whether such elements can be put there at all: nodes among nodes, connectors among connectors.
  public boolean isFor(Document document, Set<ElementId> ids) {
    boolean connectors = isConnector(document, beside);
    return !ids.isEmpty()
        && (beside == null || !ids.contains(beside))
        && ids.stream().allMatch(id -> isConnector(document, id) == connectors);
  }

  private static boolean isConnector(Document document, @Nullable ElementId id) {
    return id != null && document.find(id).orElse(null) instanceof Connector;
  }

  /// Why the container does not take them; empty when it does, or has them.
  public Optional<Refusal> refusal(Document document, Set<ElementId> ids) {
    return Move.roots(document, ids).stream()
        .filter(node -> !Objects.equals(node.parent(), container))
        .flatMap(node -> Containment.refusal(document, node, container).stream())
        .findFirst();
  }

  /// Puts them there, where on the canvas there is room for them; one step of the history.
  public EditorState apply(Editor editor, EditorState state, Set<ElementId> ids) {
    Document document = state.document();
    List<Node> roots = Move.roots(document, ids);
    List<Node> strangers =
        roots.stream().filter(node -> !Objects.equals(node.parent(), container)).toList();
    SequencedSet<ElementId> moved = new LinkedHashSet<>();
    roots.forEach(node -> moved.add(node.id()));
    if (moved.isEmpty()) {
      moved.addAll(ids); // connectors
    }
    List<Edit> edits = new ArrayList<>();
    if (!strangers.isEmpty()) {
      edits.add(editor.reparenting(state, strangers, container));
    }
    if (beside != null) {
      edits.add(new SortBeside(moved, beside, later));
    }
    if (edits.isEmpty()) {
      return state;
    }
    return editor.reveal(editor.commit(state, new Sequence(edits.getFirst().key(), edits)), moved);
  }
}
