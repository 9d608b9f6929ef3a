package dev.drawbridge.output.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Rect;
import dev.drawbridge.draw.Mark;
import dev.drawbridge.draw.Picture;
import dev.drawbridge.draw.font.FontFace;
import dev.drawbridge.draw.font.TextMetrics;
import dev.drawbridge.draw.icon.Icons;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

class SvgExporterTest {
  private static final TextMetrics METRICS = new TextMetrics(FontFace.REGULAR, 12);

  @Test
  void textStaysText() throws Exception {
    Document svg = parse(write(text("웹 서버 <nginx> & \"co\""), ExportOptions.DEFAULT));
    assertEquals(
        "웹 서버 <nginx> & \"co\"", svg.getElementsByTagName("text").item(0).getTextContent());
  }

  @Test
  void textFromADocumentCannotBecomeMarkup() throws Exception {
    String evil = "\"/><script>alert(1)</script><a href='javascript:x'>]]>&\u0000\u0008\ud800";
    Mark.Group group = new Mark.Group(evil, evil, new Rect(0, 0, 9, 9), List.of(text(evil)));
    Document svg = parse(write(group, ExportOptions.DEFAULT.withTitle(evil).withDesign(evil)));
    Set<String> names = new TreeSet<>();
    NodeList all = svg.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      names.add(all.item(i).getNodeName());
    }
    Set<String> ours = Set.of("svg", "title", "metadata", "design", "style", "rect", "g", "text");
    Set<String> outlines = Set.of("defs", "path", "use");
    names.removeAll(outlines);
    assertEquals(ours, names);
    String shown = svg.getElementsByTagName("text").item(0).getTextContent();
    assertTrue(shown.startsWith("\"/><script>alert(1)</script>"));
    assertTrue(shown.endsWith("&\ufffd\ufffd\ufffd"));
  }

  @Test
  void nothingIsFetchedFromElsewhere() throws Exception {
    Mark.Icon icon = new Mark.Icon(Icons.named("vpc"), new Rect(0, 0, 32, 32), 1);
    String svg = write(Mark.Group.of("root", "", List.of(icon, text("a"))), ExportOptions.DEFAULT);
    Document parsed = parse(svg);
    Element use = (Element) parsed.getElementsByTagName("use").item(0);
    assertTrue(use.getAttribute("xlink:href").startsWith("#"));
    String style = parsed.getElementsByTagName("style").item(0).getTextContent();
    assertEquals(style.indexOf("url("), style.lastIndexOf("url("));
    assertTrue(style.contains("url(data:font/woff;base64,"));
    assertFalse(svg.replace("http://www.w3.org/", "").contains("http"));
  }

  @Test
  void oneIconIsToldOnceHoweverOftenItIsDrawn() throws Exception {
    Mark.Icon one = new Mark.Icon(Icons.named("vpc"), new Rect(0, 0, 32, 32), 1);
    Mark.Icon two = new Mark.Icon(Icons.named("vpc"), new Rect(50, 0, 16, 16), 1);
    Document svg =
        parse(write(Mark.Group.of("root", "", List.of(one, two)), ExportOptions.DEFAULT));
    assertEquals(2, svg.getElementsByTagName("use").getLength());
    Node defs = svg.getElementsByTagName("defs").item(0);
    assertEquals(1, ((Element) defs).getElementsByTagName("g").getLength());
  }

  @Test
  void elementsCanBeFoundByTheirId() throws Exception {
    Mark.Group group = Mark.Group.of("alb-7f3k", "Public load balancer", List.of(text("a")));
    Document svg = parse(write(group, ExportOptions.DEFAULT));
    Element g = (Element) svg.getElementsByTagName("g").item(0);
    assertEquals("alb-7f3k", g.getAttribute("data-element"));
    assertEquals("Public load balancer", g.getElementsByTagName("title").item(0).getTextContent());
  }

  @Test
  void numbersAreShortAndExact() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SvgText text = new SvgText(out);
    text.number(-0.004).raw(" ").number(-1.5).raw(" ").number(1e9).raw(" ").number(2.339);
    text.raw(" ").fine(0.5019).finish();
    assertEquals("0 -1.5 1000000000 2.34 0.5019", out.toString(StandardCharsets.US_ASCII));
  }

  private static Mark.Text text(String text) {
    return Mark.Text.of(text, 10, 20, METRICS, 0xff1f2328);
  }

  private static String write(Mark mark, ExportOptions options) throws IOException {
    Mark.Group root =
        mark instanceof Mark.Group group ? group : Mark.Group.of("root", "", List.of(mark));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new SvgExporter().write(new Picture(root.bounds(), 0xffffffff, root), options, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  private static Document parse(String svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    Document document =
        factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    assertNotNull(document.getDocumentElement());
    return document;
  }
}
