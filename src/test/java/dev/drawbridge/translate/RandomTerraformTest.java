package dev.drawbridge.translate;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.hcl.Body;
import dev.drawbridge.hcl.BodyBuilder;
import dev.drawbridge.hcl.Expression;
import dev.drawbridge.hcl.Printer;
import dev.drawbridge.resource.ResourceGraph;
import dev.drawbridge.resource.Value;
import dev.drawbridge.terraform.TerraformProof;
import dev.drawbridge.terraform.write.OwnedFolder;
import dev.drawbridge.terraform.write.Readme;
import dev.drawbridge.terraform.write.TerraformFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever a file holds, what becomes of it is Terraform.
class RandomTerraformTest {
  private static final int DESIGNS = 40;

  /// The one address in [RandomDesign] that is none. It is generated as drawn, and a rule says so.
  private static final Value NO_ADDRESS = Value.of("99999/99");

  @TempDir Path work;

  private static <T> T value(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Ok<T>(T value, _) -> value;
      case Outcome.Failed<T>(var issues) -> throw new AssertionError(issues.toString());
    };
  }

  /// An input as a module is called with it, from what a command line takes.
  private static Expression expression(String input) {
    return input.startsWith("[")
        ? Expression.call("jsondecode", Expression.text(input))
        : Expression.text(input);
  }

  /// The real Terraform takes seconds to start, so it gets all designs at once, as modules of one.
  @Test
  void theRealTerraformFormatsAndValidatesRandomDesigns() throws IOException {
    Path root = Files.createDirectory(work.resolve("root"));
    BodyBuilder calls = Body.builder();
    for (int seed = 1; seed <= DESIGNS; seed++) {
      ResourceGraph graph = value(Lowerer.lower(RandomDesign.of(new Random(seed), 10 + seed)));
      if (graph.resources().values().stream()
          .anyMatch(resource -> NO_ADDRESS.equals(resource.get("cidr_block")))) {
        continue;
      }
      String name = "design_" + seed;
      value(
          OwnedFolder.export(
              root.resolve(name),
              value(TerraformFiles.of(graph, new Readme(name, Language.KOREAN, null))),
              false));
      calls.block(
          "module",
          List.of(name),
          call -> {
            call.attribute("source", Expression.text("./" + name));
            TerraformProof.inputs(graph)
                .forEach((input, text) -> call.attribute(input, expression(text)));
          });
    }
    Files.writeString(root.resolve("main.tf"), Printer.print(calls.build()));
    TerraformProof terraform = TerraformProof.find(work.resolve("terraform"));
    terraform.assertFormatted(root);
    terraform.assertValid(root);
  }
}
