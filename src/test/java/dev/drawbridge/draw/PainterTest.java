package dev.drawbridge.draw;

import static dev.drawbridge.draw.Designs.id;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.base.Language;
import dev.drawbridge.base.Rect;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;
import dev.drawbridge.model.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PainterTest {
  private static final Document DESIGN = Designs.threeTier();

  @Test
  void everyElementIsDrawnAndCanBeFoundByItsId() {
    Set<String> drawn = new TreeSet<>();
    for (Mark.Group group : groups(Painter.paint(DESIGN, Look.LIGHT).root())) {
      drawn.add(group.id());
    }
    for (ElementId id : DESIGN.elements().keySet()) {
      assertTrue(drawn.contains(id.value()), id + " is missing");
    }
  }

  @Test
  void theSameDocumentAndLookGiveTheSamePicture() {
    assertEquals(Painter.paint(DESIGN, Look.LIGHT), Painter.paint(DESIGN, Look.LIGHT));
  }

  @Test
  void themesDifferInColourOnly() {
    Picture light = Painter.paint(DESIGN, Look.LIGHT);
    Picture dark = Painter.paint(DESIGN, Look.LIGHT.withTheme(Theme.DARK));
    assertNotEquals(light, dark);
    assertEquals(light.bounds(), dark.bounds());
    assertEquals(texts(light.root()), texts(dark.root()));
  }

  @Test
  void whatHasNoNameGoesByItsKindInTheLanguageOfThePicture() {
    assertTrue(texts(Painter.paint(DESIGN, Look.LIGHT).root()).contains("Internet"));
    Look korean = Look.LIGHT.withLanguage(Language.KOREAN);
    assertTrue(texts(Painter.paint(DESIGN, korean).root()).contains("인터넷"));
  }

  @Test
  void anArrowSaysHowItsTargetIsEntered() {
    List<String> labels = texts(group(Painter.paint(DESIGN, Look.LIGHT), "labels"));
    assertEquals(
        List.of("HTTPS 443, HTTP 80", "HTTP 80", "HTTP 8080", "HTTP 8080", "TCP 5432"), labels);
  }

  @Test
  void eachGroupHoldsAllOfItsInkSoThatAViewportCanSkipIt() {
    for (Mark.Group group : groups(Painter.paint(DESIGN, Look.LIGHT).root())) {
      for (Mark child : group.children()) {
        assertTrue(
            group.bounds().grow(0.01).contains(child.bounds()), group.id() + " and " + child);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"THREE_TIER", "THREE_TIER_PLANTED"})
  void labelsOfASampleHideNoCardAndNoOtherLabel(Template template) {
    Document document = template.design(Language.ENGLISH);
    Placement placement = Placement.of(document);
    List<Rect> labels = new ArrayList<>();
    for (Mark mark : group(Painter.paint(document, Look.LIGHT), "labels").children()) {
      labels.add(mark.bounds());
    }
    for (int i = 0; i < labels.size(); i++) {
      for (int k = 0; k < i; k++) {
        assertFalse(labels.get(i).intersects(labels.get(k)));
      }
      for (Node node : document.nodes()) {
        assertFalse(
            placement.isCard(node) && labels.get(i).intersects(placement.of(node.id())),
            labels.get(i) + " hides " + node.id());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a very long name that cannot possibly fit on a card of this size whatever happens",
        "아주아주아주아주아주아주아주아주긴이름을가진애플리케이션서버그룹이름",
        "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
        "two\nlines\tand  gaps",
        "emoji 👩‍💻 and 한글"
      })
  void textNeverLeavesItsCardHoweverLongTheName(String name) {
    for (double[] size : new double[][] {{32, 32}, {64, 64}, {111, 64}, {140, 64}, {400, 36}}) {
      Rect bounds = new Rect(10, 20, size[0], size[1]);
      for (String kind : List.of("tier.was", "aws.internet_gateway", "aws.vpc")) {
        Document document = single(Node.of(id("n"), kind, name, bounds));
        for (Mark mark : marks(Painter.paint(document, Look.LIGHT).root())) {
          if (mark instanceof Mark.Text text) {
            assertTrue(
                text.x() >= bounds.x() && text.x() + text.width() <= bounds.right() + 0.01,
                text + " leaves " + bounds);
            assertFalse(text.text().contains("\n"));
          }
        }
      }
    }
  }

  @Test
  void aSpanningCardShowsAMarkInEachSubnet() {
    Mark.Group alb = groupOf(Painter.paint(DESIGN, Look.LIGHT), "components", "alb");
    Placement placement = Placement.of(DESIGN);
    List<Rect> icons = new ArrayList<>();
    for (Mark mark : alb.children()) {
      if (mark instanceof Mark.Icon icon) {
        icons.add(icon.rect());
      }
    }
    for (String subnet : List.of("public-a", "public-c")) {
      Rect bounds = placement.of(id(subnet));
      assertTrue(icons.stream().anyMatch(bounds::contains), "no mark in " + subnet);
    }
  }

  @Test
  void findingsShowAsBadgesWithTheirNumber() {
    Look look =
        Look.LIGHT.withBadges(
            Map.of(
                id("was"), new Badge(Severity.CRITICAL, 3),
                id("app-a"), new Badge(Severity.LOW, 1),
                id("c4"), new Badge(Severity.HIGH, 2)));
    Picture picture = Painter.paint(DESIGN, look);
    Mark.Group findings = group(picture, "findings");
    assertEquals(3, findings.children().size());
    assertEquals(List.of("3", "2"), texts(findings));
    assertTrue(
        marks(groupOf(picture, "findings", "was")).stream()
            .anyMatch(m -> m instanceof Mark.Icon i && i.art().name().equals("severity-critical")));
  }

  @Test
  void aBlockedArrowIsBrokenWithAMarkInTheGap() {
    Picture picture = Painter.paint(DESIGN, Look.LIGHT.withBlocked(Set.of(id("c4"))));
    assertTrue(
        marks(groupOf(picture, "connectors", "c4")).stream()
            .anyMatch(m -> m instanceof Mark.Icon i && i.art().name().equals("blocked")));
    assertFalse(
        marks(groupOf(picture, "connectors", "c3")).stream().anyMatch(Mark.Icon.class::isInstance));
  }

  @Test
  void aTrailLightsUpItsStationsAndTheWayBetween() {
    Trail trail =
        new Trail(List.of(id("internet"), id("igw"), id("alb"), id("was")), List.of(), List.of());
    Picture picture = Painter.paint(DESIGN, Look.LIGHT.withTrail(trail));
    // Internet to load balancer is drawn, from there to the WAS nothing is: both ways are shown.
    assertEquals(6, group(picture, "trail-lines").children().size());
    assertEquals(8, group(picture, "trail").children().size());
  }

  @Test
  void blockersOfATrailAreMarked() {
    Trail trail = new Trail(List.of(), List.of(), List.of(id("c2"), id("web")));
    Picture picture = Painter.paint(DESIGN, Look.LIGHT.withTrail(trail));
    long marks =
        marks(group(picture, "trail")).stream()
            .filter(m -> m instanceof Mark.Icon i && i.art().name().equals("blocked"))
            .count();
    assertEquals(2, marks);
  }

  @Test
  void aTrailAboutWhatIsGoneIsNoBug() {
    Trail trail = new Trail(List.of(id("gone")), List.of(id("gone")), List.of(id("gone")));
    Look look = Look.LIGHT.withTrail(trail).withBlocked(Set.of(id("gone")));
    assertEquals(Painter.paint(DESIGN, Look.LIGHT).root(), Painter.paint(DESIGN, look).root());
  }

  @Test
  void kindsOfALaterVersionAreDrawnPlainly() {
    Node unknown = Node.of(id("x"), "quantum", "", new Rect(0, 0, 160, 64));
    Node holder = Node.of(id("h"), "hall", "Hall", new Rect(0, 100, 400, 200));
    Node inside = Node.of(id("i"), "bit", "Bit", new Rect(20, 50, 160, 64)).withParent(id("h"));
    Connector line = Connector.of(id("c"), "entanglement", id("x"), id("i"));
    Document document =
        Document.of(List.of(unknown, holder, inside, line), Settings.NONE, Fields.NONE);
    List<String> texts = texts(Painter.paint(document, Look.LIGHT).root());
    assertTrue(texts.containsAll(List.of("quantum", "Hall", "Bit")), texts.toString());
  }

  @Test
  void anEmptyDocumentIsAnEmptyPicture() {
    Picture picture = Painter.paint(Document.EMPTY, Look.LIGHT);
    assertEquals(List.of(), picture.root().children());
    assertEquals(new Rect(0, 0, 0, 0), picture.bounds());
  }

  private static Document single(Element element) {
    return Document.of(List.of(element), Settings.NONE, Fields.NONE);
  }

  private static Mark.Group group(Picture picture, String layer) {
    return picture.root().children().stream()
        .map(Mark.Group.class::cast)
        .filter(group -> group.id().equals(layer))
        .findFirst()
        .orElseThrow();
  }

  private static Mark.Group groupOf(Picture picture, String layer, String element) {
    return group(picture, layer).children().stream()
        .map(Mark.Group.class::cast)
        .filter(group -> group.id().equals(element))
        .findFirst()
        .orElseThrow();
  }

  private static List<Mark> marks(Mark.Group group) {
    List<Mark> found = new ArrayList<>();
    for (Mark child : group.children()) {
      found.add(child);
      if (child instanceof Mark.Group inner) {
        found.addAll(marks(inner));
      }
    }
    return found;
  }

  private static List<Mark.Group> groups(Mark.Group root) {
    List<Mark.Group> found = new ArrayList<>();
    found.add(root);
    for (Mark mark : marks(root)) {
      if (mark instanceof Mark.Group group) {
        found.add(group);
      }
    }
    return found;
  }

  private static List<String> texts(Mark.Group group) {
    List<String> found = new ArrayList<>();
    for (Mark mark : marks(group)) {
      if (mark instanceof Mark.Text text) {
        found.add(text.text());
      }
    }
    return found;
  }
}
