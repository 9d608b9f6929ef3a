package dev.drawbridge.model;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// A design: its elements in drawing order (later ones lie on top, and this is the order of the file) and
/// its settings. Immutable; [#apply] gives the next one.
///
/// Two things hold of every document that an edit or the file reader made (see `Invariants`): a node's
/// parent is a node of the document and comes before it, without cycles; a connector's ends and a node's
/// spans are nodes of the document.
public final class Document {
  public static final Document EMPTY =
      new Document(new LinkedHashMap<>(), Settings.NONE, Fields.NONE);

  private final SequencedMap<ElementId, Element> elements;
  private final Settings settings;
  private final Fields extras;
  private @Nullable Structure structure;

  private Document(SequencedMap<ElementId, Element> elements, Settings settings, Fields extras) {
    this.elements = elements;
    this.settings = settings;
    this.extras = extras;
  }

  /// A document of these elements, in this order.
  ///
  /// @param extras fields of the file's top level that this version does not know
  public static Document of(
      Collection<? extends Element> elements, Settings settings, Fields extras) {
    SequencedMap<ElementId, Element> byId = LinkedHashMap.newLinkedHashMap(elements.size());
    for (Element element : elements) {
      if (byId.put(element.id(), element) != null) {
        throw new IllegalArgumentException("two elements are called " + element.id());
      }
    }
    return new Document(byId, settings, extras);
  }

  public SequencedMap<ElementId, Element> elements() {
    return Collections.unmodifiableSequencedMap(elements);
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
    return structure().nodes();
  }

  /// All connectors, in drawing order.
  public List<Connector> connectors() {
    return structure().connectors();
  }

  /// The nodes directly inside a container; those at the top for null. In drawing order.
  public List<Node> children(@Nullable ElementId container) {
    return structure().children(container);
  }

  /// The connectors that begin or end at the node, in drawing order.
  public List<Connector> connectorsOf(ElementId node) {
    return structure().connectorsOf(node);
  }

  /// The nodes that span the given one, in drawing order: for a subnet its load balancers and groups.
  public List<Node> spanning(ElementId node) {
    return structure().spanning(node);
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
    Settings changedSettings = settings;
    SequencedMap<ElementId, Element> byId = new LinkedHashMap<>(elements);
    List<Element> ordered = null; // built only when something moves within the order
    for (Change change : diff.changes()) {
      switch (change) {
        case Change.Updated(Element before, Element after) -> {
          require(byId.containsKey(before.id()), before.id());
          byId.replace(after.id(), after);
        }
        case Change.SettingsUpdated(Settings _, Settings after) -> changedSettings = after;
        case Change.Added(int index, Element element) -> {
          require(!byId.containsKey(element.id()) && index <= byId.size(), element.id());
          if (index == byId.size() && ordered == null) {
            byId.put(element.id(), element);
          } else {
            ordered = ordered == null ? new ArrayList<>(byId.values()) : ordered;
            ordered.add(index, element);
            byId.put(element.id(), element);
          }
        }
        case Change.Removed(int index, Element element) -> {
          require(byId.containsKey(element.id()), element.id());
          ordered = ordered == null ? new ArrayList<>(byId.values()) : ordered;
          require(ordered.get(index).id().equals(element.id()), element.id());
          ordered.remove(index);
          byId.remove(element.id());
        }
      }
    }
    if (ordered != null) {
      SequencedMap<ElementId, Element> reordered = LinkedHashMap.newLinkedHashMap(ordered.size());
      for (Element element : ordered) {
        Element current = byId.get(element.id());
        require(current != null, element.id());
        reordered.put(element.id(), current == null ? element : current);
      }
      byId = reordered;
    }
    return new Document(byId, changedSettings, extras);
  }

  private static void require(boolean holds, ElementId id) {
    if (!holds) {
      throw new IllegalArgumentException("the diff was not made for this document: " + id);
    }
  }

  /// Computed when first asked for; two threads may both compute it, with the same result.
  private Structure structure() {
    Structure known = structure;
    if (known == null) {
      known = Structure.of(elements.values());
      structure = known;
    }
    return known;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Document that
        && settings.equals(that.settings)
        && extras.equals(that.extras)
        && List.copyOf(elements.values()).equals(List.copyOf(that.elements.values()));
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
