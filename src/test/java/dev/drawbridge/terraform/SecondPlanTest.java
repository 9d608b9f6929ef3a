package dev.drawbridge.terraform;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.resource.ResourceGraph;
import dev.drawbridge.terraform.write.OwnedFolder;
import dev.drawbridge.terraform.write.Readme;
import dev.drawbridge.terraform.write.TerraformFiles;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whoever applies an export and plans again is told that there is nothing to do.
class SecondPlanTest {
  @TempDir Path work;

  /// The one with weights and alarms, and the one with everything that may be wrong. Each takes more than a
  /// minute; `-Ddrawbridge.second-plans=all` plans all samples again.
  static List<String> samples() {
    return System.getProperty("drawbridge.second-plans", "").equals("all")
        ? SamplesTest.samples().stream().filter(name -> !name.contains("-ko.")).toList()
        : List.of("canary.drawbridge", "three-tier-planted.drawbridge");
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theSecondPlanIsEmpty(String sample) {
    assertSecondPlanEmpty(SamplesTest.graph(sample));
  }

  private void assertSecondPlanEmpty(ResourceGraph graph) {
    Path folder = work.resolve("module");
    value(
        OwnedFolder.export(
            folder,
            value(TerraformFiles.of(graph, new Readme("again", Language.ENGLISH, "<svg/>"))),
            false));
    TerraformProof.find(work.resolve("terraform"))
        .assertPlansNothingOnceApplied(folder, TerraformProof.inputs(graph));
  }

  private static <T> T value(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Ok<T>(T value, _) -> value;
      case Outcome.Failed<T>(var issues) -> throw new AssertionError(issues.toString());
    };
  }
}
