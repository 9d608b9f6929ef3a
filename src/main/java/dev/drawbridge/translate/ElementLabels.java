package dev.drawbridge.translate;

import dev.drawbridge.catalog.aws.Region;
import dev.drawbridge.catalog.aws.Subnet;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Labels;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A label for each element, from its name, unique among those with which it could be confused. Of two
/// that would be the same the later bears a part of its id, which stays when others come and go: a block
/// that changes its label is destroyed and built anew.
final class ElementLabels {
  private static final String CONNECTORS = "connectors";

  private final Map<ElementId, String> labels;

  /// By realm, the labels with how many elements have, or would have had them were they free.
  private final Map<String, Map<String, Integer>> wanted = new HashMap<>();

  private ElementLabels(Map<ElementId, String> labels) {
    this.labels = labels;
  }

  static ElementLabels of(Document document) {
    ElementLabels labels = new ElementLabels(HashMap.newHashMap(document.elements().size()));
    for (Element element : document.elements().values()) {
      if (element instanceof Node node) {
        labels.choose(node, wish(node), realm(node));
      }
    }
    for (Element element : document.elements().values()) {
      if (element instanceof Connector connector) {
        labels.choose(connector, labels.wish(connector), CONNECTORS);
      }
    }
    return labels;
  }

  private String wish(Connector connector) {
    return of(connector.source()) + "_to_" + of(connector.target());
  }

  /// The labels after connectors came and went; null where that may change those of others.
  @Nullable ElementLabels with(Collection<Connector> come, Collection<Connector> gone) {
    ElementLabels next = new ElementLabels(new HashMap<>(labels));
    next.wanted.putAll(wanted);
    Map<String, Integer> names = new HashMap<>(wanted.getOrDefault(CONNECTORS, Map.of()));
    next.wanted.put(CONNECTORS, names);
    for (Connector connector : gone) {
      // Only its first wish, and nobody else's: so nobody made way for it.
      String label = of(connector.id());
      if (!label.equals(wish(connector)) || names.getOrDefault(label, 0) != 1) {
        return null;
      }
      names.remove(label);
      next.labels.remove(connector.id());
    }
    for (Connector connector : come) {
      String label = next.wish(connector);
      if (names.put(label, 1) != null) {
        return null;
      }
      next.labels.put(connector.id(), label);
    }
    return next;
  }

  /// Whether all labels stay when one element becomes the other in its place.
  static boolean stay(Element before, Element after) {
    return switch (before) {
      case Node one -> after instanceof Node other && staysOf(one, other);
      case Connector one ->
          after instanceof Connector other
              && one.source().equals(other.source())
              && one.target().equals(other.target());
    };
  }

  private static boolean staysOf(Node one, Node other) {
    return one.kind().equals(other.kind())
        && one.name().equals(other.name())
        && (one.properties().equals(other.properties()) || wish(one).equals(wish(other)));
  }

  String of(ElementId id) {
    String label = labels.get(id);
    if (label == null) {
      throw new IllegalArgumentException("no element " + id);
    }
    return label;
  }

  /// Places have resource types of their own; components share some, such as security groups.
  private static String realm(Node node) {
    return switch (node.kind()) {
      case "aws.region", "aws.vpc", "aws.availability_zone", "aws.subnet" -> node.kind();
      default -> "components";
    };
  }

  private static String wish(Node node) {
    String kind = Labels.of(node.kind().substring(node.kind().lastIndexOf('.') + 1), "element");
    if (!node.name().isBlank()) {
      return Labels.of(node.name(), kind);
    }
    // Nameless places go by what tells them apart anyway and cannot change in place.
    return switch (node.kind()) {
      case "aws.region" -> Labels.of(Region.CODE.of(node), kind);
      case "aws.subnet" -> Labels.of(Subnet.CIDR.of(node), kind);
      default -> kind;
    };
  }

  private void choose(Element element, String wish, String realm) {
    Map<String, Integer> names = wanted.computeIfAbsent(realm, _ -> new HashMap<>());
    String label = wish;
    if (names.merge(label, 1, Integer::sum) > 1) {
      String id = element.id().value();
      String tail = Labels.of("x" + id.substring(id.lastIndexOf('-') + 1), "x").substring(1);
      String base = wish + "_" + (tail.isEmpty() ? "2" : tail);
      label = base;
      for (int next = 2; names.merge(label, 1, Integer::sum) > 1; next++) {
        label = base + "_" + next;
      }
    }
    labels.put(element.id(), label);
  }
}
