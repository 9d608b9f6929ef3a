package dev.drawbridge.edit;

import dev.drawbridge.base.Point;
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

/// Copies nodes with all that lies in them, and the connectors between them, beside the originals.
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
    List<Element> added = new ArrayList<>();
    for (Element element : before.elements().values()) {
      ElementId id = copies.get(element.id());
      if (id != null) {
        added.add(
            switch (element) {
              case Node node -> copy(node, id, before);
              case Connector connector -> copy(connector, id);
            });
      }
    }
    draft.addAll(added);
    Spanning.follow(before, draft);
  }

  private Node copy(Node node, ElementId id, Document document) {
    ElementId parent = node.parent();
    boolean root = parent == null || !copies.containsKey(parent);
    List<ElementId> spans =
        node.spans().stream().map(spanned -> copies.getOrDefault(spanned, spanned)).toList();
    boolean within = copies.keySet().containsAll(node.spans());
    return new Node(
        id,
        node.kind(),
        root ? Names.free(document, node.name(), node.kind()) : node.name(),
        parent == null ? null : copies.getOrDefault(parent, parent),
        root ? node.bounds().plus(by) : node.bounds(),
        within ? new LinkedHashSet<>(spans) : new LinkedHashSet<>(),
        node.properties(),
        node.locked(),
        node.extras());
  }

  private Connector copy(Connector connector, ElementId id) {
    return new Connector(
        id,
        connector.kind(),
        connector.name(),
        copies.getOrDefault(connector.source(), connector.source()),
        copies.getOrDefault(connector.target(), connector.target()),
        connector.bends().stream().map(p -> p.plus(by)).toList(),
        connector.properties(),
        connector.extras());
  }
}
