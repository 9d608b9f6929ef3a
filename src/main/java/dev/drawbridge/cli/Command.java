package dev.drawbridge.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// A command of the command line. Its texts are messages: `cli.<name>.help` is the line in the list of
/// commands.
interface Command {
  /// As it is typed.
  String name();

  /// Adds its options and parameters.
  void declare(CommandSpec spec, Options options);

  /// Carries it out.
  ///
  /// @return one of [ExitCode]
  /// @throws UsageException where options do not fit together
  int run(ParseResult options, Console console);
}
