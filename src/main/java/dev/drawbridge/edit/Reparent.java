package dev.drawbridge.edit;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/// Puts nodes into another container, moving them on the canvas on the way, if at all. The container
/// grows where they need more room than it has. What is docked goes to the nearest border.
///
/// @param container null for the top of the document
/// @param by the displacement on the canvas, in px
public record Reparent(SequencedSet<ElementId> ids, @Nullable ElementId container, Point by)
    implements Edit {
  public Reparent {
    ids = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(ids));
  }

  public static Reparent of(ElementId id, @Nullable ElementId container) {
    return new Reparent(new LinkedHashSet<>(List.of(id)), container, Point.ORIGIN);
  }

  @Override
  public String key() {
    return "edit.reparent.name";
  }

  @Override
  public void apply(Draft draft) {
    Document before = draft.document();
    List<Node> roots = Move.roots(before, ids);
    draft.updateAll(Move.shifted(before, roots, by));
    Document moved = draft.document();
    List<Node> changed = new ArrayList<>();
    for (Node root : roots) {
      Node node = moved.node(root.id());
      Containment.refusal(before, node, container)
          .ifPresent(
              refusal -> {
                throw new IllegalArgumentException(refusal.toString());
              });
      Rect inside = moved.absoluteBounds(node).minus(moved.origin(container));
      if (container != null && Containment.isDocked(node)) {
        inside = Docking.onBorder(inside, before.node(container).bounds().size());
      }
      changed.add(node.withParent(container).withBounds(inside));
    }
    draft.updateAll(changed);
    Invariants.keep(draft);
    Growth.toHold(draft, changed.stream().map(Node::id).toList());
    Spanning.follow(before, draft);
  }
}
