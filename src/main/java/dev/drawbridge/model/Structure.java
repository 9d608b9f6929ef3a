package dev.drawbridge.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Who lies in whom and who is tied to whom, read once from a document's elements.
record Structure(
    List<Node> nodes,
    List<Connector> connectors,
    List<Node> roots,
    Map<ElementId, List<Node>> childrenOf,
    Map<ElementId, List<Node>> spannersOf,
    Map<ElementId, List<Connector>> tiesOf) {

  static Structure of(Collection<Element> elements) {
    List<Node> nodes = new ArrayList<>();
    List<Connector> connectors = new ArrayList<>();
    List<Node> roots = new ArrayList<>();
    Map<ElementId, List<Node>> children = new HashMap<>();
    Map<ElementId, List<Node>> spanners = new HashMap<>();
    Map<ElementId, List<Connector>> ties = new HashMap<>();
    for (Element element : elements) {
      switch (element) {
        case Node node -> {
          nodes.add(node);
          ElementId parent = node.parent();
          if (parent == null) {
            roots.add(node);
          } else {
            children.computeIfAbsent(parent, _ -> new ArrayList<>()).add(node);
          }
          for (ElementId spanned : node.spans()) {
            spanners.computeIfAbsent(spanned, _ -> new ArrayList<>()).add(node);
          }
        }
        case Connector connector -> {
          connectors.add(connector);
          ties.computeIfAbsent(connector.source(), _ -> new ArrayList<>()).add(connector);
          if (!connector.target().equals(connector.source())) {
            ties.computeIfAbsent(connector.target(), _ -> new ArrayList<>()).add(connector);
          }
        }
      }
    }
    return new Structure(
        Collections.unmodifiableList(nodes),
        Collections.unmodifiableList(connectors),
        Collections.unmodifiableList(roots),
        children,
        spanners,
        ties);
  }

  List<Node> children(@Nullable ElementId container) {
    return container == null ? roots : listed(childrenOf, container);
  }

  List<Node> spanning(ElementId node) {
    return listed(spannersOf, node);
  }

  List<Connector> connectorsOf(ElementId node) {
    return listed(tiesOf, node);
  }

  private static <T> List<T> listed(Map<ElementId, List<T>> map, ElementId key) {
    return Collections.unmodifiableList(map.getOrDefault(key, List.of()));
  }
}
