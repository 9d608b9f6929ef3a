package dev.drawbridge.model;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A design: its elements in drawing order (later ones lie on top, and this is the order of the file) and
/// its settings. Immutable; [#apply] gives the next one.
///
/// Two things hold of every document that an edit or the file reader made (see `Invariants`): a node's
/// parent is a node of the document and comes before it, without cycles; a connector's ends and a node's
/// spans are nodes of the document.
public final class Document {
  public static final Document EMPTY = Document.of(List.of(), Settings.NONE, Fields.NONE);

  private final Elements elements;
  private final Structure structure;
  private final Settings settings;
  private final Fields extras;

  private Document(Elements elements, Structure structure, Settings settings, Fields extras) {
    this.elements = elements;
    this.structure = structure;
    this.settings = settings;
    this.extras = extras;
  }

  /// A document of these elements, in this order.
  ///
  /// @param extras fields of the file's top level that this version does not know
  public static Document of(
      Collection<? extends Element> elements, Settings settings, Fields extras) {
    Elements all = Elements.of(elements);
    return new Document(all, new Structure(all), settings, extras);
  }

  /// By id, in drawing order.
  public Map<ElementId, Element> elements() {
    return elements;
  }

  /// In drawing order.
  public List<Element> inOrder() {
    return elements.inOrder();
  }

  /// The ids in drawing order; those of no element of the document last.
  public SequencedSet<ElementId> inOrder(Set<ElementId> ids) {
    List<ElementId> sorted = new ArrayList<>(ids);
    sorted.sort(Comparator.comparingInt(elements::placeOrLast));
    return new LinkedHashSet<>(sorted);
  }

  /// The ids of the elements that are not the same as in a document before: they came, went or were
  /// changed. Where this one came of that by updates alone, it costs as much as what they updated.
  public Set<ElementId> changedFrom(Document before) {
    return elements.changedFrom(before.elements);
  }

  public Settings settings() {
    return settings;
  }

  public Fields extras() {
    return extras;
  }

  public Optional<Element> find(ElementId id) {
    return Optional.ofNullable(elements.get(id));
  }

  public Optional<Node> findNode(ElementId id) {
    return elements.get(id) instanceof Node node ? Optional.of(node) : Optional.empty();
  }

  /// The node of this id.
  ///
  /// @throws IllegalArgumentException when there is none
  public Node node(ElementId id) {
    return findNode(id).orElseThrow(() -> new IllegalArgumentException("no node " + id));
  }

  /// All nodes, in drawing order.
  public List<Node> nodes() {
    return structure.nodes(elements);
  }

  /// All connectors, in drawing order.
  public List<Connector> connectors() {
    return structure.connectors(elements);
  }

  /// The nodes directly inside a container; those at the top for null. In drawing order.
  public List<Node> children(@Nullable ElementId container) {
    return structure.children(elements, container);
  }

  /// The connectors that begin or end at the node, in drawing order.
  public List<Connector> connectorsOf(ElementId node) {
    return structure.connectorsOf(elements, node);
  }

  /// The nodes that span the given one, in drawing order: for a subnet its load balancers and groups.
  public List<Node> spanning(ElementId node) {
    return structure.spanning(elements, node);
  }

  public Optional<Node> parent(Node node) {
    ElementId parent = node.parent();
    return parent == null ? Optional.empty() : findNode(parent);
  }

  /// The containers around a node, the nearest first.
  public List<Node> ancestors(Node node) {
    List<Node> found = new ArrayList<>();
    Optional<Node> next = parent(node);
    while (next.isPresent() && found.size() <= elements.size()) {
      found.add(next.get());
      next = parent(next.get());
    }
    return found;
  }

  /// Everything inside a container, at whatever depth, parents before their children.
  public List<Node> descendants(ElementId container) {
    List<Node> found = new ArrayList<>(children(container));
    for (int i = 0; i < found.size(); i++) {
      found.addAll(children(found.get(i).id()));
    }
    return found;
  }

  /// Where the node's own coordinate system begins, in document coordinates; the origin for null.
  public Point origin(@Nullable ElementId container) {
    Point sum = Point.ORIGIN;
    ElementId next = container;
    for (int depth = 0; next != null && depth <= elements.size(); depth++) {
      Node node = node(next);
      sum = sum.plus(node.bounds().topLeft());
      next = node.parent();
    }
    return sum;
  }

  /// The node's bounds in document coordinates.
  public Rect absoluteBounds(Node node) {
    return node.bounds().plus(origin(node.parent()));
  }

  /// The document after the changes.
  ///
  /// @throws IllegalArgumentException when the diff was not made for this document
  public Document apply(Diff diff) {
    if (diff.isEmpty()) {
      return this;
    }
    Settings changed = settings;
    boolean rearranged = false;
    List<Change.Updated> hangingElsewhere = new ArrayList<>();
    SequencedMap<ElementId, Element> updated = new LinkedHashMap<>();
    for (Change change : diff.changes()) {
      switch (change) {
        case Change.Updated update -> {
          updated.put(update.after().id(), update.after());
          if (!Structure.isAlike(update.before(), update.after())) {
            hangingElsewhere.add(update);
          }
        }
        case Change.SettingsUpdated(Settings _, Settings after) -> changed = after;
        case Change.Added _, Change.Removed _ -> rearranged = true;
      }
    }
    if (rearranged) {
      return of(rearranged(diff), changed, extras);
    }
    updated.keySet().forEach(id -> require(elements.containsKey(id), id));
    Elements next = updated.isEmpty() ? elements : elements.with(updated.values());
    Structure tied =
        hangingElsewhere.isEmpty() ? structure : structure.after(next, hangingElsewhere);
    return new Document(next, tied, changed, extras);
  }

  /// The elements after changes of which some concern the order.
  private List<Element> rearranged(Diff diff) {
    List<Element> ordered = new ArrayList<>(elements.values());
    Map<ElementId, Element> byId = new HashMap<>(elements);
    for (Change change : diff.changes()) {
      switch (change) {
        case Change.Updated(Element before, Element after) ->
            require(byId.replace(before.id(), after) != null, before.id());
        case Change.SettingsUpdated _ -> {}
        case Change.Added(int index, Element element) -> {
          require(
              index <= ordered.size() && byId.putIfAbsent(element.id(), element) == null,
              element.id());
          ordered.add(index, element);
        }
        case Change.Removed(int index, Element element) -> {
          require(
              ordered.get(index).id().equals(element.id()) && byId.remove(element.id()) != null,
              element.id());
          ordered.remove(index);
        }
      }
    }
    // What was updated stands in the list as it was before.
    ordered.replaceAll(element -> byId.getOrDefault(element.id(), element));
    return ordered;
  }

  private static void require(boolean holds, ElementId id) {
    if (!holds) {
      throw new IllegalArgumentException("the diff was not made for this document: " + id);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Document that
        && settings.equals(that.settings)
        && extras.equals(that.extras)
        && elements.isAlike(that.elements);
  }

  @Override
  public int hashCode() {
    return 31 * elements.hashCode() + settings.hashCode();
  }

  @Override
  public String toString() {
    return "Document[" + settings.title() + ", " + elements.size() + " elements]";
  }
}
