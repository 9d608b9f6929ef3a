package dev.drawbridge.draw;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.draw.route.LabelSpots;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.List;

/// Turns a document into a picture. The same document and look give the same picture, whoever asks.
public final class Painter {
  /// The layer of the badges.
  static final String FINDINGS = "findings";

  /// All layers, back to front.
  static final List<String> LAYERS =
      List.of(
          "containers",
          "frames",
          "connectors",
          "trail-lines",
          "components",
          "labels",
          "trail",
          FINDINGS);

  private final Look look;
  private final Placement placement;
  private final Routes routes;
  private final List<Element> elements;
  private final List<Rect> frames;
  private final Wording wording;
  private final ContainerPainter containers;
  private final CardPainter cards;
  private final ConnectorPainter lines;
  private final BadgePainter badges;

  /// @param frames whose borders labels should leave visible
  private Painter(
      Look look, Routes routes, Placement placement, List<Element> elements, List<Rect> frames) {
    this.look = look;
    this.elements = elements;
    this.frames = frames;
    this.placement = placement;
    this.routes = routes;
    this.wording = new Wording(look.language());
    this.containers = new ContainerPainter(look.theme(), look.icons(), wording);
    this.cards = new CardPainter(look.theme(), look.icons(), wording, placement);
    this.lines = new ConnectorPainter(look.theme());
    this.badges = new BadgePainter(look.theme());
  }

  public static Picture paint(Document document, Look look) {
    Placement placement = Placement.of(document);
    return whole(look, Routes.of(placement), placement);
  }

  /// @param routes those of this document, for who has them already
  public static Picture paint(Document document, Look look, Routes routes) {
    return whole(look, routes, Placement.of(document));
  }

  private static Picture whole(Look look, Routes routes, Placement placement) {
    List<Element> all = placement.document().inOrder();
    return new Painter(look, routes, placement, all, placement.frames()).picture();
  }

  /// A picture of some elements, without the trail.
  ///
  /// @param elements in the order of the document
  static Picture paintOnly(List<Element> elements, Look look, Routes routes, Placement placement) {
    Look plain = look.withTrail(Trail.NONE);
    return new Painter(plain, routes, placement, elements, List.of()).picture();
  }

  private Picture picture() {
    List<Mark> holders = new ArrayList<>();
    List<Mark> groups = new ArrayList<>();
    List<Mark> components = new ArrayList<>();
    List<Mark> docked = new ArrayList<>();
    List<Rect> hanging = new ArrayList<>();
    for (Element element : elements) {
      if (!(element instanceof Node node)) {
        continue;
      }
      Rect bounds = placement.of(node.id());
      switch (placement.role(node)) {
        case CONTAINER -> holders.add(containers.paint(node, bounds, reserved(node)));
        case FRAME -> groups.add(containers.paint(node, bounds, reserved(node)));
        case COMPONENT -> components.add(cards.paint(node, bounds, hanging));
        case DOCKED -> docked.add(cards.paint(node, bounds, hanging));
      }
    }
    components.addAll(docked);
    List<Mark> connectors = new ArrayList<>();
    List<Mark> labels = new ArrayList<>();
    LabelSpots spots = new LabelSpots(routes.obstacles(), routes.lines(), frames);
    hanging.forEach(spots::reserve);
    for (ElementId blocked : look.blocked()) {
      spots.reserve(ConnectorPainter.gap(routes.line(blocked)));
    }
    for (Element element : elements) {
      if (!(element instanceof Connector connector)) {
        continue;
      }
      List<Point> line = routes.line(connector.id());
      boolean blocked = look.blocked().contains(connector.id());
      connectors.add(lines.line(connector, line, title(connector), blocked));
      String label = wording.label(placement.document(), connector);
      if (!label.isEmpty() && line.size() > 1) {
        labels.add(lines.label(connector, line, label, spots));
      }
    }
    TrailPainter trail = new TrailPainter(look.theme(), placement, routes);
    List<Mark> layers = new ArrayList<>();
    layers.add(Mark.Group.of("containers", "", holders));
    layers.add(Mark.Group.of("frames", "", groups));
    layers.add(Mark.Group.of("connectors", "", connectors));
    layers.add(Mark.Group.of("trail-lines", "", trail.lines(look.trail())));
    layers.add(Mark.Group.of("components", "", components));
    layers.add(Mark.Group.of("labels", "", labels));
    layers.add(Mark.Group.of("trail", "", trail.rings(look.trail())));
    layers.add(Mark.Group.of(FINDINGS, "", findings()));
    layers.removeIf(layer -> layer instanceof Mark.Group group && group.children().isEmpty());
    Mark.Group root = Mark.Group.of("picture", "", layers);
    return new Picture(root.bounds(), look.theme().paper(), root);
  }

  private String title(Connector connector) {
    Document document = placement.document();
    return wording.name(document.node(connector.source()))
        + " → "
        + wording.name(document.node(connector.target()))
        + " · "
        + wording.title(connector);
  }

  /// The room that a container's badge takes in its header.
  private double reserved(Node node) {
    Badge badge = look.badges().get(node.id());
    return badge == null ? 0 : BadgePainter.width(badge) + 8;
  }

  private List<Mark> findings() {
    List<Mark> marks = new ArrayList<>();
    if (look.badges().isEmpty()) {
      return marks;
    }
    for (Element element : elements) {
      Badge badge = look.badges().get(element.id());
      if (badge != null) {
        marks.add(badge(element, badge));
      }
    }
    return marks;
  }

  private Mark badge(Element element, Badge badge) {
    return switch (element) {
      case Node node -> {
        Rect r = placement.of(node.id());
        yield placement.isCard(node)
            ? badges.paint(node.id(), badge, r.right() - 10, r.y() + 1)
            : badges.paint(node.id(), badge, r.right() - 8, r.y() + 18);
      }
      case Connector connector -> {
        List<Point> line = routes.line(connector.id());
        Point at = ConnectorPainter.middle(line);
        yield badges.paint(connector.id(), badge, at.x() + BadgePainter.width(badge) / 2, at.y());
      }
    };
  }
}
