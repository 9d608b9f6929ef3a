package dev.drawbridge.edit;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Role;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Which container takes which node, and the room that content needs in it.
///
/// A kind that the catalogue does not know may lie anywhere and hold anything: the version that knows it
/// will judge.
public final class Containment {
  /// What a container keeps free for its title, in px.
  public static final double HEADER = 36;

  /// What a container keeps free around its content on the other sides, in px.
  public static final double PADDING = 12;

  /// No node is smaller than this in either direction, in px.
  public static final double SMALLEST = 32;

  private Containment() {}

  /// Why the container would not take a node of the kind; empty when it takes it.
  ///
  /// @param container null for the top of the document
  public static Optional<Refusal> refusal(String kind, @Nullable Node container) {
    Optional<Kind> known = Catalog.find(kind);
    if (known.isEmpty()) {
      return Optional.empty();
    }
    if (container == null) {
      return known.get().mayBeIn(null)
          ? Optional.empty()
          : Optional.of(
              new Refusal(
                  Refusal.Reason.NEEDS_A_CONTAINER, kind, containersFor(known.get()), null));
    }
    Optional<Kind> holder = Catalog.of(container);
    return holder.isEmpty() || known.get().mayBeIn(holder.get())
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                Refusal.Reason.WRONG_CONTAINER,
                kind,
                containersFor(known.get()),
                container.kind()));
  }

  /// As above, within a document: a group takes what its surroundings take.
  public static Optional<Refusal> refusal(
      Document document, String kind, @Nullable Node container) {
    return kind.equals(Kind.GROUP)
        ? refusal(kind, container)
        : refusal(kind, surroundings(document, container));
  }

  /// The nearest container that is no group; null for the top of the document.
  private static @Nullable Node surroundings(Document document, @Nullable Node container) {
    Node around = container;
    while (around != null && around.kind().equals(Kind.GROUP)) {
      around = document.parent(around).orElse(null);
    }
    return around;
  }

  /// Why the node may not be put into the container; empty when it may.
  public static Optional<Refusal> refusal(
      Document document, Node node, @Nullable ElementId container) {
    if (container == null) {
      return within(document, node, null);
    }
    Node holder = document.node(container);
    boolean inside =
        holder.id().equals(node.id())
            || document.ancestors(holder).stream().anyMatch(a -> a.id().equals(node.id()));
    return inside
        ? Optional.of(
            new Refusal(Refusal.Reason.INSIDE_ITSELF, node.kind(), List.of(), holder.kind()))
        : within(document, node, holder);
  }

  /// What lies in a group must be taken too.
  private static Optional<Refusal> within(Document document, Node node, @Nullable Node holder) {
    Optional<Refusal> own = refusal(document, node.kind(), holder);
    if (own.isPresent() || !node.kind().equals(Kind.GROUP)) {
      return own;
    }
    return document.children(node.id()).stream()
        .flatMap(child -> within(document, child, holder).stream())
        .findFirst();
  }

  public static boolean isDocked(Node node) {
    return Catalog.of(node).map(kind -> kind.role() == Role.DOCKED).orElse(false);
  }

  /// The rectangle that the container needs for what lies in it, in its own coordinates: the content,
  /// with the room for title and margin as far as it has that room now. Null when there is nothing
  /// inside. What is docked on its border does not count.
  public static @Nullable Rect content(Document document, ElementId container) {
    Rect around = null;
    for (Node child : document.children(container)) {
      if (!isDocked(child)) {
        around = around == null ? child.bounds() : around.union(child.bounds());
      }
    }
    if (around == null) {
      return null;
    }
    Rect own = document.node(container).bounds();
    Point from = new Point(Math.max(0, around.x() - PADDING), Math.max(0, around.y() - HEADER));
    Point to =
        new Point(
            Math.min(own.width(), around.right() + PADDING),
            Math.min(own.height(), around.bottom() + PADDING));
    return to.x() < from.x() || to.y() < from.y() ? around : around.union(Rect.between(from, to));
  }

  /// The part of a container that is meant for content, in the coordinates of its bounds.
  public static Rect inner(Rect container) {
    return new Rect(
        container.x() + PADDING,
        container.y() + HEADER,
        Math.max(0, container.width() - 2 * PADDING),
        Math.max(0, container.height() - HEADER - PADDING));
  }

  private static List<String> containersFor(Kind kind) {
    return kind.placedIn().stream().filter(id -> !id.equals(Kind.TOP)).toList();
  }
}
