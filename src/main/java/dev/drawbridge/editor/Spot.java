package dev.drawbridge.editor;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.base.Size;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Role;
import dev.drawbridge.edit.Containment;
import dev.drawbridge.edit.Refusal;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/// A place for a new node, found without a pointer: in the selected container or around it, or else in the
/// first one that takes such a node; beside what is there.
///
/// @param target which container takes it, or why none does
/// @param bounds where, in document coordinates
record Spot(DropTarget target, Rect bounds) {
  private static final double GAP = 16;

  static Spot forKind(Kind kind, EditorView view) {
    Document document = view.document();
    Rect inView = view.camera().visible(view.viewport());
    for (Node container : candidates(view)) {
      if (Containment.refusal(document, kind.id(), container).isEmpty()) {
        return new Spot(
            new DropTarget(container.id(), null),
            free(kind.size(), kind.role() == Role.DOCKED, container.id(), view));
      }
    }
    Refusal refusal = Containment.refusal(document, kind.id(), null).orElse(null);
    Rect centred = sized(kind.size(), inView.center());
    return refusal == null && !document.children(null).isEmpty()
        ? new Spot(DropTarget.TOP, free(kind.size(), false, null, view))
        : new Spot(new DropTarget(null, refusal), centred);
  }

  private static List<Node> candidates(EditorView view) {
    Document document = view.document();
    SequencedSet<Node> found = new LinkedHashSet<>();
    for (ElementId id : view.selection().ids()) {
      document
          .findNode(id)
          .ifPresent(
              node -> {
                found.add(node);
                found.addAll(document.ancestors(node));
              });
    }
    if (view.entered() != null) {
      document.findNode(view.entered()).ifPresent(found::add);
    }
    for (Node around : List.copyOf(found)) {
      within(around, document, found);
    }
    found.addAll(document.nodes());
    return List.copyOf(found);
  }

  private static void within(Node container, Document document, SequencedSet<Node> found) {
    for (Node child : document.children(container.id())) {
      found.add(child);
      within(child, document, found);
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
