package dev.drawbridge.draw.layout;

import static dev.drawbridge.edit.SmallDesign.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.edit.Arrange;
import dev.drawbridge.edit.Connect;
import dev.drawbridge.edit.Edits;
import dev.drawbridge.edit.History;
import dev.drawbridge.edit.Lock;
import dev.drawbridge.edit.Move;
import dev.drawbridge.edit.SmallDesign;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TidyTest {
  static Stream<Document> designs() {
    return Template.gallery().stream()
        .filter(template -> template != Template.BLANK)
        .map(template -> messedUp(template.design(Language.ENGLISH)));
  }

  /// Cards are pushed about; containers grow with them.
  private static Document messedUp(Document design) {
    Random random = new Random(11);
    Document messy = design;
    for (Node node : design.nodes()) {
      if (design.children(node.id()).isEmpty() && !Layout.isDocked(node)) {
        Move move = Move.of(node.id(), random.nextInt(-40, 60), random.nextInt(0, 60));
        messy = Edits.apply(messy, move).document();
      }
    }
    return messy;
  }

  private static Document tidied(Document document) {
    return Edits.apply(document, new Arrange(Tidy.all(document))).document();
  }

  private static Document locked(Document document, ElementId... ids) {
    return Edits.apply(document, new Lock(new LinkedHashSet<>(List.of(ids)), true)).document();
  }

  private static void assertInOrder(Document document) {
    for (Node node : document.nodes()) {
      if (Layout.isDocked(node)) {
        continue;
      }
      document
          .parent(node)
          .ifPresent(
              around ->
                  assertTrue(
                      new Rect(0, 0, around.bounds().width(), around.bounds().height())
                          .contains(node.bounds()),
                      node.id() + " reaches out of " + around.id()));
      for (Node other : document.children(node.parent())) {
        boolean apart =
            other == node
                || !other.spans().isEmpty()
                || !node.spans().isEmpty()
                || Layout.isDocked(other)
                || !other.bounds().intersects(node.bounds());
        assertTrue(apart, node.id() + " lies over " + other.id());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("designs")
  void allComesIntoOrderAndNothingElseChanges(Document messy) {
    Document tidy = tidied(messy);
    assertInOrder(tidy);
    assertEquals(List.copyOf(messy.elements().keySet()), List.copyOf(tidy.elements().keySet()));
    for (Node node : messy.nodes()) {
      assertEquals(node, tidy.node(node.id()).withBounds(node.bounds()));
    }
  }

  @ParameterizedTest
  @MethodSource("designs")
  void itIsOneStepThatIsTakenBackAndDoneOnce(Document messy) {
    History done = History.of(messy).apply(new Arrange(Tidy.all(messy)));
    assertEquals(1, done.undoable().size());
    assertEquals("edit.tidy.name", done.undoable().getFirst().key());
    assertEquals(messy, done.undo().current());
    Document tidy = done.current();
    assertEquals(Map.of(), Tidy.all(tidy));
    assertSame(done, done.apply(new Arrange(Tidy.all(tidy))));
  }

  @ParameterizedTest
  @MethodSource("designs")
  void theDesignBeginsWhereItBegan(Document messy) {
    assertEquals(corner(messy), corner(tidied(messy)));
  }

  private static Point corner(Document document) {
    return document.children(null).stream()
        .map(Node::bounds)
        .reduce(Rect::union)
        .orElseThrow()
        .topLeft();
  }

  /// Whichever node is locked, it stays where it is on the canvas, and the others make way.
  @ParameterizedTest
  @MethodSource("designs")
  void whatIsLockedStays(Document messy) {
    for (Node node : messy.nodes()) {
      if (Layout.isDocked(node)) {
        continue;
      }
      Document pinned = locked(messy, node.id());
      Document tidy = tidied(pinned);
      assertEquals(
          pinned.absoluteBounds(pinned.node(node.id())),
          tidy.absoluteBounds(tidy.node(node.id())),
          node.id().value());
      for (Node inside : pinned.descendants(node.id())) {
        assertEquals(inside, tidy.node(inside.id()));
      }
      assertEquals(Map.of(), Tidy.all(tidy), node.id().value());
    }
  }

  @Test
  void whatWouldLieUnderSomethingLockedMakesWay() {
    Document start = SmallDesign.document();
    ElementId other = new ElementId("orders");
    Document two =
        Edits.apply(
                start,
                new dev.drawbridge.edit.Place(
                    SmallDesign.node(other, "tier.was", SUBNET_A, new Rect(40, 36, 168, 64))))
            .document();
    Document tidy = tidied(locked(two, TIER));
    Rect held = tidy.node(TIER).bounds();
    assertEquals(start.node(TIER).bounds(), held);
    assertFalse(tidy.node(other).bounds().intersects(held));
    assertInOrder(tidy);
  }

  @Test
  void bendsThatWereDrawnByHandAreGivenUpWhereAnEndMoves() {
    Document start = SmallDesign.document();
    Document bent =
        Document.of(
            start.elements().values().stream()
                .map(
                    element ->
                        element instanceof Connector connector
                            ? connector.withBends(List.of(new Point(600, 500)))
                            : element)
                .toList(),
            start.settings(),
            start.extras());
    Connector after = (Connector) tidied(bent).find(ARROW).orElseThrow();
    assertEquals(List.of(), after.bends());
  }

  @Test
  void aChosenContainerIsTidiedAndStaysWhereItIs() {
    Document messy = messedUp(Template.THREE_TIER.design(Language.ENGLISH));
    Node subnet =
        messy.nodes().stream()
            .filter(node -> node.kind().equals("aws.subnet"))
            .filter(node -> !messy.children(node.id()).isEmpty())
            .findFirst()
            .orElseThrow();
    Map<ElementId, Rect> changed = Tidy.only(messy, Set.of(subnet.id()));
    assertFalse(changed.isEmpty());
    Document tidy = Edits.apply(messy, new Arrange(changed)).document();
    assertEquals(subnet.bounds(), tidy.node(subnet.id()).bounds());
    for (Node node : messy.nodes()) {
      boolean inside = messy.descendants(subnet.id()).contains(node);
      assertTrue(inside || node.equals(tidy.node(node.id())), node.id().value());
    }
  }

  @Test
  void chosenCardsComeIntoRowsWithEqualGaps() {
    Document start = SmallDesign.document();
    List<ElementId> ids =
        List.of(new ElementId("a"), new ElementId("b"), new ElementId("c"), new ElementId("d"));
    List<Rect> at =
        List.of(
            new Rect(0, 800, 160, 64),
            new Rect(190, 812, 160, 64),
            new Rect(420, 795, 160, 64),
            new Rect(30, 900, 160, 64));
    Document loose = start;
    for (int i = 0; i < ids.size(); i++) {
      Node node = SmallDesign.node(ids.get(i), "internet", null, at.get(i));
      loose = Edits.apply(loose, new dev.drawbridge.edit.Place(node)).document();
    }
    Document tidy =
        Edits.apply(loose, new Arrange(Tidy.only(loose, new LinkedHashSet<>(ids)))).document();
    assertEquals(
        List.of(
            new Rect(0, 795, 160, 64),
            new Rect(184, 795, 160, 64),
            new Rect(368, 795, 160, 64),
            new Rect(0, 883, 160, 64)),
        ids.stream().map(id -> tidy.node(id).bounds()).toList());
    assertEquals(Map.of(), Tidy.only(loose, Set.of(ids.getFirst())));
  }

  @Test
  void anArrowIsNotMovedByTidying() {
    Document start = SmallDesign.document();
    Document two =
        Edits.apply(start, new Connect(Connector.of(new ElementId("x"), "traffic", TIER, BALANCER)))
            .document();
    assertEquals(Map.of(), Tidy.only(two, Set.of(ARROW)));
  }
}
