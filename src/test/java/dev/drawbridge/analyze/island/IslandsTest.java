package dev.drawbridge.analyze.island;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.drawbridge.base.Language;
import dev.drawbridge.base.Rect;
import dev.drawbridge.edit.Edit;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;
import dev.drawbridge.model.Settings;
import java.util.List;
import java.util.stream.Collectors;
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
