package dev.drawbridge.editor;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Role;
import dev.drawbridge.edit.Containment;
import dev.drawbridge.edit.Docking;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How far copies stand from where the originals have them, so that both are seen: cards a little to the
/// right and down, as often as there is one already; containers beside all that is there.
final class Aside {
  private static final double STEP = 2 * Snapping.GRID;

  private final EditorView view;

  private Aside(EditorView view) {
    this.view = view;
  }

  /// What is copied.
  ///
  /// @param bounds of the original, in document coordinates
  /// @param container that takes the copy; null for the top
  record Piece(Node node, Rect bounds, @Nullable ElementId container) {}

  /// @param pieces at least one
  static Point of(List<Piece> pieces, EditorView view) {
    Aside aside = new Aside(view);
    return pieces.stream().anyMatch(piece -> is(piece.node, Role.CONTAINER))
        ? aside.beside(pieces)
        : aside.down(pieces.getFirst());
  }

  private Point down(Piece piece) {
    double steps = 0;
    while (isThere(piece, new Point(steps * STEP, steps * STEP))) {
      steps++;
    }
    return new Point(steps * STEP, steps * STEP);
  }

  private boolean isThere(Piece piece, Point by) {
    Rect wanted = piece.bounds.plus(by);
    ElementId container = piece.container;
    if (container != null && Containment.isDocked(piece.node)) {
      Rect around = view.scene().bounds(container);
      wanted =
          Docking.onBorder(wanted.minus(around.topLeft()), around.size()).plus(around.topLeft());
    }
    Point corner = wanted.topLeft();
    return view.document().children(container).stream()
        .anyMatch(
            other ->
                other.kind().equals(piece.node.kind())
                    && view.bounds(other).topLeft().distanceTo(corner) < 1);
  }

  private Point beside(List<Piece> pieces) {
    Rect box = pieces.stream().map(Piece::bounds).reduce(Rect::union).orElseThrow();
    ElementId container = pieces.getFirst().container;
    List<Rect> taken = new ArrayList<>();
    for (Node other : view.document().children(container)) {
      if (!is(other, Role.DOCKED)) {
        taken.add(view.bounds(other));
      }
    }
    if (blocker(box, taken).isEmpty()) {
      return Point.ORIGIN;
    }
    Rect right = box;
    for (Optional<Rect> met = blocker(right, taken); met.isPresent(); met = blocker(right, taken)) {
      right = right.plus(new Point(met.get().right() + STEP - right.x(), 0));
    }
    Rect below = box;
    for (Optional<Rect> met = blocker(below, taken); met.isPresent(); met = blocker(below, taken)) {
      below = below.plus(new Point(0, met.get().bottom() + STEP - below.y()));
    }
    boolean goesDown = container != null && cost(below, container) < cost(right, container);
    return (goesDown ? below : right).topLeft().minus(box.topLeft());
  }

  private static Optional<Rect> blocker(Rect box, List<Rect> taken) {
    Rect clear = box.grow(STEP / 2);
    return taken.stream().filter(other -> other.intersects(clear)).findFirst();
  }

  /// What it costs to have the box there: nothing within the room that the container has; otherwise by how
  /// much it grows, and far more where it would grow over its neighbours.
  private double cost(Rect box, ElementId container) {
    Rect around = view.scene().bounds(container);
    if (Containment.inner(around).contains(box)) {
      return 0;
    }
    Rect grown = around.union(box.grow(Containment.PADDING));
    double more = grown.area() - around.area();
    ElementId above = view.document().node(container).parent();
    boolean overOthers =
        view.document().children(above).stream()
            .filter(other -> !other.id().equals(container) && !is(other, Role.DOCKED))
            .map(view::bounds)
            .anyMatch(other -> other.intersects(grown) && !other.intersects(around));
    return overOthers ? 1e9 + more : more;
  }

  private static boolean is(Node node, Role role) {
    return Catalog.of(node).map(kind -> kind.role() == role).orElse(false);
  }
}
