package dev.drawbridge.editor;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Role;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Where everything in a document lies on the canvas, indexed by place.
public final class Scene {
  private final Document document;
  private final Map<ElementId, Rect> bounds = new HashMap<>();
  private final Map<ElementId, Integer> heights = new HashMap<>();
  private final Map<ElementId, List<Point>> routes = new HashMap<>();
  private final GridIndex<Node> nodes = new GridIndex<>();
  private final GridIndex<Connector> connectors = new GridIndex<>();

  private Scene(Document document) {
    this.document = document;
  }

  /// @param routes the corners of each connector's line, its ends included, in document coordinates
  public static Scene of(Document document, Function<Connector, List<Point>> routes) {
    Scene scene = new Scene(document);
    int order = 0;
    for (Node node : document.nodes()) {
      Rect own = node.bounds();
      ElementId parent = node.parent();
      Rect around = parent == null ? null : scene.bounds.get(parent);
      Rect absolute = around == null ? own : own.plus(around.topLeft());
      scene.bounds.put(node.id(), absolute);
      scene.nodes.add(absolute, node);
      scene.heights.put(node.id(), layer(node) * 1_000_000 + order++);
    }
    for (Connector connector : document.connectors()) {
      List<Point> route = List.copyOf(routes.apply(connector));
      scene.routes.put(connector.id(), route);
      around(route).ifPresent(area -> scene.connectors.add(area, connector));
    }
    return scene;
  }

  /// Containers lie below frames, and these below cards; as they are painted.
  private static int layer(Node node) {
    Role role = Catalog.of(node).map(kind -> kind.role()).orElse(Role.COMPONENT);
    return switch (role) {
      case CONTAINER -> 0;
      case FRAME -> 1;
      case COMPONENT -> 2;
      case DOCKED -> 3;
    };
  }

  public Document document() {
    return document;
  }

  /// The node's bounds in document coordinates.
  public Rect bounds(ElementId node) {
    Rect known = bounds.get(node);
    if (known == null) {
      throw new IllegalArgumentException("no node " + node);
    }
    return known;
  }

  /// The corners of a connector's line, its ends included; empty for one that is not drawn.
  public List<Point> route(ElementId connector) {
    return routes.getOrDefault(connector, List.of());
  }

  /// The rectangle around an element, whichever it is.
  public Optional<Rect> around(ElementId element) {
    Rect known = bounds.get(element);
    return known != null ? Optional.of(known) : around(route(element));
  }

  /// The rectangle around the whole design; empty when there is nothing.
  public Optional<Rect> extent() {
    return document.children(null).stream().map(node -> bounds(node.id())).reduce(Rect::union);
  }

  /// The nodes that hold the point, the topmost first.
  public List<Node> nodesAt(Point point) {
    List<Node> found = new ArrayList<>(nodes.at(point));
    found.sort(
        Comparator.comparingInt((Node node) -> heights.getOrDefault(node.id(), 0)).reversed());
    return found;
  }

  /// The nodes that touch the rectangle, in drawing order.
  public List<Node> nodesTouching(Rect area) {
    return nodes.touching(area);
  }

  public List<Connector> connectorsTouching(Rect area) {
    return connectors.touching(area);
  }

  /// The topmost connector whose line passes within reach of the point.
  public Optional<Connector> connectorAt(Point point, double reach) {
    Connector nearest = null;
    double least = reach;
    for (Connector connector :
        connectors.touching(new Rect(point.x(), point.y(), 0, 0).grow(reach))) {
      double distance = distance(point, route(connector.id()));
      if (distance <= least) {
        least = distance;
        nearest = connector;
      }
    }
    return Optional.ofNullable(nearest);
  }

  private static double distance(Point point, List<Point> line) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 1; i < line.size(); i++) {
      least = Math.min(least, distance(point, line.get(i - 1), line.get(i)));
    }
    return least;
  }

  private static double distance(Point p, Point a, Point b) {
    Point ab = b.minus(a);
    double length = ab.x() * ab.x() + ab.y() * ab.y();
    double along =
        length == 0
            ? 0
            : Math.clamp(((p.x() - a.x()) * ab.x() + (p.y() - a.y()) * ab.y()) / length, 0.0, 1.0);
    return p.distanceTo(a.plus(ab.times(along)));
  }

  private static Optional<Rect> around(List<Point> line) {
    @Nullable Rect area = null;
    for (Point point : line) {
      Rect own = new Rect(point.x(), point.y(), 0, 0);
      area = area == null ? own : area.union(own);
    }
    return Optional.ofNullable(area);
  }
}
