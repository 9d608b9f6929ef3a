package dev.drawbridge.draw;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.draw.route.LineIndex;
import dev.drawbridge.draw.route.Obstacles;
import dev.drawbridge.draw.route.Router;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// The lines of all connectors of a document. They depend on what is where, not on the language, so the
/// window and an export draw the same ones. Immutable once made.
public final class Routes {
  private static final int NO_CARD = -1;

  private final Placement placement;
  private final Obstacles obstacles;
  private final Map<ElementId, Integer> cards = new HashMap<>();
  private final Map<ElementId, List<Point>> lines = new LinkedHashMap<>();
  private final LineIndex<ElementId> index = new LineIndex<>();

  /// Has the lines that are not here; null for the lines of a whole document.
  private final @Nullable Routes base;

  private Routes(Placement placement, Obstacles obstacles, @Nullable Routes base) {
    this.placement = placement;
    this.obstacles = obstacles;
    this.base = base;
  }

  public static Routes of(Document document) {
    return of(Placement.of(document));
  }

  static Routes of(Placement placement) {
    Routes routes = new Routes(placement, new Obstacles(), null);
    placement.document().nodes().forEach(routes::add);
    Wayfinder wayfinder = routes.wayfinder(routes.router());
    for (Connector connector : placement.document().connectors()) {
      List<Point> line = wayfinder.line(connector);
      routes.lines.put(connector.id(), line);
      routes.index.add(connector.id(), line);
    }
    return routes;
  }

  /// The connectors whose lines a card in this place would be in the way of.
  Set<ElementId> near(Rect card) {
    return index.near(card);
  }

  Placement placement() {
    return placement;
  }

  /// The lines after some nodes went elsewhere; all others are taken to be where they were.
  ///
  /// @param changed the nodes that moved, came or went, and the connectors to be led anew, in the order of
  ///     the document
  Routes after(Placement now, SequencedSet<ElementId> changed) {
    return after(now, changed, () -> true);
  }

  /// @param inTime whether there is time to look for the best line; else one is led roughly, whatever is in
  ///     its way
  Routes after(Placement now, SequencedSet<ElementId> changed, BooleanSupplier inTime) {
    Set<Integer> hidden = new HashSet<>();
    for (ElementId id : changed) {
      int number = card(id);
      if (number >= 0) {
        hidden.add(number);
      }
    }
    Routes routes = new Routes(now, obstacles.without(hidden), this);
    List<Connector> led = new ArrayList<>();
    for (ElementId id : changed) {
      switch (now.document().elements().get(id)) {
        case Node node -> routes.add(node);
        case Connector connector -> led.add(connector);
        case null -> routes.cards.put(id, NO_CARD);
      }
    }
    Wayfinder wayfinder = routes.wayfinder(new Router(routes.obstacles, List.of(), inTime));
    for (Connector connector : led) {
      routes.lines.put(connector.id(), wayfinder.line(connector));
    }
    return routes;
  }

  /// The number among the obstacles of the card that a node is; negative where it is none.
  private int card(ElementId node) {
    Integer own = cards.get(node);
    if (own != null) {
      return own;
    }
    return base == null ? NO_CARD : base.card(node);
  }

  private void add(Node node) {
    Rect bounds = placement.of(node.id());
    if (placement.isCard(node)) {
      cards.put(node.id(), obstacles.addCard(bounds));
      CardPainter.hanging(placement, node).forEach(obstacles::addText);
    } else {
      cards.put(node.id(), NO_CARD);
      obstacles.addText(ContainerPainter.header(node, bounds));
    }
  }

  private Router router() {
    return new Router(obstacles, placement.frames());
  }

  private Wayfinder wayfinder(Router router) {
    return new Wayfinder(placement, this::card, router);
  }

  /// Lets a connector keep the line that it has elsewhere.
  void keep(ElementId connector, List<Point> line) {
    lines.putIfAbsent(connector, line);
  }

  /// The corners of a connector's line, from its source to its target, both ends included; consecutive
  /// corners share x or y. Empty for a connector that the document does not have.
  public List<Point> line(ElementId connector) {
    List<Point> own = lines.get(connector);
    if (own != null) {
      return own;
    }
    return base == null ? List.of() : base.line(connector);
  }

  /// The lines that were led here.
  Map<ElementId, List<Point>> lines() {
    return lines;
  }

  Obstacles obstacles() {
    return obstacles;
  }

  /// The line that a connector between the two would have if there were no other.
  List<Point> between(ElementId source, ElementId target) {
    return wayfinder(router()).line(source, target, List.of());
  }
}
