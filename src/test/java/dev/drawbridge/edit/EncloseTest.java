package dev.drawbridge.edit;

import static dev.drawbridge.edit.SmallDesign.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import dev.drawbridge.translate.Lowerer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EncloseTest {
  private static final ElementId GROUP = new ElementId("group-1");
  private final Document start = document();

  private static Enclose around(ElementId... members) {
    return new Enclose(new LinkedHashSet<>(List.of(members)), GROUP, "Group");
  }

  private static Ungroup ungroup(ElementId... groups) {
    return new Ungroup(new LinkedHashSet<>(List.of(groups)));
  }

  @Test
  void theGroupFitsAroundItsMembersAndNothingMoves() {
    Document grouped = after(start, around(TIER));
    Node group = grouped.node(GROUP);
    assertEquals(Kind.GROUP, group.kind());
    assertEquals(SUBNET_A, group.parent());
    assertEquals(GROUP, grouped.node(TIER).parent());
    Rect was = start.absoluteBounds(start.node(TIER));
    assertEquals(was, grouped.absoluteBounds(grouped.node(TIER)));
    assertEquals(
        new Rect(was.x() - 12, was.y() - 36, was.width() + 24, was.height() + 48),
        grouped.absoluteBounds(group));
  }

  @Test
  void whatLiesWithinTheFrameByAccidentStaysOutside() {
    Document grouped = after(start, around(ZONE_A, ZONE_C));
    Rect frame = grouped.absoluteBounds(grouped.node(GROUP));
    assertTrue(frame.contains(grouped.absoluteBounds(grouped.node(BALANCER))));
    assertEquals(VPC, grouped.node(BALANCER).parent());
    assertEquals(start.node(BALANCER), grouped.node(BALANCER));
  }

  @Test
  void aGroupedBalancerStillSpansItsSubnets() {
    Document grouped = after(start, around(BALANCER));
    assertEquals(start.node(BALANCER).spans(), grouped.node(BALANCER).spans());
    Document moved = after(grouped, Move.of(GROUP, 250, 0));
    assertEquals(List.of(SUBNET_C), List.copyOf(moved.node(BALANCER).spans()));
  }

  @Test
  void theContainerGrowsWhereTheFrameNeedsRoom() {
    Document low = after(start, Move.of(TIER, -38, -118));
    Document grouped = after(low, around(TIER));
    assertTrue(
        grouped
            .absoluteBounds(grouped.node(SUBNET_A))
            .contains(grouped.absoluteBounds(grouped.node(GROUP))));
    assertEquals(low.absoluteBounds(low.node(TIER)), grouped.absoluteBounds(grouped.node(TIER)));
  }

  @Test
  void thingsFromDifferentContainersAreNotGrouped() {
    assertEquals(Set.of(), Enclose.members(start, Set.of(TIER, BALANCER)));
    assertEquals(Set.of(ZONE_A), Enclose.members(start, Set.of(ZONE_A, TIER)), "within it");
    assertEquals(Set.of(BALANCER), Enclose.members(start, Set.of(GATEWAY, BALANCER)), "docked");
  }

  @Test
  void ungroupingGivesBackWhatWas() {
    Document grouped = after(start, around(ZONE_A, ZONE_C));
    Document back = after(grouped, ungroup(GROUP));
    assertEquals(Set.copyOf(start.elements().values()), Set.copyOf(back.elements().values()));
  }

  @Test
  void groupsWithinGroupsComeApartTogether() {
    ElementId outer = new ElementId("group-2");
    Document nested =
        after(
            after(start, around(TIER)),
            new Enclose(new LinkedHashSet<>(List.of(GROUP)), outer, "Group"));
    assertEquals("Group 2", nested.node(outer).name());
    Document apart = after(nested, ungroup(GROUP, outer));
    assertEquals(start.node(TIER), apart.node(TIER));
    assertTrue(apart.find(GROUP).isEmpty() && apart.find(outer).isEmpty());
  }

  @Test
  void aGroupChangesNothingInTheResources() {
    Document grouped = after(start, around(TIER));
    assertEquals(Lowerer.lower(start), Lowerer.lower(grouped));
    assertEquals(Lowerer.lower(start), Lowerer.lower(after(start, around(ZONE_A, ZONE_C))));
  }

  @Test
  void aGroupMovesAsOne() {
    Document moved = after(after(start, around(TIER)), Move.of(GROUP, 24, 8));
    assertEquals(
        start.absoluteBounds(start.node(TIER)).plus(new Point(24, 8)),
        moved.absoluteBounds(moved.node(TIER)));
  }
}
