package dev.drawbridge.output.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drawbridge.base.Language;
import dev.drawbridge.edit.template.Template;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The files under `assets/samples` are what the templates make. When a template or the format changes, run
/// this test with `-Ddrawbridge.samples=write` and look at the difference before it is committed.
class SamplesTest {
  private static final Path FOLDER = Path.of("assets", "samples");

  record Sample(String file, Template template, Language language) {}

  static Stream<Sample> samples() {
    return Stream.of(
        new Sample("three-tier", Template.THREE_TIER, Language.ENGLISH),
        new Sample("three-tier-ko", Template.THREE_TIER, Language.KOREAN),
        new Sample("three-tier-planted", Template.THREE_TIER_PLANTED, Language.ENGLISH),
        new Sample("blue-green", Template.BLUE_GREEN, Language.ENGLISH),
        new Sample("canary", Template.CANARY, Language.ENGLISH),
        new Sample("containers", Template.CONTAINERS, Language.ENGLISH),
        new Sample("two-data-centres", Template.TWO_DATA_CENTRES, Language.ENGLISH),
        new Sample("two-data-centres-ko", Template.TWO_DATA_CENTRES, Language.KOREAN));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void aSampleIsWhatItsTemplateMakes(Sample sample) throws IOException {
    Path file = FOLDER.resolve(sample.file + DesignStore.ENDING);
    String made =
        new String(
            DesignWriter.write(sample.template.design(sample.language)), StandardCharsets.UTF_8);
    if (System.getProperty("drawbridge.samples", "").equals("write")) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, made);
    }
    assertEquals(made, Files.readString(file));
  }

  @Test
  void thereIsNoSampleThatNothingMakes() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      assertEquals(
          samples().map(sample -> sample.file + DesignStore.ENDING).sorted().toList(),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void theGalleryHasTheSamplesAndABlankSheet() {
    assertEquals(
        List.of(
            Template.THREE_TIER,
            Template.THREE_TIER_PLANTED,
            Template.BLUE_GREEN,
            Template.CANARY,
            Template.CONTAINERS,
            Template.TWO_DATA_CENTRES,
            Template.BLANK),
        Template.gallery());
  }
}
