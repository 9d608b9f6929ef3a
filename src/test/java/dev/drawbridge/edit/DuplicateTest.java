package dev.drawbridge.edit;

import static dev.drawbridge.edit.SmallDesign.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DuplicateTest {
  private final Document start = document();
  private final Ids ids = Ids.from(new Random(1));

  private Duplicate duplicate(ElementId... chosen) {
    return Duplicate.of(start, Set.of(chosen), new Point(16, 16), ids);
  }

  @Test
  void aCopyStandsAsideUnderItsOwnNameAndId() {
    Duplicate edit = duplicate(TIER);
    Document copied = after(start, edit);
    Node copy = copied.node(edit.roots(start).getFirst());
    assertNotEquals(TIER, copy.id());
    assertEquals("was 2", copy.name());
    assertEquals(new Rect(56, 136, 168, 64), copy.bounds());
    assertEquals(SUBNET_A, copy.parent());
  }

  @Test
  void theConnectorsBetweenCopiesAreCopied() {
    Document copied = after(start, duplicate(BALANCER, TIER));
    assertEquals(2, copied.connectors().size());
    Connector copy = copied.connectors().getLast();
    assertNotEquals(BALANCER, copy.source());
    assertNotEquals(TIER, copy.target());
  }

  @Test
  void aConnectorToSomethingElseIsNotCopied() {
    assertEquals(1, after(start, duplicate(TIER)).connectors().size());
  }

  @Test
  void aCopiedVpcHoldsCopiesThatSpanCopies() {
    Duplicate edit = duplicate(VPC);
    Document copied = after(start, edit);
    assertEquals(start.elements().size() * 2 - 1, copied.elements().size());
    ElementId balancer = edit.copies().get(BALANCER);
    assertEquals(
        Set.of(edit.copies().get(SUBNET_A), edit.copies().get(SUBNET_C)),
        Set.copyOf(copied.node(balancer).spans()));
    assertTrue(
        copied.ancestors(copied.node(balancer)).contains(copied.node(edit.copies().get(VPC))));
  }
}
