package dev.drawbridge.cli;

import dev.drawbridge.analyze.RuleText;
import dev.drawbridge.analyze.Rules;
import dev.drawbridge.analyze.rules.Rule;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `explain`: prints what a rule checks, why it matters and how to mend it; without a rule, all of them.
final class ExplainCommand implements Command {
  @Override
  public String name() {
    return "explain";
  }

  @Override
  public void declare(CommandSpec spec, Options options) {
    options.one(spec, "RULE", false);
  }

  @Override
  public int run(ParseResult options, Console console) {
    Optional<String> asked = Options.one(options);
    if (asked.isEmpty()) {
      Rules.all().forEach(rule -> console.line(title(rule, console)));
      return ExitCode.CLEAN;
    }
    Optional<Rule> rule = Rules.find(asked.get().toUpperCase(Locale.ROOT));
    if (rule.isEmpty()) {
      throw new UsageException(console.text("cli.usage.no_rule", asked.get()));
    }
    console.line(title(rule.get(), console));
    for (RuleText.Section section : RuleText.of(rule.get(), console.language()).sections()) {
      console.line("");
      console.line(section.heading());
      section
          .body()
          .lines()
          .filter(line -> !line.startsWith("```"))
          .forEach(line -> console.line(line.isEmpty() ? "" : "  " + line));
    }
    return ExitCode.CLEAN;
  }

  private static String title(Rule rule, Console console) {
    return rule.id()
        + "  "
        + console.text("severity." + rule.severity().key() + ".name")
        + "  "
        + console.text("rule." + rule.id() + ".title");
  }
}
