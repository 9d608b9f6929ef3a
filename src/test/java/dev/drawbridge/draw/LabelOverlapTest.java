package dev.drawbridge.draw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.analyze.Analysis;
import dev.drawbridge.base.Language;
import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.catalog.aws.Traffic;
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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What can be read in the designs to begin with, of which the samples are made: no line through a text, and
/// no label of an arrow over anything but its own line.
class LabelOverlapTest {
  /// Touching is not overlapping, in px.
  private static final double TOUCH = 0.5;

  /// A piece of text, an icon or a badge, with what it says.
  private record Inked(String what, Rect place) {}

  private record Label(ElementId connector, Rect pill) {}

  private record Case(Template template, Language language, Theme theme) {
    @Override
    public String toString() {
      return template.key() + " " + language + (theme == Theme.DARK ? " dark" : " light");
    }
  }

  static Stream<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (Template template : Template.gallery()) {
      for (Language language : Language.values()) {
        cases.add(new Case(template, language, Theme.LIGHT));
        cases.add(new Case(template, language, Theme.DARK));
      }
    }
    return cases.stream().filter(test -> test.template != Template.BLANK);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void noLineCrossesAText(Case test) {
    assertEquals(List.of(), crossedTexts(test.template.design(test.language), look(test)));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void noLabelOverlapsAnythingButItsOwnLine(Case test) {
    assertEquals(List.of(), overlaps(test.template.design(test.language), look(test)));
  }

  /// A border under a label looks as if the container ended there. In narrow gaps there is no other place, which is why
  /// one may.
  @ParameterizedTest
  @MethodSource("cases")
  void labelsStandBesideBordersWhereTheyCan(Case test) {
    Document document = test.template.design(test.language);
    List<ElementId> over = overBorders(document, look(test));
    boolean roomy =
        test.template == Template.THREE_TIER || test.template == Template.THREE_TIER_PLANTED;
    assertTrue(over.size() <= (roomy ? 0 : 1), over.toString());
  }

  private static List<ElementId> overBorders(Document document, Look look) {
    List<Rect> borders = new ArrayList<>();
    for (Rect frame : Placement.of(document).frames()) {
      borders.add(new Rect(frame.x(), frame.y(), frame.width(), 1));
      borders.add(new Rect(frame.x(), frame.bottom(), frame.width(), 1));
      borders.add(new Rect(frame.x(), frame.y(), 1, frame.height()));
      borders.add(new Rect(frame.right(), frame.y(), 1, frame.height()));
    }
    return labels(Painter.paint(document, look)).stream()
        .filter(label -> borders.stream().anyMatch(label.pill::intersects))
        .map(Label::connector)
        .toList();
  }

  @Test
  void anArrowThroughATitleWouldBeFound() {
    Document document = Template.THREE_TIER.design(Language.ENGLISH);
    Rect group = Placement.of(document).of(new ElementId("asg-web"));
    double x = group.x() + 50;
    List<Element> elements = new ArrayList<>(document.elements().values());
    elements.replaceAll(
        element ->
            element instanceof Connector arrow && arrow.id().value().equals("traffic-web")
                ? arrow.withBends(
                    List.of(new Point(x, group.y() - 9), new Point(x, group.y() + 40)))
                : element);
    assertEquals(
        List.of("traffic-web through web group"),
        crossedTexts(Document.of(elements, Settings.NONE, Fields.NONE), Look.LIGHT));
  }

  @Test
  void aLabelWithoutRoomWouldBeFound() {
    Node upper = Node.of(new ElementId("upper"), "tier.web", "", new Rect(0, 0, 200, 60));
    Node lower = Node.of(new ElementId("lower"), "tier.was", "", new Rect(0, 70, 200, 60));
    Connector arrow =
        Connector.of(new ElementId("arrow"), Traffic.KIND.id(), upper.id(), lower.id())
            .withProperties(Traffic.PORTS.set(Fields.NONE, "8080"));
    Document close = Document.of(List.of(upper, lower, arrow), Settings.NONE, Fields.NONE);
    assertFalse(overlaps(close, Look.LIGHT).isEmpty());
  }

  private static Look look(Case test) {
    Look plain = new Look(test.theme, test.language);
    return plain.withFindings(Analysis.of(test.template.design(test.language)).findings());
  }

  private static List<String> crossedTexts(Document document, Look look) {
    Routes routes = Routes.of(document);
    // Cards hide the lines that pass under them, such as those through a gateway.
    List<Inked> texts = inked(Painter.paint(document, look), "containers", "frames");
    texts.removeIf(ink -> ink.what.isEmpty());
    assertTrue(texts.size() > 10);
    List<String> found = new ArrayList<>();
    document
        .connectors()
        .forEach(
            connector -> {
              for (Rect piece : pieces(routes.line(connector.id()))) {
                for (Inked text : texts) {
                  if (overlap(piece, text.place)) {
                    found.add(connector.id().value() + " through " + text.what);
                  }
                }
              }
            });
    return found;
  }

  private static List<String> overlaps(Document document, Look look) {
    Picture picture = Painter.paint(document, look);
    Routes routes = Routes.of(document);
    List<Label> labels = labels(picture);
    assertFalse(labels.isEmpty());
    List<Inked> others =
        inked(picture, "containers", "frames", "components", "trail", Painter.FINDINGS);
    List<String> found = new ArrayList<>();
    for (Label label : labels) {
      String name = "label of " + label.connector.value();
      for (Inked other : others) {
        if (overlap(label.pill, other.place)) {
          found.add(name + " over " + other);
        }
      }
      for (Label other : labels) {
        if (other != label && overlap(label.pill, other.pill)) {
          found.add(name + " over the label of " + other.connector.value());
        }
      }
      List<Rect> own = pieces(routes.line(label.connector));
      document
          .connectors()
          .forEach(
              connector -> {
                for (Rect piece : pieces(routes.line(connector.id()))) {
                  boolean together = own.stream().anyMatch(mine -> runTogether(mine, piece));
                  if (overlap(label.pill, piece) && !own.contains(piece) && !together) {
                    found.add(name + " over the line of " + connector.id().value());
                  }
                }
              });
    }
    return found;
  }

  /// Whether two pieces of lines share more than a point.
  private static boolean runTogether(Rect one, Rect other) {
    boolean upright = one.width() == 0 && other.width() == 0 && one.x() == other.x();
    boolean level = one.height() == 0 && other.height() == 0 && one.y() == other.y();
    return upright && one.y() < other.bottom() && other.y() < one.bottom()
        || level && one.x() < other.right() && other.x() < one.right();
  }

  private static boolean overlap(Rect one, Rect other) {
    return one.x() < other.right() - TOUCH
        && other.x() < one.right() - TOUCH
        && one.y() < other.bottom() - TOUCH
        && other.y() < one.bottom() - TOUCH;
  }

  private static List<Rect> pieces(List<Point> line) {
    List<Rect> pieces = new ArrayList<>();
    for (int i = 1; i < line.size(); i++) {
      pieces.add(Rect.between(line.get(i - 1), line.get(i)));
    }
    return pieces;
  }

  private static List<Label> labels(Picture picture) {
    List<Label> labels = new ArrayList<>();
    for (Mark mark : layer(picture, "labels")) {
      if (mark instanceof Mark.Group group && group.children().getFirst() instanceof Mark.Box box) {
        labels.add(new Label(new ElementId(group.id()), box.rect()));
      }
    }
    return labels;
  }

  private static List<Inked> inked(Picture picture, String... layers) {
    List<Inked> inked = new ArrayList<>();
    for (String layer : layers) {
      boolean cards = layer.equals("components");
      layer(picture, layer).forEach(mark -> collect(mark, cards, inked));
    }
    return inked;
  }

  private static void collect(Mark mark, boolean cards, List<Inked> inked) {
    switch (mark) {
      case Mark.Text text -> inked.add(new Inked(text.text(), letters(text)));
      case Mark.Icon icon -> inked.add(new Inked("", icon.rect()));
      case Mark.Box box -> {
        if (cards) {
          inked.add(new Inked("", box.rect()));
        }
      }
      case Mark.Path _ -> {}
      case Mark.Group group -> group.children().forEach(child -> collect(child, cards, inked));
    }
  }

  /// Where a text leaves ink: the line's height has room above and below it.
  private static Rect letters(Mark.Text text) {
    Rect line = text.bounds();
    double above = (line.height() - text.size()) / 2;
    return new Rect(line.x(), line.y() + above, line.width(), text.size());
  }

  private static List<Mark> layer(Picture picture, String name) {
    if (picture.root() instanceof Mark.Group root) {
      for (Mark layer : root.children()) {
        if (layer instanceof Mark.Group group && group.id().equals(name)) {
          return group.children();
        }
      }
    }
    return List.of();
  }
}
