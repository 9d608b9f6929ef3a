package dev.drawbridge.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.analyze.Analysis;
import dev.drawbridge.analyze.Review;
import dev.drawbridge.analyze.policy.Policy;
import dev.drawbridge.analyze.policy.Suppression;
import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import dev.drawbridge.base.Reason;
import dev.drawbridge.edit.ChangeSettings;
import dev.drawbridge.edit.Edit;
import dev.drawbridge.edit.Edits;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.model.Document;
import dev.drawbridge.output.store.DesignStore;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Origin;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.ResourceGraph;
import dev.drawbridge.resource.Value;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the options of `validate` do, beyond what is found.
class ValidateOptionsTest {
  private static final Path SAMPLES = Path.of("assets", "samples");
  private static final Path GOOD = SAMPLES.resolve("three-tier.drawbridge");
  private static final Path PLANTED = SAMPLES.resolve("three-tier-planted.drawbridge");
  private static final Document DESIGN = Template.THREE_TIER_PLANTED.design(Language.ENGLISH);
  private static final Messages ENGLISH = Messages.in(Language.ENGLISH);

  @TempDir Path folder;

  private final Shell shell = new Shell();

  private Path saved(String name, Edit edit) {
    Path file = folder.resolve(name);
    DesignStore.save(file, Edits.apply(DESIGN, edit).document());
    return file;
  }

  private Path policy(String json) throws IOException {
    return Files.writeString(folder.resolve("drawbridge.policy.json"), json);
  }

  private static Set<String> rules(JsonNode file) {
    Set<String> rules = new TreeSet<>();
    file.at("/findings").forEach(finding -> rules.add(finding.at("/rule").asString()));
    return rules;
  }

  @Test
  void onlyTheRulesAskedForRun() {
    assertEquals(Set.of("DMZ-001"), rules(shell.json(PLANTED, "--rule", "DMZ-001")));
    Set<String> three = Set.of("DMZ-001", "DMZ-002", "LB-004");
    assertEquals(three, rules(shell.json(PLANTED, "--rule", "dmz-001, LB-004,", "--rule=DMZ-002")));
    shell.run("validate", PLANTED, "--rule", "DMZ-003").expect(0);
  }

  @Test
  void aRuleThatIsSkippedSaysNothingButTheWayInIsStillTold() {
    Set<String> all = rules(shell.json(PLANTED));
    JsonNode rest = shell.json(PLANTED, "--skip-rule", "DMZ-001,DMZ-002", "--skip-rule", "DMZ-028");
    all.removeAll(Set.of("DMZ-001", "DMZ-002", "DMZ-028"));
    assertEquals(all, rules(rest));
    assertEquals("refuted", rest.at("/dmz/holds").asString());
    assertEquals(2, rest.at("/dmz/waysIn").asInt());
  }

