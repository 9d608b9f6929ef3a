package dev.drawbridge.draw;

import static dev.drawbridge.draw.Designs.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.edit.Draft;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChunksTest {
  private static final Look LOOK =
      Look.LIGHT.withBadges(
          Map.of(id("db"), new Badge(Severity.LOW, 1), id("was"), new Badge(Severity.HIGH, 2)));

  private final Document design = Designs.threeTier();
  private final Routes routes = Routes.of(design);
  private final Picture picture = Painter.paint(design, LOOK, routes);
  private final Chunks chunks = Chunks.of(picture);

  @Test
  void allOfItIsThePictureInTheSameOrder() {
    assertEquals(marks(picture), chunks.touching(picture.bounds()));
  }

  @Test
  void aPartHoldsWhatTouchesItAndNothingElse() {
    Rect part = new Rect(picture.bounds().x(), picture.bounds().y(), 300, 300);
    List<Mark> expected =
        marks(picture).stream().filter(mark -> touches(mark.bounds(), part)).toList();
    assertEquals(expected, chunks.touching(part));
    assertTrue(expected.size() < marks(picture).size(), "a part is less than all");
  }

  @Test
  void labelsCanBeLeftOut() {
    List<Mark> without = chunks.touchingWithoutLabels(picture.bounds());
    long labels =
        picture.root().children().stream()
            .map(Mark.Group.class::cast)
            .filter(layer -> layer.id().equals("labels"))
            .mapToLong(layer -> layer.children().size())
            .sum();
    assertTrue(labels > 0);
    assertEquals(marks(picture).size() - labels, without.size());
  }

  @Test
  void badgesComeApartWithTheWorstFirstInRank() {
    List<Chunks.Flag> flags = chunks.flags(picture.bounds());
    assertEquals(2, flags.size());
    Chunks.Flag low = flag(flags, "db");
    Chunks.Flag high = flag(flags, "was");
    assertTrue(high.rank() < low.rank());
  }

  @Test
  void whatAnEditChangedIsReplacedAtItsHeight() {
    Document now = moved("db", 24, 8);
    Preview preview = Preview.of(new Preview.Origin(design, routes, LOOK, 1000), now).orElseThrow();
    List<Mark> replaced = chunks.with(preview).touching(picture.bounds().grow(500));
    assertEquals(ids(marks(picture)), ids(replaced));
    assertTrue(replaced.contains(card(Painter.paint(now, LOOK), "db")));
    assertFalse(replaced.contains(card(picture, "db")));
  }

  @Test
  void whatAGestureHoldsIsLeftOut() {
    Preview preview =
        Preview.of(new Preview.Origin(design, routes, LOOK, 1000), moved("db", 24, 8))
            .orElseThrow();
    List<Mark> rest = chunks.without(preview).touching(picture.bounds());
    assertFalse(ids(rest).contains("db"));
    assertTrue(ids(rest).contains("was"));
    assertEquals(1, chunks.without(preview).flags(picture.bounds()).size());
  }

  private Document moved(String node, double dx, double dy) {
    Draft draft = new Draft(design);
    Node moving = design.node(id(node));
    draft.update(moving.withBounds(moving.bounds().plus(new Point(dx, dy))));
    return draft.document();
  }

  private static boolean touches(Rect a, Rect b) {
    return a.x() <= b.right() && b.x() <= a.right() && a.y() <= b.bottom() && b.y() <= a.bottom();
  }

  /// All but the badges, back to front.
  private static List<Mark> marks(Picture picture) {
    List<Mark> marks = new ArrayList<>();
    for (Mark layer : picture.root().children()) {
      Mark.Group group = (Mark.Group) layer;
      if (!group.id().equals("findings")) {
        marks.addAll(group.children());
      }
    }
    return marks;
  }

  private static List<String> ids(List<Mark> marks) {
    return marks.stream().map(mark -> ((Mark.Group) mark).id()).toList();
  }

  private static Mark card(Picture picture, String id) {
    return marks(picture).stream()
        .filter(mark -> ((Mark.Group) mark).id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Chunks.Flag flag(List<Chunks.Flag> flags, String id) {
    return flags.stream().filter(flag -> flag.badge().id().equals(id)).findFirst().orElseThrow();
  }
}
