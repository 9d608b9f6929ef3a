package dev.drawbridge.translate;

import dev.drawbridge.catalog.aws.Region;
import dev.drawbridge.catalog.aws.Subnet;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Labels;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A label for each element, from its name, unique among those with which it could be confused. Of two
/// that would be the same the later bears a part of its id, which stays when others come and go: a block
/// that changes its label is destroyed and built anew.
final class ElementLabels {
  private static final String CONNECTORS = "connectors";

  /// The setting that holds labels that somebody chose, by element id: of Terraform that was there before the
  /// drawing.
  static final String SETTING = "labels";

  private static final Pattern LABEL = Pattern.compile("[a-z][a-z0-9_]{0,127}");

  /// More than this that came since are put with the others.
  private static final int MANY = 256;

  private final Map<ElementId, String> labels;

  /// Those of connectors that came since the others were given; an edit does not copy all for the sake of
  /// one.
  private final Map<ElementId, String> since;

  /// How many connectors have a label, where that is not as in [#wanted].
  private final Map<String, Integer> connectorsSince;

  /// The same of all labels that came from one another by [#with]: what two of them both name has the same
  /// label in each.
  private final Object lineage;

  /// By realm, the labels with how many elements have, or would have had them were they free.
  private final Map<String, Map<String, Integer>> wanted = new HashMap<>();

  private ElementLabels(
      Map<ElementId, String> labels,
      Map<ElementId, String> since,
      Map<String, Integer> connectorsSince,
      Object lineage) {
    this.labels = labels;
    this.since = since;
    this.connectorsSince = connectorsSince;
    this.lineage = lineage;
  }

  static ElementLabels of(Document document) {
    ElementLabels labels =
        new ElementLabels(
            HashMap.newHashMap(document.elements().size()), Map.of(), Map.of(), new Object());
    labels.told(document);
    for (Element element : document.elements().values()) {
      if (element instanceof Node node && !labels.labels.containsKey(node.id())) {
        labels.choose(node, wish(node), realm(node));
      }
    }
    for (Element element : document.elements().values()) {
      if (element instanceof Connector connector && !labels.labels.containsKey(connector.id())) {
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
    ElementLabels next =
        new ElementLabels(labels, new HashMap<>(since), new HashMap<>(connectorsSince), lineage);
    next.wanted.putAll(wanted);
    for (Connector connector : gone) {
      // Only its first wish, and nobody else's: so nobody made way for it.
      String label = of(connector.id());
      if (!label.equals(wish(connector)) || next.connectors(label) != 1) {
        return null;
      }
      next.connectorsSince.put(label, 0);
      next.since.remove(connector.id());
    }
    for (Connector connector : come) {
      String label = next.wish(connector);
      if (next.connectors(label) != 0) {
        return null;
      }
      next.connectorsSince.put(label, 1);
      next.since.put(connector.id(), label);
    }
    return next.connectorsSince.size() > MANY ? next.together() : next;
  }

  /// How many connectors have this label.
  private int connectors(String label) {
    Integer since = connectorsSince.get(label);
    return since != null ? since : wanted.getOrDefault(CONNECTORS, Map.of()).getOrDefault(label, 0);
  }

  /// The same labels, none of them told apart.
  private ElementLabels together() {
    Map<ElementId, String> all = new HashMap<>(labels);
    all.putAll(since);
    ElementLabels same = new ElementLabels(all, Map.of(), Map.of(), lineage);
    same.wanted.putAll(wanted);
    Map<String, Integer> names = new HashMap<>(wanted.getOrDefault(CONNECTORS, Map.of()));
    names.putAll(connectorsSince);
    names.values().removeIf(count -> count == 0);
    same.wanted.put(CONNECTORS, names);
    return same;
  }

  /// Whether the labels of everything that is in both, unchanged, are known to be the same.
  boolean isOfOneLineage(ElementLabels other) {
    return lineage == other.lineage;
  }

  static boolean isLabel(String text) {
    return LABEL.matcher(text).matches();
  }

  /// Those that the settings tell come first; of two that are alike the first.
  private void told(Document document) {
    if (!(document.settings().properties().get(SETTING) instanceof Datum.Record(Fields told))) {
      return;
    }
    told.forEach(
        (id, datum) -> {
          if (ElementId.isValid(id)
              && datum instanceof Datum.Text(String label)
              && isLabel(label)) {
            document
                .find(new ElementId(id))
                .filter(element -> names(realm(element)).putIfAbsent(label, 1) == null)
                .ifPresent(element -> labels.put(element.id(), label));
          }
        });
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
    String label = since.isEmpty() ? null : since.get(id);
    label = label != null ? label : labels.get(id);
    if (label == null) {
      throw new IllegalArgumentException("no element " + id);
    }
    return label;
  }

  /// Places have resource types of their own; components share some, such as security groups.
  static String realm(Element element) {
    if (element instanceof Connector) {
      return CONNECTORS;
    }
    return switch (element.kind()) {
      case "aws.region", "aws.vpc", "aws.availability_zone", "aws.subnet" -> element.kind();
      default -> "components";
    };
  }

  private Map<String, Integer> names(String realm) {
    return wanted.computeIfAbsent(realm, _ -> new HashMap<>());
  }

  /// The label that a node would have if no other wanted it.
  static String wish(Node node) {
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
    Map<String, Integer> names = names(realm);
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
