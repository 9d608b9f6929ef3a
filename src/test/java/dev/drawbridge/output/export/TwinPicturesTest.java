package dev.drawbridge.output.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drawbridge.base.Language;
import dev.drawbridge.draw.Look;
import dev.drawbridge.draw.Painter;
import dev.drawbridge.draw.Picture;
import dev.drawbridge.draw.Theme;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The same picture whatever the format and whoever shows it: SVG in librsvg, which knows no embedded
/// fonts, and PDF in poppler, beside our own PNG. Where these programs are missing the test is skipped and
/// says how to install them; on a build server (`CI=true`) that is a failure.
class TwinPicturesTest {
  /// Both pictures are compared by the mean of squares of so many pixels.
  private static final int SQUARE = 12;

  /// By how much the mean of a square may differ, of 255. A line of text that is missing, or that is set in
  /// other letters, differs by more; see [#aMissingLineWouldBeSeen].
  private static final double TOLERANCE = 26;

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({"three-tier-ko, KOREAN, LIGHT", "three-tier-planted, ENGLISH, DARK"})
  void svgInLibrsvgLooksLikeThePng(String sample, Language language, Theme theme)
      throws IOException, InterruptedException {
    Path rsvg = program("rsvg-convert", "librsvg2-bin");
    Picture picture = picture(sample, language, theme);
    Path svg = write(picture, "svg");
    Path shown = folder.resolve("svg.png");
    run(rsvg.toString(), svg.toString(), "-o", shown.toString());
    assertAlike(write(picture, "png"), shown);
  }

  @ParameterizedTest
  @CsvSource({"three-tier-ko, KOREAN, LIGHT", "three-tier-planted, ENGLISH, DARK"})
  void pdfInPopplerLooksLikeThePng(String sample, Language language, Theme theme)
      throws IOException, InterruptedException {
    Path poppler = program("pdftoppm", "poppler-utils");
    Picture picture = picture(sample, language, theme);
    Path pdf = write(picture, "pdf");
    Path shown = folder.resolve("pdf");
    run(poppler.toString(), "-png", "-r", "96", "-singlefile", pdf.toString(), shown.toString());
    assertAlike(write(picture, "png"), folder.resolve("pdf.png"));
  }

  @ParameterizedTest
  @CsvSource({"three-tier-ko, KOREAN, 읽기 전용 복제본", "three-tier, ENGLISH, read replica"})
  void textOfAPdfCanBeCopied(String sample, Language language, String wanted)
      throws IOException, InterruptedException {
    Path poppler = program("pdftotext", "poppler-utils");
    Path pdf = write(picture(sample, language, Theme.LIGHT), "pdf");
    Path text = folder.resolve("text.txt");
    run(poppler.toString(), pdf.toString(), text.toString());
    assertTrue(Files.readString(text).contains(wanted), () -> "no " + wanted);
  }

  /// That the comparison can fail at all: the sample against itself in the other language.
  @ParameterizedTest
  @CsvSource({"three-tier"})
  void aMissingLineWouldBeSeen(String sample) throws IOException {
    BufferedImage one =
        ImageIO.read(write(picture(sample, Language.ENGLISH, Theme.LIGHT), "png").toFile());
    BufferedImage other =
        ImageIO.read(write(picture(sample, Language.KOREAN, Theme.LIGHT), "png").toFile());
    assertTrue(Likeness.difference(one, other, SQUARE) > TOLERANCE);
  }

  private static Picture picture(String sample, Language language, Theme theme) throws IOException {
    return Painter.paint(SampleDesign.read(sample), new Look(theme, language));
  }

  private Path write(Picture picture, String format) throws IOException {
    Path file = Files.createTempFile(folder, "picture", "." + format);
    try (OutputStream out = Files.newOutputStream(file)) {
      Exporter.forFormat(format).orElseThrow().write(picture, ExportOptions.DEFAULT, out);
    }
    return file;
  }

  private static void assertAlike(Path expected, Path shown) throws IOException {
    BufferedImage one = ImageIO.read(expected.toFile());
    BufferedImage other = ImageIO.read(shown.toFile());
    assertEquals(one.getWidth(), other.getWidth(), 1);
    assertEquals(one.getHeight(), other.getHeight(), 1);
    double difference = Likeness.difference(one, other, SQUARE);
    assertTrue(difference <= TOLERANCE, () -> "a square differs by " + difference);
  }

  private static Path program(String name, String debianPackage) {
    Optional<Path> found =
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
            .map(folder -> Path.of(folder, name))
            .filter(Files::isExecutable)
            .findFirst();
    String how = name + " is missing: apt-get install " + debianPackage;
    if (found.isEmpty() && "true".equals(System.getenv("CI"))) {
      fail(how);
    }
    assumeTrue(found.isPresent(), how);
    return found.orElseThrow();
  }

  private static void run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "it hangs");
    assertEquals(0, process.exitValue(), () -> List.of(command) + ": " + said);
  }
}
