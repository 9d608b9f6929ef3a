package dev.drawbridge.edit;

import static dev.drawbridge.edit.SmallDesign.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import java.util.LinkedHashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReparentTest {
  private final Document start = document();

  @Test
  void onTheCanvasANodeStaysWhereItIs() {
    Document moved = after(start, Reparent.of(TIER, VPC));
    assertEquals(VPC, moved.node(TIER).parent());
    assertEquals(start.absoluteBounds(start.node(TIER)), moved.absoluteBounds(moved.node(TIER)));
  }

  @Test
  void aNodeCanBeMovedOnTheWay() {
    Document moved =
        after(start, new Reparent(new LinkedHashSet<>(List.of(TIER)), SUBNET_C, new Point(440, 0)));
    assertEquals(SUBNET_C, moved.node(TIER).parent());
    assertEquals(new Rect(40, 120, 168, 64), moved.node(TIER).bounds());
  }

  @Test
  void nothingGoesWhereItsKindMayNotBe() {
    assertThrows(IllegalArgumentException.class, () -> after(start, Reparent.of(SUBNET_A, VPC)));
  }

  @Test
  void nothingGoesIntoItselfOrWhatLiesInIt() {
    assertTrue(Containment.refusal(start, start.node(VPC), VPC).isPresent());
    assertEquals(
        Refusal.Reason.INSIDE_ITSELF,
        Containment.refusal(start, start.node(ZONE_A), SUBNET_A).orElseThrow().reason());
    assertThrows(IllegalArgumentException.class, () -> after(start, Reparent.of(ZONE_A, SUBNET_A)));
  }

  @Test
  void aGroupTakesWhatItsSurroundingsTakeAndGoesWhereItsContentMayBe() {
    ElementId group = new ElementId("group-1");
    Document framed =
        after(start, new Place(node(group, "group", ZONE_A, new Rect(10, 40, 420, 500))));
    Document moved = after(framed, Reparent.of(SUBNET_A, group));
    assertEquals(group, moved.node(SUBNET_A).parent());
    assertTrue(Containment.refusal(framed, framed.node(GATEWAY), group).isPresent());
    assertThrows(IllegalArgumentException.class, () -> after(moved, Reparent.of(group, VPC)));
    assertEquals(VPC, after(framed, Reparent.of(group, VPC)).node(group).parent());
  }

  @Test
  void whatIsDockedGoesToTheNearestBorder() {
    Document two =
        after(
            start,
            new Place(
                node(new ElementId("vpc-2"), "aws.vpc", REGION, new Rect(1100, 60, 400, 300))));
    Document moved =
        after(
            two,
            new Reparent(
                new LinkedHashSet<>(List.of(GATEWAY)), new ElementId("vpc-2"), new Point(800, 40)));
    assertEquals(0, moved.node(GATEWAY).bounds().centerY());
  }

  @Test
  void aTierTakenIntoALaterContainerStillComesAfterIt() {
    Document moved =
        after(
            start,
            new Sequence(
                "edit.reparent.name",
                List.of(
                    new Restack(new LinkedHashSet<>(List.of(TIER)), false),
                    Reparent.of(TIER, SUBNET_C))));
    assertEquals(List.of(), Invariants.violations(moved));
  }
}
