package dev.drawbridge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.base.Language;
import dev.drawbridge.edit.Edits;
import dev.drawbridge.edit.Rename;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.output.store.DesignStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// What a former report, given as `--baseline`, makes of findings.
class BaselineTest {
  private static final Path SAMPLES = Path.of("assets", "samples");
  private static final Path GOOD = SAMPLES.resolve("three-tier.drawbridge");
  private static final Path PLANTED = SAMPLES.resolve("three-tier-planted.drawbridge");
  private static final Document DESIGN = Template.THREE_TIER_PLANTED.design(Language.ENGLISH);

  @TempDir Path folder;

  private final Shell shell = new Shell();

  @ParameterizedTest
  @ValueSource(strings = {"json", "sarif"})
  void againstABaselineOnlyNewFindingsFail(String format) {
    Path before = folder.resolve("before." + format);
    Document grown =
        Edits.apply(DESIGN, new Rename(new ElementId("was-app"), "another name")).document();
    Path moved = folder.resolve("moved.drawbridge");
    DesignStore.save(moved, grown);
    shell.run("validate", PLANTED, "--format", format, "-o", before).expect(1);
    String text = shell.run("validate", moved, "--baseline", before).expect(0).out();
    assertTrue(text.contains("; 0 new, "), text);
    assertTrue(text.contains(" known, 0 fixed. 2 ways in"), text);
    assertTrue(text.contains("Critical [known]  DMZ-001"), text);

    shell.run("validate", PLANTED, "--format", format, "-o", before, "--skip-rule", "DMZ-001");
    text = shell.run("validate", moved, "--baseline", before).expect(1).out();
    assertTrue(text.contains("; 1 new, "), text);
    assertTrue(text.contains("Critical  DMZ-001"), text);
    shell.run("validate", moved, "--baseline", before, "--skip-rule", "DMZ-001").expect(0);
  }

  @Test
  void whatABaselineHasAndIsGoneIsCountedAsFixed() {
    Path before = folder.resolve("before.json");
    shell.run("validate", PLANTED, "--format", "json", "-o", before);
    int all = shell.json(PLANTED).at("/findings").size();
    JsonNode now = shell.json(GOOD, "--baseline", before);
    assertTrue(now.at("/baseline/fixed").asInt() >= 10, now.toString());
    assertEquals(all, now.at("/baseline/fixed").asInt() + now.at("/baseline/known").asInt());
  }

  @Test
  void ofSeveralFilesEachIsHeldAgainstItsOwnPast() {
    Path before = folder.resolve("before.json");
    Path good = folder.resolve("good.drawbridge");
    Path other = folder.resolve("other.drawbridge");
    DesignStore.save(good, Template.THREE_TIER.design(Language.ENGLISH));
    DesignStore.save(other, DESIGN);
    shell.run("validate", good, other, "--format", "json", "-o", before).expect(1);
    shell.run("validate", good, other, "--baseline", before).expect(0);
    DesignStore.save(good, DESIGN);
    Shell.Result result = shell.run("validate", good, other, "--baseline", before).expect(1);
    assertTrue(result.out().contains("Critical  DMZ-001"), "new in the one");
    assertTrue(result.out().contains("Critical [known]  DMZ-001"), "known in the other");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"schemaVersion": 1}     | neither a JSON report of Drawbridge nor SARIF
          [1, 2]                   | neither a JSON report of Drawbridge nor SARIF
          {"files" []}             | not valid JSON
          """)
  void aBaselineThatIsNoReportIsOneLineAndExitCode2(String content, String error)
      throws IOException {
    Path file = Files.writeString(folder.resolve("baseline.json"), content);
    Shell.Result result = shell.run("validate", GOOD, "--baseline", file).expect(2);
    assertEquals(1, result.errors().size(), result.err());
    assertTrue(result.err().contains(error), result.err());
    assertTrue(result.err().contains(file.toString()), result.err());
  }

  @Test
  void aReportOfAnotherToolHasNothingThatIsKnown() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("other.sarif"),
            """
            {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "x"}}, "results": [
              {"message": {"text": "x"}, "partialFingerprints": {"x": "y"}}, 7, {"locations": []}]}]}
            """);
    JsonNode now = shell.json(PLANTED, "--baseline", file);
    assertEquals(0, now.at("/baseline/known").asInt());
    assertTrue(now.at("/baseline/new").asInt() > 0);
  }
}
