package dev.drawbridge.editor;

import static dev.drawbridge.edit.SmallDesign.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.edit.Containment;
import dev.drawbridge.edit.Place;
import dev.drawbridge.edit.SmallDesign;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.List;
import org.junit.jupiter.api.Test;

/// An arrow that is dropped where nothing is yet.
class NewEndTest {
  /// Free ground in subnet c.
  private static final Point GROUND = new Point(720, 330);

  private final Document start = SmallDesign.document();
  private final Hands hands = new Hands(start);

  private Hands drop(Point at) {
    hands.hover(200, 320);
    double x = hands.bounds(TIER).right() + HitTest.PORT_DISTANCE;
    return hands.press(x, 332).drag(at.x(), at.y()).release(at.x(), at.y());
  }

  private List<NewEnd> offered() {
    Offering dropped = assertInstanceOf(Offering.class, hands.state.tool());
    EditorView view = hands.editor().view(hands.state);
    return NewEnd.at(view, start.node(dropped.source()), dropped.kind(), dropped.at());
  }

  private NewEnd offered(String preset) {
    return offered().stream()
        .filter(end -> end.preset().key().equals(preset))
        .findFirst()
        .orElseThrow();
  }

  private void choose(NewEnd end, Point at) {
    hands.state = hands.editor().connectNew(hands.state, TIER, end, "orders", at);
  }

  @Test
  void aDropOnAContainerOffersWhatTheSourceMayConnectToThere() {
    drop(GROUND);
    assertSame(start, hands.document());
    Node subnet = start.node(SUBNET_C);
    assertFalse(offered().isEmpty());
    for (NewEnd end : offered()) {
      assertTrue(
          end.arrow()
              .mayConnect(
                  Catalog.of(start.node(TIER)).orElseThrow(),
                  Catalog.find(end.preset().kind()).orElseThrow()));
      Node container = end.container() == null ? null : start.node(end.container());
      assertTrue(Containment.refusal(start, end.preset().kind(), container).isEmpty());
      assertTrue(
          container == null
              || container.equals(subnet)
              || start.ancestors(subnet).contains(container));
    }
    assertTrue(
        offered().stream().noneMatch(end -> end.preset().kind().equals("aws.internet_gateway")));
  }

  @Test
  void whatPeopleUsuallyConnectToComesFirst() {
    drop(GROUND);
    String first = offered().getFirst().preset().kind();
    assertTrue(List.of("aws.rds", "aws.aurora", "aws.elasticache").contains(first), first);
    assertTrue(Habits.of(start.node(TIER), offered().getFirst().preset()) > 0);
  }

  @Test
  void choosingPlacesAndConnectsAsOneStepWhereTheDropWas() {
    drop(GROUND);
    choose(offered("aws.rds"), GROUND);
    Node placed = hands.newest("aws.rds");
    assertEquals(SUBNET_C, placed.parent());
    Rect bounds = hands.bounds(placed.id());
    assertTrue(bounds.center().distanceTo(GROUND) <= 12, bounds.toString()); // snapping apart
    Connector arrow = hands.document().connectors().getLast();
    assertEquals(TIER, arrow.source());
    assertEquals(placed.id(), arrow.target());
    assertEquals("orders", placed.name());
    assertTrue(hands.state.selection().contains(placed.id()));
    assertFalse(hands.state.tool().isBusy());
    hands.state = hands.editor().undo(hands.state);
    assertEquals(start, hands.document());
    hands.state = hands.editor().redo(hands.state);
    assertEquals(placed, hands.newest("aws.rds"));
  }

  @Test
  void escapeAndAPressElsewhereLeaveNothing() {
    drop(GROUND).key(Input.Key.ESCAPE);
    assertSame(start, hands.document());
    assertSame(Idle.REST, hands.state.tool());
    drop(GROUND).press(1500, 1500);
    assertSame(start, hands.document());
    assertFalse(hands.state.tool().isBusy());
  }

  @Test
  void theSecondClickOfTheArrowToolOffersToo() {
    hands.take("traffic").click(200, 320).click(GROUND.x(), GROUND.y());
    assertTrue(offered().stream().allMatch(end -> end.arrow().id().equals("traffic")));
  }

  @Test
  void aPortThatIsOnlyClickedOffersNothing() {
    hands.hover(200, 320);
    hands.click(hands.bounds(TIER).right() + HitTest.PORT_DISTANCE, 332);
    assertSame(Idle.REST, hands.state.tool());
  }

  @Test
  void aDropBesideTheCanvasIsNone() {
    drop(new Point(3000, 300));
    assertSame(Idle.REST, hands.state.tool());
    assertNull(hands.state.notice());
  }

  @Test
  void whereNothingMayBeItIsSaid() {
    hands.state = hands.editor().begin(hands.state, Connecting.choosing("replication"));
    ElementId database = new ElementId("db");
    hands.state =
        hands
            .editor()
            .commit(
                hands.state,
                new Place(node(database, "aws.rds", SUBNET_C, new Rect(20, 120, 120, 64))));
    hands.state = hands.editor().begin(hands.state, Connecting.choosing("replication"));
    hands.click(600, 330).click(1500, 1500); // a replica cannot lie outside of everything
    assertEquals(new Notice.NoNewEnd("aws.rds"), hands.state.notice());
    assertSame(Idle.REST, hands.state.tool());
  }

  @Test
  void withoutAPointerItIsPlacedWhereThereIsRoomNearTheSource() {
    hands.state = hands.state.withSelection(Selection.of(TIER));
    NewEnd database =
        NewEnd.anywhere(hands.editor().view(hands.state), start.node(TIER)).stream()
            .filter(end -> end.preset().key().equals("aws.rds"))
            .findFirst()
            .orElseThrow();
    choose(database, null);
    Node placed = hands.newest("aws.rds");
    assertEquals(database.container(), placed.parent());
    assertFalse(hands.bounds(placed.id()).intersects(hands.bounds(TIER)));
    assertEquals(placed.id(), hands.document().connectors().getLast().target());
  }

  @Test
  void fromTheInternetADesignMayBeDrawnByItsArrows() {
    ElementId internet = new ElementId("internet");
    Hands empty = new Hands(Document.EMPTY);
    empty.state =
        empty
            .editor()
            .commit(
                empty.state,
                new Place(node(internet, "internet", null, new Rect(500, 20, 160, 64))));
    NewEnd balancer = newEnd(empty, internet, "aws.alb.public");
    assertEquals(
        List.of("aws.region", "aws.vpc"), balancer.needs().stream().map(Kind::id).toList());
    Document before = empty.document();
    empty.state =
        empty.editor().connectNew(empty.state, internet, balancer, "front", new Point(580, 200));
    Node placed = empty.newest("aws.alb");
    assertEquals(2, placed.spans().size());
    assertEquals(placed.id(), empty.document().connectors().getLast().target());
    assertFalse(empty.bounds(empty.newest("aws.region").id()).intersects(empty.bounds(internet)));
    assertEquals(Selection.of(placed.id()), empty.state.selection());
    empty.state = empty.editor().undo(empty.state);
    assertEquals(before, empty.document());
  }

  private static NewEnd newEnd(Hands hands, ElementId source, String preset) {
    EditorView view = hands.editor().view(hands.state);
    return NewEnd.at(view, hands.document().node(source), null, new Point(580, 200)).stream()
        .filter(end -> end.preset().key().equals(preset))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void whatStandsInAVpcTalksWithinIt() {
    drop(new Point(1500, 1500));
    assertInstanceOf(Offering.class, hands.state.tool());
    assertTrue(offered().stream().allMatch(end -> end.needs().isEmpty()));
  }
}
