package dev.drawbridge.editor;

import static dev.drawbridge.edit.SmallDesign.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.catalog.aws.ApplicationLoadBalancer;
import dev.drawbridge.catalog.aws.ApplicationLoadBalancer.Scheme;
import dev.drawbridge.catalog.aws.Subnet;
import dev.drawbridge.edit.SmallDesign;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Node;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacingTest {
  private final Document start = SmallDesign.document();
  private final Hands hands = new Hands(start);

  @Test
  void aClickPlacesWhatWasTakenFromThePalette() {
    hands.take("tier.web").hover(700, 300).click(700, 300);
    Node web = hands.newest("tier.web");
    assertEquals(SUBNET_C, web.parent());
    assertTrue(hands.state.selection().contains(web.id()));
    assertEquals(Idle.REST, hands.state.tool());
  }

  @Test
  void onlyWithAGridItIsPlacedOnIt() {
    hands.take("tier.web").click(701, 319);
    assertEquals(0, hands.bounds(hands.newest("tier.web").id()).x() % 8);
    Hands free = new Hands(start).withoutGrid().take("tier.web").click(701, 319);
    assertEquals(701, free.bounds(free.newest("tier.web").id()).centerX());
  }

  @Test
  void aDragFromThePaletteIsPlacedWhereTheButtonIsReleased() {
    hands.take("tier.web").drag(650, 300).drag(700, 310).release(700, 310);
    assertEquals(SUBNET_C, hands.newest("tier.web").parent());
  }

  @Test
  void beforeTheDropTheNodeIsShownWhereItWillBe() {
    hands.take("tier.web").drag(700, 300);
    assertSame(start, hands.document());
    assertEquals(start.elements().size() + 1, hands.state.shown().elements().size());
  }

  @Test
  void outsideTheCanvasNothingIsShownAndNothingDropped() {
    hands.take("tier.web").drag(700, 300).input(new Input.Left());
    assertSame(start, hands.state.shown());
    hands.release(-20, 300);
    assertSame(start, hands.document());
    assertEquals(Idle.REST, hands.state.tool());
  }

  @Test
  void whereNoContainerTakesItTheReasonIsToldAndNothingPlaced() {
    hands.take("idc.server").drag(700, 640); // nothing in a VPC holds it
    Placing placing = assertInstanceOf(Placing.class, hands.state.tool());
    assertTrue(placing.target().isRefused());
    hands.release(700, 640);
    assertSame(start, hands.document());
    assertInstanceOf(Notice.Refused.class, hands.state.notice());
  }

  @Test
  void theSmallestContainerThatTakesItIsChosen() {
    hands.take("aws.alb.internal").click(300, 330); // a subnet is there, but takes no balancer
    Node balancer = hands.newest("aws.alb");
    assertEquals(VPC, balancer.parent());
    assertEquals(Scheme.INTERNAL, ApplicationLoadBalancer.SCHEME.of(balancer));
    assertTrue(balancer.spans().contains(SUBNET_A));
  }

  @Test
  void aNewSubnetGetsAFreeAddressBlock() {
    hands.take("aws.subnet.private").click(300, 600);
    Node first = hands.newest("aws.subnet");
    hands.take("aws.subnet.private").click(700, 600);
    Node second = hands.newest("aws.subnet");
    assertEquals("10.0.0.0/24", Subnet.CIDR.of(first));
    assertNotEquals(Subnet.CIDR.of(first), Subnet.CIDR.of(second));
  }

  @Test
  void aSecondOfTheSameNameGetsANumber() {
    hands.take("tier.web").click(700, 300).take("tier.web").click(700, 350);
    assertEquals("tier.web 2", hands.newest("tier.web").name());
  }

  @Test
  void shiftKeepsItInHandForTheNext() {
    hands.take("tier.web").holding(Modifiers.SHIFT).click(700, 300);
    assertInstanceOf(Placing.class, hands.state.tool());
    hands.holding(Modifiers.NONE).click(700, 350);
    assertEquals(start.elements().size() + 2, hands.document().elements().size());
  }

  @Test
  void escapePutsItBack() {
    hands.take("tier.web").drag(700, 300).key(Input.Key.ESCAPE);
    assertSame(start, hands.state.shown());
    hands.click(700, 300);
    assertSame(start, hands.document());
  }

  @Test
  void aGatewayGoesOntoTheBorderOfItsVpc() {
    hands.take("aws.internet_gateway").click(300, 80);
    assertEquals(0, hands.newest("aws.internet_gateway").bounds().centerY());
  }

  @Test
  void withoutAPointerItGoesIntoTheSelectedContainerBesideWhatIsThere() {
    hands.click(120, 190); // subnet a
    hands.state = hands.editor().place(hands.state, Hands.preset("tier.web"), "web");
    Node web = hands.newest("tier.web");
    assertEquals(SUBNET_A, web.parent());
    assertFalse(hands.bounds(web.id()).intersects(hands.bounds(TIER)));
    assertTrue(hands.bounds(SUBNET_A).contains(hands.bounds(web.id())));
  }

  @Test
  void withoutAPointerAWholeDesignCanBeMade() {
    Hands empty = new Hands(Document.EMPTY);
    for (String preset :
        List.of(
            "aws.region", "aws.vpc", "aws.availability_zone", "aws.subnet.public", "tier.web")) {
      empty.state = empty.editor().place(empty.state, Hands.preset(preset), preset);
    }
    assertEquals(5, empty.document().nodes().size());
    assertEquals(4, empty.document().ancestors(empty.newest("tier.web")).size());
  }

  @Test
  void twoSelectedNodesAreJoinedWithoutAPointer() {
    hands.click(150, 310);
    hands.holding(Modifiers.SHIFT).click(400, 260);
    int before = hands.document().connectors().size();
    hands.state = hands.editor().place(hands.state, Hands.preset("traffic"), "");
    assertEquals(before + 1, hands.document().connectors().size());
    assertEquals(TIER, hands.document().connectors().getLast().source());
  }
}
