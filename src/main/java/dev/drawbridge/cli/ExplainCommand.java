package dev.drawbridge.cli;

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
    return ExitCode.CLEAN;
  }
}
