package dev.drawbridge.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Who lies in whom and who is tied to whom, by the places at which elements stand: so it holds for all
/// documents that differ in other things only. Read once, when first asked for; two threads may both do it,
/// with the same result.
final class Structure {
  private final Elements first;
  private @Nullable Ties ties;

  /// @param elements of the document for which it is made
  Structure(Elements elements) {
    this.first = elements;
  }

  /// Some places in order.
  private static final class Places {
    private int[] at = new int[4];
    private int count;

    void add(int place) {
      if (count == at.length) {
        at = Arrays.copyOf(at, 2 * count);
      }
      at[count++] = place;
    }
  }

  private record Ties(
      Places nodes,
      Places connectors,
      Places roots,
      Map<ElementId, Places> childrenOf,
      Map<ElementId, Places> spannersOf,
      Map<ElementId, Places> connectorsOf) {

    static Ties of(Elements elements) {
      Ties ties =
          new Ties(
              new Places(),
              new Places(),
              new Places(),
              new HashMap<>(),
              new HashMap<>(),
              new HashMap<>());
      int place = 0;
      for (Element element : elements.values()) {
        switch (element) {
          case Node node -> ties.add(node, place);
          case Connector connector -> ties.add(connector, place);
        }
        place++;
      }
      return ties;
    }

    private void add(Node node, int place) {
      nodes.add(place);
      ElementId parent = node.parent();
      if (parent == null) {
        roots.add(place);
      } else {
        add(childrenOf, parent, place);
      }
      for (ElementId spanned : node.spans()) {
        add(spannersOf, spanned, place);
      }
    }

    private void add(Connector connector, int place) {
      connectors.add(place);
      add(connectorsOf, connector.source(), place);
      if (!connector.target().equals(connector.source())) {
        add(connectorsOf, connector.target(), place);
      }
    }

    private static void add(Map<ElementId, Places> map, ElementId key, int place) {
      map.computeIfAbsent(key, _ -> new Places()).add(place);
    }
  }

  /// Whether an element lies in, spans and joins the same nodes as another.
  static boolean isAlike(Element before, Element after) {
    return switch (before) {
      case Node was ->
          after instanceof Node is
              && Objects.equals(was.parent(), is.parent())
              && was.spans().equals(is.spans());
      case Connector was ->
          after instanceof Connector is
              && was.source().equals(is.source())
              && was.target().equals(is.target());
    };
  }

  List<Node> nodes(Elements elements) {
    return listed(elements, ties().nodes, Node.class);
  }

  List<Connector> connectors(Elements elements) {
    return listed(elements, ties().connectors, Connector.class);
  }

  List<Node> children(Elements elements, @Nullable ElementId container) {
    Ties known = ties();
    return listed(
        elements, container == null ? known.roots : known.childrenOf.get(container), Node.class);
  }

  List<Node> spanning(Elements elements, ElementId node) {
    return listed(elements, ties().spannersOf.get(node), Node.class);
  }

  List<Connector> connectorsOf(Elements elements, ElementId node) {
    return listed(elements, ties().connectorsOf.get(node), Connector.class);
  }

  private static <T extends Element> List<T> listed(
      Elements elements, @Nullable Places places, Class<T> type) {
    return places == null
        ? List.of()
        : new Elements.Listed<>(places.count, index -> type.cast(elements.at(places.at[index])));
  }

  private Ties ties() {
    Ties known = ties;
    if (known == null) {
      known = Ties.of(first);
      ties = known;
    }
    return known;
  }
}