  @Test
  void aSharedPolicyTakesThePlaceOfTheDesignsOwn() throws IOException {
    Path lenient =
        saved(
            "lenient.drawbridge",
            new ChangeSettings(
                Policy.DEFAULT
                    .withSwitches(Policy.DEFAULT.switches().off("DMZ-001"))
                    .into(DESIGN.settings())));
    assertFalse(rules(shell.json(lenient)).contains("DMZ-001"));
    Path team = policy("{\"rules\": {\"off\": [\"DMZ-002\"]}, \"zones\": {\"dmz\": []}}");
    Set<String> found = rules(shell.json(lenient, "--policy", team));
    assertTrue(found.containsAll(Set.of("DMZ-001", "DMZ-028")), found.toString());
    assertFalse(found.contains("DMZ-002"), found.toString());
    assertTrue(
        rules(shell.json(lenient, "--policy", team, "--rule", "DMZ-002")).contains("DMZ-002"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"zones": {"dmz": ["moon"]}}             | #/zones/dmz/0: There is no zone "moon". Zones are: internet, dmz, app, data, management, idc.
          {"rules": {"off": ["DMZ-998"]}}          | #/rules/off/0: There is no rule "DMZ-998".
          {"rules": {}, "rules": {}}               | :1:15: The name “rules” occurs twice in one object.
          {"suppressions": [{"rule": "DMZ-001", "element": "a", "reason": "r", "expires": "soon"}]} | #/suppressions/0/expires: A day such as 2030-12-31 was expected, not "soon".
          {"suppressions": [{"rule": "DMZ-001", "element": "a", "expires": "2030-01-01"}]} | #/suppressions/0: "reason" is missing.
          []                                       | : An object was expected here.
          {                                        | :1:2: The file ends in the middle; it was probably cut off.
          {"zones":                                | :1:10: The file ends in the middle; it was probably cut off.
          """)
  void aBrokenPolicyIsOneLineAndExitCode2(String json, String error) throws IOException {
    Path file = policy(json);
    Shell.Result result = shell.run("validate", GOOD, "--policy", file).expect(2);
    assertEquals(List.of("drawbridge: " + file + error), result.errors());
    assertEquals("", result.out());
    assertEquals(
        1, shell.run("validate", GOOD, "--policy", file, "--lang", "ko").expect(2).errors().size());
  }

  @Test
  void aPolicyThatIsDeepOrMissingIsOneLineToo() throws IOException {
    Path deep = policy("[".repeat(100_000));
    assertEquals(1, shell.run("validate", GOOD, "--policy", deep).expect(2).errors().size());
    Path missing = folder.resolve("none.json");
    assertEquals(
        List.of("drawbridge: " + missing + ": There is no such file."),
        shell.run("validate", GOOD, "--policy", missing).expect(2).errors());
  }

  @Test
  void aBrokenPolicyWithinADesignIsBadInputAndDoesNotHideOthers() {
    Path broken =
        saved(
            "broken.drawbridge",
            new ChangeSettings(
                DESIGN
                    .settings()
                    .withProperty(Policy.SETTING, dev.drawbridge.model.Datum.of("none"))));
    Shell.Result result = shell.run("validate", broken, GOOD).expect(2);
    assertEquals(
        List.of("drawbridge: " + broken + "#/settings/policy: An object was expected here."),
        result.errors());
    assertTrue(result.out().contains(GOOD + ": "), result.out());
    shell.run("describe", broken).expect(0);
  }

  private Path suppressing(int days) {
    Policy policy = Policy.DEFAULT;
    for (String one : List.of("DMZ-001 was-app", "DMZ-002 rds-main")) {
      String[] parts = one.split(" ");
      policy =
          policy.with(
              new Suppression(parts[0], parts[1], "until May\u001b", Shell.TODAY.plusDays(days)));
    }
    return saved("suppressing.drawbridge", new ChangeSettings(policy.into(DESIGN.settings())));
  }

  @Test
  void suppressedFindingsAreShownAsSuchAndDoNotFail() {
    Path file = suppressing(0);
    shell.run("validate", file, "--rule", "DMZ-001,DMZ-002", "--fail-on", "low").expect(0);
    String text = shell.run("validate", file).expect(1).out();
    assertTrue(text.lines().findFirst().orElseThrow().contains("; 2 suppressed. 2 ways in"), text);
    assertTrue(
        text.contains(
            "Suppressed until 2026-03-31: Critical  DMZ-001  WAS (was-app), app group (asg-was):"
                + " until May\uFFFD\n"),
        text);
    assertFalse(text.contains("Fix: Close WAS"), text);
    JsonNode json = shell.json(file);
    assertEquals(2, json.at("/suppressed").asInt());
    assertEquals("refuted", json.at("/dmz/holds").asString());
    assertEquals(
        "2026-03-31",
        shell.json(file, "--rule=DMZ-001").at("/findings/0/suppression/expires").asString());
  }

  @Test
  void aSuppressionThatHasExpiredFailsForItselfAndForItsFinding() {
    Set<String> found = rules(shell.json(suppressing(-1)));
    assertTrue(found.containsAll(Set.of("DMZ-001", "SUP-001")), found.toString());
    shell.run("validate", suppressing(-1), "--rule", "SUP-001").expect(1);
    shell.run("validate", suppressing(0), "--rule", "SUP-001").expect(0);
  }

  /// A server with a public address whose callers nobody knows.
  private static Checked undecided() {
    ResourceGraph.Builder graph = new ResourceGraph.Builder();
    add(graph, "aws_vpc.main", Block.builder().set("cidr_block", "10.0.0.0/16"));
    add(graph, "aws_internet_gateway.main", Block.builder().set("vpc_id", ref("aws_vpc.main.id")));
    add(
        graph,
        "aws_subnet.open",
        Block.builder()
            .set("vpc_id", ref("aws_vpc.main.id"))
            .set("cidr_block", "10.0.0.0/24")
            .set("availability_zone", "ap-northeast-2a"));
    add(
        graph,
        "aws_route_table.open",
        Block.builder()
            .set("vpc_id", ref("aws_vpc.main.id"))
            .block(
                "route",
                Block.builder()
                    .set("cidr_block", "0.0.0.0/0")
                    .set("gateway_id", ref("aws_internet_gateway.main.id"))));
    add(
        graph,
        "aws_route_table_association.open",
        Block.builder()
            .set("subnet_id", ref("aws_subnet.open.id"))
            .set("route_table_id", ref("aws_route_table.open.id")));
    add(
        graph,
        "aws_security_group.app",
        Block.builder()
            .set("vpc_id", ref("aws_vpc.main.id"))
            .block(
                "ingress",
                Block.builder()
                    .set("protocol", "tcp")
                    .set("from_port", 8080)
                    .set("to_port", 8080)
                    .set(
                        "cidr_blocks",
                        new Value.Unknown(Reason.of("unknown.no-default", "var.callers")))));
    add(
        graph,
        "aws_instance.app",
        Block.builder()
            .set("subnet_id", ref("aws_subnet.open.id"))
            .set("vpc_security_group_ids", Value.items(ref("aws_security_group.app.id")))
            .set("associate_public_ip_address", true));
    Policy policy = new RuleChoice(Set.of("DMZ-001"), Set.of()).on(Policy.DEFAULT);
    Analysis analysis = Analysis.of(graph.build(), policy, () -> false);
    return new Checked("main.tf", Review.of(analysis, Shell.TODAY), Optional.empty());
  }

  private static void add(ResourceGraph.Builder graph, String address, Block.Builder body) {
    String[] parts = address.split("\\.");
    graph.add(
        new Resource(
            new Address(parts[0], parts[1]), body.build(), new Origin.Source("main.tf", 1)));
  }

  private static Value ref(String path) {
    String[] parts = path.split("\\.");
    return new Address(parts[0], parts[1]).dot(parts[2]);
  }

  @Test
  void whatCannotBeToldIsAPassInNoFormat() throws Exception {
    Checked checked = undecided();
    assertTrue(checked.hangsOnUnknowns());
    assertFalse(checked.fails(Threshold.LOW));
    assertEquals(ExitCode.UNKNOWN, ValidateCommand.verdict(checked, Threshold.MEDIUM, true));
    assertEquals(ExitCode.CLEAN, ValidateCommand.verdict(checked, Threshold.MEDIUM, false));
    String sarif = SarifReport.of(List.of(checked), "1", ENGLISH);
    SarifTest.assertValid(sarif);
    JsonNode result = new JsonMapper().readTree(sarif).at("/runs/0/results/0");
    assertEquals("open", result.at("/kind").asString());
    assertEquals("none", result.at("/level").asString());
    Element testCase = cases(JUnitReport.of(List.of(checked), Threshold.LOW, ENGLISH)).getFirst();
    assertEquals(0, testCase.getElementsByTagName("failure").getLength());
    assertTrue(testCase.getTextContent().contains("var.callers has no default"));
  }

  private static List<Element> cases(String xml) throws Exception {
    org.w3c.dom.Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    NodeList found = document.getElementsByTagName("testcase");
    List<Element> cases = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      cases.add((Element) found.item(i));
    }
    return cases;
  }

  @Test
  void junitHasATestCaseForEachRuleThatRanAndFailsWhereTheCommandWould() throws Exception {
    String xml =
        shell.run("validate", PLANTED, "--format", "junit", "--fail-on", "low").expect(1).out();
    List<Element> cases = cases(xml);
    Set<String> failing = new TreeSet<>();
    for (Element one : cases) {
      if (one.getElementsByTagName("failure").getLength() > 0) {
        failing.add(one.getAttribute("name").split(" ")[0]);
      }
    }
    assertEquals(rules(shell.json(PLANTED)), failing);
    List<Element> two =
        cases(
            shell
                .run("validate", PLANTED, "--format", "junit", "--rule", "DMZ-001,ADDR-009")
                .out());
    assertEquals(2, two.size());
    List<Element> none =
        cases(shell.run("validate", PLANTED, "--format=junit", "--fail-on=none").expect(0).out());
    assertTrue(none.stream().allMatch(one -> one.getElementsByTagName("failure").getLength() == 0));
    assertEquals(
        failing.size(),
        none.stream()
            .filter(one -> one.getElementsByTagName("system-out").getLength() == 1)
            .count());
  }

  @Test
  void junitCallsWhatIsSuppressedSkippedAndEscapesWhatXmlCannotHold() throws Exception {
    Path file = suppressing(3);
    Files.writeString(
        file,
        Files.readString(file).replace("\"WAS\"", "\"<WAS> & \\u0001\\ufffe\\uD83D\\uDE00]]>\""));
    List<Element> cases =
        cases(
            shell
                .run("validate", file, "--format", "junit", "--rule", "DMZ-001,DMZ-008")
                .expect(1)
                .out());
    Element skipped = (Element) cases.getFirst().getElementsByTagName("skipped").item(0);
    assertEquals("until May\uFFFD (2026-04-03)", skipped.getAttribute("message"));
    assertTrue(
        cases.get(1).getTextContent().contains("<WAS> & \uFFFD\uFFFD\uD83D\uDE00]]> is open"),
        cases.get(1).getTextContent());
  }
}
