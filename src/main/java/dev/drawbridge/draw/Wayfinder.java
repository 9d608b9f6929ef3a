package dev.drawbridge.draw;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Role;
import dev.drawbridge.catalog.Trait;
import dev.drawbridge.catalog.aws.DataCentreLink;
import dev.drawbridge.draw.route.Router;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/// Leads one connector after the other, each apart from those before it, and all that enter a VPC through
/// its gateway.
final class Wayfinder {
  private final Placement placement;
  private final ToIntFunction<ElementId> cards;
  private final Router router;

  /// The way between a node and a gate, which all lines take that pass there.
  private final Map<List<ElementId>, List<Point>> trunks = new HashMap<>();

  /// @param cards the number of a card among the obstacles; negative for what is none
  Wayfinder(Placement placement, ToIntFunction<ElementId> cards, Router router) {
    this.placement = placement;
    this.cards = cards;
    this.router = router;
  }

  List<Point> line(Connector connector) {
    return line(connector.source(), connector.target(), connector.bends());
  }

  List<Point> line(ElementId source, ElementId target, List<Point> bends) {
    if (source.equals(target)) {
      return List.of();
    }
    Router.End from = end(source);
    Router.End to = end(target);
    if (!bends.isEmpty()) {
      return router.through(from, to, bends);
    }
    Node gate =
        carriesTraffic(source, target)
            ? gate(source, target).or(() -> gate(target, source)).orElse(null)
            : null;
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
    return new Router.End(middle, cards.applyAsInt(gate.id()));
  }

  private Router.End end(ElementId node) {
    return new Router.End(placement.of(node), cards.applyAsInt(node));
  }

  /// Only packets pass a gateway: an alarm is told of what it watches without one.
  private boolean carriesTraffic(ElementId source, ElementId target) {
    Optional<Kind> from = Catalog.of(placement.document().node(source));
    Optional<Kind> to = Catalog.of(placement.document().node(target));
    return from.filter(kind -> !kind.is(Trait.SENDS)).isEmpty()
        && to.filter(kind -> !kind.takesTraffic()).isEmpty();
  }

  /// What is docked on the border of a container that holds the inner node but not the outer one, such
  /// as the internet gateway of its VPC: a line between the two passes through it. One from a data centre goes
  /// straight: a link of its own shows by which gateway packets enter.
  private Optional<Node> gate(ElementId outer, ElementId inner) {
    Document document = placement.document();
    List<Node> around = document.ancestors(document.node(outer));
    Node outerNode = document.node(outer);
    if (Catalog.is(outerNode, Trait.ON_PREMISES)) {
      return Optional.empty();
    }
    for (Node container : document.ancestors(document.node(inner))) {
      if (around.contains(container) || container.equals(outerNode)) {
        return Optional.empty();
      }
      for (Node child : document.children(container.id())) {
        if (placement.role(child) == Role.DOCKED
            && !child.id().equals(inner)
            && !DataCentreLink.beginsAt(child)) {
          return Optional.of(child);
        }
      }
    }
    return Optional.empty();
  }
}
