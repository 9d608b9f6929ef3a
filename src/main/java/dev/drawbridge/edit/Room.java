package dev.drawbridge.edit;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.base.Size;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.List;
import java.util.Optional;

/// Where there is room for what a fix adds, and how that is called.
public final class Room {
  /// How far apart the places are that are tried, in px.
  private static final double STEP = 16;

  private Room() {}

  /// No larger than the container has room, so that this need not grow over its neighbours.
  public static Size size(Kind kind, Node container) {
    Rect room = Containment.inner(container.bounds());
    return new Size(
        Math.max(Containment.SMALLEST, Math.min(kind.size().width(), room.width())),
        Math.max(Containment.SMALLEST, Math.min(kind.size().height(), room.height())));
  }

  /// A place in the container that nothing else covers, the first from the upper left; that
  /// corner itself where there is none. Relative to the container.
  public static Rect free(Document document, Node container, Size size) {
    Point origin = document.origin(container.id());
    Rect around = document.absoluteBounds(container);
    List<Node> holders = document.ancestors(container);
    List<Rect> taken =
        document.nodes().stream()
            .filter(node -> !node.equals(container) && !holders.contains(node))
            .map(document::absoluteBounds)
            .filter(around::intersects)
            .map(bounds -> bounds.minus(origin))
            .toList();
    return among(taken, container, size).orElseGet(() -> Rect.at(inner(container).topLeft(), size));
  }

  /// As above among what stands right in the container, which is to grow downwards where there is no
  /// such place.
  public static Rect freeOrBelow(Document document, Node container, Size size) {
    List<Rect> taken = document.children(container.id()).stream().map(Node::bounds).toList();
    return among(taken, container, size)
        .orElseGet(
            () -> Rect.at(new Point(inner(container).x(), container.bounds().height()), size));
  }

  private static Rect inner(Node container) {
    return Containment.inner(container.bounds()).minus(container.bounds().topLeft());
  }

  private static Optional<Rect> among(List<Rect> taken, Node container, Size size) {
    Rect inner = inner(container);
    for (double y = inner.y(); y + size.height() <= inner.bottom(); y += STEP) {
      for (double x = inner.x(); x + size.width() <= inner.right(); x += STEP) {
        Rect place = Rect.at(new Point(x, y), size);
        if (taken.stream().noneMatch(place::intersects)) {
          return Optional.of(place);
        }
      }
    }
    return Optional.empty();
  }

  /// Told by its home, so that two people who take the same fix add the same.
  public static ElementId fresh(Document document, String stem) {
    ElementId id = new ElementId(stem);
    for (int i = 2; document.find(id).isPresent(); i++) {
      id = new ElementId(stem + "-" + i);
    }
    return id;
  }
}
