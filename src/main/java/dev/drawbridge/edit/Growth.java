package dev.drawbridge.edit;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Changes a container's bounds while everything in it stays where it is on the canvas.
final class Growth {
  private Growth() {}

  /// Lets the containers around the nodes grow as far as these reach beyond them.
  static void toHold(Draft draft, Collection<ElementId> nodes) {
    for (ElementId id : nodes) {
      Node node = draft.document().node(id);
      while (node.parent() != null && !Containment.isDocked(node)) {
        Node container = draft.document().node(node.parent());
        Rect own = new Rect(0, 0, container.bounds().width(), container.bounds().height());
        if (own.contains(node.bounds())) {
          break;
        }
        Rect bounds = grown(own, node.bounds());
        setBounds(draft, container, bounds.plus(container.bounds().topLeft()));
        node = draft.document().node(container.id());
      }
    }
  }

  /// The rectangle with those sides moved out over which the content reaches, and a margin behind it.
  private static Rect grown(Rect own, Rect content) {
    double left = content.x() < own.x() ? content.x() - Containment.PADDING : own.x();
    double top = content.y() < own.y() ? content.y() - Containment.HEADER : own.y();
    double right =
        content.right() > own.right() ? content.right() + Containment.PADDING : own.right();
    double bottom =
        content.bottom() > own.bottom() ? content.bottom() + Containment.PADDING : own.bottom();
    return new Rect(left, top, right - left, bottom - top);
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
