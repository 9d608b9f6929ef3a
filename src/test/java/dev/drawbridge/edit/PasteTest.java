package dev.drawbridge.edit;

import static dev.drawbridge.edit.SmallDesign.*;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.draw.Part;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PasteTest {
  private final Document start = document();
  private final Ids ids = Ids.from(new Random(1));

  private Paste paste(
      Document into, Set<ElementId> chosen, Map<ElementId, ElementId> containers, Point by) {
    return Paste.of(into, Part.of(start, chosen), containers, by, ids);
  }

  @Test
  void aTierLandsInTheOtherSubnetUnderItsOwnIdAndName() {
    Paste edit = paste(start, Set.of(TIER), Map.of(TIER, SUBNET_C), new Point(440, 0));
    Document pasted = after(start, edit);
    Node copy = pasted.node(edit.roots().getFirst());
    assertNotEquals(TIER, copy.id());
    assertEquals("was 2", copy.name());
    assertEquals(SUBNET_C, copy.parent());
    assertEquals(start.node(TIER).bounds(), copy.bounds());
    assertEquals(start.node(TIER), pasted.node(TIER));
  }

  @Test
  void everyIdIsNewEvenWhereTheDocumentHasNoSuchElements() {
    Paste edit = paste(Document.EMPTY, Set.of(REGION), Map.of(), Point.ORIGIN);
    Document pasted = after(Document.EMPTY, edit);
    assertEquals(start.elements().size(), pasted.elements().size());
    Set<ElementId> both = new HashSet<>(pasted.elements().keySet());
    both.retainAll(start.elements().keySet());
    assertEquals(Set.of(), both);
  }

  @Test
  void aConnectorBetweenPastedNodesJoinsTheCopies() {
    Paste edit =
        paste(
            start, Set.of(BALANCER, TIER), Map.of(BALANCER, VPC, TIER, SUBNET_A), new Point(0, 24));
    Document pasted = after(start, edit);
    Connector copy = pasted.connectors().getLast();
    assertEquals(2, pasted.connectors().size());
    assertEquals(
        edit.roots(), new HashSet<>(List.of(copy.source(), copy.target())), "both ends are copies");
  }

  @Test
  void bendsMoveWithWhatTheyJoin() {
    Connector bent = start.connectors().getFirst().withBends(List.of(new Point(400, 300)));
    Document design =
        Document.of(
            start.elements().values().stream()
                .map(element -> element.id().equals(ARROW) ? (Element) bent : element)
                .toList(),
            start.settings(),
            start.extras());
    Document fragment = Part.of(design, Set.of(BALANCER, TIER));
    Paste edit =
        Paste.of(design, fragment, Map.of(BALANCER, VPC, TIER, SUBNET_A), new Point(8, 24), ids);
    assertEquals(List.of(new Point(408, 324)), after(design, edit).connectors().getLast().bends());
  }

  @Test
  void aPastedVpcHoldsCopiesThatSpanCopies() {
    Paste edit = paste(start, Set.of(VPC), Map.of(VPC, REGION), new Point(1000, 0));
    Document pasted = after(start, edit);
    Node balancer =
        pasted.nodes().stream()
            .filter(node -> node.kind().equals("aws.alb") && !node.id().equals(BALANCER))
            .findFirst()
            .orElseThrow();
    assertEquals(2, balancer.spans().size());
    for (ElementId spanned : balancer.spans()) {
      assertTrue(
          pasted.ancestors(pasted.node(spanned)).stream()
              .anyMatch(node -> node.id().equals(edit.roots().getFirst())));
    }
    assertEquals(start.node(BALANCER).spans(), pasted.node(BALANCER).spans());
  }

  @Test
  void whatLiesInACopyHasItsOwnNameTooWhereItIsTaken() {
    Document twice =
        after(start, paste(start, Set.of(VPC), Map.of(VPC, REGION), new Point(1000, 0)));
    for (String kind : List.of("aws.subnet", "tier.was", "aws.vpc")) {
      List<String> names =
          twice.nodes().stream().filter(node -> node.kind().equals(kind)).map(Node::name).toList();
      assertEquals(names.size(), Set.copyOf(names).size(), names.toString());
    }
    Document elsewhere =
        after(Document.EMPTY, paste(Document.EMPTY, Set.of(REGION), Map.of(), Point.ORIGIN));
    assertEquals(
        start.nodes().stream().map(Node::name).toList(),
        elsewhere.nodes().stream().map(Node::name).toList());
  }

  @Test
  void whatAUserTookOutOfTheSpansStaysOutInACopyOfAll() {
    Document fewer = after(start, new SetSpans(BALANCER, new LinkedHashSet<>(List.of(SUBNET_A))));
    Paste edit =
        Paste.of(fewer, Part.of(fewer, Set.of(VPC)), Map.of(VPC, REGION), new Point(1000, 0), ids);
    Node balancer =
        after(fewer, edit).nodes().stream()
            .filter(node -> node.kind().equals("aws.alb") && !node.id().equals(BALANCER))
            .findFirst()
            .orElseThrow();
    assertEquals(1, balancer.spans().size());
  }

  @Test
  void aBalancerAloneSpansWhatItNowLiesOver() {
    Paste edit = paste(start, Set.of(BALANCER), Map.of(BALANCER, VPC), new Point(250, 0));
    Node copy = after(start, edit).node(edit.roots().getFirst());
    assertEquals(List.of(SUBNET_C), List.copyOf(copy.spans()));
  }

  @Test
  void aGatewayGoesToTheBorder() {
    Paste edit = paste(start, Set.of(GATEWAY), Map.of(GATEWAY, VPC), new Point(60, 40));
    Node copy = after(start, edit).node(edit.roots().getFirst());
    assertEquals(0, copy.bounds().centerY());
    assertEquals(start.node(GATEWAY).bounds().centerX() + 60, copy.bounds().centerX());
  }

  @Test
  void theContainerGrowsWhereTheCopyNeedsRoom() {
    Paste edit = paste(start, Set.of(TIER), Map.of(TIER, SUBNET_A), new Point(0, 400));
    Document pasted = after(start, edit);
    Node copy = pasted.node(edit.roots().getFirst());
    Rect around = pasted.absoluteBounds(pasted.node(SUBNET_A));
    assertTrue(around.contains(pasted.absoluteBounds(copy)), around.toString());
  }

  @Test
  void severalOfOneNameGetNamesOfTheirOwn() {
    Document two =
        after(start, paste(start, Set.of(TIER), Map.of(TIER, SUBNET_C), new Point(440, 0)));
    Set<ElementId> tiers = new HashSet<>();
    for (Node node : two.nodes()) {
      if (node.kind().equals("tier.was")) {
        tiers.add(node.id());
      }
    }
    Duplicate again = Duplicate.of(two, tiers, new Point(0, 80), ids);
    List<String> names =
        after(two, again).nodes().stream()
            .filter(node -> node.kind().equals("tier.was"))
            .map(Node::name)
            .toList();
    assertEquals(List.of("was", "was 2", "was 3", "was 4"), names);
  }

  @Test
  void whereItMayNotStandItIsNotPut() {
    Paste edit = paste(start, Set.of(TIER), Map.of(TIER, REGION), Point.ORIGIN);
    assertThrows(IllegalArgumentException.class, () -> Edits.apply(start, edit));
    assertFalse(edit.roots().isEmpty());
  }
}
