package dev.drawbridge.edit;

import dev.drawbridge.base.Rect;
import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Role;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Geometry proposes which subnets a load balancer or a group lies over; the document records it, and
/// what the user decided otherwise stays.
public final class Spanning {
  /// An overlap narrower than this, in px, is an accident and proposes nothing.
  static final double LEAST_OVERLAP = 8;

  /// The kinds that others lie over.
  private static final Set<String> SPANNABLE =
      Catalog.kinds().stream()
          .flatMap(kind -> kind.spans().stream())
          .collect(Collectors.toUnmodifiableSet());

  private Spanning() {}

  /// The nodes that the given one lies over and may span, in drawing order.
  public static SequencedSet<ElementId> proposed(Document document, Node node) {
    SequencedSet<ElementId> found = new LinkedHashSet<>();
    List<String> spannable = spannable(node);
    if (spannable.isEmpty()) {
      return found;
    }
    Rect bounds = document.absoluteBounds(node);
    ElementId realm = realm(document, node);
    List<Node> candidates = realm == null ? document.nodes() : document.descendants(realm);
    for (Node candidate : candidates) {
      if (spannable.contains(candidate.kind())
          && overlaps(bounds, document.absoluteBounds(candidate))) {
        found.add(candidate.id());
      }
    }
    return found;
  }

  /// Gives every node the spans that the geometry gained since `before`, and takes those it lost.
  static void follow(Document before, Draft draft) {
    Document after = draft.document();
    if (before == after) {
      return;
    }
    Set<ElementId> touched = draft.diff().touched();
    Set<ElementId> stirred = stirred(before, after, touched);
    List<Node> changed = new ArrayList<>();
    for (Node node : stirred.isEmpty() ? nodes(touched, after) : after.nodes()) {
      if (spannable(node).isEmpty() || isUndisturbed(node, before, after, touched, stirred)) {
        continue;
      }
      SequencedSet<ElementId> was =
          before.findNode(node.id()).map(n -> proposed(before, n)).orElseGet(LinkedHashSet::new);
      SequencedSet<ElementId> now = proposed(after, node);
      SequencedSet<ElementId> spans = new LinkedHashSet<>(node.spans());
      spans.removeIf(id -> was.contains(id) && !now.contains(id));
      for (ElementId id : now) {
        if (!was.contains(id)) {
          spans.add(id);
        }
      }
      if (!List.copyOf(spans).equals(List.copyOf(node.spans()))) {
        changed.add(node.withSpans(spans));
      }
    }
    draft.updateAll(changed);
  }

  private static List<Node> nodes(Set<ElementId> ids, Document document) {
    return ids.stream().flatMap(id -> document.findNode(id).stream()).toList();
  }

  /// The containers, before and after, in which something that others may lie over came, went, moved or
  /// was resized.
  private static Set<ElementId> stirred(Document before, Document after, Set<ElementId> touched) {
    Set<ElementId> found = new HashSet<>();
    for (ElementId id : touched) {
      for (Document document : List.of(before, after)) {
        Node node = document.findNode(id).orElse(null);
        if (node != null && (SPANNABLE.contains(node.kind()) || holdsAny(id, before, after))) {
          document.ancestors(node).forEach(around -> found.add(around.id()));
        }
      }
    }
    return found;
  }

  private static boolean holdsAny(ElementId id, Document before, Document after) {
    return !before.children(id).isEmpty() || !after.children(id).isEmpty();
  }

  /// Whether nothing changed within the container in which the node may span: what moves together with
  /// that container, or came with it as a copy, lies over what it lay over.
  private static boolean isUndisturbed(
      Node node, Document before, Document after, Set<ElementId> touched, Set<ElementId> stirred) {
    ElementId realm = realm(after, node);
    Node old = before.findNode(node.id()).orElse(null);
    if (realm == null) {
      return false;
    }
    return old == null
        ? before.findNode(realm).isEmpty()
        : !touched.contains(node.id())
            && realm.equals(realm(before, old))
            && !stirred.contains(realm);
  }

  private static List<String> spannable(Node node) {
    return Catalog.of(node).map(kind -> kind.spans()).orElse(List.of());
  }

  /// The container within which it may span: the nearest that is not itself a frame over others, nor a
  /// group, which changes nothing but the looks.
  private static @Nullable ElementId realm(Document document, Node node) {
    for (Node ancestor : document.ancestors(node)) {
      if (!ancestor.kind().equals(Kind.GROUP)
          && Catalog.of(ancestor).map(kind -> kind.role() != Role.FRAME).orElse(true)) {
        return ancestor.id();
      }
    }
    return null;
  }

  private static boolean overlaps(Rect a, Rect b) {
    return Math.min(a.right(), b.right()) - Math.max(a.x(), b.x()) >= LEAST_OVERLAP
        && Math.min(a.bottom(), b.bottom()) - Math.max(a.y(), b.y()) >= LEAST_OVERLAP;
  }
}
