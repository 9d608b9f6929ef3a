package dev.drawbridge.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.analyze.Analysis;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.model.Document;
import dev.drawbridge.resource.ResourceGraph;
import dev.drawbridge.terraform.TerraformProof;
import dev.drawbridge.terraform.write.OwnedFolder;
import dev.drawbridge.terraform.write.Readme;
import dev.drawbridge.terraform.write.TerraformFiles;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What keeps data or watches over it is Terraform that the real Terraform plans, under whatever name.
class DataTerraformTest {
  @TempDir Path work;

  static Stream<Document> designs() {
    return Stream.of(DataDesigns.sound(), DataDesigns.hardToName());
  }

  @ParameterizedTest
  @MethodSource("designs")
  void theRealTerraformPlansIt(Document design) {
    ResourceGraph graph = value(Lowerer.lower(design));
    Path folder = work.resolve("module");
    value(
        OwnedFolder.export(
            folder,
            value(TerraformFiles.of(graph, new Readme("data", Language.KOREAN, "<svg/>"))),
            false));
    TerraformProof terraform = TerraformProof.find(work.resolve("terraform"));
    terraform.assertFormatted(folder);
    assertThat(terraform.assertPlans(folder, TerraformProof.inputs(graph)))
        .contains(" to add, 0 to change, 0 to destroy");
  }

  @Test
  void whatIsDrawnWithItsDefaultsGivesNoReasonToObject() {
    assertThat(
            Analysis.of(DataDesigns.sound()).findings().stream()
                .filter(finding -> finding.severity().isAtLeast(Severity.MEDIUM))
                .map(finding -> finding.rule() + " " + finding.text(Messages.in(Language.ENGLISH))))
        .isEmpty();
  }

  private static <T> T value(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Ok<T>(T value, _) -> value;
      case Outcome.Failed<T>(var issues) -> throw new AssertionError(issues.toString());
    };
  }
}
