package dev.drawbridge.draw.icon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Outcome;
import dev.drawbridge.base.Rect;
import dev.drawbridge.draw.shape.Stroke;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IconReaderTest {
  @Test
  void shapesTakeTheStyleOfTheGroupAroundThem() {
    IconArt art =
        icon(
            """
            <g fill="none" stroke="#112233" stroke-width="2" stroke-linecap="round">
              <line x1="1" y1="2" x2="3" y2="4"/>
              <circle cx="24" cy="24" r="4" fill="#FFFFFF" fill-opacity="0.5" stroke="none"/>
            </g>
            <rect x="4" y="6" width="10" height="20" rx="3"/>
            """);
    assertEquals(3, art.shapes().size());
    IconArt.Shape line = art.shapes().get(0);
    assertEquals(0, line.fill());
    assertEquals(new Stroke(0xff112233, 2, List.of(), Stroke.Cap.ROUND), line.stroke());
    IconArt.Shape circle = art.shapes().get(1);
    assertEquals(0x80ffffff, circle.fill());
    assertNull(circle.stroke());
    assertEquals(new Rect(20, 20, 8, 8), circle.outline().bounds());
    assertEquals(0xff000000, art.shapes().get(2).fill());
    assertEquals(new Rect(4, 6, 10, 20), art.shapes().get(2).outline().bounds());
  }

  @Test
  void dashesAreRead() {
    IconArt.Shape shape =
        icon("<path d=\"M0 0H9\" fill=\"none\" stroke=\"#000000\" stroke-dasharray=\"3 2\"/>")
            .shapes()
            .getFirst();
    Stroke stroke = shape.stroke();
    assertNotNull(stroke);
    assertEquals(List.of(3.0, 2.0), stroke.dashes());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script/>",
        "<foreignObject/>",
        "<image href=\"http://example.org/a.png\"/>",
        "<path d=\"nonsense\"/>",
        "<path d=\"M0 0H1\" fill=\"url(#a)\"/>",
        "<path d=\"M0 0H1\" fill=\"red\"/>",
        "<path d=\"M0 0H1\" transform=\"scale(2)\"/>",
        "<path d=\"M0 0H1\" style=\"fill:red\"/>",
        "<rect x=\"0\" y=\"0\" width=\"-1\" height=\"2\"/>",
        "<circle r=\"NaN\"/>",
        "<polygon points=\"1 2 3\"/>",
        "<g>"
      })
  void whatIsOutsideTheSubsetIsRefusedRatherThanDrawnWrongly(String body) {
    assertInstanceOf(Outcome.Failed.class, read(body));
  }

  @Test
  void aDocumentTypeIsRefusedSoThatNoEntityIsEverFetched() {
    String svg =
        """
        <!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/hostname">]>
        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><title>&x;</title></svg>
        """;
    assertInstanceOf(Outcome.Failed.class, readAll(svg));
  }

  @Test
  void depthAndNumberOfShapesAreBounded() {
    assertInstanceOf(Outcome.Failed.class, read("<g>".repeat(5000)));
    assertInstanceOf(Outcome.Failed.class, read("<path d=\"M0 0H1\"/>".repeat(5000)));
  }

  @Test
  void theGridMustBeOurs() {
    assertInstanceOf(
        Outcome.Failed.class,
        readAll("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 24 24\"></svg>"));
    assertInstanceOf(Outcome.Failed.class, readAll("<html/>"));
    assertInstanceOf(Outcome.Failed.class, readAll(""));
  }

  @Test
  void theIssueTellsTheLine() {
    Outcome<IconArt> outcome = read("\n\n<script/>");
    assertEquals("test.svg:3:10", outcome.issues().getFirst().place().text());
    assertTrue(outcome.issues().getFirst().arguments().contains("<script>"));
  }

  private static IconArt icon(String body) {
    return assertInstanceOf(Outcome.Ok.class, read(body)).value() instanceof IconArt art
        ? art
        : new IconArt("none", List.of());
  }

  private static Outcome<IconArt> read(String body) {
    return readAll(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 48 48\">" + body + "</svg>");
  }

  private static Outcome<IconArt> readAll(String svg) {
    return IconReader.read("test", new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }
}
