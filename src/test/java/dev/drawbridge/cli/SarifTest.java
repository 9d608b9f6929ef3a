package dev.drawbridge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.drawbridge.analyze.Rules;
import dev.drawbridge.analyze.policy.Policy;
import dev.drawbridge.analyze.policy.Suppression;
import dev.drawbridge.base.Language;
import dev.drawbridge.edit.ChangeSettings;
import dev.drawbridge.edit.Edit;
import dev.drawbridge.edit.Edits;
import dev.drawbridge.edit.Rename;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.output.store.DesignStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SarifTest {
  private static final Path SAMPLES = Path.of("assets", "samples");
  private static final Path PLANTED = SAMPLES.resolve("three-tier-planted.drawbridge");
  private static final Document DESIGN = Template.THREE_TIER_PLANTED.design(Language.ENGLISH);
  private static final Schema SARIF = schema();

  @TempDir Path folder;

  private final Shell shell = new Shell();

  private static Schema schema() {
    try (InputStream in = SarifTest.class.getResourceAsStream("sarif-2.1.0-rtm.5.json")) {
      return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
          .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8), InputFormat.JSON);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void assertValid(String report) {
    assertEquals(
        List.of(),
        SARIF.validate(
            report,
            InputFormat.JSON,
            context -> context.executionConfig(config -> config.formatAssertionsEnabled(true))));
  }

  private JsonNode report(Object... more) {
    List<Object> words = new ArrayList<>(List.of("validate", "--format", "sarif"));
    words.addAll(Arrays.asList(more));
    String report = shell.run(words.toArray()).out();
    assertValid(report);
    return new JsonMapper().readTree(report).at("/runs/0");
  }

  private Path saved(String name, Document document) {
    Path file = folder.resolve(name);
    DesignStore.save(file, document);
    return file;
  }

  private static Document edited(Edit edit) {
    return Edits.apply(DESIGN, edit).document();
  }

  static Stream<Path> samples() throws IOException {
    return Files.list(SAMPLES).sorted();
  }

  @Test
  void theSchemaRefusesWhatIsNoSarif() {
    assertFalse(SARIF.validate("{\"version\": \"2.1.0\"}", InputFormat.JSON).isEmpty());
    String run = "{\"version\": \"2.1.0\", \"runs\": [{\"tool\": {\"driver\": {%s}}}]}";
    assertEquals(List.of(), SARIF.validate(run.replace("%s", "\"name\": \"x\""), InputFormat.JSON));
    assertFalse(SARIF.validate(run.replace("%s", "\"title\": \"x\""), InputFormat.JSON).isEmpty());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everySampleGivesValidSarifInBothLanguages(Path sample) {
    for (String language : List.of("en", "ko")) {
      JsonNode run = report(sample, "--lang", language);
      assertEquals(language, run.at("/language").asString());
    }
  }

  @Test
  void aStressDesignAndSeveralFilesAtOnceGiveValidSarif() {
    Path stress =
        saved(
            "부하 시험: a b.drawbridge",
            Template.STRESS.design(new Template.Request(Language.ENGLISH, 300, 3)));
    JsonNode run = report(stress, PLANTED);
    assertEquals(2, run.at("/artifacts").size());
    String uri = run.at("/artifacts/0/location/uri").asString();
    assertTrue(uri.startsWith("file:///"), uri);
    assertTrue(uri.endsWith("%20a%20b.drawbridge"), uri);
    assertEquals(
        "assets/samples/three-tier-planted.drawbridge",
        run.at("/artifacts/1/location/uri").asString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ko"})
  void rulesComeWithTheirWholeTextAndAScore(String language) {
    JsonNode rules = report(PLANTED, "--lang", language).at("/tool/driver/rules");
    assertEquals(Rules.all().size(), rules.size());
    for (JsonNode rule : rules) {
      String help = rule.at("/help/markdown").asString();
      assertTrue(help.contains(language.equals("ko") ? "## 고치는 방법" : "## How to fix it"), help);
      assertFalse(rule.at("/help/text").asString().contains("```"), help);
      double score = Double.parseDouble(rule.at("/properties/security-severity").asString());
      assertEquals(
          rule.at("/properties/severity").asString().equals("critical"),
          score > 9,
          rule.toString());
      assertTrue(
          rule.at("/fullDescription/text").asString().length() > 20, rule.at("/id").asString());
    }
  }

  @Test
  void aResultNamesItsRuleItsElementAndTheLineInTheFile() throws IOException {
    JsonNode run = report(PLANTED);
    List<String> lines = Files.readAllLines(PLANTED);
    int lined = 0;
    for (JsonNode result : run.at("/results")) {
      assertEquals(
          result.at("/ruleId").asString(),
          run.at("/tool/driver/rules/" + result.at("/ruleIndex").asInt() + "/id").asString());
      String element = result.at("/locations/0/logicalLocations/0/fullyQualifiedName").asString();
      int line = result.at("/locations/0/physicalLocation/region/startLine").asInt();
      // The element's own first line, or that of a property within it.
      int at = line - 1;
      while (!lines.get(at).equals("    {")) {
        at--;
      }
      assertTrue(lines.get(at + 1).contains("\"id\": \"" + element + "\""), line + " " + element);
      lined += at == line - 1 ? 0 : 1;
    }
    assertTrue(lined > 0, "some property has a line of its own");
  }

  @Test
  void theWayOfAPacketIsACodeFlow() {
    JsonNode steps =
        result(report(PLANTED), "DMZ-001/was-app").at("/codeFlows/0/threadFlows/0/locations");
    List<String> elements = new ArrayList<>();
    for (JsonNode step : steps) {
      elements.add(step.at("/location/logicalLocations/0/fullyQualifiedName").asString());
    }
    assertEquals(List.of("internet-users", "igw-main", "was-app"), elements);
    assertTrue(
        steps.get(2).at("/location/message/text").asString().startsWith("WAS:8080; WAS has"),
        steps.toString());
  }

  private static JsonNode result(JsonNode run, String fingerprint) {
    for (JsonNode result : run.at("/results")) {
      if (fingerprint(result).startsWith(fingerprint)) {
        return result;
      }
    }
    throw new AssertionError(fingerprint + " is not in " + run);
  }

  private static String fingerprint(JsonNode result) {
    return result.at("/partialFingerprints").get(SarifReport.FINGERPRINT).asString();
  }

  private static Set<String> fingerprints(JsonNode run) {
    Set<String> all = new TreeSet<>();
    run.at("/results").forEach(result -> all.add(fingerprint(result)));
    assertEquals(run.at("/results").size(), all.size(), "each of its own");
    return all;
  }

  @Test
  void fingerprintsOutliveMovesRenamesAndAnotherLayoutOfTheFile() throws IOException {
    Set<String> before = fingerprints(report(PLANTED));
    Document renamed = edited(new Rename(new ElementId("was-app"), "something else"));
    assertEquals(before, fingerprints(report(saved("moved.drawbridge", renamed))));
    Path flat = folder.resolve("flat.drawbridge");
    Files.writeString(flat, new JsonMapper().readTree(Files.readString(PLANTED)).toString());
    JsonNode run = report(flat);
    assertEquals(before, fingerprints(run));
    assertEquals(1, run.at("/results/0/locations/0/physicalLocation/region/startLine").asInt());
  }

  @Test
  void aFixIsAChangeOfTheFileThatMendsJustThat() throws IOException {
    JsonNode run = report(PLANTED);
    int tried = 0;
    for (JsonNode result : run.at("/results")) {
      for (JsonNode fix : result.at("/fixes")) {
        Path mended = folder.resolve("mended-" + tried++ + ".drawbridge");
        Files.writeString(mended, replaced(fix.at("/artifactChanges/0/replacements/0")));
        Set<String> after = fingerprints(report(mended));
        assertFalse(after.contains(fingerprint(result)), fix.toString());
      }
    }
    assertTrue(tried >= 3, "fixes: " + tried);
  }

  private static String replaced(JsonNode replacement) throws IOException {
    List<String> lines = List.of(Files.readString(PLANTED).split("(?<=\n)"));
    JsonNode region = replacement.at("/deletedRegion");
    assertEquals(1, region.at("/startColumn").asInt());
    assertEquals(1, region.at("/endColumn").asInt());
    return String.join("", lines.subList(0, region.at("/startLine").asInt() - 1))
        + replacement.at("/insertedContent/text").asString()
        + String.join("", lines.subList(region.at("/endLine").asInt() - 1, lines.size()));
  }

  @Test
  void aFileInAnotherLayoutIsGivenNoFixThatWouldRewriteAllOfIt() throws IOException {
    Path flat = folder.resolve("flat.drawbridge");
    Files.writeString(flat, new JsonMapper().readTree(Files.readString(PLANTED)).toString());
    for (JsonNode result : report(flat).at("/results")) {
      assertEquals(0, result.at("/fixes").size());
    }
  }

  @Test
  void aSuppressionTellsWhyAndWhereItStands() throws IOException {
    Suppression why = new Suppression("DMZ-001", "was-app", "moves soon", Shell.TODAY.plusDays(1));
    Policy policy = Policy.DEFAULT.with(why);
    Path own = saved("own.drawbridge", edited(new ChangeSettings(policy.into(DESIGN.settings()))));
    JsonNode told = result(report(own), "DMZ-001/was-app").at("/suppressions/0");
    assertEquals("inSource", told.at("/kind").asString());
    assertEquals("moves soon", told.at("/justification").asString());
    Path shared = folder.resolve("drawbridge.policy.json");
    Files.writeString(
        shared,
        """
        {"suppressions": [{"rule": "DMZ-001", "element": "was-app", "reason": "agreed",
          "expires": "2026-12-31"}]}
        """);
    JsonNode run = report(PLANTED, "--policy", shared);
    JsonNode outside = result(run, "DMZ-001/was-app").at("/suppressions");
    assertEquals("external", outside.at("/0/kind").asString());
    assertEquals(1, outside.size());
    assertEquals(0, result(run, "DMZ-002/rds-main").at("/suppressions").size());
  }

  @Test
  void againstABaselineEachResultIsNewOrUnchanged() throws IOException {
    Path before = folder.resolve("before.sarif");
    shell.run("validate", PLANTED, "--format", "sarif", "-o", before, "--skip-rule", "DMZ-001");
    JsonNode run = report(PLANTED, "--baseline", before);
    assertEquals("new", result(run, "DMZ-001/was-app").at("/baselineState").asString());
    assertEquals("unchanged", result(run, "DMZ-002/rds-main").at("/baselineState").asString());
  }

  @Test
  void hostileNamesGiveValidSarif() throws IOException {
    String hostile = "\\u001b[31m\\ufffe</script>\\u202e\\uD83D\\uDE00";
    Path file = folder.resolve("%41 #?&.drawbridge");
    Files.writeString(file, Files.readString(PLANTED).replace("\"WAS\"", "\"" + hostile + "\""));
    JsonNode run = report(file);
    assertTrue(
        run.at("/artifacts/0/location/uri").asString().endsWith("%2541%20%23%3F&.drawbridge"),
        run.at("/artifacts/0").toString());
    String text = result(run, "DMZ-001/was-app").at("/message/text").asString();
    assertTrue(text.startsWith("\uFFFD[31m\uFFFD</script>\uFFFD\uD83D\uDE00 can be"), text);
  }

  @Test
  void findingsInTerraformPointAtFileAndLine() throws IOException {
    Files.writeString(
        folder.resolve("main.tf"),
        "\nresource \"aws_vpc\" \"main\" {\n  cidr_block = \"10.0.0.0/8\"\n}\n");
    JsonNode place = report(folder).at("/results/0/locations/0");
    assertEquals(2, place.at("/physicalLocation/region/startLine").asInt());
    assertTrue(
        place.at("/physicalLocation/artifactLocation/uri").asString().endsWith("/main.tf"),
        place.toString());
    assertEquals("aws_vpc.main", place.at("/logicalLocations/0/fullyQualifiedName").asString());
  }
}
