package dev.drawbridge.editor;

import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which kind of connector may join which nodes.
public final class Connections {
  private Connections() {}

  /// Whether some connector may begin at the node.
  public static boolean mayBegin(Node node) {
    return Catalog.of(node)
        .filter(
            from ->
                Catalog.kinds().stream()
                    .filter(Kind::isConnector)
                    .anyMatch(
                        arrow ->
                            Catalog.kinds().stream().anyMatch(to -> arrow.mayConnect(from, to))))
        .isPresent();
  }

  /// Whether connectors of the kind begin or end at such nodes.
  static boolean joins(String connector, Node node) {
    Kind arrow = Catalog.find(connector).orElse(null);
    Kind end = Catalog.of(node).orElse(null);
    return arrow != null
        && end != null
        && Catalog.kinds().stream()
            .anyMatch(other -> arrow.mayConnect(end, other) || arrow.mayConnect(other, end));
  }

  /// The kinds of connectors.
  ///
  /// @param preferred the id of the only one that is wanted; null for all
  static List<Kind> kinds(@Nullable String preferred) {
    return Catalog.kinds().stream()
        .filter(kind -> kind.isConnector() && (preferred == null || kind.id().equals(preferred)))
        .toList();
  }

  /// The kind that joins the two: the preferred one, or else the first that may.
  ///
  /// @param preferred the id of a connector's kind; null for no preference
  public static Optional<Kind> between(Node source, Node target, @Nullable String preferred) {
    return all(source, target).stream()
        .filter(kind -> preferred == null || kind.id().equals(preferred))
        .findFirst();
  }

  /// Every kind that may lead from the one to the other.
  public static List<Kind> all(Node source, Node target) {
    Kind from = Catalog.of(source).orElse(null);
    Kind to = Catalog.of(target).orElse(null);
    if (from == null || to == null || source.id().equals(target.id())) {
      return List.of();
    }
    return kinds(null).stream().filter(kind -> kind.mayConnect(from, to)).toList();
  }

  /// A new connector of a kind, saying what one between these two says.
  static Connector connector(ElementId id, Kind kind, Node source, Node target) {
    return Connector.of(id, kind.id(), source.id(), target.id())
        .withProperties(kind.between(source, target));
  }

  /// Where a connector may lead to from a node.
  static boolean mayEnd(Document document, ElementId source, Node target, @Nullable String kind) {
    Element from = document.find(source).orElse(null);
    return from instanceof Node node && between(node, target, kind).isPresent();
  }
}
