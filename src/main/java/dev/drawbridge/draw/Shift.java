package dev.drawbridge.draw;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.draw.route.Obstacles;
import dev.drawbridge.draw.route.Router;
import dev.drawbridge.draw.shape.Stroke;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A move of more than a [Preview] paints within a frame. What moves is shown as it was painted where it was,
/// at a cost of what is in view of it, however much there is.
public final class Shift {
  /// Of what moves no more is drawn: the largest.
  private static final int MOST = 250;

  /// No more lines are led between what moves and what stays.
  private static final int LINES = 60;

  private final Document before;
  private final Routes routes;
  private final Chunks painted;
  private final Look look;
  private final Set<ElementId> changed;
  private final ElementId first;
  private final Set<String> moved = new HashSet<>();
  private final Set<ElementId> nodes;

  /// Between what moves and what stays.
  private final Set<Connector> across = new LinkedHashSet<>();

  private final Chunks rest;
  private @Nullable Rect known;
  private List<Chunks.Piece> pieces = List.of();

  private Shift(
      Preview.Origin origin, Chunks painted, Set<ElementId> changed, List<ElementId> roots) {
    this.before = origin.document();
    this.routes = origin.routes();
    this.look = origin.look();
    this.painted = painted;
    this.changed = changed;
    this.first = roots.getFirst();
    this.nodes = new HashSet<>(roots);
    for (ElementId root : roots) {
      before.descendants(root).forEach(node -> nodes.add(node.id()));
    }
    Set<String> gone = new HashSet<>();
    for (ElementId id : nodes) {
      moved.add(id.value());
      for (Connector connector : before.connectorsOf(id)) {
        boolean inside = nodes.contains(connector.source()) && nodes.contains(connector.target());
        if (inside) {
          moved.add(connector.id().value());
        } else {
          across.add(connector);
          gone.add(connector.id().value());
        }
      }
    }
    gone.addAll(moved);
    this.rest = painted.without(gone);
  }

  /// @param painted the document before
  /// @return empty where the documents differ by more than that some things are elsewhere, all in the same way
  public static Optional<Shift> of(Preview.Origin origin, Chunks painted, Document now) {
    Set<ElementId> changed = now.changedFrom(origin.document());
    List<ElementId> roots = new ArrayList<>();
    Point by = Point.ORIGIN;
    for (ElementId id : changed) {
      Point way = way(origin.document(), now, id);
      if (way == null) {
        return Optional.empty();
      }
      if (!way.equals(Point.ORIGIN) && (roots.isEmpty() || isAlike(way, by))) {
        by = way;
        roots.add(id);
      }
    }
    return roots.isEmpty()
        ? Optional.empty()
        : Optional.of(new Shift(origin, painted, changed, roots));
  }

  /// Whether the documents differ by the same things being elsewhere.
  public boolean isOf(Document origin, Document now) {
    return origin == before && changed.equals(now.changedFrom(origin));
  }

  /// How far a node went; null for what came or went. What became larger, such as a container that makes room,
  /// went nowhere; and lines go with their ends.
  private static @Nullable Point way(Document before, Document now, ElementId id) {
    Element old = before.find(id).orElse(null);
    Element element = now.find(id).orElse(null);
    if (old == null || element == null) {
      return null;
    }
    return old instanceof Node was
            && element instanceof Node node
            && was.bounds().size().equals(node.bounds().size())
        ? now.absoluteBounds(node).topLeft().minus(before.absoluteBounds(was).topLeft())
        : Point.ORIGIN;
  }

  /// The same but for what is lost in adding up.
  private static boolean isAlike(Point a, Point b) {
    return a.distanceTo(b) < 0.01;
  }

  /// What stays where it was.
  public Chunks rest() {
    return rest;
  }

  /// What moved, where it is now.
  ///
  /// @param visible what is in view of the document
  public Picture picture(Document now, Rect visible) {
    Point by = way(before, now, first);
    if (by == null) {
      throw new IllegalArgumentException("another move");
    }
    List<Mark> marks = new ArrayList<>();
    List<Mark> lines = lines(visible, by);
    for (Chunks.Piece piece : pieces(visible.minus(by))) {
      if (!lines.isEmpty() && piece.layer() > Chunks.CONNECTORS) {
        marks.addAll(lines);
        lines = List.of();
      }
      marks.add(Marks.shifted(piece.mark(), by));
    }
    marks.addAll(lines);
    Mark.Group root = Mark.Group.of("picture", "", marks);
    return new Picture(root.bounds(), painted.paper(), root);
  }

  /// A little more than asked for, so that it need not be looked for with every frame.
  private List<Chunks.Piece> pieces(Rect wanted) {
    Rect there = known;
    if (there == null || !there.contains(wanted)) {
      there = wanted.grow(Math.max(wanted.width(), wanted.height()) / 2);
      known = there;
      pieces = largest(painted.pieces(moved, there));
    }
    return pieces;
  }

  /// All of a size or none: half of the cards would look as if the others were lost.
  private static List<Chunks.Piece> largest(List<Chunks.Piece> all) {
    if (all.size() <= MOST) {
      return all;
    }
    List<Double> sizes = new ArrayList<>();
    all.forEach(piece -> sizes.add(size(piece)));
    sizes.sort((a, b) -> Double.compare(b, a));
    double least = sizes.get(MOST);
    return all.stream().filter(piece -> size(piece) > least).toList();
  }

  private static double size(Chunks.Piece piece) {
    Rect bounds = piece.mark().bounds();
    return Math.max(bounds.width(), bounds.height());
  }

  /// Led as if there were nothing in the way.
  private List<Mark> lines(Rect visible, Point by) {
    Router router = new Router(new Obstacles(), List.of(), () -> false);
    List<Mark> lines = new ArrayList<>();
    for (Connector connector : across) {
      Rect source = box(connector.source(), by);
      Rect target = box(connector.target(), by);
      if (lines.size() < LINES && source.union(target).intersects(visible)) {
        List<Point> line = router.route(new Router.End(source, -1), new Router.End(target, -2));
        if (line.size() > 1) {
          List<Mark> marks = new ArrayList<>();
          ConnectorPainter.arrow(line, Stroke.solid(look.theme().line(), 1.5), marks);
          lines.add(Mark.Group.of(connector.id().value(), "", marks));
        }
      }
    }
    return lines;
  }

  private Rect box(ElementId node, Point by) {
    Rect was = routes.placement().of(node);
    return nodes.contains(node) ? was.plus(by) : was;
  }
}
