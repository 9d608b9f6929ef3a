package dev.drawbridge.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Who lies in whom and who is tied to whom, by the places at which elements stand: so it holds for all
/// documents that differ in other things only. Read once, when first asked for; two threads may both do it,
/// with the same result. Where a few elements come to hang on others, as while one is dragged from container
/// to container, it is not read anew.
final class Structure {
  /// What hangs on so many nodes is kept apart from what was read; with more it is read anew.
  private static final int APART = 256;

  private final Elements first;
  private @Nullable Ties ties;

  /// @param elements of the document for which it is made
  Structure(Elements elements) {
    this(elements, null);
  }

  private Structure(Elements elements, @Nullable Ties ties) {
    this.first = elements;
    this.ties = ties;
  }

  /// That of the elements after some came to hang on others, none came and none went.
  Structure after(Elements next, List<Change.Updated> changes) {
    Ties known = ties;
    return new Structure(next, known == null ? null : known.after(next, changes));
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

    Places with(int place) {
      int index = Arrays.binarySearch(at, 0, count, place);
      if (index >= 0) {
        return this;
      }
      Places more = new Places();
      more.at = new int[count + 1];
      more.count = count + 1;
      System.arraycopy(at, 0, more.at, 0, -index - 1);
      more.at[-index - 1] = place;
      System.arraycopy(at, -index - 1, more.at, -index, count + index + 1);
      return more;
    }

    Places without(int place) {
      Places fewer = new Places();
      for (int i = 0; i < count; i++) {
        if (at[i] != place) {
          fewer.add(at[i]);
        }
      }
      return fewer;
    }
  }

  /// What hangs on each node.
  ///
  /// @param read never changed after it was read
  /// @param newer instead of what was read
  private record Links(Map<ElementId, Places> read, Map<ElementId, Places> newer) {
    Links() {
      this(new HashMap<>(), Map.of());
    }

    void add(ElementId key, int place) {
      read.computeIfAbsent(key, _ -> new Places()).add(place);
    }

    @Nullable Places get(ElementId key) {
      Places known = newer.get(key);
      return known == null ? read.get(key) : known;
    }

    Links toBeChanged() {
      return new Links(read, new HashMap<>(newer));
    }

    void tie(ElementId key, int place) {
      Places known = get(key);
      newer.put(key, (known == null ? new Places() : known).with(place));
    }

    void untie(ElementId key, int place) {
      Places known = get(key);
      if (known != null) {
        newer.put(key, known.without(place));
      }
    }
  }

  private record Ties(
      Places nodes,
      Places connectors,
      Places roots,
      Links childrenOf,
      Links spannersOf,
      Links connectorsOf) {

    static Ties of(Elements elements) {
      Ties ties =
          new Ties(new Places(), new Places(), new Places(), new Links(), new Links(), new Links());
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
        childrenOf.add(parent, place);
      }
      for (ElementId spanned : node.spans()) {
        spannersOf.add(spanned, place);
      }
    }

    private void add(Connector connector, int place) {
      connectors.add(place);
      connectorsOf.add(connector.source(), place);
      if (!connector.target().equals(connector.source())) {
        connectorsOf.add(connector.target(), place);
      }
    }

    /// Null where too much differs from what was read.
    @Nullable Ties after(Elements next, List<Change.Updated> changes) {
      int apart = childrenOf.newer.size() + spannersOf.newer.size() + connectorsOf.newer.size();
      if (apart + changes.size() > APART) {
        return null;
      }
      Places tops = roots;
      Links children = childrenOf.toBeChanged();
      Links spanners = spannersOf.toBeChanged();
      Links joined = connectorsOf.toBeChanged();
      for (Change.Updated change : changes) {
        int place = next.place(change.after().id());
        if (change.before() instanceof Node was && change.after() instanceof Node is) {
          ElementId left = was.parent();
          if (left == null) {
            tops = tops.without(place);
          } else {
            children.untie(left, place);
          }
          ElementId entered = is.parent();
          if (entered == null) {
            tops = tops.with(place);
          } else {
            children.tie(entered, place);
          }
          was.spans().forEach(spanned -> spanners.untie(spanned, place));
          is.spans().forEach(spanned -> spanners.tie(spanned, place));
        } else if (change.before() instanceof Connector was
            && change.after() instanceof Connector is) {
          List.of(was.source(), was.target()).forEach(end -> joined.untie(end, place));
          List.of(is.source(), is.target()).forEach(end -> joined.tie(end, place));
        } else {
          return null;
        }
      }
      return new Ties(nodes, connectors, tops, children, spanners, joined);
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
