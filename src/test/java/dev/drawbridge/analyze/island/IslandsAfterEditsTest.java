package dev.drawbridge.analyze.island;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.drawbridge.base.Rect;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;
import dev.drawbridge.model.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// After each edit the islands are what they would be if nobody had looked before; those that have nothing
/// to do with it are the same objects, so that what is known of them still holds.
class IslandsAfterEditsTest {
  private static final Node INTERNET = node("internet", "internet", null);
  private static final Node REGION = node("region", "aws.region", null);
  private static final Node ONE = node("one", "aws.vpc", REGION);
  private static final Node WEB = node("web", "tier.web", ONE);
  private static final Node TWO = node("two", "aws.vpc", REGION);
  private static final Node ALB = node("alb", "aws.alb", TWO);
  private static final Node THREE = node("three", "aws.vpc", REGION);
  private static final Node WAS = node("was", "tier.was", THREE);
  private static final Connector TO_WEB = arrow("to-web", INTERNET, WEB);
  private static final Connector TO_ALB = arrow("to-alb", INTERNET, ALB);
  private static final List<Element> START =
      List.of(INTERNET, REGION, ONE, WEB, TWO, ALB, THREE, WAS, TO_WEB, TO_ALB);

  @Test
  void nothingIsLookedAtWhereNothingChanged() {
    Document design = design(START);
    Islands islands = Islands.of(design);
    assertSame(islands, islands.next(design));
  }

  @Test
  void aPropertyChangesItsIslandAlone() {
    assertKept("two three", START, replaced(START, WEB.withName("renamed")));
    assertKept("one three", START, replaced(START, TO_ALB.withName("renamed")));
    assertKept(
        "three",
        START,
        replaced(replaced(START, WEB.withName("renamed")), ALB.withName("renamed")));
  }

  @Test
  void aNewArrowJoinsTheIslandsOfItsEndsWhereverItIsInTheOrder() {
    Connector across = arrow("across", WEB, ALB);
    for (int at = 0; at <= START.size(); at++) {
      assertKept("three", START, with(START, at, across));
    }
    assertKept("one", START, with(START, START.size(), arrow("inner", ALB, WAS)));
  }

  @Test
  void anArrowInsideAnIslandChangesThatAlone() {
    assertKept("two three", START, with(START, START.size(), arrow("inner", ONE, WEB)));
    assertKept("two three", START, with(START, START.size(), arrow("again", INTERNET, WEB)));
  }

  @Test
  void anArrowThatGoesPartsTheIslandsOfItsEnds() {
    List<Element> joined = with(with(START, 10, arrow("x", WEB, ALB)), 11, arrow("y", WEB, WAS));
    assertKept("", joined, without(joined, "x"));
    assertKept("", joined, without(joined, "y"));
    assertKept("three", without(joined, "y"), START);
    assertKept("two", without(joined, "x"), START);
    assertKept("two three", START, without(START, "to-web"));
    assertKept("one three", START, without(START, "to-alb"));
  }

  @Test
  void anArrowThatLeadsElsewhereDoesBoth() {
    List<Element> before = with(START, 10, arrow("x", WEB, ALB));
    assertKept("", before, replaced(before, arrow("x", WEB, WAS)));
  }

  @Test
  void severalThingsMayChangeAtOnce() {
    List<Element> changed = with(START, 8, arrow("x", WEB, ALB));
    assertKept("three", START, replaced(without(changed, "to-alb"), WEB.withName("renamed")));
    assertKept(
        "one", START, replaced(with(START, 9, arrow("x", ALB, WAS)), TO_ALB.withName("renamed")));
  }

  @Test
  void whereAShoreIsNoneAnyMoreOrNewlyOneAllIsLookedAtAgain() {
    List<Element> unconnected = without(without(START, "to-web"), "to-alb");
    List<Element> once = without(START, "to-web");
    assertKept("", once, unconnected);
    assertKept("", unconnected, once);
    assertKept("", START, replaced(START, REGION.withName("renamed")));
    assertKept("", START, replaced(START, INTERNET.withName("renamed")));
  }

  @Test
  void whereNodesComeGoOrMoveAllIsLookedAtAgain() {
    assertKept("", START, replaced(START, WAS.withParent(TWO.id())));
    assertKept("", START, replaced(START, ALB.withSpans(List.of(ONE.id()))));
    assertKept("", START, without(START, "was"));
    assertKept("", START, with(START, 4, node("more", "tier.web", ONE)));
    List<Element> other = new ArrayList<>(START);
    other.set(3, node("other", "tier.web", ONE));
    other.set(8, arrow("to-web", INTERNET, (Node) other.get(3)));
    assertKept("", START, other);
  }

