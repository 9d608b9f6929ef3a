package dev.drawbridge.output.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.drawbridge.base.Rect;
import dev.drawbridge.draw.Mark;
import dev.drawbridge.draw.Picture;
import dev.drawbridge.draw.font.FontFace;
import dev.drawbridge.draw.icon.IconArt;
import dev.drawbridge.draw.icon.Icons;
import dev.drawbridge.draw.shape.Outline;
import dev.drawbridge.draw.shape.Stroke;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// No back end may ignore an attribute of a mark: changing any single one changes what it writes.
class BackEndContractTest {
  private static final Rect FRAME = new Rect(0, 0, 100, 80);
  private static final int BLUE = 0xff2f63db;

  private static Stroke stroke() {
    return new Stroke(BLUE, 4, List.of(6.0, 3.0), Stroke.Cap.BUTT);
  }

  private static Outline outline(double peak) {
    Outline.Builder line = Outline.builder();
    line.moveTo(10, 60);
    line.cubicTo(30, peak, 60, peak, 90, 60);
    line.lineTo(50, 70);
    return line.build();
  }

  private static Mark.Box box(Rect rect, double radius, int fill, @Nullable Stroke stroke) {
    return new Mark.Box(rect, radius, fill, stroke);
  }

  private static Map<String, Mark[]> attributes() {
    Map<String, Mark[]> pairs = new LinkedHashMap<>();
    Rect r = new Rect(10, 10, 60, 40);
    int pale = 0x802f63db;
    Mark base = box(r, 8, pale, stroke());
    pairs.put("box x", pair(base, box(new Rect(11, 10, 60, 40), 8, pale, stroke())));
    pairs.put("box y", pair(base, box(new Rect(10, 11, 60, 40), 8, pale, stroke())));
    pairs.put("box width", pair(base, box(new Rect(10, 10, 61, 40), 8, pale, stroke())));
    pairs.put("box height", pair(base, box(new Rect(10, 10, 60, 41), 8, pale, stroke())));
    pairs.put("box radius", pair(base, box(r, 2, pale, stroke())));
    pairs.put("box fill", pair(base, box(r, 8, 0x8000aa00, stroke())));
    pairs.put("box fill opacity", pair(base, box(r, 8, 0x402f63db, stroke())));
    pairs.put("box no fill", pair(base, box(r, 8, 0, stroke())));
    pairs.put("box no stroke", pair(base, box(r, 8, pale, null)));
    Stroke s = stroke();
    pairs.put("stroke colour", pair(base, box(r, 8, pale, s.coloured(0xff00aa00))));
    pairs.put("stroke opacity", pair(base, box(r, 8, pale, s.coloured(0x402f63db))));
    pairs.put(
        "stroke width", pair(base, box(r, 8, pale, new Stroke(BLUE, 2, s.dashes(), s.cap()))));
    pairs.put(
        "stroke dashes",
        pair(base, box(r, 8, pale, new Stroke(BLUE, 4, List.of(6.0, 5.0), s.cap()))));
    pairs.put(
        "stroke without dashes",
        pair(base, box(r, 8, pale, new Stroke(BLUE, 4, List.of(), s.cap()))));
    pairs.put(
        "stroke cap",
        pair(base, box(r, 8, pale, new Stroke(BLUE, 4, s.dashes(), Stroke.Cap.ROUND))));

    Mark path = new Mark.Path(outline(10), pale, stroke());
    pairs.put("path outline", pair(path, new Mark.Path(outline(30), pale, stroke())));
    pairs.put("path fill", pair(path, new Mark.Path(outline(10), 0x8000aa00, stroke())));
    pairs.put("path no stroke", pair(path, new Mark.Path(outline(10), pale, null)));
    pairs.put(
        "path stroke width",
        pair(path, new Mark.Path(outline(10), pale, new Stroke(BLUE, 2, s.dashes(), s.cap()))));

    Mark text = text("웹 web", 10, 40, FontFace.REGULAR, 14, BLUE);
    pairs.put("text", pair(text, text("웹 wed", 10, 40, FontFace.REGULAR, 14, BLUE)));
    pairs.put("text x", pair(text, text("웹 web", 11, 40, FontFace.REGULAR, 14, BLUE)));
    pairs.put("text baseline", pair(text, text("웹 web", 10, 41, FontFace.REGULAR, 14, BLUE)));
    pairs.put("text face", pair(text, text("웹 web", 10, 40, FontFace.SEMIBOLD, 14, BLUE)));
    pairs.put("text size", pair(text, text("웹 web", 10, 40, FontFace.REGULAR, 15, BLUE)));
    pairs.put("text colour", pair(text, text("웹 web", 10, 40, FontFace.REGULAR, 14, 0xff00aa00)));
    pairs.put("text opacity", pair(text, text("웹 web", 10, 40, FontFace.REGULAR, 14, 0x402f63db)));

    IconArt alb = Icons.named("alb-public");
    Mark icon = new Mark.Icon(alb, new Rect(10, 10, 32, 32), 1);
    pairs.put("icon art", pair(icon, new Mark.Icon(Icons.named("nat"), icon.bounds(), 1)));
    pairs.put("icon x", pair(icon, new Mark.Icon(alb, new Rect(11, 10, 32, 32), 1)));
    pairs.put("icon y", pair(icon, new Mark.Icon(alb, new Rect(10, 11, 32, 32), 1)));
    pairs.put("icon width", pair(icon, new Mark.Icon(alb, new Rect(10, 10, 34, 32), 1)));
    pairs.put("icon height", pair(icon, new Mark.Icon(alb, new Rect(10, 10, 32, 34), 1)));
    pairs.put("icon opacity", pair(icon, new Mark.Icon(alb, icon.bounds(), 0.5)));
    return pairs;
  }

