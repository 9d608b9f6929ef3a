package dev.drawbridge.edit;

import dev.drawbridge.base.Point;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;

/// Moves nodes with all that lies in them, and the bends of connectors that move as a whole.
///
/// @param by the displacement in px
public record Move(SequencedSet<ElementId> ids, Point by) implements Edit {
  public Move {
    ids = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(ids));
  }

  public static Move of(ElementId id, double dx, double dy) {
    return new Move(new LinkedHashSet<>(List.of(id)), new Point(dx, dy));
  }

  @Override
  public String key() {
    return "edit.move.name";
  }

  @Override
  public void apply(Draft draft) {
    Document before = draft.document();
    List<Node> roots = roots(before, ids);
    draft.updateAll(shifted(before, roots, by));
    Growth.toHold(draft, roots.stream().map(Node::id).toList());
    Spanning.follow(before, draft);
  }

  /// The nodes and the bends of what is tied together in them, displaced.
  static List<Element> shifted(Document before, List<Node> roots, Point by) {
    Set<ElementId> moving = new LinkedHashSet<>();
    List<Element> changed = new ArrayList<>();
    for (Node root : roots) {
      changed.add(root.withBounds(root.bounds().plus(by)));
      moving.add(root.id());
      before.descendants(root.id()).forEach(node -> moving.add(node.id()));
    }
    for (ElementId id : moving) {
      for (Connector connector : before.connectorsOf(id)) {
        if (!connector.bends().isEmpty()
            && connector.source().equals(id)
            && moving.contains(connector.target())) {
          changed.add(
              connector.withBends(connector.bends().stream().map(p -> p.plus(by)).toList()));
        }
      }
    }
    return changed;
  }

  /// Those of the ids that are nodes and lie in no other of them, in drawing order.
  public static List<Node> roots(Document document, Set<ElementId> ids) {
    return document.inOrder(ids).stream()
        .flatMap(id -> document.findNode(id).stream())
        .filter(node -> document.ancestors(node).stream().noneMatch(a -> ids.contains(a.id())))
        .toList();
  }
}
