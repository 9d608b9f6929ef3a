package dev.drawbridge.draw;

import dev.drawbridge.base.Rect;
import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Role;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where every node lies in document coordinates, and what it is to the picture.
final class Placement {
  private final Document document;
  private final Map<ElementId, Rect> bounds;

  /// Knows where the nodes are that are not here; null where all are.
  private final @Nullable Placement before;

  private Placement(Document document, Map<ElementId, Rect> bounds, @Nullable Placement before) {
    this.document = document;
    this.bounds = bounds;
    this.before = before;
  }

  static Placement of(Document document) {
    Map<ElementId, Rect> bounds = HashMap.newHashMap(document.nodes().size());
    for (Node node : document.nodes()) {
      ElementId parent = node.parent();
      Rect around = parent == null ? null : bounds.get(parent);
      bounds.put(node.id(), around == null ? node.bounds() : node.bounds().plus(around.topLeft()));
    }
    return new Placement(document, bounds, null);
  }

  /// Of the document after some nodes went elsewhere, at no greater price than these.
  ///
  /// @param moved with all that lies in them
  Placement after(Document now, Set<ElementId> moved) {
    Map<ElementId, Rect> elsewhere = new HashMap<>();
    for (ElementId id : moved) {
      now.findNode(id).ifPresent(node -> elsewhere.put(id, now.absoluteBounds(node)));
    }
    return new Placement(now, elsewhere, this);
  }

  Document document() {
    return document;
  }

  /// The node's bounds in document coordinates.
  Rect of(ElementId node) {
    Rect known = bounds.get(node);
    if (known == null && before != null) {
      return before.of(node);
    }
    if (known == null) {
      throw new IllegalArgumentException("no node " + node);
    }
    return known;
  }

  /// A kind that this version does not know is a container when it holds something.
  Role role(Node node) {
    return Catalog.of(node)
        .map(kind -> kind.role())
        .orElse(document.children(node.id()).isEmpty() ? Role.COMPONENT : Role.CONTAINER);
  }

  /// The bounds of everything that is no card.
  List<Rect> frames() {
    List<Rect> frames = new ArrayList<>();
    for (Node node : document.nodes()) {
      if (!isCard(node)) {
        frames.add(of(node.id()));
      }
    }
    return frames;
  }

  boolean isCard(Node node) {
    return switch (role(node)) {
      case COMPONENT, DOCKED -> true;
      case CONTAINER, FRAME -> false;
    };
  }
}
