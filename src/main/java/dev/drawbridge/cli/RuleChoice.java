package dev.drawbridge.cli;

import dev.drawbridge.analyze.Rules;
import dev.drawbridge.analyze.policy.Policy;
import dev.drawbridge.analyze.policy.Switches;
import dev.drawbridge.analyze.rules.Rule;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import picocli.CommandLine.ParseResult;

/// The rules that the command line asks for, whatever the policy says.
///
/// @param only the only ones to run; empty for all that the policy runs
/// @param skipped those that are not to run
record RuleChoice(Set<String> only, Set<String> skipped) {
  /// @throws UsageException where there is no such rule, or one is both asked for and skipped
  static RuleChoice of(ParseResult options, Console console) {
    SortedSet<String> only = ids(Options.list(options, "rule"), console);
    SortedSet<String> skipped = ids(Options.list(options, "skip-rule"), console);
    Optional<String> both = only.stream().filter(skipped::contains).findFirst();
    if (both.isPresent()) {
      throw new UsageException(console.text("cli.usage.rule_and_skip", both.get()));
    }
    return new RuleChoice(only, skipped);
  }

  private static SortedSet<String> ids(List<String> asked, Console console) {
    SortedSet<String> ids = new TreeSet<>();
    asked.forEach(id -> ids.add(rule(id, console).id()));
    return ids;
  }

  /// The rule of this id, in upper or lower case.
  static Rule rule(String id, Console console) {
    return Rules.find(id.toUpperCase(Locale.ROOT))
        .orElseThrow(() -> new UsageException(console.text("cli.usage.no_rule", id)));
  }

  Policy on(Policy policy) {
    Switches switches = policy.switches();
    if (!only.isEmpty()) {
      List<String> others =
          Rules.all().stream().map(Rule::id).filter(id -> !only.contains(id)).toList();
      switches = Switches.of(only, others);
    }
    for (String id : skipped) {
      switches = switches.off(id);
    }
    return policy.withSwitches(switches);
  }
}
