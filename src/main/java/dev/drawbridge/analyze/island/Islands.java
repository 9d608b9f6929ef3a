package dev.drawbridge.analyze.island;

import dev.drawbridge.catalog.aws.Internet;
import dev.drawbridge.catalog.aws.Region;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// A design, split into its islands. Immutable.
public final class Islands {
  /// The island of what is a shore.
  private static final int NONE = -1;

  /// For more changes than this the design is split anew rather than each island changed once for each.
  private static final int FEW = 32;

  private final Document design;
  private final List<Island> all;
  private final int[] islandOf;

  /// @param islandOf for each element of the design, in order, the index of its island
  private Islands(Document design, List<Island> all, int[] islandOf) {
    this.design = design;
    this.all = Collections.unmodifiableList(all);
    this.islandOf = islandOf;
  }

  /// The islands, in the order of their first elements. There is one at least where there is an element.
  public List<Island> all() {
    return all;
  }

  /// The islands of these elements; a region has none, and the internet neither.
  public List<Island> around(Set<ElementId> elements) {
    Set<Island> found = Collections.newSetFromMap(new IdentityHashMap<>());
    int position = 0;
    for (ElementId id : design.elements().keySet()) {
      if (islandOf[position] != NONE && elements.contains(id)) {
        found.add(all.get(islandOf[position]));
      }
      position++;
    }
    return all.stream().filter(found::contains).toList();
  }

  /// The islands of the design into which this one was changed: those of which nothing changed are the
  /// same objects. Quick where only properties changed, for then the islands are where they were.
  public Islands next(Document changed) {
    if (changed == design) {
      return this;
    }
    if (changed.elements().size() != islandOf.length) {
      return of(changed);
    }
    List<Island> next = new ArrayList<>(all);
    int changes = 0;
    Iterator<Element> before = design.elements().values().iterator();
    int position = 0;
    for (Element element : changed.elements().values()) {
      Element old = before.next();
      if (old != element) {
        if (islandOf[position] == NONE
            || !old.id().equals(element.id())
            || ++changes > FEW
            || isShore(element)
            || !Island.hasSameTies(old, element)) {
          return of(changed);
        }
        next.set(islandOf[position], next.get(islandOf[position]).with(element));
      }
      position++;
    }
    return new Islands(changed, next, islandOf);
  }

  public static Islands of(Document design) {
    return new Survey(design).islands();
  }

  /// What lies at the top and holds or meets others of which it makes no whole.
  private static boolean isShore(Element element) {
    return element instanceof Node node
        && node.parent() == null
        && node.spans().isEmpty()
        && (node.kind().equals(Region.KIND.id()) || node.kind().equals(Internet.KIND.id()));
  }

  /// Finds out what hangs together: a forest in which each element points at another of its island, or
  /// at itself.
  private static final class Survey {
    private final Document design;
    private final Element[] elements;
    private final Map<ElementId, Integer> positions;
    private final int[] towards;
    private final boolean[] shore;
    private int internet = NONE;

    Survey(Document design) {
      this.design = design;
      elements = design.elements().values().toArray(Element[]::new);
      positions = HashMap.newHashMap(elements.length);
      towards = new int[elements.length];
      shore = new boolean[elements.length];
      for (int i = 0; i < elements.length; i++) {
        positions.put(elements[i].id(), i);
        towards[i] = i;
      }
    }

    Islands islands() {
      for (Element element : elements) {
        tie(element, this::mark);
      }
      for (int i = 0; i < elements.length; i++) {
        if (internet == NONE && isShore(elements[i]) && isInternet(elements[i])) {
          internet = i;
        }
      }
      for (int i = 0; i < elements.length; i++) {
        int from = i;
        tie(elements[i], to -> join(from, to));
      }
      return gathered();
    }

    private static boolean isInternet(Element element) {
      return element.kind().equals(Internet.KIND.id());
    }

    /// What is a shore of nothing is an island of its own.
    private void mark(int position) {
      shore[position] = isShore(elements[position]);
    }

    /// Whom an element names.
    private void tie(Element element, IntConsumer to) {
      switch (element) {
        case Node node -> {
          tie(node.parent(), to);
          for (ElementId spanned : node.spans()) {
            tie(spanned, to);
          }
        }
        case Connector arrow -> {
          tie(arrow.source(), to);
          tie(arrow.target(), to);
        }
      }
    }

    private void tie(@Nullable ElementId id, IntConsumer to) {
      Integer position = id == null ? null : positions.get(id);
      if (position != null) {
        to.accept(position);
      }
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

    private Islands gathered() {
      int[] islandOf = new int[elements.length];
      Arrays.fill(islandOf, NONE);
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
      List<Island> all = new ArrayList<>(members.size());
      for (Members island : members) {
        all.add(island.island(elements, internet));
      }
      return new Islands(design, all, islandOf);
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
