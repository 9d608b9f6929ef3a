package dev.drawbridge.output.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.analyze.Analysis;
import dev.drawbridge.base.Language;
import dev.drawbridge.draw.Picture;
import dev.drawbridge.draw.Theme;
import dev.drawbridge.model.Document;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the samples look like is written down: every mark of the SVG, and a small PNG. Who changes the painter
/// sees here what that does to a customer's picture. To write it anew:
/// `mvn test -Dtest=GoldenPicturesTest -Ddrawbridge.regenerate=true`; then look at the difference, and at the
/// pictures.
class GoldenPicturesTest {
  private static final Path FOLDER =
      Path.of("src/test/resources/dev/drawbridge/output/export/pictures");

  /// Of the small pictures.
  private static final double SCALE = 0.5;

  private static final int SQUARE = 6;

  /// Letters that are smoothed otherwise differ by less, see [#aQuarterOfAPixelIsTheSamePicture]; whatever
  /// somebody would call wrong, by more.
  private static final double TOLERANCE = 22;

  private static final Pattern ICON =
      Pattern.compile("<g id=\"(icon-\\d+)\">(.*?)</g>", Pattern.DOTALL);

  private record Case(String sample, Theme theme, Language language) {
    @Override
    public String toString() {
      String shade = theme == Theme.LIGHT ? "light" : "dark";
      return sample + "-" + shade + "-" + (language == Language.ENGLISH ? "en" : "ko");
    }

    Case in(Theme other) {
      return new Case(sample, other, language);
    }

    Picture picture() throws IOException {
      Document document = SampleDesign.read(sample);
      PictureExport export =
          new PictureExport(
              document, look -> look.withFindings(Analysis.of(document).findings()), _ -> "");
      return export.picture(options());
    }

    private PictureOptions options() {
      boolean findings = sample.contains("planted");
      return new PictureOptions(
          theme, language, SCALE, false, 24, Set.of(), true, true, findings, false);
    }
  }

  static List<Case> cases() throws IOException {
    List<Case> cases = new ArrayList<>();
    for (String sample : SampleDesign.names()) {
      for (Theme theme : Theme.values()) {
        for (Language language : Language.values()) {
          if (language == Language.KOREAN || !sample.endsWith("-ko")) {
            cases.add(new Case(sample, theme, language));
          }
        }
      }
    }
    return cases;
  }

  static List<Case> light() throws IOException {
    return cases().stream().filter(test -> test.theme == Theme.LIGHT).toList();
  }

  /// One of every pair of theme and language that a person would choose together; of the design that most
  /// begin with, all four.
  static List<Case> small() throws IOException {
    return cases().stream()
        .filter(
            test ->
                (test.language == Language.KOREAN) == (test.theme == Theme.DARK)
                    || test.sample.equals("three-tier"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("light")
  void everyMarkOfTheSvgIsWhereItWas(Case test) throws IOException {
    Path written = FOLDER.resolve(test + ".svg.txt");
    String now = structure(test.picture());
    if (Boolean.getBoolean("drawbridge.regenerate")) {
      Files.createDirectories(FOLDER);
      Files.writeString(written, now);
    }
    assertEquals(Files.readString(written).replace("\r\n", "\n"), now);
  }

  @ParameterizedTest
  @MethodSource("light")
  void inTheDarkOnlyColoursDiffer(Case test) throws IOException {
    String light = structure(test.picture());
    String dark = structure(test.in(Theme.DARK).picture());
    assertNotEquals(light, dark);
    assertEquals(colourless(light), colourless(dark));
  }

  @ParameterizedTest
  @MethodSource("small")
  void thePngLooksAsItDid(Case test) throws IOException {
    Path written = FOLDER.resolve(test + ".png");
    byte[] now = png(test.picture());
    if (Boolean.getBoolean("drawbridge.regenerate")) {
      Files.createDirectories(FOLDER);
      Files.write(written, now);
    }
    BufferedImage before = ImageIO.read(written.toFile());
    BufferedImage image = image(now);
    assertEquals(before.getWidth(), image.getWidth());
    assertEquals(before.getHeight(), image.getHeight());
    double difference = Likeness.difference(before, image, SQUARE);
    assertTrue(difference <= TOLERANCE, () -> "a square differs by " + difference);
  }

  @Test
  void aMissingMovedOrWronglyColouredElementWouldBeSeen() throws IOException {
    Picture right = new Case("three-tier", Theme.LIGHT, Language.ENGLISH).picture();
    for (String element : List.of("web-nginx", "nat-a", "subnet-web-a", "rds-main")) {
      assertSeen(right, Perturbed.without(right, element), "without " + element);
      assertSeen(right, Perturbed.moved(right, element, 8, 0), "moved " + element);
      assertSeen(right, Perturbed.moved(right, element, 0, -8), "moved up " + element);
    }
    for (String element : List.of("subnet-web-a", "vpc-main", "asg-web", "web-nginx")) {
      assertSeen(right, Perturbed.recoloured(right, element), "recoloured " + element);
    }
  }

  @Test
  void aQuarterOfAPixelIsTheSamePicture() throws IOException {
    Picture right = new Case("three-tier", Theme.LIGHT, Language.ENGLISH).picture();
    double quarter = 0.25 / SCALE;
    double difference = difference(right, Perturbed.moved(right, quarter, quarter));
    assertTrue(difference <= TOLERANCE, () -> "a square differs by " + difference);
  }

  private static void assertSeen(Picture right, Picture wrong, String what) throws IOException {
    double difference = difference(right, wrong);
    assertTrue(difference > TOLERANCE, () -> what + ": differs by " + difference + " only");
  }

  private static double difference(Picture one, Picture other) throws IOException {
    return Likeness.difference(image(png(one)), image(png(other)), SQUARE);
  }

  private static BufferedImage image(byte[] png) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(png));
  }

  private static byte[] png(Picture picture) throws IOException {
    return written(picture, "png", ExportOptions.DEFAULT.withScale(SCALE));
  }

  private static byte[] written(Picture picture, String format, ExportOptions options)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Exporter.forFormat(format).orElseThrow().write(picture, options, out);
    return out.toByteArray();
  }

  /// The SVG without its fonts and the outlines of its letters, which say nothing about the design; icons by
  /// what they show, not by their number.
  private static String structure(Picture picture) throws IOException {
    String svg = new String(written(picture, "svg", ExportOptions.DEFAULT), StandardCharsets.UTF_8);
    Map<String, String> icons = new HashMap<>();
    Matcher icon = ICON.matcher(svg);
    while (icon.find()) {
      icons.put(icon.group(1), String.format("icon-%08x", icon.group(2).hashCode()));
    }
    String bare =
        svg.replaceAll("(?s)<defs>.*?</defs>\n?", "")
            .replaceAll("(?s)<style>.*?</style>\n?", "")
            .replaceAll("<g class=\"outlined\".*?</g>\n?", "");
    return Pattern.compile("icon-\\d+")
        .matcher(bare)
        .replaceAll((MatchResult found) -> icons.getOrDefault(found.group(), found.group()));
  }

  private static String colourless(String structure) {
    return structure
        .replaceAll("icon-[0-9a-f]{8}", "icon")
        .replaceAll(" (fill|stroke)-opacity=\"[0-9.]+\"", "")
        .replaceAll("\"#[0-9a-f]{6}\"", "\"colour\"");
  }
}
