package dev.drawbridge.analyze.island;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.drawbridge.base.Language;
import dev.drawbridge.base.Rect;
import dev.drawbridge.base.Size;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.edit.Connect;
import dev.drawbridge.edit.Delete;
import dev.drawbridge.edit.Edit;
import dev.drawbridge.edit.Edits;
import dev.drawbridge.edit.Ids;
import dev.drawbridge.edit.RandomEdits;
import dev.drawbridge.edit.Room;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;
import dev.drawbridge.model.Settings;
import dev.drawbridge.network.Rounds;
import dev.drawbridge.translate.Overall;
import dev.drawbridge.translate.RandomDesign;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class IslandsTest {
  private static final Node INTERNET = node("internet", "internet");
  private static final Node REGION = node("region", "aws.region");
  private static final Node ONE = node("one", "aws.vpc", REGION);
  private static final Node TWO = node("two", "aws.vpc", REGION);
  private static final Node THREE = node("three", "aws.vpc", REGION);
  private static final Node ALB = node("alb", "aws.alb", TWO);

  @Test
  void vpcsOfARegionAreIslandsOfTheirOwn() {
    assertIslands("region one | region two", REGION, ONE, TWO);
  }

  @Test
  void theInternetJoinsNobody() {
    Node web = node("web", "tier.web", ONE);
    assertIslands(
        "internet region one web a | internet region two alb b",
        INTERNET,
        REGION,
        ONE,
        TWO,
        web,
        ALB,
        arrow("a", INTERNET, web),
        arrow("b", INTERNET, ALB));
  }

  @Test
  void anArrowJoins() {
    Node web = node("web", "tier.web", ONE);
    assertIslands(
        "region one two web alb a | region three",
        REGION,
        ONE,
        TWO,
        THREE,
        web,
        ALB,
        arrow("a", web, ALB));
  }

  @Test
  void spanningJoins() {
    assertIslands("region one two alb", REGION, ONE, TWO, ALB.withSpans(List.of(ONE.id())));
  }

  @Test
  void whatIsAShoreOfNothingStandsForItself() {
    assertIslands("region internet | internet", REGION, INTERNET);
    assertIslands(
        "internet | internet other | internet region one",
        INTERNET,
        node("other", "aws.region"),
        REGION,
        ONE);
  }

  @Test
  void aNewVersionKeepsTheIslandsThatDidNotChange() {
    Document design = Template.STRESS.design(new Template.Request(Language.ENGLISH, 300, 3));
    Islands before = Islands.of(design);
    Node tier =
        design.nodes().stream().filter(n -> n.kind().equals("tier.was")).findFirst().orElseThrow();
    Document changed =
        Document.of(
            design.elements().values().stream()
                .map(element -> element.id().equals(tier.id()) ? tier.withName("new") : element)
                .toList(),
            design.settings(),
            design.extras());
    Islands after = before.next(changed);
    assertEquals(Islands.of(changed).all(), after.all());
    assertEquals(
        before.all().size() - 1, after.all().stream().filter(i -> has(before.all(), i)).count());
  }

  /// Arrows come, go and lead elsewhere, now and then over many steps at once.
  @Property(tries = 20)
  void aNewVersionHasTheIslandsAndLabelsThatItHasByItself(@ForAll long seed) {
    Random chance = new Random(seed);
    Document design =
        chance.nextBoolean()
            ? RandomDesign.of(chance, 10 + chance.nextInt(50))
            : Template.STRESS.design(
                new Template.Request(Language.ENGLISH, 120 + chance.nextInt(100), seed));
    Islands islands = Islands.of(design);
    Overall overall = Overall.of(design);
    for (int step = 0; step < Rounds.of(40); step++) {
      for (int i = chance.nextInt(3); i >= 0; i--) {
        Optional<Edit> edit =
            chance.nextInt(4) > 0
                ? rewiring(design, chance)
                : RandomEdits.any(design, chance, Ids.from(chance));
        if (edit.isPresent()) {
          design = Edits.apply(design, edit.get()).document();
        }
      }
      islands = islands.next(design);
      overall = overall.next(design);
      Islands alone = Islands.of(design);
      assertEquals(alone.all(), islands.all());
      assertLabels(design, overall);
      for (ElementId id : design.elements().keySet()) {
        assertEquals(alone.around(Set.of(id)), islands.around(Set.of(id)));
      }
    }
  }

  @Test
  void labelsAreAsByThemselvesAlsoAfterHundredsOfArrows() {
    Document first = Template.STRESS.design(new Template.Request(Language.ENGLISH, 400, 3));
    Document design = first;
    Overall overall = Overall.of(design);
    List<Connector> arrows =
        first.connectors().stream().filter(arrow -> isOneWay(first, arrow)).limit(300).toList();
    assertEquals(300, arrows.size());
    for (Connector arrow : arrows) {
      design = Edits.apply(design, Delete.of(arrow.id())).document();
      overall = overall.next(design);
    }
    assertLabels(design, overall);
    for (Connector arrow : arrows) {
      ElementId id = new ElementId("back-" + arrow.id().value());
      Connector back = Connector.of(id, arrow.kind(), arrow.target(), arrow.source());
      design = Edits.apply(design, new Connect(back)).document();
      overall = overall.next(design);
    }
    assertLabels(design, overall);
    for (Connector arrow : arrows) {
      ElementId id = new ElementId("second-" + arrow.id().value());
      Connector second = Connector.of(id, arrow.kind(), arrow.target(), arrow.source());
      Document twice = Edits.apply(design, new Connect(second)).document();
      assertEquals(Overall.of(twice).label(id), overall.next(twice).label(id));
    }
  }

  private static boolean isOneWay(Document design, Connector arrow) {
    return design.connectorsOf(arrow.source()).stream()
        .noneMatch(other -> other.source().equals(arrow.target()));
  }

  private static void assertLabels(Document design, Overall overall) {
    Overall named = Overall.of(design);
    for (ElementId id : design.elements().keySet()) {
      assertEquals(named.label(id), overall.label(id));
    }
  }

  private static Optional<Edit> rewiring(Document design, Random chance) {
    List<Node> nodes = design.nodes();
    List<Connector> arrows = design.connectors();
    Node from = nodes.get(chance.nextInt(nodes.size()));
    Node to = nodes.get(chance.nextInt(nodes.size()));
    boolean comes = arrows.isEmpty() || chance.nextInt(3) == 0;
    if (comes && !from.equals(to)) {
      ElementId id = Ids.from(chance).fresh(design, "traffic");
      return Optional.of(new Connect(Connector.of(id, "traffic", from.id(), to.id())));
    }
    return arrows.isEmpty()
        ? Optional.empty()
        : Optional.of(Delete.of(arrows.get(chance.nextInt(arrows.size())).id()));
  }

  private static boolean has(List<Island> islands, Island island) {
    return islands.stream().anyMatch(one -> one == island);
  }

  /// Otherwise an analysis would have to be made again when something is moved. Fixes may look when they
  /// are carried out.
  @Test
  void noRuleLooksWhereThingsAreDrawn() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.drawbridge.analyze..", "dev.drawbridge.translate..")
        .and()
        .doNotImplement(Edit.class)
        .should()
        .callMethod(Node.class, "bounds")
        .orShould()
        .callMethod(Node.class, "locked")
        .orShould()
        .callMethod(Connector.class, "bends")
        .orShould()
        .callMethod(Document.class, "absoluteBounds", Node.class)
        .orShould()
        .callMethod(Document.class, "origin", ElementId.class)
        .orShould()
        .callMethod(Room.class, "free", Document.class, Node.class, Size.class)
        .orShould()
        .callMethod(Room.class, "freeOrBelow", Document.class, Node.class, Size.class)
        .orShould()
        .callMethod(Room.class, "size", Kind.class, Node.class)
        .check(
            new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.drawbridge"));
  }

  private static void assertIslands(String expected, Element... elements) {
    Document design = Document.of(List.of(elements), Settings.NONE, Fields.NONE);
    assertEquals(
        expected,
        Islands.of(design).all().stream()
            .map(
                island ->
                    island.elements().stream()
                        .map(element -> element.id().value())
                        .collect(Collectors.joining(" ")))
            .collect(Collectors.joining(" | ")));
  }

  private static Node node(String id, String kind) {
    return Node.of(new ElementId(id), kind, id, new Rect(0, 0, 10, 10));
  }

  private static Node node(String id, String kind, Node parent) {
    return node(id, kind).withParent(parent.id());
  }

  private static Connector arrow(String id, Node from, Node to) {
    return Connector.of(new ElementId(id), "traffic", from.id(), to.id());
  }
}
