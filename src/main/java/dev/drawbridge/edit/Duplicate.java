package dev.drawbridge.edit;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;

/// Copies nodes with all that lies in them, and the connectors between them, beside the originals. Their
/// containers grow where the copies need more room.
///
/// @param copies for each element that is copied the id of its copy, in drawing order
/// @param by how far from the original the copy stands, in px
public record Duplicate(SequencedMap<ElementId, ElementId> copies, Point by) implements Edit {
  public Duplicate {
    copies = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(copies));
  }

  public static Duplicate of(Document document, Set<ElementId> ids, Point by, Ids source) {
    Set<ElementId> nodes = new LinkedHashSet<>();
    for (Node root : Move.roots(document, ids)) {
      nodes.add(root.id());
      document.descendants(root.id()).forEach(node -> nodes.add(node.id()));
    }
    SequencedMap<ElementId, ElementId> copies = new LinkedHashMap<>();
    for (Element element : document.elements().values()) {
      boolean copied =
          switch (element) {
            case Node node -> nodes.contains(node.id());
            case Connector connector ->
                nodes.contains(connector.source()) && nodes.contains(connector.target());
          };
      if (copied) {
        copies.put(element.id(), source.fresh(document, element.kind()));
      }
    }
    return new Duplicate(copies, by);
  }

  @Override
  public String key() {
    return "edit.duplicate.name";
  }

  /// The copies of those nodes that were not copied as part of another.
  public SequencedSet<ElementId> roots(Document document) {
    SequencedSet<ElementId> found = new LinkedHashSet<>();
    for (Node root : Move.roots(document, copies.keySet())) {
      found.add(copies.getOrDefault(root.id(), root.id()));
    }
    return found;
  }

  @Override
  public void apply(Draft draft) {
    Document before = draft.document();
    Names names = Names.of(before);
    List<Element> added = new ArrayList<>();
    List<ElementId> roots = new ArrayList<>();
    for (ElementId id : copies.keySet()) {
      Element element = before.find(id).orElseThrow();
      ElementId parent = element instanceof Node node ? node.parent() : null;
      if (element instanceof Node node && (parent == null || !copies.containsKey(parent))) {
        Node copy = aside(node, before, names);
        added.add(copy);
        roots.add(copy.id());
      } else {
        added.add(Copies.copy(element, copies, names, by));
      }
    }
    draft.addAll(added);
    OwnAddresses.give(draft, new LinkedHashSet<>(copies.sequencedValues()));
    Growth.toHold(draft, roots);
    Spanning.follow(before, draft);
  }

  private Node aside(Node node, Document document, Names names) {
    Rect bounds = node.bounds().plus(by);
    Node around = document.parent(node).orElse(null);
    return Copies.copy(node, copies, names)
        .withBounds(
            around != null && Containment.isDocked(node)
                ? Docking.onBorder(bounds, around.bounds().size())
                : bounds);
  }
}
