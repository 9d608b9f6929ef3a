package dev.drawbridge.draw;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.base.Size;
import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.aws.Traffic;
import dev.drawbridge.draw.icon.Icons;
import dev.drawbridge.draw.shape.Outline;
import dev.drawbridge.draw.shape.Stroke;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.List;

/// A design as one sees it in a gallery: what stands where and what leads to what, in strong colours and with
/// large icons, without a word. It fills its area, so that two designs can be told apart at a glance;
/// proportions count for less.
public final class Poster {
  private static final double MARGIN = 10;

  /// How much more one direction may be stretched than the other.
  private static final double STRETCH = 1.35;

  private static final double ICON = 13;
  private static final double CARD = 16;
  private static final double BADGE = 11;

  private final Look look;
  private final Placement placement;
  private final Routes routes;
  private final Rect all;
  private final Point corner;
  private final double scaleX;
  private final double scaleY;

  private Poster(Document document, Size size, Look look) {
    this.look = look;
    this.placement = Placement.of(document);
    this.routes = Routes.of(placement);
    this.all =
        document.children(null).stream()
            .map(node -> placement.of(node.id()))
            .reduce(Rect::union)
            .orElse(new Rect(0, 0, 1, 1));
    double x = (size.width() - 2 * MARGIN) / Math.max(1, all.width());
    double y = (size.height() - 2 * MARGIN) / Math.max(1, all.height());
    this.scaleX = Math.min(x, y * STRETCH);
    this.scaleY = Math.min(y, x * STRETCH);
    this.corner =
        new Point(
            (size.width() - all.width() * scaleX) / 2, (size.height() - all.height() * scaleY) / 2);
  }

  /// @param size of the whole picture, in px
  /// @param look whose findings are marked too
  public static Picture of(Document document, Size size, Look look) {
    Poster poster = new Poster(document, size, look);
    Mark.Group root = Mark.Group.of("picture", "", poster.marks(document));
    return new Picture(new Rect(0, 0, size.width(), size.height()), look.theme().paper(), root);
  }

  private List<Mark> marks(Document document) {
    List<Mark> holders = new ArrayList<>();
    List<Mark> cards = new ArrayList<>();
    List<Mark> badges = new ArrayList<>();
    for (Node node : document.nodes()) {
      if (!placement.isCard(node)) {
        container(node, holders);
      } else {
        card(node, cards);
        badge(node.id(), badges);
      }
    }
    List<Mark> marks = new ArrayList<>(holders);
    document.connectors().forEach(connector -> line(connector, marks));
    marks.addAll(cards);
    marks.addAll(badges);
    return marks;
  }

  private Rect at(Rect place) {
    Point from = at(place.topLeft());
    return new Rect(from.x(), from.y(), place.width() * scaleX, place.height() * scaleY);
  }

  private Point at(Point point) {
    return new Point(
        corner.x() + (point.x() - all.x()) * scaleX, corner.y() + (point.y() - all.y()) * scaleY);
  }

  /// Zones are left out: their subnets show where they are.
  private void container(Node node, List<Mark> marks) {
    Tone tone = ContainerPainter.tone(node, look.theme());
    Rect r = at(placement.of(node.id()));
    switch (node.kind()) {
      case "aws.availability_zone" -> {}
      case "aws.region" -> marks.add(new Mark.Box(r, 5, 0, Stroke.dashed(tone.line(), 1, 3, 2)));
      case "aws.autoscaling_group", "aws.ecs_service" ->
          marks.add(new Mark.Box(frame(r), 4, 0, Stroke.solid(tone.line(), 1)));
      case "aws.subnet" -> marks.add(new Mark.Box(r, 3, tint(tone.line(), 0.34), null));
      default ->
          marks.add(new Mark.Box(r, 5, tint(tone.line(), 0.1), Stroke.solid(tone.line(), 1.25)));
    }
  }

  /// As high as the cards in it, which are larger here than their places.
  private static Rect frame(Rect r) {
    double height = CARD + 4;
    return new Rect(r.x(), r.bottom() - height + 1, r.width(), height);
  }

  private static int tint(int colour, double share) {
    return colour & 0xffffff | (int) Math.round(255 * share) << 24;
  }

  private void line(Connector connector, List<Mark> marks) {
    List<Point> way = routes.line(connector.id()).stream().map(this::at).toList();
    if (way.size() < 2) {
      return;
    }
    Theme theme = look.theme();
    Stroke stroke =
        switch (connector.kind()) {
          case "traffic" ->
              look.blocked().contains(connector.id())
                  ? Stroke.dashed(theme.blocked(), 1.5, 2, 2)
                  : Stroke.solid(theme.line(), 1.5);
          case "replication" -> Stroke.solid(theme.data(), 1.5);
          case "idc_link" -> Stroke.solid(theme.vpc().line(), 2);
          default -> Stroke.dashed(tint(theme.line(), 0.6), 1, 1.5, 2);
        };
    Outline.Builder path = Outline.builder();
    path.moveTo(way.getFirst().x(), way.getFirst().y());
    way.stream().skip(1).forEach(corner -> path.lineTo(corner.x(), corner.y()));
    marks.add(new Mark.Path(path.build(), 0, stroke));
  }

  private void card(Node node, List<Mark> marks) {
    Rect r = card(node);
    Theme theme = look.theme();
    int colour = CardPainter.groupLine(node, theme);
    boolean idle = isIdle(node);
    Stroke border = idle ? Stroke.dashed(colour, 1, 2.5, 2) : Stroke.solid(colour, 1);
    marks.add(new Mark.Box(r, 4, theme.card(), null));
    marks.add(new Mark.Box(r, 4, idle ? 0 : tint(colour, 0.16), border));
    String icon = Catalog.of(node).map(kind -> kind.icon(node)).orElse("component");
    marks.add(
        new Mark.Icon(
            look.icons().named(icon),
            new Rect(r.centerX() - ICON / 2, r.centerY() - ICON / 2, ICON, ICON),
            idle ? 0.45 : 1));
  }

  /// Whether it stands by: all that could call it gives it no share of the requests.
  private boolean isIdle(Node node) {
    List<Integer> shares =
        placement.document().connectors().stream()
            .filter(connector -> connector.target().equals(node.id()))
            .filter(connector -> connector.kind().equals(Traffic.KIND.id()))
            .map(connector -> Traffic.WEIGHT.of(connector))
            .toList();
    return !shares.isEmpty() && shares.stream().allMatch(share -> share == 0);
  }

  private Rect card(Node node) {
    Rect r = at(placement.of(node.id()));
    double width = Math.max(CARD, r.width());
    return new Rect(r.centerX() - width / 2, r.centerY() - CARD / 2, width, CARD);
  }

  private void badge(ElementId id, List<Mark> marks) {
    Badge badge = look.badges().get(id);
    if (badge != null) {
      Rect r = card(placement.document().node(id));
      marks.add(
          new Mark.Icon(
              Icons.named(BadgePainter.icon(badge.worst())),
              new Rect(r.right() - BADGE * 0.6, r.y() - BADGE * 0.4, BADGE, BADGE),
              1));
    }
  }
}
