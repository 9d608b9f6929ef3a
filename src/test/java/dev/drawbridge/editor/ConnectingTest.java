package dev.drawbridge.editor;

import static dev.drawbridge.edit.SmallDesign.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Rect;
import dev.drawbridge.edit.Place;
import dev.drawbridge.edit.SmallDesign;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import org.junit.jupiter.api.Test;

class ConnectingTest {
  private static final ElementId DATABASE = new ElementId("db");
  private static final ElementId REPLICA = new ElementId("replica");
  private final Hands hands = new Hands(start());

  /// With a database in subnet c at (560, 300) and a replica at (760, 300).
  private static Document start() {
    Hands hands = new Hands(SmallDesign.document());
    hands.state =
        hands
            .editor()
            .commit(
                hands.state,
                new Place(node(DATABASE, "aws.rds", SUBNET_C, new Rect(20, 120, 120, 64))));
    hands.state =
        hands
            .editor()
            .commit(
                hands.state,
                new Place(node(REPLICA, "aws.rds_replica", SUBNET_C, new Rect(200, 120, 120, 64))));
    return hands.document();
  }

  private Connector newest() {
    return hands.document().connectors().getLast();
  }

  @Test
  void hoveringShowsPortsAndADragFromOneConnects() {
    hands.hover(200, 320);
    assertEquals(new Idle(TIER), hands.state.tool());
    double x = hands.bounds(TIER).right() + HitTest.PORT_DISTANCE;
    hands.dragFromTo(x, 332, 600, 330);
    assertEquals(TIER, newest().source());
    assertEquals(DATABASE, newest().target());
    assertEquals("traffic", newest().kind());
    assertTrue(hands.state.selection().contains(newest().id()));
  }

  @Test
  void portsStayWhileThePointerIsOnItsWayToThem() {
    hands.hover(300, 332).hover(312, 332).hover(318, 332);
    assertEquals(new Idle(TIER), hands.state.tool());
  }

  @Test
  void theEndsDecideWhichKindOfArrowItIs() {
    hands.hover(600, 330);
    hands.dragFromTo(hands.bounds(DATABASE).right() + HitTest.PORT_DISTANCE, 332, 780, 330);
    assertEquals("replication", newest().kind());
  }

  @Test
  void theArrowToolTakesAClickOnEachEnd() {
    hands.take("traffic").click(200, 320);
    Connecting connecting = assertInstanceOf(Connecting.class, hands.state.tool());
    assertEquals(TIER, connecting.source());
    hands.hover(600, 330).click(600, 330);
    assertEquals(DATABASE, newest().target());
  }

  @Test
  void anArrowThatNoKindAllowsIsRefusedWithTheReason() {
    int before = hands.document().connectors().size();
    hands.take("traffic").click(600, 330); // no traffic begins at a database
    assertEquals(before, hands.document().connectors().size());
    hands.key(Input.Key.ESCAPE).take("traffic").click(200, 320).click(490, 60); // the gateway
    assertInstanceOf(Notice.NoConnection.class, hands.state.notice());
    assertEquals(before, hands.document().connectors().size());
  }

  @Test
  void itIsShownBeforeTheDropWhetherTheEndIsAllowed() {
    hands.hover(200, 320).press(hands.bounds(TIER).right() + HitTest.PORT_DISTANCE, 332);
    hands.drag(600, 330);
    assertTrue(((Connecting) hands.state.tool()).isAllowed(hands.document()));
    hands.drag(490, 60);
    assertFalse(((Connecting) hands.state.tool()).isAllowed(hands.document()));
  }

  @Test
  void escapeBreaksOffAnArrow() {
    Document before = hands.document();
    hands.take("traffic").click(200, 320).hover(600, 330).key(Input.Key.ESCAPE);
    hands.click(600, 330);
    assertSame(before, hands.document());
  }
}
