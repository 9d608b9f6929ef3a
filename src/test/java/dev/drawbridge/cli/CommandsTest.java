package dev.drawbridge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.output.store.DesignStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
  private static final Path SAMPLES = Path.of("assets", "samples");
  private static final Path GOOD = SAMPLES.resolve("three-tier.drawbridge");

  @TempDir Path folder;

  private final Shell shell = new Shell();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "validate",
        "path",
        "export",
        "import",
        "describe",
        "explain",
        "new",
        "schema",
        "tour"
      })
  void everyCommandExplainsItselfInBothLanguages(String command) {
    List<String> start = command.isEmpty() ? List.of() : List.of(command);
    for (String language : List.of("en", "ko")) {
      Object[] words =
          Stream.concat(start.stream(), Stream.of("--help", "--lang=" + language)).toArray();
      Shell.Result help = shell.run(words).expect(0);
      assertTrue(help.out().startsWith(language.equals("ko") ? "사용법:" : "Usage:"), help.out());
      assertTrue(help.out().contains("drawbridge " + command), help.out());
      assertEquals("", help.err());
    }
  }

  @Test
  void theVersionIsThatOfTheBuild() {
    assertEquals("drawbridge 1.2.3\n", shell.run("--version").expect(0).out().replace("\r", ""));
    assertEquals(shell.run("-V"), shell.run("--version"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          validate                                  | drawbridge: Missing: FILE
          validate --format yaml x                  | drawbridge: --format yaml: expected one of text, json, sarif, junit.
          validate --fail-on never x                | drawbridge: --fail-on never: expected one of medium, critical, high, broken, low, none.
          validate --colour x                       | drawbridge: Unknown argument: --colour
          validate --lang de x                      | drawbridge: --lang de: expected one of en, ko.
          validate x --fail-on                      | drawbridge: --fail-on: a value is missing (LEVEL).
          validate x --format json --format text    | drawbridge: Given twice: --format
          validate x --rule DMZ-001,DMZ-0001        | drawbridge: There is no rule DMZ-0001; drawbridge explain lists all.
          validate x --skip-rule nothing            | drawbridge: There is no rule nothing; drawbridge explain lists all.
          validate x --rule DMZ-001 --skip-rule=dmz-001 | drawbridge: DMZ-001: both asked for and left out.
          path x                                    | drawbridge: Missing: --from
          path x --from a                           | drawbridge: Missing: --to
          path --from a --to b                      | drawbridge: Missing: FILE
          path x --from a --to b --port 65536       | drawbridge: --port 65536: a whole number from 0 to 65535 was expected.
          path x --from a --to b --port http        | drawbridge: --port http: a whole number from 0 to 65535 was expected.
          path x --from a --to b --protocol icmp    | drawbridge: --protocol icmp: expected one of tcp, udp.
          path x --from a --to b --format sarif     | drawbridge: --format sarif: expected one of text, json.
          export x                                  | drawbridge: Nothing to export: give --svg FILE, --png FILE, --pdf FILE or --terraform DIR.
          export x --png y --scale 9                | drawbridge: --scale 9: a number from 0.25 to 8 was expected.
          export x --png y --scale big              | drawbridge: --scale big: a number from 0.25 to 8 was expected.
          export x --png y --theme pink             | drawbridge: --theme pink: expected one of light, dark.
          new                                       | drawbridge: Missing: -o FILE
          new --template none -o x                  | drawbridge: --template none: expected one of blank, three-tier, three-tier-planted, blue-green, canary, containers, two-data-centres, stress.
          new --template stress --elements 3 -o x   | drawbridge: --elements 3: a whole number from 20 to 200000 was expected.
          new --template blank --seed 3 -o x        | drawbridge: --seed: only the template stress takes this.
          describe                                  | drawbridge: Missing: FILE
          describe x y                              | drawbridge: Unknown argument: y
          tour                                      | drawbridge: Missing: -o DIR
          """)
  void wrongUsageIsToldInOneLineAndNothingIsDone(String line, String error) {
    Shell.Result result = shell.run((Object[]) line.split(" ")).expect(2);
    assertEquals(error, result.errors().getFirst());
    assertTrue(result.errors().size() <= 2, result.err());
    assertEquals("", result.out());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                      | The file is empty
          {"schemaVersion": 1,    | The file ends in the middle
          [[[[[[                  | The file ends in the middle
          PNG\\0\\1                | not a text file
          {}                      | not a Drawbridge design
          """)
  void aBrokenFileIsOneLineAndExitCode2ForEveryCommandThatReads(String content, String reason)
      throws IOException {
    Path file = folder.resolve("broken.drawbridge");
    Files.writeString(file, content.translateEscapes());
    for (List<Object> words :
        List.<List<Object>>of(
            List.of("validate", file),
            List.of("validate", file, "--format", "json"),
            List.of("describe", file),
            List.of("export", file, "--svg", folder.resolve("out.svg")))) {
      Shell.Result result = shell.run(words.toArray()).expect(2);
      assertEquals(1, result.errors().size(), result.err());
      assertTrue(result.err().contains(file + ""), result.err());
      assertTrue(result.err().contains(reason), result.err());
      assertEquals("", result.out());
    }
    assertFalse(Files.exists(folder.resolve("out.svg")));
  }

  @Test
  void aDeeplyNestedFileIsOneLineToo() throws IOException {
    Path file = Files.writeString(folder.resolve("deep.drawbridge"), "[".repeat(200_000));
    Shell.Result result = shell.run("validate", file).expect(2);
    assertEquals(1, result.errors().size());
    assertTrue(result.err().contains("Nested deeper than 64"), result.err());
  }

  @Test
  void aMissingFileIsToldInTheLanguageAskedFor() {
    Shell.Result result = shell.run("validate", "--lang", "ko", "없는.drawbridge").expect(2);
    assertEquals(List.of("drawbridge: 없는.drawbridge: 파일이 없습니다."), result.errors());
  }

  @Test
  void withoutACommandTheWindowOpensWithTheFiles() {
    shell.withDisplay().run().expect(0);
    shell.run("a.drawbridge", "b.drawbridge").expect(0);
    assertEquals(
        List.of(List.of(), List.of(Path.of("a.drawbridge"), Path.of("b.drawbridge"))),
        shell.shown());
  }

  @Test
  void withoutADisplayTheWindowIsRefusedWithAHint() {
    Shell.Result result = shell.run("a.drawbridge").expect(2);
    assertTrue(result.err().contains("no display"), result.err());
    assertEquals(List.of(), shell.shown());
  }

  @ParameterizedTest
  @CsvSource({
    "blank, 0",
    "three-tier, 26",
    "three-tier-planted, 26",
  })
  void aNewDesignOpensAgain(String template, int nodes) {
    Path file = folder.resolve("new.drawbridge");
    shell.run("new", "--template", template, "-o", file).expect(0);
    Shell.Result outline = shell.run("describe", file).expect(0);
    assertTrue(outline.out().lines().findFirst().orElseThrow().contains(nodes + " nodes"));
  }

  @Test
  void aNewDesignNeverReplacesAFileUnlessToldTo() throws IOException {
    Path file = Files.writeString(folder.resolve("mine.drawbridge"), "precious");
    Shell.Result result = shell.run("new", "-o", file).expect(2);
    assertTrue(result.err().contains("exists already"), result.err());
    assertEquals("precious", Files.readString(file));
    shell.run("new", "-o", file, "--force").expect(0);
    assertFalse(Files.readString(file).equals("precious"));
  }

  @Test
  void aStressDesignIsThatOfItsSeed() throws IOException {
    Path a = folder.resolve("a.drawbridge");
    Path b = folder.resolve("b.drawbridge");
    shell.run("new", "--template", "stress", "--elements", 120, "--seed", 5, "-o", a).expect(0);
    shell.run("new", "--template", "stress", "--elements", 120, "--seed", 5, "-o", b).expect(0);
    assertEquals(-1, Files.mismatch(a, b));
    assertTrue(shell.run("describe", a).out().startsWith("Stress 120: 120 nodes, 180 arrows"));
  }

  @Test
  void anOutlineTellsWhatLiesInWhat() {
    String outline = shell.run("describe", GOOD).expect(0).out();
    assertTrue(outline.contains("\n      Internet gateway\n"), outline);
    assertTrue(
        outline.contains("Application Load Balancer “internal ALB”, HTTP 8080, over app a, app c"),
        outline);
    assertTrue(outline.contains("Traffic WAS → database, TCP 5432"), outline);
  }

  @Test
  void exportWritesPicturesAndTerraformAndSaysWhere() throws IOException {
    Path svg = folder.resolve("a.svg");
    Path png = folder.resolve("a.png");
    Path terraform = folder.resolve("tf");
    Shell.Result result =
        shell.run("export", GOOD, "--svg", svg, "--png", png, "--terraform", terraform).expect(0);
    assertEquals(
        List.of("Wrote " + svg, "Wrote " + png, "Wrote " + terraform),
        result.out().lines().toList());
    assertTrue(Files.readString(svg).contains("<svg"));
    assertTrue(Files.size(png) > 10_000);
    assertTrue(Files.readString(terraform.resolve("network.tf")).contains("aws_vpc"));
  }

  @Test
  void exportLeavesTerraformThatWasEditedByHandUnlessForced() throws IOException {
    Path terraform = folder.resolve("tf");
    shell.run("export", GOOD, "--terraform", terraform).expect(0);
    Path file = terraform.resolve("network.tf");
    Files.writeString(file, Files.readString(file) + "# mine\n");
    Shell.Result result = shell.run("export", GOOD, "--terraform", terraform).expect(2);
    assertTrue(result.err().contains("network.tf"), result.err());
    assertTrue(Files.readString(file).endsWith("# mine\n"));
    shell.run("export", GOOD, "--terraform", terraform, "--force").expect(0);
    assertFalse(Files.readString(file).endsWith("# mine\n"));
  }

  @Test
  void noOutputReplacesADesign() throws IOException {
    Path design = Files.copy(GOOD, folder.resolve("design.drawbridge"));
    Path other = Files.copy(GOOD, folder.resolve("other.drawbridge"));
    for (Path target : List.of(design, other)) {
      shell.run("export", design, "--svg", target).expect(2);
      shell.run("validate", design, "-o", target).expect(2);
    }
    assertEquals(-1, Files.mismatch(GOOD, design));
    assertEquals(-1, Files.mismatch(GOOD, other));
  }

  @Test
  void whatCannotBeWrittenIsOneLine() {
    Path nowhere = folder.resolve("none").resolve("x");
    for (List<Object> words :
        List.<List<Object>>of(
            List.of("validate", GOOD, "-o", nowhere),
            List.of("export", GOOD, "--png", nowhere),
            List.of("new", "-o", nowhere))) {
      Shell.Result result = shell.run(words.toArray()).expect(2);
      assertEquals(1, result.errors().size(), result.err());
      assertTrue(result.err().contains("The folder for this file does not exist."), result.err());
    }
  }

  @Test
  void theTourLeavesEverythingInItsFolderAndOpensTheDesign() throws IOException {
    Path tour = folder.resolve("tour");
    Shell.Result result = shell.run("tour", "-o", tour).expect(0);
    assertTrue(result.out().contains("no display"), result.out());
    for (String name :
        List.of(
            "three-tier.drawbridge",
            "three-tier.svg",
            "three-tier.png",
            "terraform/network.tf",
            "three-tier-planted.findings.txt",
            "three-tier-planted.findings.json")) {
      assertTrue(Files.size(tour.resolve(name)) > 0, name);
    }
    shell.withDisplay().run("tour", "-o", tour).expect(0);
    assertEquals(List.of(List.of(tour.resolve("three-tier.drawbridge"))), shell.shown());
  }

  @Test
  void aNameInADesignCannotControlTheTerminal() throws IOException {
    String hostile = "\\u001b[31mred\\u202egnp.exe";
    Path file = folder.resolve("hostile.drawbridge");
    Files.writeString(
        file, Files.readString(GOOD).replace("\"internal ALB\"", "\"" + hostile + "\""));
    assertTrue(DesignStore.open(file).issues().isEmpty());
    String printed =
        shell.run("describe", file).out() + shell.run("validate", file, "--fail-on=none").out();
    assertTrue(printed.contains("\uFFFD[31mred\uFFFDgnp.exe"), printed);
    assertEquals(-1, printed.indexOf('\u001b'));
  }
}
