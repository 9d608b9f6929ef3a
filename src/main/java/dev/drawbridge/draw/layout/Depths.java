package dev.drawbridge.draw.layout;

import dev.drawbridge.catalog.aws.Internet;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/// How many arrows lead from the internet to each node, at least; an Auto Scaling group is as deep as what runs on
/// it. Nodes that cannot be reached are not in it.
final class Depths {
  private Depths() {}

  static Map<ElementId, Integer> of(Document document) {
    Map<ElementId, Integer> depths = new HashMap<>();
    Deque<ElementId> next = new ArrayDeque<>();
    for (Node node : document.nodes()) {
      if (node.kind().equals(Internet.KIND.id())) {
        depths.put(node.id(), 0);
        next.add(node.id());
      }
    }
    while (!next.isEmpty()) {
      ElementId id = next.remove();
      for (Connector arrow : document.connectorsOf(id)) {
        int depth = depths.getOrDefault(id, 0) + 1;
        if (arrow.source().equals(id) && depths.putIfAbsent(arrow.target(), depth) == null) {
          next.add(arrow.target());
        }
      }
    }
    for (Node node : document.nodes()) {
      for (Node inside : document.children(node.id())) {
        Integer depth = depths.get(inside.id());
        if (depth != null) {
          depths.merge(node.id(), depth, Math::min);
        }
      }
    }
    return depths;
  }
}
