package dev.drawbridge.draw;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.catalog.Role;
import dev.drawbridge.draw.icon.Icons;
import dev.drawbridge.draw.shape.Stroke;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Lights up a way through the design: rings around its stations, thick lines between them, also where
/// no connector is drawn, and marks on what blocks it.
final class TrailPainter {
  private static final double RING = 4;
  private static final double MARK = 20;

  private final Theme theme;
  private final Placement placement;
  private final Routes routes;

  TrailPainter(Theme theme, Placement placement, Routes routes) {
    this.theme = theme;
    this.placement = placement;
    this.routes = routes;
  }

  /// The lines between the stations, which go below the cards.
  List<Mark> lines(Trail trail) {
    List<Mark> marks = new ArrayList<>();
    List<Node> stations = stations(trail);
    for (int i = 1; i < stations.size(); i++) {
      // A connector passes through a gateway on the border without ending there.
      boolean through = placement.role(stations.get(i)) == Role.DOCKED && i + 1 < stations.size();
      Node from = stations.get(i - 1);
      link(from, stations.get(through ? ++i : i), marks);
    }
    for (ElementId id : trail.others()) {
      line(id, theme.accent(), marks);
    }
    for (ElementId id : trail.blockers()) {
      line(id, theme.blocked(), marks);
    }
    return marks;
  }

  /// The rings and marks around what the trail is about, which go above the cards.
  List<Mark> rings(Trail trail) {
    List<Mark> marks = new ArrayList<>();
    Set<ElementId> ringed = new LinkedHashSet<>();
    stations(trail).forEach(node -> ringed.add(node.id()));
    ringed.addAll(trail.others());
    trail.blockers().forEach(ringed::remove);
    ringed.forEach(id -> ring(id, theme.accent(), marks));
    for (ElementId id : trail.blockers()) {
      ring(id, theme.blocked(), marks);
      placement.document().find(id).ifPresent(element -> block(element, marks));
    }
    return marks;
  }

  private List<Node> stations(Trail trail) {
    List<Node> stations = new ArrayList<>();
    for (ElementId id : trail.stations()) {
      placement.document().findNode(id).filter(placement::isCard).ifPresent(stations::add);
    }
    return stations;
  }

  private void link(Node from, Node to, List<Mark> marks) {
    Optional<List<Point>> drawn = connector(from, to).map(connector -> routes.line(connector.id()));
    List<Point> line = drawn.orElseGet(() -> routes.between(from.id(), to.id()));
    if (line.size() < 2) {
      return;
    }
    Stroke stroke =
        drawn.isPresent()
            ? Stroke.solid(theme.accent(), 2.5)
            : Stroke.dashed(theme.accent(), 2.5, 7, 5);
    marks.add(
        new Mark.Path(ConnectorPainter.rounded(line), 0, Stroke.solid(halo(theme.accent()), 9)));
    ConnectorPainter.arrow(line, stroke, marks);
  }

  private Optional<Connector> connector(Node from, Node to) {
    Document document = placement.document();
    return document.connectorsOf(from.id()).stream()
        .filter(c -> c.source().equals(from.id()) && c.target().equals(to.id()))
        .findFirst();
  }

  private void ring(ElementId id, int colour, List<Mark> marks) {
    placement
        .document()
        .findNode(id)
        .ifPresent(
            node -> {
              Rect ring = placement.of(node.id()).grow(RING);
              double radius = CardPainter.RADIUS + RING;
              marks.add(new Mark.Box(ring, radius, 0, Stroke.solid(halo(colour), 7)));
              marks.add(new Mark.Box(ring, radius, 0, Stroke.solid(colour, 2)));
            });
  }

  private void line(ElementId connector, int colour, List<Mark> marks) {
    List<Point> line = routes.line(connector);
    if (line.size() > 1) {
      marks.add(new Mark.Path(ConnectorPainter.rounded(line), 0, Stroke.solid(halo(colour), 9)));
      ConnectorPainter.arrow(line, Stroke.solid(colour, 2.5), marks);
    }
  }

  private void block(Element element, List<Mark> marks) {
    Point at =
        switch (element) {
          case Node node -> placement.of(node.id()).grow(RING).topLeft();
          case Connector connector -> ConnectorPainter.middle(routes.line(connector.id()));
        };
    marks.add(
        new Mark.Icon(
            Icons.named("blocked"), new Rect(at.x() - MARK / 2, at.y() - MARK / 2, MARK, MARK), 1));
  }

  private static int halo(int colour) {
    return colour & 0xffffff | 0x40000000;
  }
}
