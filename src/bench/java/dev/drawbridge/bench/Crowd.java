package dev.drawbridge.bench;

import dev.drawbridge.base.Point;
import dev.drawbridge.catalog.aws.Traffic;
import dev.drawbridge.catalog.aws.WasTier;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// A generated design in whose middle is something with very many arrows.
///
/// @param hub a tier from which [#ARROWS] arrows lead
public record Crowd(Document design, ElementId hub) {
  static final int ARROWS = 20;

  /// @param elements of the design, nodes and connectors together
  public static Crowd of(int elements) {
    Document plain = Sample.design(elements);
    List<Node> tiers =
        plain.nodes().stream().filter(node -> node.kind().equals(WasTier.KIND.id())).toList();
    Node hub = tiers.get(tiers.size() / 2);
    Point middle = plain.absoluteBounds(hub).center();
    List<Node> near =
        plain.nodes().stream()
            .filter(node -> !node.id().equals(hub.id()))
            .filter(node -> plain.children(node.id()).isEmpty())
            .sorted(
                Comparator.comparingDouble(
                    node -> plain.absoluteBounds(node).center().distanceTo(middle)))
            .toList();
    List<Element> all = new ArrayList<>(plain.elements().values());
    int missing = Math.max(0, ARROWS - plain.connectorsOf(hub.id()).size());
    for (Node target : near.subList(0, missing)) {
      ElementId id = new ElementId("hub-to-" + target.id().value());
      all.add(Connector.of(id, Traffic.KIND.id(), hub.id(), target.id()));
    }
    return new Crowd(Document.of(all, plain.settings(), plain.extras()), hub.id());
  }
}
