package dev.drawbridge.draw;

import dev.drawbridge.base.Rect;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;

/// A part of a design, to be shown without the rest.
public final class Part {
  private Part() {}

  /// The chosen nodes with what lies in them, and the connectors that are chosen or lead from one of these
  /// to another; each where it stood. What lay in a container that is not chosen lies at the top.
  public static Document of(Document document, Set<ElementId> chosen) {
    Placement placement = Placement.of(document);
    Set<ElementId> kept = new HashSet<>();
    for (Node node : document.nodes()) {
      if (chosen.contains(node.id())
          || document.ancestors(node).stream().anyMatch(above -> chosen.contains(above.id()))) {
        kept.add(node.id());
      }
    }
    for (Connector connector : document.connectors()) {
      if (chosen.contains(connector.id())) {
        kept.add(connector.source());
        kept.add(connector.target());
      }
    }
    List<Element> part = new ArrayList<>();
    for (Element element : document.elements().values()) {
      switch (element) {
        case Node node -> {
          if (kept.contains(node.id())) {
            part.add(standing(node, kept, placement));
          }
        }
        case Connector connector -> {
          if (kept.contains(connector.source()) && kept.contains(connector.target())) {
            part.add(connector);
          }
        }
      }
    }
    return Document.of(part, document.settings(), document.extras());
  }

  private static Node standing(Node node, Set<ElementId> kept, Placement placement) {
    SequencedSet<ElementId> spans = new LinkedHashSet<>(node.spans());
    spans.retainAll(kept);
    Node alone = node.withSpans(spans);
    ElementId parent = node.parent();
    if (parent == null || kept.contains(parent)) {
      return alone;
    }
    Rect bounds = placement.of(node.id());
    return alone.withParent(null).withBounds(bounds);
  }
}
