package dev.drawbridge.edit.template;

import dev.drawbridge.base.Rect;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Role;
import dev.drawbridge.edit.Docking;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;
import dev.drawbridge.model.Settings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Collects a design whose places are told in coordinates of the canvas.
final class Sketch {
  private final List<Element> elements = new ArrayList<>();
  private final Map<ElementId, Rect> places = new HashMap<>();
  private int connectors;

  /// Adds a node; what is docked is put on the border of its container.
  ///
  /// @param bounds in canvas coordinates, in px
  Node add(
      String id,
      Kind kind,
      String name,
      @Nullable Node parent,
      Rect bounds,
      Fields properties,
      Node... spans) {
    Rect around = parent == null ? null : places.get(parent.id());
    Rect relative = around == null ? bounds : bounds.minus(around.topLeft());
    if (around != null && kind.role() == Role.DOCKED) {
      relative = Docking.onBorder(relative, around.size());
    }
    Node node =
        Node.of(new ElementId(id), kind.id(), name, relative)
            .withParent(parent == null ? null : parent.id())
            .withSpans(List.of(spans).stream().map(Node::id).toList())
            .withProperties(properties);
    elements.add(node);
    places.put(node.id(), bounds);
    return node;
  }

  Node add(String id, Kind kind, String name, @Nullable Node parent, Rect bounds, Node... spans) {
    return add(id, kind, name, parent, bounds, Fields.NONE, spans);
  }

  void connect(String id, Kind kind, Node source, Node target, Fields properties) {
    elements.add(
        Connector.of(new ElementId(id), kind.id(), source.id(), target.id())
            .withProperties(properties));
    connectors++;
  }

  Rect place(Node node) {
    return places.getOrDefault(node.id(), node.bounds());
  }

  int nodes() {
    return places.size();
  }

  int connectors() {
    return connectors;
  }

  Document document(Settings settings) {
    return Document.of(elements, settings, Fields.NONE);
  }
}
