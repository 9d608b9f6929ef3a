package dev.drawbridge.edit;

import dev.drawbridge.base.Point;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;

/// Elements copied under other ids: what led from one of them to another leads from copy to copy.
final class Copies {
  private Copies() {}

  /// The copy of an element, where it is; a connector's bends moved.
  ///
  /// @param ids for each element that is copied the id of its copy
  /// @param names that are taken, and the copy's from now on
  /// @param by how far what the connector joins is moved, in px
  static Element copy(Element element, Map<ElementId, ElementId> ids, Names names, Point by) {
    return switch (element) {
      case Node node -> copy(node, ids, names);
      case Connector connector -> copy(connector, ids, by);
    };
  }

  /// It spans the copies of what it spanned, and nothing where these are not all copied: then the place
  /// where it comes to lie proposes others.
  static Node copy(Node node, Map<ElementId, ElementId> ids, Names names) {
    SequencedSet<ElementId> spans = new LinkedHashSet<>();
    if (ids.keySet().containsAll(node.spans())) {
      node.spans().forEach(spanned -> spans.add(of(spanned, ids)));
    }
    ElementId parent = node.parent();
    return new Node(
        of(node.id(), ids),
        node.kind(),
        names.take(node.name(), node.kind()),
        parent == null ? null : of(parent, ids),
        node.bounds(),
        spans,
        node.properties(),
        node.locked(),
        node.extras());
  }

  private static Connector copy(Connector connector, Map<ElementId, ElementId> ids, Point by) {
    return new Connector(
        of(connector.id(), ids),
        connector.kind(),
        connector.name(),
        of(connector.source(), ids),
        of(connector.target(), ids),
        connector.bends().stream().map(point -> point.plus(by)).toList(),
        connector.properties(),
        connector.extras());
  }

  private static ElementId of(ElementId id, Map<ElementId, ElementId> ids) {
    return ids.getOrDefault(id, id);
  }
}
