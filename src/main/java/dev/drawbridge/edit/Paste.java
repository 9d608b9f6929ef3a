package dev.drawbridge.edit;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;

/// Puts copies of elements from elsewhere into the document. Containers grow where these need more room
/// than they have.
///
/// @param elements complete, under ids that the document does not have; parents before what they hold
public record Paste(List<Element> elements) implements Edit {
  public Paste {
    elements = List.copyOf(elements);
  }

  /// Copies a fragment under new ids, and under new names where these are taken.
  ///
  /// @param fragment what is copied; the containers that it lay in are not part of it, and its coordinates
  ///     are those of a document
  /// @param containers for what lies at the fragment's top the container that takes it; none for the top
  ///     of the document
  /// @param by how far the copies stand from where the fragment has them, in px
  public static Paste of(
      Document document,
      Document fragment,
      Map<ElementId, ElementId> containers,
      Point by,
      Ids source) {
    Map<ElementId, ElementId> copies = new HashMap<>();
    for (Element element : fragment.elements().values()) {
      copies.put(element.id(), source.fresh(document, element.kind()));
    }
    Names names = Names.of(document);
    List<Element> elements = new ArrayList<>();
    for (Element element : fragment.elements().values()) {
      elements.add(
          element instanceof Node node && node.parent() == null
              ? placed(
                  Copies.copy(node, copies, names)
                      .withParent(containers.get(node.id()))
                      .withBounds(node.bounds().plus(by)),
                  document)
              : Copies.copy(element, copies, names, by));
    }
    return new Paste(elements);
  }

  /// @param node with bounds in the document's coordinates
  private static Node placed(Node node, Document document) {
    ElementId container = node.parent();
    Rect inside = node.bounds().minus(document.origin(container));
    return node.withBounds(
        container != null && Containment.isDocked(node)
            ? Docking.onBorder(inside, document.node(container).bounds().size())
            : inside);
  }

  @Override
  public String key() {
    return "edit.paste.name";
  }

  /// Those that lie in no other of them.
  public SequencedSet<ElementId> roots() {
    SequencedSet<ElementId> own = new LinkedHashSet<>();
    elements.forEach(element -> own.add(element.id()));
    SequencedSet<ElementId> roots = new LinkedHashSet<>();
    for (Element element : elements) {
      if (element instanceof Node node && !own.contains(node.parent())) {
        roots.add(node.id());
      }
    }
    return roots;
  }

  @Override
  public void apply(Draft draft) {
    Document before = draft.document();
    SequencedSet<ElementId> roots = roots();
    for (Element element : elements) {
      if (element instanceof Node node && roots.contains(node.id())) {
        Containment.refusal(before, node, node.parent())
            .ifPresent(
                refusal -> {
                  throw new IllegalArgumentException(refusal.toString());
                });
      }
    }
    draft.addAll(elements);
    SequencedSet<ElementId> own = new LinkedHashSet<>();
    elements.forEach(element -> own.add(element.id()));
    OwnAddresses.give(draft, own);
    Growth.toHold(draft, roots);
    Spanning.follow(before, draft);
  }
}
