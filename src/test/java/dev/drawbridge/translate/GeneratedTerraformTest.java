package dev.drawbridge.translate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.ResourceGraph;
import dev.drawbridge.terraform.SamplesTest;
import dev.drawbridge.terraform.TerraformProof;
import dev.drawbridge.terraform.write.GeneratedFile;
import dev.drawbridge.terraform.write.Readme;
import dev.drawbridge.terraform.write.TerraformFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What is lowered, written and given to the real Terraform with the real provider.
class GeneratedTerraformTest {
  private static final int RANDOM_DESIGNS = 200;

  @TempDir Path folder;

  static Set<String> designs() {
    return PlannedDesigns.all().keySet();
  }

  @ParameterizedTest
  @MethodSource("designs")
  void theRealTerraformPlansEveryResourceOf(String name) throws IOException {
    ResourceGraph graph = PlannedDesigns.all().get(name).get().lower();
    String plan = plan(graph);
    assertThat(
            graph.resources().values().stream()
                .filter(resource -> resource.get("for_each") == null)
                .map(resource -> "# " + resource.address() + " will be created\n"))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(plan).contains(line));
  }

  /// Planning finds what validating does not, so whatever may be written is in a design that is planned.
  @Test
  void everyArgumentThatIsGeneratedIsPlannedInSomeDesign() {
    List<ResourceGraph> planned = new ArrayList<>();
    PlannedDesigns.all().values().forEach(design -> planned.add(design.get().lower()));
    DataTerraformTest.designs().forEach(design -> planned.add(value(Lowerer.lower(design))));
    DataCentresTerraformTest.designs().forEach(design -> planned.add(design.lower()));
    SamplesTest.samples().forEach(sample -> planned.add(SamplesTest.graph(sample)));
    Set<String> known = arguments(planned.stream());
    Set<String> met =
        arguments(
            Stream.iterate(1, seed -> seed <= RANDOM_DESIGNS, seed -> seed + 1)
                .map(seed -> RandomDesign.proper(new Random(seed), 20 + seed % 80))
                .map(design -> value(Lowerer.lower(design))));
    assertThat(met).hasSizeGreaterThan(500);
    met.removeAll(known);
    assertThat(met).isEmpty();
  }

  /// Such as `aws_lb.access_logs.bucket`. In which region something stands is told of anything.
  private static Set<String> arguments(Stream<ResourceGraph> graphs) {
    Set<String> found = new TreeSet<>();
    graphs
        .flatMap(graph -> graph.resources().values().stream())
        .forEach(resource -> collect(resource.type(), resource.body(), found));
    found.removeIf(argument -> argument.endsWith(".provider"));
    return found;
  }

  private static void collect(String path, Block body, Set<String> found) {
    found.add(path);
    body.arguments().keySet().forEach(name -> found.add(path + "." + name));
    body.blocks().forEach(inner -> collect(path + "." + inner.type(), inner.body(), found));
  }

  private String plan(ResourceGraph graph) throws IOException {
    Path target = Files.createDirectory(folder.resolve("terraform"));
    List<GeneratedFile> files =
        value(TerraformFiles.of(graph, new Readme("Test", Language.ENGLISH, null)));
    for (GeneratedFile file : files) {
      Path path = target.resolve(file.path());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.text());
    }
    TerraformProof terraform = TerraformProof.find(folder.resolve("work"));
    terraform.assertFormatted(target);
    return terraform.assertPlans(target, TerraformProof.inputs(graph));
  }

  private static <T> T value(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Ok<T>(T value, _) -> value;
      case Outcome.Failed<T>(var issues) -> throw new AssertionError(issues.toString());
    };
  }
}
