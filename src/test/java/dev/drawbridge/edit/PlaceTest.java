package dev.drawbridge.edit;

import static dev.drawbridge.edit.SmallDesign.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Rect;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlaceTest {
  private static final ElementId NEW = new ElementId("new");
  private final Document start = document();

  private static Place place(String kind, ElementId parent, Rect bounds) {
    return new Place(node(NEW, kind, parent, bounds));
  }

  @Test
  void aTierDroppedIntoASubnetLiesInIt() {
    Document placed = after(start, place("tier.web", SUBNET_C, new Rect(40, 60, 168, 64)));
    assertEquals(SUBNET_C, placed.node(NEW).parent());
  }

  @Test
  void aSubnetIsNotTakenByAVpc() {
    assertThrows(
        IllegalArgumentException.class,
        () -> after(start, place("aws.subnet", VPC, new Rect(0, 0, 100, 100))));
  }

  @Test
  void aLoadBalancerDroppedOverTwoSubnetsSpansBoth() {
    Document placed = after(start, place("aws.alb", VPC, new Rect(300, 260, 300, 64)));
    assertEquals(List.of(SUBNET_A, SUBNET_C), List.copyOf(placed.node(NEW).spans()));
  }

  @Test
  void aLoadBalancerThatMerelyTouchesASubnetDoesNotSpanIt() {
    Document placed = after(start, place("aws.alb", VPC, new Rect(396, 260, 60, 64)));
    assertTrue(placed.node(NEW).spans().isEmpty());
  }

  @Test
  void aSubnetPutUnderALoadBalancerIsSpannedByIt() {
    Document without = after(start, Delete.of(SUBNET_C));
    Document placed = after(without, place("aws.subnet", ZONE_C, new Rect(20, 60, 340, 200)));
    assertEquals(List.of(SUBNET_A, NEW), List.copyOf(placed.node(BALANCER).spans()));
  }

  @Test
  void aContainerTooSmallForWhatIsPutIntoItGrowsWithThoseAroundIt() {
    Document placed =
        after(start, place("aws.availability_zone", VPC, new Rect(900, 60, 440, 560)));
    Node vpc = placed.node(VPC);
    assertTrue(vpc.bounds().width() >= 1340);
    assertTrue(placed.absoluteBounds(placed.node(REGION)).contains(placed.absoluteBounds(vpc)));
  }

  @Test
  void whatIsDockedDoesNotMakeItsContainerGrow() {
    Document placed = after(start, place("aws.internet_gateway", VPC, new Rect(100, -32, 64, 64)));
    assertEquals(start.node(VPC).bounds(), placed.node(VPC).bounds());
  }
}
