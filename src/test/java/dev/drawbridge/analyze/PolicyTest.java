package dev.drawbridge.analyze;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Verdict;
import dev.drawbridge.analyze.policy.Policy;
import dev.drawbridge.analyze.policy.Suppression;
import dev.drawbridge.analyze.policy.Switches;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.catalog.Zone;
import dev.drawbridge.edit.ChangeSettings;
import dev.drawbridge.edit.Edits;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Fields;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Value;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyTest {
  private static final Document PLANTED = Template.THREE_TIER_PLANTED.design(Language.ENGLISH);
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 31);
  private static final Suppression WAS =
      new Suppression("DMZ-001", "was-app", "moves next month", TODAY);

  private static final Policy RICH =
      Policy.DEFAULT
          .withZones(
              Policy.DEFAULT
                  .zones()
                  .with(Zone.IDC, Zone.DATA, true)
                  .with(Zone.APP, Zone.IDC, false))
          .withSwitches(Switches.of(List.of("SUP-001"), List.of("RDS-007", "ADDR-009")))
          .with(WAS)
          .with(new Suppression("RDS-003", "aws_db_instance.main", "사유", TODAY.plusYears(1)));

  /// With every rule known.
  private static Outcome<Policy> read(Datum datum) {
    return dev.drawbridge.analyze.policy.PolicyReader.read(datum, "p.json", "", _ -> true);
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    assertEquals(Outcome.ok(RICH), read(Datum.of(RICH.fields())));
    assertEquals(Outcome.ok(Policy.DEFAULT), read(Datum.of(Policy.DEFAULT.fields())));
    assertTrue(Policy.DEFAULT.fields().isEmpty(), "the default says nothing");
  }

  @ParameterizedTest
  @EnumSource(Zone.class)
  void aZoneMayTalkToItselfAndAnythingCanBeChanged(Zone from) {
    for (Zone to : Zone.values()) {
      assertTrue(Policy.DEFAULT.zones().with(from, to, true).allows(from, to));
      assertEquals(from == to, Policy.DEFAULT.zones().with(from, to, false).allows(from, to));
    }
  }

  @Test
  void byDefaultTheWayInIsOneStepAtATime() {
    assertTrue(Policy.DEFAULT.zones().allows(Zone.INTERNET, Zone.DMZ));
    assertTrue(Policy.DEFAULT.zones().allows(Zone.DMZ, Zone.APP));
    assertTrue(Policy.DEFAULT.zones().allows(Zone.APP, Zone.DATA));
    assertFalse(Policy.DEFAULT.zones().allows(Zone.INTERNET, Zone.APP));
    assertFalse(Policy.DEFAULT.zones().allows(Zone.DMZ, Zone.DATA));
    assertEquals(List.of(), List.copyOf(Policy.DEFAULT.zones().row(Zone.DATA)));
  }

  @Test
  void aDesignCarriesItsPolicyAndTheEditCanBeTakenBack() {
    Edits.Result changed = Edits.apply(PLANTED, new ChangeSettings(RICH.into(PLANTED.settings())));
    assertEquals(RICH, Analysis.of(changed.document()).policy());
    assertEquals(PLANTED, changed.document().apply(changed.diff().inverted()));
    assertEquals(
        PLANTED.settings(), Policy.DEFAULT.into(changed.document().settings()), "nothing is left");
  }

  @ParameterizedTest
  @MethodSource("broken")
  void aFlawIsToldByItsPointer(Datum datum, String told) {
    Outcome<Policy> outcome = Policies.read(datum, "p.json");
    List<String> texts =
        outcome.issues().stream().map(issue -> issue.text(Messages.in(Language.ENGLISH))).toList();
    assertEquals(List.of("p.json" + told), texts);
    assertTrue(outcome instanceof Outcome.Failed);
    outcome.issues().forEach(PolicyTest::isToldInKoreanToo);
  }

  private static void isToldInKoreanToo(Issue issue) {
    assertFalse(
        issue.text(Messages.in(Language.KOREAN)).equals(issue.text(Messages.in(Language.ENGLISH))));
  }

  static Stream<Arguments> broken() {
    Fields good =
        Fields.NONE
            .with("rule", Datum.of("DMZ-001"))
            .with("element", Datum.of("was-app"))
            .with("reason", Datum.of("later"))
            .with("expires", Datum.of("2026-12-31"));
    return Stream.of(
        Arguments.of(Datum.of("x"), ": An object was expected here."),
        Arguments.of(new Datum.Nothing(), ": An object was expected here."),
        Arguments.of(
            record("supressions", items()),
            "#/supressions: A policy has no \"supressions\" here. Expected: zones, rules,"
                + " suppressions."),
        Arguments.of(
            record("a/b~c", items()),
            "#/a~1b~0c: A policy has no \"a/b~c\" here. Expected: zones, rules, suppressions."),
        Arguments.of(record("zones", items()), "#/zones: An object was expected here."),
        Arguments.of(
            record("zones", record("mars", items())),
            "#/zones/mars: A policy has no \"mars\" here. Expected: internet, dmz, app, data,"
                + " management, idc."),
        Arguments.of(
            record("zones", record("app", items(Datum.of("data"), Datum.of("mars")))),
            "#/zones/app/1: There is no zone \"mars\". Zones are: internet, dmz, app, data,"
                + " management, idc."),
        Arguments.of(
            record("zones", record("app", Datum.of("data"))),
            "#/zones/app: A list was expected here."),
        Arguments.of(
            record("rules", record("off", items(Datum.of("DMZ-999")))),
            "#/rules/off/0: There is no rule \"DMZ-999\"."),
        Arguments.of(
            record("rules", record("on", items(Datum.of(7)))),
            "#/rules/on/0: A text that is not blank was expected here."),
        Arguments.of(
            Datum.of(
                Fields.NONE.with(
                    "rules",
                    Datum.of(
                        Fields.NONE
                            .with("on", items(Datum.of("DMZ-001")))
                            .with("off", items(Datum.of("DMZ-001")))))),
            "#/rules/off: Rule DMZ-001 is both on and off."),
        Arguments.of(
            suppressed(good.without("reason")), "#/suppressions/0: \"reason\" is missing."),
        Arguments.of(
            suppressed(good.without("expires")), "#/suppressions/0: \"expires\" is missing."),
        Arguments.of(
            suppressed(good.with("reason", Datum.of(" \t"))),
            "#/suppressions/0/reason: A text that is not blank was expected here."),
        Arguments.of(
            suppressed(good.with("reason", Datum.of("x".repeat(1001)))),
            "#/suppressions/0/reason: This text is longer than 1000 characters."),
        Arguments.of(
            suppressed(good.with("expires", Datum.of("2026-02-30"))),
            "#/suppressions/0/expires: A day such as 2030-12-31 was expected, not \"2026-02-30\"."),
        Arguments.of(
            suppressed(good.with("expires", Datum.of("31.12.2026"))),
            "#/suppressions/0/expires: A day such as 2030-12-31 was expected, not \"31.12.2026\"."),
        Arguments.of(
            suppressed(good.with("rule", Datum.of("dmz-001"))),
            "#/suppressions/0/rule: There is no rule \"dmz-001\"."),
        Arguments.of(
            suppressed(good.with("forever", Datum.of(true))),
            "#/suppressions/0/forever: A policy has no \"forever\" here. Expected: rule, element,"
                + " reason, expires."),
        Arguments.of(
            suppressed(good, good.with("reason", Datum.of("again"))),
            "#/suppressions/1: Rule DMZ-001 is suppressed twice at \"was-app\"."));
  }

  private static Datum suppressed(Fields... suppressions) {
    return record(
        "suppressions", items(Stream.of(suppressions).map(Datum::of).toArray(Datum[]::new)));
  }

  private static Datum items(Datum... values) {
    return new Datum.Items(List.of(values));
  }

  private static Datum record(String name, Datum value) {
    return Datum.of(Fields.NONE.with(name, value));
  }

  @Test
  void everyFlawIsToldNotOnlyTheFirst() {
    Datum datum =
        Datum.of(
            Fields.NONE
                .with("zones", items())
                .with("rules", record("off", items(Datum.of("DMZ-998"), Datum.of("DMZ-999")))));
    assertEquals(3, Policies.read(datum, "p.json").issues().size());
  }

  @Test
  void aDesignWithABrokenPolicyIsHeldToTheDefaultAndSaysSo() {
    Document broken =
        Edits.apply(
                PLANTED,
                new ChangeSettings(
                    PLANTED.settings().withProperty(Policy.SETTING, record("zones", items()))))
            .document();
    Analysis analysis = Analysis.of(broken);
    assertEquals(Policy.DEFAULT, analysis.policy());
    assertEquals(
        "#/settings/policy/zones: An object was expected here.",
        analysis.issues().getFirst().text(Messages.in(Language.ENGLISH)));
    assertEquals(fingerprints(Analysis.of(PLANTED)), fingerprints(analysis));
  }

  private static List<String> fingerprints(Analysis analysis) {
    return analysis.findings().stream().map(Finding::fingerprint).toList();
  }

  @Test
  void aRuleThatIsSwitchedOffSaysNothingButTheWayInStaysAFact() {
    List<String> all = Rules.all().stream().map(Rule::id).toList();
    Policy lenient = Policy.DEFAULT.withSwitches(Switches.of(List.of(), all));
    Analysis analysis = Analysis.of(PLANTED, lenient, () -> false);
    assertEquals(List.of(), analysis.findings());
    assertEquals(2, analysis.waysIn());
    assertEquals(Verdict.REFUTED, analysis.dmzHolds());
  }

  @Test
  void aSuppressedFindingIsSetAsideAndTheWayInStaysAFact() {
    Analysis analysis = Analysis.of(PLANTED, Policy.DEFAULT.with(WAS), () -> false);
    Review review = Review.of(analysis, TODAY);
    assertEquals(
        List.of("DMZ-001 was-app"),
        review.suppressed().stream()
            .map(one -> one.finding().rule() + " " + one.finding().subjects().getFirst())
            .toList());
    assertEquals(WAS, review.suppressed().getFirst().suppression().orElseThrow());
    assertTrue(review.open().stream().noneMatch(finding -> finding.rule().equals("DMZ-001")));
    assertEquals(analysis.findings().size(), review.all().size());
    assertEquals(2, analysis.waysIn());
  }

  @Test
  void theDayAfterItsLastASuppressionIsAFindingBesideItsOwn() {
    Analysis analysis = Analysis.of(PLANTED, Policy.DEFAULT.with(WAS), () -> false);
    Review review = Review.of(analysis, TODAY.plusDays(1));
    assertEquals(List.of(), review.suppressed());
    List<String> rules = review.open().stream().map(Finding::rule).toList();
    assertTrue(rules.containsAll(List.of("DMZ-001", "SUP-001")), rules.toString());
    assertFalse(rules.contains("SUP-002"), rules.toString());
  }

  @Test
  void theSuppressionOfARuleThatDidNotRunIsNotCalledUnused() {
    Suppression unused = new Suppression("DMZ-003", "igw-main", "gone", TODAY);
    Policy policy = Policy.DEFAULT.with(unused);
    assertEquals(1, unused(policy));
    assertEquals(0, unused(policy.withSwitches(policy.switches().off("DMZ-003"))));
  }

  private static long unused(Policy policy) {
    return Review.of(Analysis.of(PLANTED, policy, () -> false), TODAY).open().stream()
        .filter(finding -> finding.rule().equals("SUP-002"))
        .count();
  }

  @Test
  void aSharedPolicyLeavesADesignOnlyItsSuppressions() {
    Suppression shared = new Suppression("DMZ-001", "was-app", "agreed by all", TODAY);
    Policy both = Policy.DEFAULT.with(shared).over(RICH);
    assertEquals(Policy.DEFAULT.zones(), both.zones());
    assertEquals(Switches.NONE, both.switches());
    assertEquals(2, both.suppressions().size());
    assertTrue(both.suppressions().contains(shared), both.toString());
  }

  /// A server of the App zone with a public address that may call some addresses over TLS.
  private static Terraform callingOut(String cidr) {
    return calling(cidr, true);
  }

  private static Terraform calling(String cidr, boolean publicIp) {
    return Terraform.publicSubnet()
        .add(
            "aws_security_group.app",
            b ->
                b.set("vpc_id", Terraform.ref("aws_vpc.main.id"))
                    .block("egress", Terraform.tcp(443, 443, cidr)))
        .server("app", "open", "aws_security_group.app", publicIp);
  }

  private static List<String> forbidden(Terraform terraform, Policy policy) {
    return Analysis.of(terraform.graph(), policy, () -> false).findings().stream()
        .filter(finding -> finding.rule().equals("DMZ-028"))
        .map(finding -> finding.text(Messages.in(Language.ENGLISH)))
        .toList();
  }

  @Test
  void theWayOutToTheInternetIsJudgedByRoutesGroupsAndLists() {
    Policy inside =
        Policy.DEFAULT.withZones(Policy.DEFAULT.zones().with(Zone.APP, Zone.INTERNET, false));
    assertEquals(
        List.of(
            "App reaches the internet: aws_instance.app has a way out of aws_subnet.open, and its"
                + " security groups let tcp 443 out, which the zone policy does not allow."),
        forbidden(callingOut("0.0.0.0/0"), inside));
    assertEquals(List.of(), forbidden(callingOut("0.0.0.0/0"), Policy.DEFAULT));
    assertEquals(List.of(), forbidden(callingOut("10.0.0.0/8"), inside), "no group lets it");
    assertEquals(List.of(), forbidden(calling("0.0.0.0/0", false), inside), "no public address");
    Terraform closed =
        callingOut("0.0.0.0/0")
            .add(
                "aws_network_acl.closed",
                b ->
                    b.set("vpc_id", Terraform.ref("aws_vpc.main.id"))
                        .set("subnet_ids", Value.items(Terraform.ref("aws_subnet.open.id")))
                        .block("egress", listed("10.0.0.0/8")));
    assertEquals(List.of(), forbidden(closed, inside), "the network ACL keeps it back");
  }

  private static Block.Builder listed(String cidr) {
    return Block.builder()
        .set("rule_no", 100)
        .set("action", "allow")
        .set("protocol", "-1")
        .set("from_port", 0)
        .set("to_port", 0)
        .set("cidr_block", cidr);
  }
}
