package dev.drawbridge.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drawbridge.translate.Samples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ImportTest {
  @TempDir Path work;

  static List<Path> samples() {
    return Samples.files();
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

  /// A template of user data says little of what runs; the configuration files beside it say the rest.
  @ParameterizedTest
  @ValueSource(strings = {"packages", "docker"})
  void whatRunsOnServersComesBackFromTheirConfigurationFiles(String runtime) throws IOException {
    String sample = Files.readString(Path.of("assets", "samples", "three-tier.drawbridge"));
    String said = "\"properties\": { \"runtime\": \"" + runtime + "\", \"port\": 8088, ";
    String web = "\"workerConnections\": 77, \"errorPage\": \"/sorry.html\", \"shutdown\": 44 },";
    String was = "\"software\": \"node\", \"shutdown\": 45 },";
    Path design =
        Files.writeString(
            work.resolve("design.drawbridge"),
            sample
                .replace("\"kind\": \"tier.web\",", "\"kind\": \"tier.web\", " + said + web)
                .replace("\"kind\": \"tier.was\",", "\"kind\": \"tier.was\", " + said + was));
    Path first = work.resolve("first");
    Path second = work.resolve("second");
    Path twin = work.resolve("twin.drawbridge");
    Shell shell = new Shell();
    shell.run("export", design, "--terraform", first).expect(0);
    shell.run("import", first, "-o", twin).expect(0);
    shell.run("export", twin, "--terraform", second).expect(0);
    assertThat(Files.readString(first.resolve("files/web/nginx.conf")))
        .contains("worker_connections 77;")
        .contains("listen 8088 ")
        .contains("/sorry.html");
    for (String file : List.of("compute.tf", "load_balancing.tf", "files/web/nginx.conf")) {
      assertThat(second.resolve(file)).hasSameTextualContentAs(first.resolve(file));
    }
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
  void whatCanBeReadIsDrawnAndTheExitCodeSaysThatItIsNotAll() throws IOException {
    Files.writeString(work.resolve("main.tf"), "resource \"aws_vpc\" \"v\" {}\n");
    Files.writeString(work.resolve("torn.tf"), "]\n");
    Path drawn = work.resolve("x.drawbridge");
    Shell.Result result = new Shell().run("import", work, "-o", drawn).expect(2);
    assertThat(result.errors()).singleElement().asString().contains("torn.tf:1:1: ");
    assertThat(result.out()).contains("1 drawn");
    assertThat(Files.readString(drawn)).contains("aws.vpc");
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
