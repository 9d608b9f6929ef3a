package dev.drawbridge.analyze;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Hop;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.finding.Verdict;
import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import dev.drawbridge.edit.Edits;
import dev.drawbridge.edit.Rename;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnalysisTest {
  private static final Messages ENGLISH = Messages.in(Language.ENGLISH);

  private static final Document GOOD = Template.THREE_TIER.design(Language.ENGLISH);
  private static final Document PLANTED = Template.THREE_TIER_PLANTED.design(Language.ENGLISH);

  @Test
  void thePlantedSampleIsFoundElementByElement() {
    Set<String> found =
        Analysis.of(PLANTED).findings().stream()
            .filter(finding -> finding.severity().isAtLeast(Severity.HIGH))
            .map(finding -> finding.rule() + " " + finding.element().orElseThrow())
            .collect(Collectors.toSet());
    Set<String> planted =
        Set.of(
            "DMZ-001 was-app",
            "DMZ-002 rds-main",
            "DMZ-004 rds-main",
            "DMZ-005 alb-internal",
            "DMZ-008 was-app",
            "DMZ-012 web-nginx",
            "LB-004 alb-public",
            "ADDR-003 subnet-web-c",
            "RDS-003 rds-main",
            "TOPO-009 traffic-around");
    assertTrue(found.containsAll(planted), found.toString());
  }

  @Test
  void theWorstComesFirst() {
    List<Finding> findings = Analysis.of(PLANTED).findings();
    List<Finding> sorted = new ArrayList<>(findings);
    sorted.sort(
        Comparator.comparing(Finding::severity)
            .thenComparing(finding -> finding.subjects().getFirst())
            .thenComparing(Finding::rule));
    assertEquals(sorted, findings);
    assertEquals(Optional.of(Severity.CRITICAL), Analysis.of(PLANTED).worst());
  }

  @Test
  void countsTheComponentsThatTheInternetReachesAndMustNot() {
    assertEquals(2, Analysis.of(PLANTED).waysIn(), "the WAS and the database");
    assertEquals(Verdict.REFUTED, Analysis.of(PLANTED).dmzHolds());
    assertEquals(0, Analysis.of(GOOD).waysIn());
    assertEquals(Verdict.PROVEN, Analysis.of(GOOD).dmzHolds());
  }

  @ParameterizedTest
  @EnumSource(names = {"THREE_TIER", "BLUE_GREEN", "CANARY", "CONTAINERS"})
  void thereIsNothingToObjectToInADesignToBeginWith(Template template) {
    Analysis analysis = Analysis.of(template.design(Language.KOREAN));
    assertEquals(List.of(), analysis.findings());
    assertEquals(Verdict.PROVEN, analysis.dmzHolds());
  }

  @Test
  void theSameDesignGivesTheSameFindings() {
    assertEquals(
        Analysis.of(PLANTED).findings().toString(), Analysis.of(PLANTED).findings().toString());
  }

  @Test
  void aRenameLeavesFingerprintsAlone() {
    Document renamed =
        Edits.apply(PLANTED, new Rename(new ElementId("was-app"), "renamed")).document();
    assertEquals(fingerprints(PLANTED), fingerprints(renamed));
    assertTrue(
        Analysis.of(renamed).findings().stream()
            .anyMatch(finding -> finding.text(ENGLISH).startsWith("renamed can be reached")));
  }

  private static List<String> fingerprints(Document document) {
    return Analysis.of(document).findings().stream().map(Finding::fingerprint).sorted().toList();
  }

  @Test
  void stopsSoonWhenNobodyWaits() {
    assertThrows(CancellationException.class, () -> Analysis.of(PLANTED, () -> true));
    AtomicInteger asked = new AtomicInteger();
    assertThrows(
        CancellationException.class,
        () -> Analysis.of(PLANTED, () -> asked.incrementAndGet() > 20));
    assertEquals(21, asked.get());
  }

  @Test
  void anEmptyDesignHasNothingWrong() {
    Analysis analysis = Analysis.of(Document.EMPTY);
    assertEquals(List.of(), analysis.findings());
    assertEquals(Optional.empty(), analysis.worst());
    assertEquals(Verdict.PROVEN, analysis.dmzHolds());
  }

  @Test
  void namesTheWayHopByHop() {
    Finding finding =
        Analysis.of(PLANTED).findings().stream()
            .filter(f -> f.rule().equals("DMZ-001"))
            .findFirst()
            .orElseThrow();
    assertEquals(
        List.of("internet-users", "igw-main", "was-app"),
        finding.path().stream().map(hop -> String.valueOf(hop.element())).toList());
    assertEquals("Internet → internet gateway → WAS:8080", named(finding));
    assertTrue(finding.text(ENGLISH).contains("on 22, 8080."), "all that is open, not one way in");
    assertTrue(
        finding.path().getLast().admitted().stream()
            .anyMatch(cause -> cause.elements().contains(new ElementId("traffic-to-was"))),
        "the arrow that opens the port");
    assertEquals("tcp 203.0.113.7 -> 198.51.100.10:8080", String.valueOf(finding.witness()));
  }

  private static String named(Finding finding) {
    return finding.pathText(ENGLISH).replace("Internet gateway", "internet gateway");
  }

  @Test
  void tellsWhatIsOpenToTheInternet() {
    TrafficPaths paths = Analysis.of(GOOD).paths();
    assertEquals(List.of("80, 443"), paths.openToInternet(new ElementId("alb-public")));
    for (String closed : List.of("web-nginx", "alb-internal", "was-app", "rds-main", "vpc-main")) {
      assertEquals(List.of(), paths.openToInternet(new ElementId(closed)), closed);
    }
  }

  @Test
  void followsRequestsThroughLoadBalancers() {
    TrafficPaths.Answer answer = ask(GOOD, "internet-users", "web-nginx", 80);
    assertEquals(Verdict.PROVEN, answer.verdict());
    List<String> elements = answer.hops().stream().map(Hop::element).map(String::valueOf).toList();
    assertEquals(List.of("internet-users", "igw-main", "alb-public", "web-nginx"), elements);
    TrafficPaths.Answer inner = ask(GOOD, "web-nginx", "was-app", 8080);
    assertEquals(
        List.of("web-nginx", "alb-internal", "was-app"),
        inner.hops().stream().map(Hop::element).map(String::valueOf).toList());
  }

  @Test
  void namesWhatBlocksWhereNothingPasses() {
    TrafficPaths.Answer answer = ask(GOOD, "internet-users", "rds-main", 5432);
    assertEquals(Verdict.REFUTED, answer.verdict());
    assertEquals(List.of(), answer.hops());
    List<String> blockers = answer.blockers().stream().map(c -> c.text(ENGLISH)).toList();
    assertTrue(blockers.contains("database has no public address"), blockers.toString());
    assertTrue(
        blockers.contains("no security group of database admits tcp 5432 from Internet"),
        blockers.toString());
    assertTrue(blockers.contains("data a has no route back to Internet"), blockers.toString());
  }

  @Test
  void thePlantedShortcutIsAPathOfItsOwn() {
    assertEquals(Verdict.PROVEN, ask(PLANTED, "web-nginx", "rds-main", 5432).verdict());
    assertEquals(Verdict.REFUTED, ask(GOOD, "web-nginx", "rds-main", 5432).verdict());
    assertEquals(Verdict.REFUTED, ask(GOOD, "was-app", "rds-main", 5433).verdict());
    assertEquals(Verdict.PROVEN, ask(GOOD, "was-app", "rds-main", 5432).verdict());
  }

  private static TrafficPaths.Answer ask(Document document, String from, String to, int port) {
    return Analysis.of(document)
        .paths()
        .path(new ElementId(from), new ElementId(to), Optional.of(port));
  }

  @Test
  void aDesignOfTenThousandElementsIsAnalysedAtAll() {
    Document large = Template.STRESS.design(new Template.Request(Language.ENGLISH, 10_000, 7));
    Analysis analysis = Analysis.of(large);
    assertFalse(analysis.graph().resources().isEmpty());
    assertEquals(Verdict.PROVEN, analysis.dmzHolds());
  }
}
