package dev.drawbridge.analyze.island;

import dev.drawbridge.catalog.aws.Internet;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/// Finds out what hangs together: a forest in which each element points at another of its island, or
/// at itself.
final class Survey {
  private static final int NONE = Islands.NONE;

  private final Element[] elements;
  private final Map<ElementId, Integer> positions;
  private final int[] towards;
  private final boolean[] shore;
  private final int[] islandOf;
  private final List<Island> islands = new ArrayList<>();

  private Survey(Element[] elements, boolean[] shore) {
    this.elements = elements;
    this.shore = shore;
    islandOf = new int[elements.length];
    Arrays.fill(islandOf, NONE);
    positions = HashMap.newHashMap(elements.length);
    towards = new int[elements.length];
    for (int i = 0; i < elements.length; i++) {
      positions.put(elements[i].id(), i);
      towards[i] = i;
    }
  }

  /// What hangs together among all elements of a design. What is a shore of nothing is an island of
  /// its own.
  static Survey of(Element[] elements) {
    Survey survey = new Survey(elements, new boolean[elements.length]);
    for (Element element : elements) {
      survey.tie(element, survey::mark);
    }
    survey.gather();
    return survey;
  }

  /// What hangs together among some elements of a design.
  ///
  /// @param shore which of them are known to be shores of something
  static Survey of(Element[] elements, boolean[] shore) {
    Survey survey = new Survey(elements, shore);
    survey.gather();
    return survey;
  }

  /// The islands, in the order of their first elements.
  List<Island> islands() {
    return islands;
  }

  /// For each element the index of its island, [Islands#NONE] for a shore.
  int[] islandOf() {
    return islandOf;
  }

  /// What is the internet where several things are drawn as such: the first.
  static boolean isInternet(Element element) {
    return Islands.isShore(element) && element.kind().equals(Internet.KIND.id());
  }

  private void mark(int position) {
    shore[position] = Islands.isShore(elements[position]);
  }

  /// Whom an element names.
  static void ties(Element element, Consumer<ElementId> to) {
    switch (element) {
      case Node node -> {
        ElementId parent = node.parent();
        if (parent != null) {
          to.accept(parent);
        }
        for (ElementId spanned : node.spans()) {
          to.accept(spanned);
        }
      }
      case Connector arrow -> {
        to.accept(arrow.source());
        to.accept(arrow.target());
      }
    }
  }

  private void tie(Element element, IntConsumer to) {
    ties(
        element,
        id -> {
          Integer position = positions.get(id);
          if (position != null) {
            to.accept(position);
          }
        });
  }

  private void join(int one, int other) {
    if (!shore[other]) {
      towards[root(one)] = root(other);
    }
  }

  private int root(int position) {
    int at = position;
    while (towards[at] != at) {
      towards[at] = towards[towards[at]];
      at = towards[at];
    }
    return at;
  }

  private void gather() {
    int internet = NONE;
    for (int i = 0; i < elements.length; i++) {
      int from = i;
      tie(elements[i], to -> join(from, to));
      if (internet == NONE && isInternet(elements[i])) {
        internet = i;
      }
    }
    int[] islandOfRoot = new int[elements.length];
    Arrays.fill(islandOfRoot, NONE);
    List<Members> members = new ArrayList<>();
    for (int i = 0; i < elements.length; i++) {
      if (shore[i]) {
        continue;
      }
      int root = root(i);
      if (islandOfRoot[root] == NONE) {
        islandOfRoot[root] = members.size();
        members.add(new Members(elements[i].id()));
      }
      islandOf[i] = islandOfRoot[root];
      Members island = members.get(islandOf[i]);
      island.add(i);
      tie(
          elements[i],
          to -> {
            if (shore[to]) {
              island.addShore(to);
            }
          });
    }
    for (Members island : members) {
      islands.add(island.island(elements, internet));
    }
  }

  /// The positions of an island's elements.
  private static final class Members {
    private final ElementId first;
    private int[] positions = new int[16];
    private int count;
    private final List<Integer> shores = new ArrayList<>(4);

    Members(ElementId first) {
      this.first = first;
    }

    void add(int position) {
      if (count == positions.length) {
        positions = Arrays.copyOf(positions, 2 * count);
      }
      positions[count++] = position;
    }

    void addShore(int position) {
      if (!shores.contains(position)) {
        shores.add(position);
      }
    }

    /// The internet is told of in findings even where no arrow comes from it: the first that is drawn.
    Island island(Element[] elements, int internet) {
      if (internet != NONE && !elements[internet].id().equals(first)) {
        addShore(internet);
      }
      for (int shore : shores) {
        add(shore);
      }
      Arrays.sort(positions, 0, count);
      Element[] own = new Element[count];
      for (int i = 0; i < count; i++) {
        own[i] = elements[positions[i]];
      }
      return new Island(first, Arrays.asList(own));
    }
  }
}
