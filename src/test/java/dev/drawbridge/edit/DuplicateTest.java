package dev.drawbridge.edit;

import static dev.drawbridge.edit.SmallDesign.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.catalog.AddressBlock;
import dev.drawbridge.catalog.AddressPlan;
import dev.drawbridge.catalog.aws.AvailabilityZone;
import dev.drawbridge.catalog.aws.Subnet;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.List;
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

  @Test
  void aCopyOfASubnetTakesTheNextFreeBlockOfItsSize() {
    Document shop = Template.THREE_TIER.design(Language.ENGLISH);
    Node subnet = first(shop, "aws.subnet");
    Duplicate edit = Duplicate.of(shop, Set.of(subnet.id()), new Point(0, 200), ids);
    Document copied = after(shop, edit);
    Node copy = copied.node(edit.roots(shop).getFirst());
    AddressBlock block = AddressBlock.parse(Subnet.CIDR.of(copy)).orElseThrow();
    assertEquals(24, block.prefix());
    assertEquals(List.of(), AddressPlan.around(copied, copy).overlapping(block));
    assertEquals(subnet, copied.node(subnet.id()));
  }

  @Test
  void aCopyOfAZoneTakesTheNextLetterAndItsSubnetsBlocksOfTheirOwn() {
    Document shop = Template.THREE_TIER.design(Language.ENGLISH);
    Node zone = first(shop, "aws.availability_zone");
    Duplicate edit = Duplicate.of(shop, Set.of(zone.id()), new Point(0, 900), ids);
    Document copied = after(shop, edit);
    Node copy = copied.node(edit.roots(shop).getFirst());
    assertEquals("a", AvailabilityZone.ZONE.of(zone));
    assertEquals("b", AvailabilityZone.ZONE.of(copy));
    for (Node subnet : copied.children(copy.id())) {
      if (subnet.kind().equals("aws.subnet")) {
        AddressBlock block = AddressBlock.parse(Subnet.CIDR.of(subnet)).orElseThrow();
        assertEquals(List.of(), AddressPlan.around(copied, subnet).overlapping(block));
      }
    }
  }

  @Test
  void aCopyOfAWholeVpcKeepsItsPlanOfAddresses() {
    Document shop = Template.THREE_TIER.design(Language.ENGLISH);
    Node vpc = first(shop, "aws.vpc");
    Duplicate edit = Duplicate.of(shop, Set.of(vpc.id()), new Point(2000, 0), ids);
    Document copied = after(shop, edit);
    edit.copies()
        .forEach(
            (from, to) ->
                assertEquals(
                    shop.find(from).orElseThrow().properties(),
                    copied.find(to).orElseThrow().properties()));
  }

  private static Node first(Document document, String kind) {
    return document.nodes().stream()
        .filter(node -> node.kind().equals(kind))
        .findFirst()
        .orElseThrow();
  }
}
