package dev.drawbridge.draw;

import static dev.drawbridge.draw.Designs.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.edit.Draft;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PreviewTest {
  private final Document before = Designs.threeTier();
  private final Routes routes = Routes.of(before);

  @Test
  void movingACardAffectsItAndItsConnectors() {
    Preview preview = preview(moved("db", 30, 0));
    assertEquals(ids("c5", "c6", "db"), sorted(preview.affected()));
    assertEquals(ids("c5", "c6", "db"), drawn(preview.picture()));
  }

  @Test
  void movingAContainerTakesItsContentAlongAndWhatLiesOverIt() {
    Preview preview = preview(moved("az-a", -10, 0));
    assertTrue(preview.affected().containsAll(Set.of(id("public-a"), id("nat-a"), id("db"))));
    assertTrue(preview.affected().contains(id("alb")), "its marks follow the subnets");
    assertTrue(!preview.affected().contains(id("nat-c")));
  }

  @Test
  void whatMovedIsPaintedWhereItIsNow() {
    Document now = moved("db", 30, 5);
    Mark.Group full = card(Painter.paint(now, Look.LIGHT), "db");
    assertEquals(full, card(preview(now).picture(), "db"));
  }

  @Test
  void aLineStillGoesRoundTheCardsThatStay() {
    Document now = moved("db", 400, -300);
    Routes after =
        routes.after(Placement.of(now), new LinkedHashSet<>(List.of(id("db"), id("c5"), id("c6"))));
    Placement placement = Placement.of(now);
    for (Node node : now.nodes()) {
      boolean end = Set.of("was", "db", "replica").contains(node.id().value());
      if (placement.isCard(node) && !end) {
        for (int i = 1; i < after.line(id("c5")).size(); i++) {
          Point a = after.line(id("c5")).get(i - 1);
          Point b = after.line(id("c5")).get(i);
          assertTrue(
              !Rect.between(a, b).grow(0.5).intersects(placement.of(node.id())),
              "runs into " + node.id());
        }
      }
    }
  }

  @Test
  void whatIsDeletedIsLeftOutOfThePictureBefore() {
    Draft draft = new Draft(before);
    draft.removeAll(Set.of(id("c6")));
    Preview preview = preview(draft.document());
    assertEquals(ids("c6"), sorted(preview.affected()));
    assertEquals(ids(), drawn(preview.picture()));
  }

  @Test
  void aLineInWhoseWayACardComesIsLedAnew() {
    Point middle = ConnectorPainter.middle(routes.line(id("c5")));
    Rect nat = Placement.of(before).of(id("nat-c"));
    Point by = middle.minus(nat.center());
    Preview preview = preview(moved("nat-c", by.x(), by.y()));
    assertTrue(preview.affected().contains(id("c5")));
    assertEquals(routes.line(id("c6")), preview.routes().line(id("c6")), "that one stays");
  }

  @Test
  void whileTheHandMovesALineInTheWayStays() {
    Document now = natInTheWayOfC5();
    Preview quick = quick(now, null, true);
    assertTrue(!quick.affected().contains(id("c5")));
    assertEquals(routes.line(id("c5")), quick.routes().line(id("c5")));
  }

  @Test
  void whatWasLedAnewAtRestStaysSoWhileTheHandMovesOn() {
    Document now = natInTheWayOfC5();
    Preview rested = preview(now);
    Draft draft = new Draft(now);
    draft.update(nudged(now, "nat-c"));
    Preview quick = quick(draft.document(), rested, true);
    assertTrue(quick.affected().containsAll(rested.affected()));
    assertEquals(rested.routes().line(id("c5")), quick.routes().line(id("c5")));
  }

  @Test
  void aLineThatNoLongerEndsWhereItDidGoesBackToWhereItWas() {
    Preview moved = preview(moved("db", 30, 40));
    Preview quick = quick(moved("nat-c", 1, 0), moved, true);
    assertTrue(quick.affected().contains(id("c5")), "it does not blink");
    assertEquals(routes.line(id("c5")), quick.routes().line(id("c5")));
  }

  @Test
  void ownLinesAreTheSameAtOnceAsAtRest() {
    Document now = moved("db", 30, 0);
    assertEquals(preview(now).picture(), quick(now, null, true).picture());
  }

  @Test
  void withoutTimeOwnLinesStillEndAtWhatMoves() {
    Document now = moved("db", 400, -300);
    Preview quick = quick(now, null, false);
    Rect db = Placement.of(now).of(id("db"));
    for (String line : List.of("c5", "c6")) {
      List<Point> points = quick.routes().line(id(line));
      assertTrue(
          touches(db, points.getFirst()) || touches(db, points.getLast()), line + ": " + points);
    }
  }

  private static boolean touches(Rect box, Point point) {
    return box.grow(0.5).contains(point) && !box.grow(-0.5).contains(point);
  }

  private Document natInTheWayOfC5() {
    Point middle = ConnectorPainter.middle(routes.line(id("c5")));
    Point by = middle.minus(Placement.of(before).of(id("nat-c")).center());
    return moved("nat-c", by.x(), by.y());
  }

  private static Node nudged(Document document, String node) {
    Node moving = document.node(id(node));
    return moving.withBounds(moving.bounds().plus(new Point(2, 1)));
  }

  private Preview quick(Document now, @Nullable Preview last, boolean inTime) {
    return Preview.quick(origin(1000), now, last, () -> inTime).orElseThrow();
  }

  @Test
  void aContainerThatIsOnlyRenamedTakesNothingAlong() {
    Draft draft = new Draft(before);
    draft.update(before.node(id("az-a")).withName("other"));
    assertEquals(ids("az-a"), sorted(preview(draft.document()).affected()));
  }

  @Test
  void tooMuchIsNotPreviewed() {
    assertTrue(Preview.of(origin(3), moved("az-a", 8, 0)).isEmpty());
  }

  @Test
  void nothingChangedIsNothingToDraw() {
    Preview preview = preview(before);
    assertEquals(Set.of(), preview.affected());
    assertEquals(ids(), drawn(preview.picture()));
  }

  private Preview preview(Document now) {
    return Preview.of(origin(1000), now).orElseThrow();
  }

  private Preview.Origin origin(int most) {
    return new Preview.Origin(before, routes, Look.LIGHT, most);
  }

  private Document moved(String node, double dx, double dy) {
    Draft draft = new Draft(before);
    Node moving = before.node(id(node));
    draft.update(moving.withBounds(moving.bounds().plus(new Point(dx, dy))));
    return draft.document();
  }

  private static Set<String> ids(String... ids) {
    return new TreeSet<>(Set.of(ids));
  }

  private static Set<String> sorted(Set<ElementId> ids) {
    return ids.stream().map(ElementId::value).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> drawn(Picture picture) {
    Set<String> ids = new TreeSet<>();
    for (Mark layer : picture.root().children()) {
      for (Mark mark : ((Mark.Group) layer).children()) {
        ids.add(((Mark.Group) mark).id());
      }
    }
    return ids;
  }

  private static Mark.Group card(Picture picture, String id) {
    return picture.root().children().stream()
        .map(Mark.Group.class::cast)
        .filter(layer -> layer.id().equals("components"))
        .flatMap(layer -> layer.children().stream())
        .map(Mark.Group.class::cast)
        .filter(group -> group.id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
