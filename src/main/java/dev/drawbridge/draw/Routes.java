package dev.drawbridge.draw;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.catalog.Role;
import dev.drawbridge.draw.route.Obstacles;
import dev.drawbridge.draw.route.Router;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The lines of all connectors of a document. They depend on what is where, not on names or language, so
/// the window and an export draw the same ones.
public final class Routes {
  private final Placement placement;
  private final Obstacles obstacles;
  private final Map<ElementId, Integer> cards;
  private final Map<ElementId, List<Point>> lines = new LinkedHashMap<>();

  /// The way between a node and a gate, which all lines take that pass there.
  private final Map<List<ElementId>, List<Point>> trunks = new HashMap<>();

  private Routes(Placement placement) {
    this.placement = placement;
    this.obstacles = new Obstacles();
    this.cards = new HashMap<>();
    for (Node node : placement.document().nodes()) {
      Rect bounds = placement.of(node.id());
      if (placement.isCard(node)) {
        cards.put(node.id(), obstacles.addCard(bounds));
        CardPainter.hanging(placement, node).forEach(obstacles::addText);
      } else {
        obstacles.addText(ContainerPainter.header(node, bounds));
      }
    }
  }

  public static Routes of(Document document) {
    return of(Placement.of(document));
  }

  static Routes of(Placement placement) {
    Routes routes = new Routes(placement);
    Router router = new Router(routes.obstacles, placement.frames());
    for (Connector connector : placement.document().connectors()) {
      List<Point> line =
          routes.line(router, connector.source(), connector.target(), connector.bends());
      routes.lines.put(connector.id(), line);
    }
    return routes;
  }

  /// The corners of a connector's line, from its source to its target, both ends included; consecutive
  /// corners share x or y. Empty for a connector that the document does not have.
  public List<Point> line(ElementId connector) {
    return lines.getOrDefault(connector, List.of());
  }

  Map<ElementId, List<Point>> lines() {
    return lines;
  }

  Obstacles obstacles() {
    return obstacles;
  }

  /// The line that a connector between the two would have if there were no other.
  List<Point> between(ElementId source, ElementId target) {
    trunks.clear();
    return line(new Router(obstacles, placement.frames()), source, target, List.of());
  }

  private List<Point> line(Router router, ElementId source, ElementId target, List<Point> bends) {
    Router.End from = end(source);
    Router.End to = end(target);
    if (source.equals(target)) {
      return List.of();
    }
    if (!bends.isEmpty()) {
      return router.through(from, to, bends);
    }
    Node gate = gate(source, target).or(() -> gate(target, source)).orElse(null);
    if (gate == null) {
      return router.route(from, to);
    }
    Router.End passage = passage(gate);
    List<Point> line =
        new ArrayList<>(
            trunks.computeIfAbsent(List.of(source, gate.id()), _ -> router.route(from, passage)));
    line.addAll(trunks.computeIfAbsent(List.of(gate.id(), target), _ -> router.route(passage, to)));
    return Router.simplified(line);
  }

  /// A docked node as lines pass it: through its middle, across the border that it sits on.
  private Router.End passage(Node gate) {
    Rect box = placement.of(gate.id());
    Rect around = placement.document().parent(gate).map(p -> placement.of(p.id())).orElse(box);
    Point centre = box.center();
    double beside = Math.min(centre.x() - around.x(), around.right() - centre.x());
    double above = Math.min(centre.y() - around.y(), around.bottom() - centre.y());
    Rect middle =
        above <= beside
            ? new Rect(centre.x(), box.y(), 0, box.height())
            : new Rect(box.x(), centre.y(), box.width(), 0);
    return new Router.End(middle, cards.getOrDefault(gate.id(), -1));
  }

  private Router.End end(ElementId node) {
    return new Router.End(placement.of(node), cards.getOrDefault(node, -1));
  }

  /// What is docked on the border of a container that holds the inner node but not the outer one, such
  /// as the internet gateway of its VPC: a line between the two passes through it.
  private Optional<Node> gate(ElementId outer, ElementId inner) {
    Document document = placement.document();
    List<Node> around = document.ancestors(document.node(outer));
    Node outerNode = document.node(outer);
    for (Node container : document.ancestors(document.node(inner))) {
      if (around.contains(container) || container.equals(outerNode)) {
        return Optional.empty();
      }
      for (Node child : document.children(container.id())) {
        if (placement.role(child) == Role.DOCKED && !child.id().equals(inner)) {
          return Optional.of(child);
        }
      }
    }
    return Optional.empty();
  }
}
