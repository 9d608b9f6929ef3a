package dev.drawbridge.cli;

import dev.drawbridge.analyze.RuleText;
import dev.drawbridge.analyze.Rules;
import dev.drawbridge.analyze.rules.Rule;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `explain`: prints what rules check, why it matters and how to mend it; without a rule, the list of
/// all.
final class ExplainCommand implements Command {
  @Override
  public String name() {
    return "explain";
  }

  @Override
  public void declare(CommandSpec spec, Options options) {
    options.several(spec, "RULE");
  }

  @Override
  public int run(ParseResult options, Console console) {
    // All are looked up before the first is printed: a mistyped one must not hide in a long text.
    List<Rule> asked =
        Options.files(options).stream().map(id -> RuleChoice.rule(id, console)).toList();
    if (asked.isEmpty()) {
      Rules.all().forEach(rule -> console.line(title(rule, console)));
    }
    for (int i = 0; i < asked.size(); i++) {
      Rule rule = asked.get(i);
      if (i > 0) {
        console.line("");
      }
      console.line(title(rule, console));
      RuleText.of(rule, console.language()).plain().lines().skip(1).forEach(console::line);
    }
    return ExitCode.CLEAN;
  }

  private static String title(Rule rule, Console console) {
    String title =
        rule.id()
            + "  "
            + console.text("severity." + rule.severity().key() + ".name")
            + "  "
            + console.text("rule." + rule.id() + ".title");
    return rule.isOptional() ? title + " [" + console.text("cli.explain.optional") + "]" : title;
  }
}
