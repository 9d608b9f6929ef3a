package dev.drawbridge.editor;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.base.Size;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Role;
import dev.drawbridge.edit.Containment;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A place for a new node. Without a pointer it is found in the selected container or around it, or else in the
/// first one that takes such a node; beside what is there.
///
/// @param target which container takes it, or why none does
/// @param bounds where, in document coordinates
record Spot(DropTarget target, Rect bounds) {
  private static final double GAP = 16;

  static Spot forKind(Kind kind, EditorView view) {
    DropTarget target = targets(view).apply(kind);
    ElementId container = target.container();
    if (container != null) {
      return new Spot(target, free(kind.size(), kind.role() == Role.DOCKED, container, view));
    }
    Rect inView = view.camera().visible(view.viewport());
    return target.isRefused() || view.document().children(null).isEmpty()
        ? new Spot(target, sized(kind.size(), inView.center()))
        : new Spot(target, free(kind.size(), false, null, view));
  }

  /// Which container would take a node of a kind, or why none does.
  static Function<Kind, DropTarget> targets(EditorView view) {
    Document document = view.document();
    List<Node> candidates = candidates(view);
    return kind -> {
      for (Node container : candidates) {
        if (Containment.refusal(document, kind.id(), container).isEmpty()) {
          return new DropTarget(container.id(), null);
        }
      }
      return new DropTarget(null, Containment.refusal(document, kind.id(), null).orElse(null));
    };
  }

  /// The selected containers, those around them, what lies in these, and then all others; of containers that
  /// take the same, the first.
  private static List<Node> candidates(EditorView view) {
    Document document = view.document();
    List<Node> near = new ArrayList<>();
    for (ElementId id : view.selection().ids()) {
      document
          .findNode(id)
          .ifPresent(
              node -> {
                near.add(node);
                near.addAll(document.ancestors(node));
              });
    }
    if (view.entered() != null) {
      document.findNode(view.entered()).ifPresent(near::add);
    }
    SequencedMap<String, Node> found = new LinkedHashMap<>();
    near.forEach(node -> consider(node, found));
    Set<ElementId> seen = new HashSet<>();
    near.forEach(node -> within(node, document, seen, found));
    document.nodes().forEach(node -> consider(node, found));
    return List.copyOf(found.values());
  }

  /// What a container takes depends on its kind; on what is around it where it is a group.
  private static void consider(Node node, SequencedMap<String, Node> found) {
    if (HitTest.holds(node)) {
      found.putIfAbsent(
          node.kind().equals(Kind.GROUP) ? node.id().value() + " " : node.kind(), node);
    }
  }

  private static void within(
      Node container, Document document, Set<ElementId> seen, SequencedMap<String, Node> found) {
    if (seen.add(container.id())) {
      for (Node child : document.children(container.id())) {
        consider(child, found);
        within(child, document, seen, found);
      }
    }
  }

  /// Room for something of a size, in document coordinates: inside the container as it is, or else below all
  /// that is in it.
  static Rect free(Size size, boolean docked, @Nullable ElementId container, EditorView view) {
    Document document = view.document();
    List<Rect> taken = new ArrayList<>();
    for (Node child : document.children(container)) {
      taken.add(view.bounds(child));
    }
    if (container == null) {
      Rect all = taken.stream().reduce(Rect::union).orElse(new Rect(0, 0, 0, 0));
      return Rect.at(new Point(all.right() + 3 * GAP, all.y()), size);
    }
    Rect around = view.scene().bounds(container);
    if (docked) {
      Rect top = sized(size, new Point(around.centerX(), around.y()));
      return top.plus(Moving.onBorder(top, around));
    }
    Rect room = Containment.inner(around);
    for (double y = room.y(); y + size.height() <= room.bottom() + 1; y += GAP) {
      for (double x = room.x(); x + size.width() <= room.right() + 1; x += GAP) {
        Rect bounds = Rect.at(new Point(Math.round(x), Math.round(y)), size);
        if (taken.stream().noneMatch(other -> other.grow(GAP / 2).intersects(bounds))) {
          return bounds;
        }
      }
    }
    // No room: below everything; the container grows.
    double bottom = taken.stream().mapToDouble(Rect::bottom).max().orElse(room.y());
    return Rect.at(new Point(room.x(), bottom + GAP), size);
  }

  private static Rect sized(Size size, Point centre) {
    return new Rect(
        Math.round(centre.x() - size.width() / 2),
        Math.round(centre.y() - size.height() / 2),
        size.width(),
        size.height());
  }
}
