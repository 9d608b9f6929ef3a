package dev.drawbridge.edit;

import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;

/// What holds of every document after every edit: parents exist and come before their children; ends and
/// spans are nodes that exist.
public final class Invariants {
  private Invariants() {}

  /// Closes an edit of a document of which all of this held: looks only at what the edit touched, and
  /// repairs all where that does not hold any more.
  static void keep(Draft draft) {
    if (draft.isRearranged() || !isSound(draft.document(), draft.suspects())) {
      repair(draft);
    }
    draft.repaired();
  }

  private static boolean isSound(Document document, Set<ElementId> suspects) {
    Set<ElementId> involved = new HashSet<>(suspects);
    for (ElementId id : suspects) {
      switch (document.find(id).orElse(null)) {
        case Node node -> {
          ElementId parent = node.parent();
          if (parent != null) {
            if (document.findNode(parent).isEmpty()) {
              return false;
            }
            involved.add(parent);
          }
          if (!node.spans().stream().allMatch(spanned -> document.findNode(spanned).isPresent())) {
            return false;
          }
        }
        case Connector connector -> {
          if (document.findNode(connector.source()).isEmpty()
              || document.findNode(connector.target()).isEmpty()) {
            return false;
          }
        }
        case null -> {
          return false;
        }
      }
    }
    Set<ElementId> before = new HashSet<>();
    for (ElementId id : document.inOrder(involved)) {
      boolean hangs = suspects.contains(id) && document.find(id).orElse(null) instanceof Node;
      ElementId parent = hangs ? document.node(id).parent() : null;
      if (parent != null && !before.contains(parent)) {
        return false;
      }
      before.add(id);
    }
    return true;
  }

  /// Puts right a document of which nothing is known: what hangs on removed nodes goes with them, and order is put right.
  public static void repair(Draft draft) {
    removeOrphans(draft);
    forgetLostSpans(draft);
    putParentsFirst(draft);
    draft.repaired();
  }

  /// What does not hold, in words for a developer; empty when all is well.
  public static List<String> violations(Document document) {
    List<String> found = new ArrayList<>();
    Set<ElementId> seen = new HashSet<>();
    for (Element element : document.elements().values()) {
      switch (element) {
        case Node node -> {
          ElementId parent = node.parent();
          if (parent != null && (!seen.contains(parent) || document.findNode(parent).isEmpty())) {
            found.add(node.id() + " has no parent " + parent + " before it");
          }
          for (ElementId spanned : node.spans()) {
            if (document.findNode(spanned).isEmpty()) {
              found.add(node.id() + " spans no node " + spanned);
            }
          }
        }
        case Connector connector -> {
          if (document.findNode(connector.source()).isEmpty()
              || document.findNode(connector.target()).isEmpty()) {
            found.add(connector.id() + " has a loose end");
          }
        }
      }
      seen.add(element.id());
    }
    return found;
  }

  private static void removeOrphans(Draft draft) {
    Document document = draft.document();
    Set<ElementId> gone = new LinkedHashSet<>();
    boolean more = true;
    while (more) {
      more = false;
      for (Element element : document.elements().values()) {
        if (!gone.contains(element.id()) && hangsOnNothing(element, document, gone)) {
          gone.add(element.id());
          more = true;
        }
      }
    }
    draft.removeAll(gone);
  }

  private static boolean hangsOnNothing(Element element, Document document, Set<ElementId> gone) {
    return switch (element) {
      case Node node -> {
        ElementId parent = node.parent();
        yield parent != null && isMissing(parent, document, gone);
      }
      case Connector connector ->
          isMissing(connector.source(), document, gone)
              || isMissing(connector.target(), document, gone);
    };
  }

  private static boolean isMissing(ElementId id, Document document, Set<ElementId> gone) {
    return gone.contains(id) || document.findNode(id).isEmpty();
  }

  private static void forgetLostSpans(Draft draft) {
    Document document = draft.document();
    List<Node> changed = new ArrayList<>();
    for (Element element : document.elements().values()) {
      if (element instanceof Node node && !node.spans().isEmpty()) {
        SequencedSet<ElementId> kept = new LinkedHashSet<>(node.spans());
        if (kept.removeIf(id -> document.findNode(id).isEmpty())) {
          changed.add(node.withSpans(kept));
        }
      }
    }
    draft.updateAll(changed);
  }

  /// Keeps the order but for nodes that stand before their parent: those follow right behind it.
  private static void putParentsFirst(Draft draft) {
    Document document = draft.document();
    if (inOrder(document)) {
      return;
    }
    SequencedSet<ElementId> order = new LinkedHashSet<>();
    for (Element element : document.elements().values()) {
      if (element instanceof Node node) {
        for (Node ancestor : document.ancestors(node).reversed()) {
          order.add(ancestor.id());
        }
      }
      order.add(element.id());
    }
    draft.reorder(List.copyOf(order));
  }

  private static boolean inOrder(Document document) {
    Set<ElementId> seen = new HashSet<>();
    for (Element element : document.elements().values()) {
      if (element instanceof Node node) {
        ElementId parent = node.parent();
        if (parent != null && !seen.contains(parent)) {
          return false;
        }
      }
      seen.add(element.id());
    }
    return true;
  }
}