  @Test
  void ofManyChangesAllIsLookedAtAgain() {
    List<Element> crowd = new ArrayList<>(START);
    IntStream.range(0, 40).forEach(i -> crowd.add(node("n" + i, "tier.web", ONE)));
    assertKept("two three", crowd, renamed(crowd, Islands.FEW));
    assertKept("", crowd, renamed(crowd, Islands.FEW + 1));
    assertKept("two three", crowd, with(renamed(crowd, Islands.FEW - 1), 9, arrow("x", ONE, WEB)));
    assertKept("", crowd, with(renamed(crowd, Islands.FEW), 9, arrow("x", ONE, WEB)));
    List<Element> arrows = new ArrayList<>(START);
    IntStream.range(0, Islands.FEW).forEach(i -> arrows.add(arrow("a" + i, ONE, WEB)));
    assertKept("two three", START, arrows);
    assertKept("two three", arrows, START);
    arrows.add(arrow("one-more", ONE, WEB));
    assertKept("", START, arrows);
    assertKept("", arrows, START);
  }

  /// The first of the nodes `n0`, `n1` and so on under new names.
  private static List<Element> renamed(List<Element> elements, int count) {
    List<Element> after = elements;
    for (int i = 0; i < count; i++) {
      after = replaced(after, node("n" + i, "tier.web", ONE).withName("renamed"));
    }
    return after;
  }

  @Test
  void islandsAreAlikeWhereNothingDiffersThatMatters() {
    assertAlike(true, WEB, WEB.withBounds(new Rect(50, 50, 20, 20)));
    assertAlike(true, TO_WEB, TO_WEB.withName(TO_WEB.name()));
    assertAlike(false, WEB, WEB.withName("renamed"));
    assertAlike(false, WEB, WEB.withParent(TWO.id()));
    assertAlike(false, WEB, WEB.withParent(null));
    assertAlike(false, WEB.withParent(null), WEB);
    assertAlike(true, WEB.withParent(null), WEB.withParent(null).withBounds(new Rect(1, 2, 3, 4)));
    assertAlike(false, WEB, WEB.withSpans(List.of(TWO.id())));
    assertAlike(false, TO_WEB, arrow("to-web", INTERNET, ALB));
    assertAlike(false, TO_WEB, arrow("to-web", ONE, WEB));
    assertAlike(false, WEB, node("web", "tier.was", ONE).withName("web"));
    assertAlike(false, WEB, arrow("web", INTERNET, ALB).withName("web"));
    assertAlike(false, TO_WEB, node("to-web", "traffic", ONE).withName(TO_WEB.name()));
    Island island = new Island(WEB.id(), List.of(WEB, ALB));
    assertEquals(false, island.isAlike(new Island(WEB.id(), List.of(WEB))));
    assertEquals(false, island.isAlike(new Island(WEB.id(), List.of(ALB, WEB))));
    assertEquals(true, island.isAlike(new Island(WEB.id(), List.of(WEB, ALB))));
  }

  private static void assertAlike(boolean expected, Element one, Element other) {
    assertEquals(
        expected,
        new Island(one.id(), List.of(one)).isAlike(new Island(one.id(), List.of(other))),
        () -> one + " and " + other);
  }

  /// @param kept the first elements of the islands that are the same objects as before
  private static void assertKept(String kept, List<Element> before, List<Element> after) {
    Islands were = Islands.of(design(before));
    Document changed = design(after);
    Islands are = were.next(changed);
    Islands alone = Islands.of(changed);
    assertEquals(alone.all(), are.all());
    for (ElementId id : changed.elements().keySet()) {
      assertEquals(alone.around(Set.of(id)), are.around(Set.of(id)));
    }
    assertEquals(
        kept,
        are.all().stream()
            .filter(island -> were.all().stream().anyMatch(old -> old == island))
            .map(island -> island.first().value())
            .collect(Collectors.joining(" ")));
  }

  private static Document design(List<Element> elements) {
    return Document.of(elements, Settings.NONE, Fields.NONE);
  }

  private static List<Element> with(List<Element> elements, int at, Element more) {
    List<Element> after = new ArrayList<>(elements);
    after.add(at, more);
    return after;
  }

  private static List<Element> without(List<Element> elements, String id) {
    return elements.stream().filter(element -> !element.id().value().equals(id)).toList();
  }

  private static List<Element> replaced(List<Element> elements, Element changed) {
    return elements.stream()
        .map(element -> element.id().equals(changed.id()) ? changed : element)
        .toList();
  }

  private static Node node(String id, String kind, @Nullable Node parent) {
    Node alone = Node.of(new ElementId(id), kind, id, new Rect(0, 0, 10, 10));
    return parent == null ? alone : alone.withParent(parent.id());
  }

  private static Connector arrow(String id, Node from, Node to) {
    return Connector.of(new ElementId(id), "traffic", from.id(), to.id());
  }
}
