package dev.drawbridge.edit;

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

/// Puts nodes into another container; on the canvas they stay where they are, and the container grows
/// where they need more room than it has. What is docked goes to the nearest border.
///
/// @param container null for the top of the document
public record Reparent(SequencedSet<ElementId> ids, @Nullable ElementId container)
    implements Edit {
  public Reparent {
    ids = Collections.unmodifiableSequencedSet(new LinkedHashSet<>(ids));
  }

  public static Reparent of(ElementId id, @Nullable ElementId container) {
    return new Reparent(new LinkedHashSet<>(List.of(id)), container);
  }

  @Override
  public String key() {
    return "edit.reparent.name";
  }

  @Override
  public void apply(Draft draft) {
    Document before = draft.document();
    List<Node> changed = new ArrayList<>();
    for (Node node : Move.roots(before, ids)) {
      Containment.refusal(before, node, container)
          .ifPresent(
              refusal -> {
                throw new IllegalArgumentException(refusal.toString());
              });
      Rect inside = before.absoluteBounds(node).minus(before.origin(container));
      if (container != null && Containment.isDocked(node)) {
        inside = Docking.onBorder(inside, before.node(container).bounds().size());
      }
      changed.add(node.withParent(container).withBounds(inside));
    }
    draft.updateAll(changed);
    Invariants.repair(draft);
    Growth.around(draft, container);
    Spanning.follow(before, draft);
  }
}
