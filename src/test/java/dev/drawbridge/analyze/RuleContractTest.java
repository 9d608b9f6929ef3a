package dev.drawbridge.analyze;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.analyze.finding.Fix;
import dev.drawbridge.analyze.finding.Severity;
import dev.drawbridge.analyze.finding.Verdict;
import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import dev.drawbridge.edit.Edits;
import dev.drawbridge.edit.Invariants;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds of every rule.
class RuleContractTest {
  static Stream<Rule> rules() {
    return Rules.all().stream();
  }

  static Stream<Example> examples() {
    return Stream.of(
            DmzExamples.ALL, //
            OtherExamples.ALL,
            ServiceExamples.ALL,
            TopologyExamples.ALL,
            ArrowExamples.ALL,
            WrittenFilterExamples.ALL,
            WrittenListExamples.ALL,
            RoomExamples.ALL,
            ListenerExamples.ALL,
            BorderExamples.ALL,
            WrittenDmzExamples.ALL,
            DataExamples.ALL,
            DeploymentExamples.ALL,
            OperationExamples.ALL,
            PolicyExamples.ALL,
            DataCentreExamples.ALL,
            WrittenBalancerExamples.ALL,
            ClassicExamples.ALL,
            BastionExamples.ALL,
            WrittenListenerExamples.ALL,
            WrittenScalingExamples.ALL,
            WrittenDatabaseExamples.ALL,
            WrittenKindExamples.ALL)
        .flatMap(List::stream);
  }

  static Stream<Example> violations() {
    return examples().filter(Example::violates);
  }

  @Test
  void everyRuleClassIsInTheList() throws Exception {
    Set<Class<?>> listed = new HashSet<>();
    Rules.all().forEach(rule -> listed.add(rule.getClass()));
    assertEquals(new HashSet<>(ruleClasses()), listed);
  }

  private static List<Class<?>> ruleClasses() throws Exception {
    URI classes = Rules.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    Path root = Path.of(classes);
    List<Class<?>> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(root.resolve("dev/drawbridge/analyze"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
        String name =
            root.relativize(file).toString().replace(file.getFileSystem().getSeparator(), ".");
        Class<?> type = Class.forName(name.substring(0, name.length() - ".class".length()));
        if (Rule.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers())) {
          found.add(type);
        }
      }
    }
    return found;
  }

  @ParameterizedTest
  @MethodSource("rules")
  void hasAnIdOfItsOwn(Rule rule) {
    assertTrue(rule.id().matches("[A-Z]{2,4}-[0-9]{3}"), rule.id());
    assertEquals(1, Rules.all().stream().filter(other -> other.id().equals(rule.id())).count());
    assertEquals(rule, Rules.find(rule.id()).orElseThrow());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void hasExamplesThatViolateAndThatPass(Rule rule) {
    List<Example> own = examples().filter(e -> e.rule().equals(rule.id())).toList();
    assertTrue(own.stream().anyMatch(Example::violates), "nothing violates " + rule.id());
    assertTrue(own.stream().anyMatch(e -> !e.violates()), "nothing passes " + rule.id());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void findsWhatIsWrongWhereItIs(Example example) {
    List<Finding> findings = example.findings();
    assertEquals(
        example.at(),
        findings.stream().map(example::place).collect(Collectors.toCollection(TreeSet::new)));
    for (Finding finding : findings) {
      assertEquals(example.verdict(), finding.verdict(), finding.toString());
      assertEquals(
          finding.elements().stream().distinct().toList(), finding.elements(), "each once");
    }
  }

  @ParameterizedTest
  @MethodSource("violations")
  void saysInBothLanguagesWhatIsWrong(Example example) {
    for (Finding finding : example.findings()) {
      Set<String> texts = new HashSet<>();
      for (Language language : Language.values()) {
        Messages messages = Messages.in(language);
        String text = finding.text(messages);
        assertFalse(text.matches(".*\\{[0-9].*"), text);
        texts.add(text);
        finding.blockers().forEach(cause -> assertFalse(cause.text(messages).isBlank()));
        finding.path().forEach(hop -> assertFalse(hop.text(messages).isBlank()));
        finding.path().stream()
            .flatMap(hop -> hop.admitted().stream())
            .forEach(cause -> assertFalse(cause.text(messages).isBlank()));
      }
      assertEquals(Language.values().length, texts.size(), "the same text in two languages");
    }
  }

  @ParameterizedTest
  @MethodSource("violations")
  void pointsOnlyAtWhatIsDrawn(Example example) {
    for (Finding finding : example.findings()) {
      for (ElementId id : finding.touched()) {
        assertTrue(example.document().find(id).isPresent(), id + " is not in the design");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("violations")
  void offersNoEditWhereNothingIsDrawn(Example example) {
    for (Finding finding : example.findings()) {
      assertTrue(example.isDrawn() || finding.fixes().isEmpty(), finding.toString());
    }
  }

  @ParameterizedTest
  @MethodSource("violations")
  void aFixTakesTheFindingAwayAndAddsNoneAsBad(Example example) {
    Document document = example.document();
    Set<String> before = fingerprints(example.all(), Severity.LOW);
    for (Finding finding : example.findings()) {
      for (Fix fix : finding.fixes()) {
        Edits.Result result = Edits.apply(document, fix.edit());
        List<Finding> after = example.all(result.document());
        assertFalse(
            fingerprints(after, Severity.LOW).contains(finding.fingerprint()),
            "still there after " + fix.text(Messages.in(Language.ENGLISH)));
        Set<String> added = fingerprints(after, finding.severity());
        added.removeAll(before);
        assertEquals(Set.of(), added, "came by " + fix.text(Messages.in(Language.ENGLISH)));
        assertEquals(List.of(), Invariants.violations(result.document()));
        assertEquals(document, result.document().apply(result.diff().inverted()));
      }
    }
  }

  /// Of this severity at least.
  private static Set<String> fingerprints(List<Finding> findings, Severity least) {
    return findings.stream()
        .filter(finding -> finding.severity().isAtLeast(least))
        .map(Finding::fingerprint)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @ParameterizedTest
  @MethodSource("violations")
  void noTwoFindingsShareAFingerprint(Example example) {
    List<Finding> findings = example.all();
    assertEquals(findings.size(), findings.stream().map(Finding::fingerprint).distinct().count());
  }

  @ParameterizedTest
  @MethodSource("rules")
  void hasNothingToSayOfNothing(Rule rule) {
    assertEquals(
        List.of(),
        Analysis.of(Document.EMPTY).findings().stream()
            .filter(finding -> finding.rule().equals(rule.id()))
            .toList());
  }

  @Test
  void theRulesThatMustOfferAFixDo() {
    for (String id : List.of("DMZ-001", "DMZ-002", "DMZ-005")) {
      violations()
          .filter(example -> example.rule().equals(id))
          .filter(Example::isDrawn)
          .flatMap(example -> example.findings().stream())
          .forEach(finding -> assertFalse(finding.fixes().isEmpty(), finding.toString()));
    }
  }

  @Test
  void theGoodSampleHasNothingOfMediumOrAbove() {
    for (Language language : Language.values()) {
      Analysis analysis = Analysis.of(Template.THREE_TIER.design(language));
      assertEquals(
          List.of(),
          analysis.findings().stream()
              .filter(finding -> finding.severity().isAtLeast(Severity.MEDIUM))
              .map(finding -> finding.text(Messages.in(Language.ENGLISH)))
              .toList());
      assertEquals(Verdict.PROVEN, analysis.dmzHolds());
    }
  }
}
