package dev.drawbridge.analyze;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RuleTextTest {
  private static final List<String> ENGLISH =
      List.of("What is checked", "Why it matters", "How to fix it", "Example");
  private static final List<String> KOREAN = List.of("무엇을 검사하나", "왜 중요한가", "고치는 방법", "예");

  static Stream<Rule> rules() {
    return Rules.all().stream();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void tellsWhatWhyHowAndAnExampleInBothLanguages(Rule rule) {
    for (Language language : Language.values()) {
      RuleText text = RuleText.of(rule, language);
      assertEquals(
          language == Language.ENGLISH ? ENGLISH : KOREAN,
          text.sections().stream().map(RuleText.Section::heading).toList());
      for (RuleText.Section section : text.sections()) {
        assertTrue(section.body().length() >= 20, section.heading() + ": " + section.body());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void isHeadedByIdAndTitle(Rule rule) {
    for (Language language : Language.values()) {
      assertEquals(
          rule.id() + " " + Messages.in(language).text("rule." + rule.id() + ".title"),
          RuleText.of(rule, language).title());
    }
  }

  @ParameterizedTest
  @MethodSource("rules")
  void isKoreanWhereItSaysSo(Rule rule) {
    RuleText korean = RuleText.of(rule, Language.KOREAN);
    for (RuleText.Section section : korean.sections().subList(0, 3)) {
      long hangul = section.body().chars().filter(c -> c >= 0xAC00 && c <= 0xD7A3).count();
      assertTrue(hangul >= 10, section.toString());
    }
    assertNotEquals(RuleText.of(rule, Language.ENGLISH), korean);
  }

  @Test
  void aTextIsTakenApartAtItsHeadings() {
    RuleText text = RuleText.parse("# A title\n\n## One\n\nFirst.\n\nSecond.\n## Two\nThird.\n");
    assertEquals("A title", text.title());
    assertEquals(
        List.of(
            new RuleText.Section("One", "First.\n\nSecond."),
            new RuleText.Section("Two", "Third.")),
        text.sections());
    assertEquals(
        "# A title\n\n## One\n\nFirst.\n\nSecond.\n\n## Two\n\nThird.\n", text.markdown(1));
  }
}
