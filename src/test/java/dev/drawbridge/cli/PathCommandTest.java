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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PathCommandTest {
  private static final Path GOOD = Path.of("assets", "samples", "three-tier.drawbridge");
  private static final Path PLANTED = Path.of("assets", "samples", "three-tier-planted.drawbridge");

  @TempDir Path folder;

  private final Shell shell = new Shell();

  @Test
  void theWayIsToldHopByHopWithWhatAdmitsEach() {
    String out = shell.run("path", PLANTED, "--from", "internet", "--to", "WAS").expect(0).out();
    List<String> lines = out.lines().toList();
    assertEquals("Internet → WAS (was-app), tcp: passes", lines.getFirst());
    assertEquals(
        List.of("  Internet", "  Internet gateway", "  WAS:8080"),
        lines.stream().filter(line -> line.matches(" {2}\\S.*")).limit(3).toList());
    assertTrue(out.contains("    · the security group of WAS admits tcp 8080 from 0.0.0.0/0"), out);
  }

  @Test
  void whatIsBlockedIsToldWithEveryBlocker() {
    String out =
        shell
            .run("path", GOOD, "--from", "internet", "--to", "database", "--port", "5432")
            .expect(1)
            .out();
    assertTrue(out.startsWith("Internet → database (rds-main), tcp 5432: blocked\n"), out);
    assertTrue(out.contains("  Blocked by: database has no public address\n"), out);
    assertTrue(
        out.contains("  Blocked by: no security group of database admits tcp 5432 from Internet\n"),
        out);
  }

  @ParameterizedTest
  @CsvSource({
    "internet, web, 80, tcp, 0",
    "internet-users, web-nginx, 80, tcp, 0",
    "Internet, public ALB, 443, tcp, 0",
    "INTERNET, PUBLIC ALB, 443, udp, 1",
    "internet, web, 22, tcp, 1",
    "web, was, 8080, tcp, 0",
    "WAS, database, 5432, tcp, 0",
    "WAS, database, 5433, tcp, 1",
    "database, web, 80, tcp, 1",
  })
  void endsByIdOrNameAndTheExitCodeIsTheAnswer(
      String from, String to, int port, String protocol, int exit) {
    shell
        .run("path", GOOD, "--from", from, "--to", to, "--port", port, "--protocol", protocol)
        .expect(exit);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          internet | databse | There is no element databse in this design. Is it one of these? database
          was-ap   | web     | There is no element was-ap in this design. Is it one of these? was-app
          internet | zzzzzz  | There is no element zzzzzz in this design.
          internet | vpc-main | main has no network interface, so no packet begins or ends there.
          WAS      | internet-users | Internet: paths can be asked for from the internet, not to it.
          """)
  void whatCannotBeAskedAboutIsOneLineAndExitCode2(String from, String to, String error) {
    Shell.Result result = shell.run("path", GOOD, "--from", from, "--to", to).expect(2);
    assertEquals(List.of("drawbridge: " + error), result.errors());
    assertEquals("", result.out());
  }

  @Test
  void twoElementsOfOneNameAreToldApartByTheirIds() {
    Document design = Template.THREE_TIER.design(Language.ENGLISH);
    Path file = folder.resolve("twice.drawbridge");
    DesignStore.save(
        file, Edits.apply(design, new Rename(new ElementId("web-nginx"), "WAS")).document());
    Shell.Result result = shell.run("path", file, "--from", "internet", "--to", "WAS").expect(2);
    assertEquals(1, result.errors().size());
    assertTrue(result.err().contains("web-nginx"), result.err());
    assertTrue(result.err().contains("was-app"), result.err());
    shell.run("path", file, "--from", "internet", "--to", "web-nginx").expect(0);
  }

  @Test
  void jsonSaysTheSameToPrograms() {
    JsonNode passes = json("--from", "internet", "--to", "WAS", "--port", 8080);
    assertEquals("passes", passes.at("/answer").asString());
    assertEquals("was-app", passes.at("/path/2/element").asString());
    assertTrue(passes.at("/path/2/admittedBy").size() > 1);
    assertEquals(8080, passes.at("/port").asInt());
    JsonNode blocked = json("--from", "database", "--to", "WAS", "--port", 22);
    assertEquals("blocked", blocked.at("/answer").asString());
    assertTrue(blocked.at("/blockers").size() > 0);
    assertEquals(0, blocked.at("/path").size());
  }

  private JsonNode json(Object... more) {
    List<Object> words = new ArrayList<>(List.of("path", PLANTED, "--format", "json"));
    words.addAll(List.of(more));
    return new JsonMapper().readTree(shell.run(words.toArray()).out());
  }

  @Test
  void koreanIsKoreanThroughout() {
    String out =
        shell
            .run("path", GOOD, "--from", "web", "--to", "database", "--lang", "ko")
            .expect(1)
            .out();
    assertTrue(out.startsWith("web (web-nginx) → database (rds-main), tcp: 막힘\n"), out);
    assertTrue(out.contains("막는 것: "), out);
  }
}
