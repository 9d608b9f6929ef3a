package dev.drawbridge.edit;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Changes a container's bounds while everything in it stays where it is on the canvas.
final class Growth {
  private Growth() {}

  /// Lets the container, and those around it, grow to hold their content.
  static void around(Draft draft, @Nullable ElementId container) {
    ElementId next = container;
    while (next != null) {
      Node node = draft.document().node(next);
      Rect content = Containment.content(draft.document(), next);
      if (content != null) {
        Rect own = new Rect(0, 0, node.bounds().width(), node.bounds().height());
        if (!own.contains(content)) {
          setBounds(draft, node, own.union(content).plus(node.bounds().topLeft()));
        }
      }
      next = node.parent();
    }
  }

  /// Gives the node new bounds, relative to its parent; what it holds does not move on the canvas but for
  /// what is docked, which stays on the border.
  static void setBounds(Draft draft, Node node, Rect bounds) {
    Document document = draft.document();
    Point shift = bounds.topLeft().minus(node.bounds().topLeft());
    List<Node> changed = new ArrayList<>();
    changed.add(node.withBounds(bounds));
    for (Node child : document.children(node.id())) {
      Rect moved =
          Containment.isDocked(child)
              ? Docking.followed(child.bounds(), node.bounds().size(), bounds.size())
              : child.bounds().minus(shift);
      changed.add(child.withBounds(moved));
    }
    draft.updateAll(changed);
  }
}
