package dev.drawbridge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.analyze.Rules;
import dev.drawbridge.base.Language;
import dev.drawbridge.catalog.aws.RdsPrimary;
import dev.drawbridge.edit.Edit;
import dev.drawbridge.edit.Edits;
import dev.drawbridge.edit.SetProperty;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.output.store.DesignStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ValidateTest {
  private static final Path SAMPLES = Path.of("assets", "samples");
  private static final Path GOOD = SAMPLES.resolve("three-tier.drawbridge");
  private static final Path GOOD_KOREAN = SAMPLES.resolve("three-tier-ko.drawbridge");
  private static final Path PLANTED = SAMPLES.resolve("three-tier-planted.drawbridge");

  @TempDir Path folder;

  private final Shell shell = new Shell();

  @Test
  void theGoodSamplesAreClean() {
    Shell.Result result = shell.run("validate", GOOD, GOOD_KOREAN, "--fail-on", "low").expect(0);
    assertEquals(
        List.of(GOOD + ": no findings. DMZ holds", GOOD_KOREAN + ": no findings. DMZ holds"),
        result.out().lines().toList());
    assertEquals("", result.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"svg", "png", "pdf"})
  void anExportedPictureIsCheckedLikeTheDesignInIt(String format) {
    Path picture = folder.resolve("설계." + format);
    shell.run("export", PLANTED, "--" + format, picture).expect(0);
    String own = shell.run("validate", PLANTED).expect(1).out();
    String carried = shell.run("validate", picture).expect(1).out();
    assertEquals(own.replace(PLANTED.toString(), ""), carried.replace(picture.toString(), ""));
    shell.run("export", picture, "--terraform", folder.resolve("infra")).expect(0);
  }

  /// What [dev.drawbridge.edit.template.Template#THREE_TIER_PLANTED] plants: the rule, and the element that
  /// the finding must name first.
  @ParameterizedTest
  @CsvSource({
    "DMZ-001, was-app",
    "DMZ-002, rds-main",
    "DMZ-004, rds-main",
    "DMZ-005, alb-internal",
    "DMZ-008, was-app",
    "DMZ-008, rds-main",
    "DMZ-012, web-nginx",
    "LB-004, alb-public",
    "ADDR-003, subnet-web-c",
    "RDS-003, rds-main",
    "TOPO-009, traffic-around",
  })
  void everyPlantedMistakeIsFoundAtItsElement(String rule, String element) {
    Shell.Result result = shell.run("validate", PLANTED).expect(1);
    assertTrue(
        result
            .out()
            .lines()
            .anyMatch(
                line -> line.contains("  " + rule + "  ") && line.contains("(" + element + ")")),
        result.out());
    assertTrue(found(PLANTED).contains(rule + " " + element));
  }

  @Test
  void nothingIsFoundThatWasNotPlanted() {
    Set<String> rules = new TreeSet<>();
    found(PLANTED).forEach(one -> rules.add(one.substring(0, one.indexOf(' '))));
    assertEquals(
        Set.of(
            "DMZ-001",
            "DMZ-002",
            "DMZ-004",
            "DMZ-005",
            "DMZ-008",
            "DMZ-012",
            "LB-004",
            // What a load balancer in one zone entails: targets and instances in a zone that it
            // does
            // not serve, and nothing left when its own zone fails.
            "LB-005",
            "ASG-008",
            "TOPO-011",
            "ADDR-003",
            "RDS-003",
            "TOPO-009"),
        rules);
  }

  @Test
  void aFindingShowsItsWayHopByHopAndHowToLearnMore() {
    String report = shell.run("validate", PLANTED).out();
    assertTrue(report.contains("Path: Internet → Internet gateway → WAS:8080\n"), report);
    assertTrue(report.contains("· the security group of WAS admits tcp 8080 from"), report);
    assertTrue(report.contains("More: drawbridge explain DMZ-001\n"), report);
  }

  @Test
  void koreanIsKoreanThroughout() {
    String report = shell.run("validate", PLANTED, "--lang", "ko").expect(1).out();
    assertTrue(report.contains("치명  DMZ-001"), report);
    assertTrue(report.contains("경로: 인터넷 → 인터넷 게이트웨이 → WAS:8080"), report);
  }

  @ParameterizedTest
  @CsvSource({"critical, 1", "high, 1", "medium, 1", "low, 1", "none, 0"})
  void theThresholdDecidesTheExitCode(String threshold, int exit) {
    shell.run("validate", PLANTED, "--fail-on", threshold).expect(exit);
  }

  @Test
  void aFindingBelowTheThresholdIsShownButDoesNotFail() {
    Document good = Template.THREE_TIER.design(Language.ENGLISH);
    Edit later = SetProperty.of(new ElementId("rds-main"), RdsPrimary.BACKUP_WINDOW, "18:30-19:00");
    Path file = folder.resolve("windows.drawbridge");
    DesignStore.save(file, Edits.apply(good, later).document());
    Shell.Result result = shell.run("validate", file, "--fail-on", "critical").expect(0);
    assertTrue(result.out().contains("RDS-003"), result.out());
    shell.run("validate", file).expect(1);
  }

  @Test
  void aBadFileDoesNotHideTheOthers() throws IOException {
    Path bad = Files.createFile(folder.resolve("bad.drawbridge"));
    Shell.Result result = shell.run("validate", bad, PLANTED, GOOD).expect(2);
    assertEquals(1, result.errors().size());
    assertTrue(result.out().contains("DMZ-001"), result.out());
    assertTrue(result.out().contains(GOOD + ": no findings"), result.out());
  }

  @Test
  void jsonSaysTheSameToPrograms() {
    Shell.Result result = shell.run("validate", PLANTED, GOOD, "--format", "json").expect(1);
    JsonNode report = new JsonMapper().readTree(result.out());
    assertEquals("1.2.3", report.at("/tool/version").asString());
    assertEquals(2, report.at("/files").size());
    assertEquals("refuted", report.at("/files/0/dmz/holds").asString());
    assertEquals("proven", report.at("/files/1/dmz/holds").asString());
    assertEquals(0, report.at("/files/1/findings").size());
    JsonNode finding = null;
    for (JsonNode one : report.at("/files/0/findings")) {
      if (one.at("/fingerprint").asString().startsWith("DMZ-001/was-app")) {
        finding = one;
      }
    }
    assertEquals("WAS", finding.at("/elements/0/name").asString());
    assertEquals("critical", finding.at("/severity").asString());
    assertEquals(
        List.of("internet-users", "igw-main", "was-app"), texts(finding.at("/path"), "element"));
    assertEquals("tcp", finding.at("/witness/protocol").asString());
    assertTrue(finding.at("/path/2/admittedBy").size() > 1);
  }

  @Test
  void keysOfTheJsonDoNotDependOnTheLanguage() {
    String english = shell.run("validate", PLANTED, "--format", "json").out();
    String korean = shell.run("validate", PLANTED, "--format", "json", "--lang", "ko").out();
    JsonMapper mapper = new JsonMapper();
    assertEquals(
        texts(mapper.readTree(english).at("/files/0/findings"), "fingerprint"),
        texts(mapper.readTree(korean).at("/files/0/findings"), "fingerprint"));
  }

  @Test
  void theReportGoesIntoAFileWithoutColours() throws IOException {
    Path report = folder.resolve("report.txt");
    Files.writeString(report, "an earlier one");
    Shell.Result result = shell.withColours().run("validate", PLANTED, "-o", report).expect(1);
    assertEquals("", result.out());
    String text = Files.readString(report);
    assertTrue(text.contains("DMZ-001"), text);
    assertEquals(-1, text.indexOf('\u001b'));
    assertTrue(shell.run("validate", PLANTED).out().contains("\u001b[1;31mCritical\u001b[0m"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "ko"})
  void everyRuleIsExplained(String language) {
    List<String> list = shell.run("explain", "--lang", language).expect(0).out().lines().toList();
    assertEquals(Rules.all().size(), list.size());
    Rules.all()
        .forEach(
            rule -> {
              String text = shell.run("explain", rule.id(), "--lang", language).expect(0).out();
              assertTrue(text.startsWith(rule.id()), text);
              assertTrue(text.lines().count() > 6, text);
            });
    assertEquals(
        shell.run("explain", "DMZ-001"), shell.run("explain", "dmz-001"), "case does not matter");
  }

  @Test
  void aRuleThatIsNotThereIsAnError() {
    Shell.Result result = shell.run("explain", "DMZ-999").expect(2);
    assertEquals(
        List.of("drawbridge: There is no rule DMZ-999; drawbridge explain lists all."),
        result.errors());
    shell.run("explain", "DMZ-001", "DMZ-999").expect(2);
  }

  @Test
  void severalRulesAreExplainedOneAfterTheOther() {
    String one = shell.run("explain", "DMZ-001").out();
    String other = shell.run("explain", "LB-004").out();
    assertEquals(one + "\n" + other, shell.run("explain", "dmz-001", "LB-004").out());
  }

  /// Rule and first element of each finding.
  private List<String> found(Path file) {
    String json = shell.run("validate", file, "--format", "json").out();
    List<String> found = new ArrayList<>();
    for (JsonNode finding : new JsonMapper().readTree(json).at("/files/0/findings")) {
      found.add(finding.at("/rule").asString() + " " + finding.at("/elements/0/id").asString());
    }
    return found;
  }

  private static List<String> texts(JsonNode list, String field) {
    List<String> found = new ArrayList<>();
    for (JsonNode one : list) {
      found.add(one.at("/" + field).asString());
    }
    return found;
  }
}
