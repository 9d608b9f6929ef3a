package dev.drawbridge.draw.layout;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Brings what was drawn by hand into order: all of it as [Layout] says, or a part. What is locked stays
/// where it is on the canvas, and so does the upper left corner of every container that holds such; the
/// others make way. All results are bounds within the container, of those nodes that change.
public final class Tidy {
  private final Document document;
  private final Map<ElementId, Rect> layout;
  private final Map<ElementId, Rect> placed = new HashMap<>();
  private final Set<ElementId> pinned = new HashSet<>();

  private Tidy(Document document) {
    this.document = document;
    this.layout = Layout.bounds(document);
    for (Node node : document.nodes()) {
      if (node.locked()) {
        pinned.add(node.id());
        document.ancestors(node).forEach(around -> pinned.add(around.id()));
      }
    }
  }

  /// The whole design, which begins where it began.
  public static Map<ElementId, Rect> all(Document document) {
    Tidy tidy = new Tidy(document);
    List<Node> roots = document.children(null);
    Point corner = corner(roots);
    roots.forEach(tidy::inside);
    tidy.place(roots, corner, Double.NEGATIVE_INFINITY);
    return tidy.changed();
  }

  /// What lies in the chosen containers, which stay where they are; and other chosen nodes, where there are
  /// several in one container, in rows with equal gaps.
  public static Map<ElementId, Rect> only(Document document, Set<ElementId> chosen) {
    Tidy tidy = new Tidy(document);
    Map<@Nullable ElementId, List<Node>> loose = new LinkedHashMap<>();
    for (Node node : document.nodes()) {
      boolean outermost =
          chosen.contains(node.id())
              && document.ancestors(node).stream().noneMatch(a -> chosen.contains(a.id()));
      if (!outermost || node.locked()) {
        continue;
      }
      if (document.children(node.id()).isEmpty()) {
        if (!Layout.isDocked(node)) {
          loose.computeIfAbsent(node.parent(), _ -> new ArrayList<>()).add(node);
        }
      } else {
        tidy.inside(node);
        tidy.hold(node);
      }
    }
    loose.values().forEach(tidy::rows);
    return tidy.changed();
  }

  private Map<ElementId, Rect> changed() {
    Map<ElementId, Rect> changed = new LinkedHashMap<>();
    for (Node node : document.nodes()) {
      Rect now = placed.get(node.id());
      if (now != null && !now.equals(node.bounds())) {
        changed.put(node.id(), now);
      }
    }
    return changed;
  }

  /// Where a node comes to lie: as it is until something was found for it.
  private Rect placed(Node node) {
    return placed.getOrDefault(node.id(), node.bounds());
  }

  private void put(Node node, Point corner, double width, double height) {
    placed.put(node.id(), new Rect(corner.x(), corner.y(), width, height));
  }

  private static Point corner(List<Node> nodes) {
    return nodes.stream()
        .map(Node::bounds)
        .reduce(Rect::union)
        .map(Rect::topLeft)
        .orElse(Point.ORIGIN);
  }

  /// Places what lies in a node, at whatever depth, and gives the node the size that this needs.
  private void inside(Node node) {
    Rect own = node.bounds();
    Rect wanted = layout.getOrDefault(node.id(), own);
    List<Node> children = document.children(node.id());
    if (node.locked()) {
      put(node, own.topLeft(), own.width(), own.height());
      return;
    }
    children.forEach(this::inside);
    if (!pinned.contains(node.id())) {
      children.forEach(
          child -> placed.put(child.id(), layout.getOrDefault(child.id(), child.bounds())));
      put(node, own.topLeft(), wanted.width(), wanted.height());
      return;
    }
    place(children, Point.ORIGIN, Layout.GAP / 2);
    hold(node);
  }

  /// Leaves the node where it is, and makes it large enough for what is placed in it.
  private void hold(Node node) {
    Rect own = node.bounds();
    double right = own.width();
    double bottom = own.height();
    for (Node child : document.children(node.id())) {
      if (!Layout.isDocked(child)) {
        right = Math.max(right, placed(child).right() + Layout.GAP / 2);
        bottom = Math.max(bottom, placed(child).bottom() + Layout.GAP / 2);
      }
    }
    put(node, own.topLeft(), right, bottom);
  }

