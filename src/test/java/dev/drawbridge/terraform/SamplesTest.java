package dev.drawbridge.terraform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.hcl.Parser;
import dev.drawbridge.output.store.Design;
import dev.drawbridge.output.store.DesignReader;
import dev.drawbridge.resource.ResourceGraph;
import dev.drawbridge.terraform.write.GeneratedFile;
import dev.drawbridge.terraform.write.OwnedFolder;
import dev.drawbridge.terraform.write.Readme;
import dev.drawbridge.terraform.write.TerraformFiles;
import dev.drawbridge.translate.Lowerer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What a user takes away from each sample is Terraform that the real Terraform accepts.
public class SamplesTest {
  private static final Path SAMPLES = Path.of("assets", "samples");

  @TempDir Path work;

  public static List<String> samples() {
    try (Stream<Path> files = Files.list(SAMPLES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".drawbridge"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T value(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Ok<T>(T value, _) -> value;
      case Outcome.Failed<T>(var issues) -> throw new AssertionError(issues.toString());
    };
  }

  public static ResourceGraph graph(String sample) {
    try {
      Design design = value(DesignReader.read(Files.readAllBytes(SAMPLES.resolve(sample)), sample));
      return value(Lowerer.lower(design.document()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<GeneratedFile> files(String sample) {
    return value(TerraformFiles.of(graph(sample), new Readme(sample, Language.ENGLISH, "<svg/>")));
  }

  @Test
  void thereAreSamples() {
    assertTrue(samples().size() >= 2, samples().toString());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theRealTerraformFormatsValidatesAndPlansEverySample(String sample) {
    Path folder = work.resolve("module");
    OwnedFolder.Report report = value(OwnedFolder.export(folder, files(sample), false));
    assertEquals(List.of(), report.unchanged());
    TerraformProof terraform = TerraformProof.find(work.resolve("terraform"));
    terraform.assertFormatted(folder);
    String plan = terraform.assertPlans(folder, TerraformProof.inputs(graph(sample)));
    assertTrue(
        plan.contains("Plan: ") && plan.contains(" to add, 0 to change, 0 to destroy"), plan);

    OwnedFolder.Report again = value(OwnedFolder.export(folder, files(sample), false));
    assertEquals(List.of(), again.written(), "a second export changes nothing");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void ourOwnParserReadsEveryGeneratedFile(String sample) {
    for (GeneratedFile file : files(sample)) {
      if (file.path().endsWith(".tf")) {
        assertEquals(List.of(), Parser.parse(file.path(), file.text()).issues());
      }
    }
  }
}
