package dev.drawbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ImportTest {
  @TempDir Path work;

  static List<Path> samples() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("assets", "samples"))) {
      return files.filter(file -> file.toString().endsWith(".drawbridge")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theTwinOfASampleHasTheSameFindings(Path sample) {
    Path terraform = work.resolve("terraform");
    Path twin = work.resolve("twin.drawbridge");
    Shell shell = new Shell();
    shell.run("export", sample, "--terraform", terraform).expect(0);
    Shell.Result imported = shell.run("import", terraform, "-o", twin).expect(0);
    assertThat(imported.out()).contains(" 0 skipped");
    List<String> found = rules(shell, sample);
    assertEquals(found, rules(shell, twin));
    assertEquals(sample.toString().contains("planted"), !found.isEmpty(), found.toString());
  }

  /// The rules that find something, as often as they do.
  private static List<String> rules(Shell shell, Path design) {
    String out = shell.run("validate", design, "--format", "json").out();
    List<String> rules = new ArrayList<>();
    for (JsonNode finding : new JsonMapper().readTree(out).findValues("rule")) {
      rules.add(finding.toString());
    }
    return rules.stream().sorted().toList();
  }

  @Test
  void aFolderThatIsNotThereIsToldInOneLine() {
    Shell.Result result =
        new Shell().run("import", work.resolve("none"), "-o", work.resolve("x.drawbridge"));
    assertEquals(1, result.expect(2).errors().size());
    assertThat(work.resolve("x.drawbridge")).doesNotExist();
  }

  @Test
  void anExistingFileIsKept() throws IOException {
    Path kept = Files.writeString(work.resolve("kept.drawbridge"), "kept");
    Files.writeString(work.resolve("main.tf"), "resource \"aws_vpc\" \"v\" {}\n");
    new Shell().run("import", work, "-o", kept).expect(2);
    assertThat(kept).hasContent("kept");
    new Shell().run("import", work, "-o", kept, "--force").expect(0);
    assertThat(Files.readString(kept)).contains("aws.vpc");
  }

  @Test
  void whatIsNotDrawnIsListedWithItsPlace() throws IOException {
    Files.writeString(
        work.resolve("main.tf"),
        """
        resource "aws_vpc" "v" {
          cidr_block = "10.0.0.0/16"
        }

        resource "aws_glacier_vault" "old" {
          name = "old"
        }
        """);
    Shell.Result result =
        new Shell().run("import", work, "-o", work.resolve("x.drawbridge")).expect(0);
    assertThat(result.out()).contains("1 drawn").contains("1 skipped").contains("main.tf:5:1: ");
  }
}