  /// Places nodes that lie in one container: those that are pinned where they are, and the others around them
  /// as the layout has them or, where that is taken, beside or below.
  ///
  /// @param corner where the layout begins when nothing is pinned
  /// @param least the least coordinate that may be used
  private void place(List<Node> nodes, Point corner, double least) {
    List<Rect> taken = new ArrayList<>();
    List<Node> free = new ArrayList<>();
    Point shift = null;
    for (Node node : nodes) {
      if (!pinned.contains(node.id())) {
        free.add(node);
        continue;
      }
      Rect size = placed(node);
      put(node, node.bounds().topLeft(), size.width(), size.height());
      if (isInTheWay(node)) {
        taken.add(placed(node));
        shift = shift == null ? node.bounds().topLeft().minus(wanted(node).topLeft()) : shift;
      }
    }
    Point by = shift == null ? corner : shift;
    free.sort(
        Comparator.comparingDouble((Node node) -> wanted(node).y())
            .thenComparingDouble(node -> wanted(node).x()));
    for (Node node : free) {
      Rect at = wanted(node).plus(Layout.isDocked(node) ? corner : by);
      if (isInTheWay(node)) {
        at =
            clear(
                new Rect(Math.max(least, at.x()), Math.max(least, at.y()), at.width(), at.height()),
                taken);
        taken.add(at);
      }
      placed.put(node.id(), at);
    }
    if (shift != null) {
      free.stream().filter(node -> !node.spans().isEmpty()).forEach(this::follow);
    }
  }

  private Rect wanted(Node node) {
    return layout.getOrDefault(node.id(), node.bounds());
  }

  /// What lies over others, or on a border, lies so on purpose.
  private static boolean isInTheWay(Node node) {
    return node.spans().isEmpty() && !Layout.isDocked(node);
  }

  /// Moved to the right of what is in the way, or below it, whichever is nearer.
  private static Rect clear(Rect wanted, List<Rect> taken) {
    Rect at = wanted;
    boolean moved = true;
    while (moved) {
      moved = false;
      for (Rect other : taken) {
        if (other.grow(Layout.GAP / 4).intersects(at)) {
          double right = other.right() + Layout.GAP - at.x();
          double down = other.bottom() + Layout.GAP - at.y();
          at = at.plus(right < down ? new Point(right, 0) : new Point(0, down));
          moved = true;
        }
      }
    }
    return at;
  }

  /// What spans subnets lies over them as it does in the layout, wherever they went.
  private void follow(Node node) {
    Rect now = around(node.spans(), node.parent(), this::placed);
    Rect before = around(node.spans(), node.parent(), this::wanted);
    Rect wanted = wanted(node);
    double left = wanted.x() - before.x();
    double right = before.right() - wanted.right();
    placed.put(
        node.id(),
        new Rect(
            now.x() + left,
            now.y() + wanted.y() - before.y(),
            Math.max(wanted.width(), now.width() - left - right),
            wanted.height()));
  }

  private Rect around(Set<ElementId> ids, @Nullable ElementId container, Bounds bounds) {
    return ids.stream()
        .flatMap(id -> document.findNode(id).stream())
        .map(node -> Rect.at(origin(node.id(), container, bounds), bounds.of(node).size()))
        .reduce(Rect::union)
        .orElseThrow();
  }

  private interface Bounds {
    Rect of(Node node);
  }

  /// Where a node begins, in the coordinates of a container around it.
  private Point origin(ElementId id, @Nullable ElementId container, Bounds bounds) {
    Point sum = Point.ORIGIN;
    Node node = document.findNode(id).orElse(null);
    while (node != null && !node.id().equals(container)) {
      sum = sum.plus(bounds.of(node).topLeft());
      node = document.parent(node).orElse(null);
    }
    return sum;
  }

  /// Nodes of one container in the rows in which they lie more or less, each as large as it is.
  private void rows(List<Node> nodes) {
    if (nodes.size() < 2) {
      return;
    }
    Point corner = corner(nodes);
    List<Node> waiting = new ArrayList<>(nodes);
    waiting.sort(Comparator.comparingDouble(node -> node.bounds().y()));
    double y = corner.y();
    while (!waiting.isEmpty()) {
      Rect first = waiting.getFirst().bounds();
      List<Node> row =
          new ArrayList<>(
              waiting.stream().filter(node -> node.bounds().y() < first.centerY()).toList());
      waiting.removeAll(row);
      row.sort(Comparator.comparingDouble(node -> node.bounds().x()));
      double x = corner.x();
      double bottom = y;
      for (Node node : row) {
        Rect own = node.bounds();
        put(node, new Point(x, y), own.width(), own.height());
        x += own.width() + Layout.GAP;
        bottom = Math.max(bottom, y + own.height());
      }
      y = bottom + Layout.GAP;
    }
  }
}
