package dev.drawbridge.edit.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Rect;
import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Property;
import dev.drawbridge.catalog.aws.Subnet;
import dev.drawbridge.catalog.aws.Traffic;
import dev.drawbridge.catalog.aws.Vpc;
import dev.drawbridge.edit.Containment;
import dev.drawbridge.edit.Invariants;
import dev.drawbridge.edit.Spanning;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import dev.drawbridge.network.Cidr;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
  static Stream<Document> designs() {
    return Stream.of(
        Template.BLANK.design(Language.ENGLISH),
        Template.THREE_TIER.design(Language.ENGLISH),
        Template.THREE_TIER.design(Language.KOREAN),
        Template.THREE_TIER_PLANTED.design(Language.ENGLISH),
        Template.BLUE_GREEN.design(Language.ENGLISH),
        Template.CANARY.design(Language.KOREAN),
        Template.CONTAINERS.design(Language.ENGLISH),
        Template.TWO_DATA_CENTRES.design(Language.KOREAN),
        stress(20, 1),
        stress(37, 2),
        stress(400, 3),
        stress(2500, 4));
  }

  @ParameterizedTest
  @MethodSource("designs")
  void everythingStandsWhereTheCatalogueAllowsItTo(Document design) {
    assertEquals(List.of(), Invariants.violations(design));
    for (Node node : design.nodes()) {
      assertEquals(
          Optional.empty(), Containment.refusal(design, node, node.parent()), node.toString());
    }
    for (Connector arrow : design.connectors()) {
      Kind kind = Catalog.of(arrow).orElseThrow();
      Kind source = Catalog.of(design.node(arrow.source())).orElseThrow();
      Kind target = Catalog.of(design.node(arrow.target())).orElseThrow();
      assertTrue(kind.mayConnect(source, target), arrow.toString());
    }
  }

  @ParameterizedTest
  @MethodSource("designs")
  void everyPropertyHasAValueOfItsType(Document design) {
    for (Element element : design.elements().values()) {
      Kind kind = Catalog.of(element).orElseThrow();
      for (String name : element.properties().names()) {
        Property<?> property = kind.property(name).orElseThrow();
        assertTrue(property.isValidIn(element.properties()), element + " " + name);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("designs")
  void everySpanThatTheDrawingShowsIsRecorded(Document design) {
    for (Node node : design.nodes()) {
      Set<ElementId> shown = new HashSet<>(Spanning.proposed(design, node));
      assertTrue(node.spans().containsAll(shown), node + " shows " + shown);
    }
  }

  @ParameterizedTest
  @MethodSource("designs")
  void whatLiesInAContainerHasRoomThereAndOverlapsNothingOfItsKind(Document design) {
    for (Node container : design.nodes()) {
      Rect own = new Rect(0, 0, container.bounds().width(), container.bounds().height());
      List<Node> children = design.children(container.id());
      for (Node child : children) {
        assertTrue(Containment.isDocked(child) || own.contains(child.bounds()), child.toString());
        for (Node other : children) {
          boolean alike = child != other && child.spans().isEmpty() == other.spans().isEmpty();
          assertFalse(alike && child.bounds().intersects(other.bounds()), child + " and " + other);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {20, 21, 57, 100, 400, 2500})
  void aStressDesignHasAsManyNodesAsAskedForAndHalfAsManyArrowsAgain(int nodes) {
    Document design = stress(nodes, 1);
    assertEquals(nodes, design.nodes().size());
    if (nodes >= 100) {
      assertEquals(nodes * 3 / 2, design.connectors().size());
    }
  }

  @Test
  void addressBlocksOfAStressDesignLieInTheirVpcAndDoNotOverlap() {
    Document design = stress(2500, 9);
    for (Node vpc : design.nodes().stream().filter(n -> n.kind().equals("aws.vpc")).toList()) {
      Cidr whole = Cidr.of(Vpc.CIDR.of(vpc));
      List<Cidr> blocks =
          design.descendants(vpc.id()).stream()
              .filter(node -> node.kind().equals("aws.subnet"))
              .map(node -> Cidr.of(Subnet.CIDR.of(node)))
              .toList();
      assertFalse(blocks.isEmpty());
      for (Cidr block : blocks) {
        assertTrue(whole.contains(block), block + " in " + whole);
        assertEquals(1, blocks.stream().filter(block::overlaps).count(), block.toString());
      }
    }
  }

  @Test
  void theSameSeedGivesTheSameDesignAndAnotherAnother() {
    assertEquals(stress(500, 7), stress(500, 7));
    assertFalse(stress(500, 7).equals(stress(500, 8)));
  }

  @Test
  void theKoreanDesignDiffersInNamesOnly() {
    Document english = Template.THREE_TIER.design(Language.ENGLISH);
    Document korean = Template.THREE_TIER.design(Language.KOREAN);
    assertEquals(
        english.elements().values().stream().map(e -> e.withName("")).toList(),
        korean.elements().values().stream().map(e -> e.withName("")).toList());
    assertTrue(korean.nodes().stream().anyMatch(node -> node.name().equals("내부 ALB")));
  }

  @ParameterizedTest
  @MethodSource("shares")
  void theArrowsToBothVersionsSayTheirShares(Template template, List<String> shares) {
    Document design = template.design(Language.ENGLISH);
    assertEquals(
        shares,
        design.connectors().stream()
            .filter(arrow -> arrow.source().value().equals(Ground.INTERNAL_ALB))
            .filter(arrow -> arrow.kind().equals(Traffic.KIND.id()))
            .map(arrow -> String.valueOf(Traffic.KIND.detail(arrow)))
            .toList());
  }

  static Stream<Arguments> shares() {
    return Stream.of(
        Arguments.of(Template.THREE_TIER, List.of("TCP 8080")),
        Arguments.of(Template.BLUE_GREEN, List.of("TCP 8080 · weight 100", "TCP 8080 · weight 0")),
        Arguments.of(Template.CANARY, List.of("TCP 8080 · weight 95", "TCP 8080 · weight 5")));
  }

  private static Document stress(int nodes, long seed) {
    return Template.STRESS.design(new Template.Request(Language.ENGLISH, nodes, seed));
  }
}
