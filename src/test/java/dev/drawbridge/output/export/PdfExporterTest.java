package dev.drawbridge.output.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Rect;
import dev.drawbridge.draw.Mark;
import dev.drawbridge.draw.Picture;
import dev.drawbridge.draw.font.FontFace;
import dev.drawbridge.draw.font.TextMetrics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;

class PdfExporterTest {
  private static final TextMetrics METRICS = new TextMetrics(FontFace.REGULAR, 12);

  private static Picture picture(double width, Mark... marks) {
    return new Picture(
        new Rect(0, 0, width, 100), 0xffffffff, Mark.Group.of("root", "", List.of(marks)));
  }

  private static String write(Picture picture, ExportOptions options) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      new PdfExporter().write(picture, options, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.ISO_8859_1);
  }

  /// The content of the stream whose dictionary holds the text.
  private static String stream(String pdf, String entry) throws IOException {
    int at = pdf.indexOf("stream\n", pdf.indexOf(entry));
    byte[] packed =
        pdf.substring(at + 7, pdf.indexOf("\nendstream", at)).getBytes(StandardCharsets.ISO_8859_1);
    try (var in = new InflaterInputStream(new java.io.ByteArrayInputStream(packed))) {
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    }
  }

  private static Mark.Text text(String text) {
    return Mark.Text.of(text, 10, 20, METRICS, 0xff000000);
  }

  @Test
  void theTableSaysWhereEachObjectBegins() {
    String pdf =
        write(picture(200, text("웹 web")), ExportOptions.DEFAULT.withDesign("{}").withTitle("한"));
    int table = Integer.parseInt(pdf.substring(pdf.lastIndexOf("startxref") + 10).split("\n")[0]);
    assertTrue(pdf.startsWith("xref\n", table));
    String[] lines = pdf.substring(table).split("\n");
    int count = Integer.parseInt(lines[1].split(" ")[1]);
    for (int number = 1; number < count; number++) {
      int start = Integer.parseInt(lines[2 + number].substring(0, 10));
      assertTrue(pdf.startsWith(number + " 0 obj\n", start), () -> "object at " + start);
    }
  }

  @Test
  void textCanBeCopiedWhateverItsScript() throws IOException {
    String pdf = write(picture(200, text("웹 A😀")), ExportOptions.DEFAULT);
    Matcher unicode = Pattern.compile("/ToUnicode ([0-9]+) 0 R").matcher(pdf);
    assertTrue(unicode.find());
    String map = stream(pdf, "\n" + unicode.group(1) + " 0 obj");
    assertTrue(map.contains("> <c6f9>"), map);
    assertTrue(map.contains("> <0041>"), map);
  }

  @Test
  void whatTheFontLacksIsAsWideAsThePictureTookItToBe() {
    String pdf = write(picture(200, text("A😀")), ExportOptions.DEFAULT);
    Matcher widths = Pattern.compile("/W \\[0 \\[([0-9.]+)\\] 1 \\[([0-9.]+)\\]\\]").matcher(pdf);
    assertTrue(widths.find(), pdf);
    double sum = Double.parseDouble(widths.group(1)) + Double.parseDouble(widths.group(2));
    assertEquals(METRICS.width("A😀"), sum * METRICS.size() / 1000, 0.01);
  }

  @Test
  void aPageIsAsLargeAsThePictureInPoints() {
    ExportOptions bare = ExportOptions.DEFAULT.withMargin(0);
    assertTrue(write(picture(200), bare).contains("/MediaBox [0 0 150.00 75.00]"));
    assertTrue(write(picture(200), bare.withScale(2)).contains("/MediaBox [0 0 300.00 150.00]"));
  }

  @Test
  void aPageThatWouldBeTooLargeHasLargerUnits() {
    String pdf = write(picture(38_400), ExportOptions.DEFAULT.withMargin(0));
    assertTrue(pdf.contains("/MediaBox [0 0 14400.00 37.50] /UserUnit 2.0000"), pdf);
  }

  @Test
  void areaAndLineKeepEachItsOpacity() throws IOException {
    Mark box =
        new Mark.Box(
            new Rect(0, 0, 10, 10),
            0,
            0x80112233,
            dev.drawbridge.draw.shape.Stroke.solid(0x40445566, 2));
    String pdf = write(picture(100, box), ExportOptions.DEFAULT.withTransparent(true));
    assertTrue(pdf.contains("<< /ca 0.5020 /CA 0.2510 >>"), pdf);
    assertTrue(stream(pdf, "\n5 0 obj").contains("/A128-64 gs"));
  }

  @Test
  void theSamePictureGivesTheSameBytes() {
    Picture picture = picture(200, text("웹"));
    assertArrayEquals(
        write(picture, ExportOptions.DEFAULT).getBytes(StandardCharsets.ISO_8859_1),
        write(picture, ExportOptions.DEFAULT).getBytes(StandardCharsets.ISO_8859_1));
  }
}
