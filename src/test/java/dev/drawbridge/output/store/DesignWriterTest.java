package dev.drawbridge.output.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drawbridge.base.Outcome;
import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Fields;
import dev.drawbridge.model.Node;
import dev.drawbridge.model.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class DesignWriterTest {
  private static final ElementId VPC = new ElementId("vpc-1");
  private static final ElementId WEB = new ElementId("web-1");
  private static final ElementId WAS = new ElementId("was-1");

  @Provide
  Arbitrary<Document> documents() {
    return Documents.any();
  }

  @Property(tries = 400)
  void whatWasSavedIsLoadedAgainAndSavedAsTheSameBytes(@ForAll("documents") Document document) {
    byte[] bytes = DesignWriter.write(document);
    Outcome<Document> read = DesignReader.read(bytes, "x").map(Design::document);
    assertEquals(Outcome.ok(document), read);
    assertArrayEquals(bytes, DesignWriter.write(((Outcome.Ok<Document>) read).value()));
  }

  @Test
  void theFileHasOnePropertyALineInAFixedOrder() {
    assertEquals(
        """
        {
          "schemaVersion": 1,
          "minReaderVersion": 1,
          "title": "작은 설계",
          "settings": {
            "project": "shop"
          },
          "elements": [
            {
              "id": "vpc-1",
              "kind": "aws.vpc",
              "name": "main",
              "bounds": [0, 0, 400, 300.5]
            },
            {
              "id": "web-1",
              "kind": "tier.web",
              "name": "web",
              "parent": "vpc-1",
              "bounds": [10, 20, 160, 64],
              "spans": [
                "vpc-1"
              ],
              "locked": true,
              "properties": {
                "a": 1,
                "z": [
                  {
                    "port": 443,
                    "name": "b"
                  }
                ]
              },
              "x-later": null
            },
            {
              "id": "was-1",
              "kind": "traffic",
              "source": "web-1",
              "target": "vpc-1",
              "bends": [
                [1, 2],
                [3, 4.25]
              ]
            }
          ]
        }
        """,
        text(small()));
  }

  @Test
  void theOrderInWhichPropertiesWereSetDoesNotShow() {
    Node node = Node.of(WEB, "tier.web", "", new Rect(0, 0, 1, 1));
    Node one = node.withProperty("a", Datum.of(1)).withProperty("b", Datum.of(2));
    Node other = node.withProperty("b", Datum.of(2)).withProperty("a", Datum.of(1));
    assertEquals(text(document(one)), text(document(other)));
  }

  @Test
  void movingOneNodeOfManyChangesOneLine() {
    Document before = Documents.document(new Random(7), 200);
    Node moved = before.nodes().get(50);
    List<Element> elements = new ArrayList<>(before.elements().values());
    elements.replaceAll(
        e -> e.equals(moved) ? moved.withBounds(moved.bounds().plus(new Point(8, 0))) : e);
    Document after = Document.of(elements, before.settings(), before.extras());

    List<String> old = text(before).lines().toList();
    List<String> now = text(after).lines().toList();
    assertEquals(old.size(), now.size());
    int changed = 0;
    for (int i = 0; i < old.size(); i++) {
      changed += old.get(i).equals(now.get(i)) ? 0 : 1;
    }
    assertEquals(1, changed);
  }

  @Test
  void decomposedTextIsSavedComposedAndHalvesOfCharactersAreReplaced() {
    Node node = Node.of(WEB, "tier.web", "e\u0301 \uD83D", new Rect(0, 0, 1, 1));
    Outcome<Design> outcome = DesignReader.read(DesignWriter.write(document(node)), "x");
    Design design = ((Outcome.Ok<Design>) outcome).value();
    assertEquals("é \uFFFD", design.document().node(WEB).name());
  }

  private static Document small() {
    Node vpc = Node.of(VPC, "aws.vpc", "main", new Rect(-0.0, 0, 400, 300.5));
    Node web =
        Node.of(WEB, "tier.web", "web", new Rect(10, 20, 160, 64))
            .withParent(VPC)
            .withSpans(List.of(VPC))
            .withLocked(true);
    Fields row = Fields.NONE.with("port", Datum.of(443)).with("name", Datum.of("b"));
    web = web.withProperty("z", new Datum.Items(List.of(Datum.of(row))));
    web = web.withProperty("a", Datum.of(1));
    web =
        new Node(
            web.id(),
            web.kind(),
            web.name(),
            web.parent(),
            web.bounds(),
            web.spans(),
            web.properties(),
            web.locked(),
            Fields.NONE.with("x-later", new Datum.Nothing()));
    Connector arrow =
        Connector.of(WAS, "traffic", WEB, VPC)
            .withBends(List.of(new Point(1, 2), new Point(3, 4.25)));
    return Document.of(
        List.of(vpc, web, arrow),
        new Settings("작은 설계", Fields.NONE.with("project", Datum.of("shop"))),
        Fields.NONE);
  }

  private static Document document(Element... elements) {
    return Document.of(List.of(elements), Settings.NONE, Fields.NONE);
  }

  private static String text(Document document) {
    return new String(DesignWriter.write(document), UTF_8);
  }
}