  private static Mark text(
      String text, double x, double baseline, FontFace face, double size, int colour) {
    return new Mark.Text(text, x, baseline, face, size, colour, 50);
  }

  private static Mark[] pair(Mark one, Mark other) {
    return new Mark[] {one, other};
  }

  static Stream<Arguments> cases() {
    return Exporter.ALL.stream()
        .flatMap(
            exporter ->
                attributes().entrySet().stream()
                    .map(
                        entry ->
                            Arguments.of(
                                exporter.format(), entry.getKey(), exporter, entry.getValue())));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("cases")
  void everyAttributeShows(String format, String attribute, Exporter exporter, Mark[] pair)
      throws IOException {
    byte[] one = write(exporter, picture(pair[0], 0xffffffff), ExportOptions.DEFAULT);
    byte[] again = write(exporter, picture(pair[0], 0xffffffff), ExportOptions.DEFAULT);
    byte[] other = write(exporter, picture(pair[1], 0xffffffff), ExportOptions.DEFAULT);
    assertArrayEquals(one, again, "the same picture gives the same bytes");
    assertFalse(Arrays.equals(one, other), format + " ignores " + attribute);
  }

  static Stream<Exporter> exporters() {
    return Exporter.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("exporters")
  void everyOptionShows(Exporter exporter) throws IOException {
    Picture picture = picture(box(new Rect(10, 10, 60, 40), 0, BLUE, null), 0xffffffff);
    ExportOptions options = ExportOptions.DEFAULT;
    byte[] plain = write(exporter, picture, options);
    Map<String, ExportOptions> changed = new LinkedHashMap<>();
    changed.put("scale", options.withScale(2));
    changed.put("transparent", options.withTransparent(true));
    changed.put("margin", options.withMargin(8));
    changed.put("title", options.withTitle("A title"));
    changed.put("design", options.withDesign("{}"));
    changed.forEach(
        (name, option) -> {
          try {
            byte[] bytes = write(exporter, picture, option);
            assertFalse(Arrays.equals(plain, bytes), exporter.format() + " ignores " + name);
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        });
    byte[] dark = write(exporter, new Picture(FRAME, 0xff0d1117, picture.root()), options);
    assertFalse(Arrays.equals(plain, dark), exporter.format() + " ignores the paper");
  }

  @ParameterizedTest
  @MethodSource("exporters")
  void marksAreDrawnInTheirOrder(Exporter exporter) throws IOException {
    Mark low = box(new Rect(10, 10, 60, 40), 0, BLUE, null);
    Mark high = box(new Rect(30, 20, 60, 40), 0, 0xff00aa00, null);
    assertFalse(
        Arrays.equals(
            write(exporter, picture(List.of(low, high)), ExportOptions.DEFAULT),
            write(exporter, picture(List.of(high, low)), ExportOptions.DEFAULT)));
  }

  @ParameterizedTest
  @MethodSource("exporters")
  void aFormatIsFoundByItsName(Exporter exporter) {
    assertEquals(exporter, Exporter.forFormat(exporter.format()).orElseThrow());
  }

  private static Picture picture(Mark mark, int paper) {
    return new Picture(FRAME, paper, Mark.Group.of("root", "", List.of(mark)));
  }

  private static Picture picture(List<Mark> marks) {
    return new Picture(FRAME, 0xffffffff, Mark.Group.of("root", "", marks));
  }

  private static byte[] write(Exporter exporter, Picture picture, ExportOptions options)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    exporter.write(picture, options, out);
    return out.toByteArray();
  }
}
