package dev.drawbridge.editor;

import static dev.drawbridge.edit.SmallDesign.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Size;
import dev.drawbridge.edit.SmallDesign;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Node;
import java.util.List;
import org.junit.jupiter.api.Test;

class SurroundingTest {
  private final Hands empty = new Hands(Document.EMPTY);

  private Surrounding asked(Hands hands) {
    return assertInstanceOf(Surrounding.class, hands.state.tool());
  }

  @Test
  void beforeTheDropItIsToldWhatWouldBeMade() {
    empty.take("tier.web").drag(700, 400);
    Placing placing = assertInstanceOf(Placing.class, empty.state.tool());
    assertEquals(
        List.of("aws.region", "aws.vpc"),
        placing.needs(empty.editor().view(empty.state)).stream().map(kind -> kind.id()).toList());
    assertSame(Document.EMPTY, empty.state.shown());
  }

  @Test
  void theDropShowsAllOfItAndMakesNothingYet() {
    empty.take("tier.web").drag(700, 400).release(700, 400);
    assertTrue(asked(empty).isBusy());
    assertEquals(7, empty.state.shown().nodes().size());
    assertSame(Document.EMPTY, empty.document());
    assertNull(empty.state.notice());
  }

  @Test
  void takenItIsOneStepAndAllOfItInView() {
    empty.state = empty.state.withViewport(new Size(800, 500));
    empty.take("tier.web").drag(700, 400).release(700, 400);
    Document shown = empty.state.shown();
    empty.state = empty.editor().surround(empty.state, asked(empty));
    assertEquals(shown, empty.document());
    assertEquals(Idle.REST, empty.state.tool());
    Node web = empty.newest("tier.web");
    assertEquals(Selection.of(web.id()), empty.state.selection());
    assertTrue(
        empty
            .state
            .camera()
            .visible(empty.state.viewport())
            .contains(empty.bounds(empty.newest("aws.region").id())));
    empty.state = empty.editor().undo(empty.state);
    assertEquals(Document.EMPTY, empty.document());
  }

  @Test
  void itLiesOnTheGridWhereThereIsOne() {
    empty.take("tier.web").drag(701.5, 403).release(701.5, 403);
    assertEquals(0, asked(empty).ground().places().getFirst().bounds().y() % 8);
    Hands free = new Hands(Document.EMPTY).withoutGrid();
    free.take("tier.web").drag(701.5, 403).release(701.5, 403);
    assertEquals(403, free.state.shown().absoluteBounds(asked(free).ground().node()).centerY(), 1);
  }

  @Test
  void escapeAndAPressBesideItMakeNothing() {
    empty.take("tier.web").drag(700, 400).release(700, 400).key(Input.Key.ESCAPE);
    assertEquals(Idle.REST, empty.state.tool());
    assertSame(Document.EMPTY, empty.state.shown());
    empty.take("tier.web").drag(700, 400).release(700, 400).press(20, 20);
    assertSame(Document.EMPTY, empty.state.shown());
    assertSame(Document.EMPTY, empty.document());
  }

  @Test
  void whatIsThereMayTakeItInstead() {
    Hands hands = new Hands(SmallDesign.document());
    hands.take("tier.web").drag(1500, 400).release(1500, 400);
    hands.state = hands.editor().placeIn(hands.state, asked(hands), SUBNET_C);
    Node web = hands.newest("tier.web");
    assertEquals(SUBNET_C, web.parent());
    assertTrue(hands.bounds(SUBNET_C).contains(hands.bounds(web.id())));
    assertEquals(Selection.of(web.id()), hands.state.selection());
  }

  @Test
  void withoutAPointerTheSameIsAsked() {
    empty.state =
        empty.editor().place(empty.state, Hands.preset("aws.alb.public"), "load balancer");
    assertEquals(8, empty.state.shown().nodes().size());
    assertSame(Document.EMPTY, empty.document());
    assertEquals("load balancer", asked(empty).ground().node().name());
  }
}
