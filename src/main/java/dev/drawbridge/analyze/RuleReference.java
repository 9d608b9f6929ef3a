package dev.drawbridge.analyze;

import dev.drawbridge.analyze.rules.Rule;
import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import java.util.Locale;

/// The reference of all rules, made from the rules and their texts.
public final class RuleReference {
  private RuleReference() {}

  /// The reference as Markdown, in English with the Korean titles beside.
  public static String markdown() {
    Messages english = Messages.in(Language.ENGLISH);
    Messages korean = Messages.in(Language.KOREAN);
    StringBuilder out = new StringBuilder();
    out.append(
        """
        # Rules

        <!-- Generated: mvn test -Dtest=RuleReferenceTest -Ddrawbridge.regenerate=true -->

        Each rule has an id that never changes. `drawbridge explain <id>` prints its text, with
        `--lang ko` in Korean. *Broken* means that AWS refuses the design or that it does not
        work; it ranks with *high*.

        | id | severity | rule | 규칙 |
        |---|---|---|---|
        """);
    for (Rule rule : Rules.all()) {
      String key = "rule." + rule.id() + ".title";
      out.append("| [").append(rule.id()).append("](#").append(anchor(rule)).append(") | ");
      out.append(english.text("severity." + rule.severity().key() + ".name")).append(" | ");
      out.append(english.text(key)).append(" | ").append(korean.text(key)).append(" |\n");
    }
    for (Rule rule : Rules.all()) {
      out.append("\n<a id=\"").append(anchor(rule)).append("\"></a>\n\n");
      out.append(RuleText.of(rule, Language.ENGLISH).markdown(2));
    }
    return out.toString();
  }

  private static String anchor(Rule rule) {
    return rule.id().toLowerCase(Locale.ROOT);
  }
}
