package dev.drawbridge.cli;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// The command line as a whole: finds the command, explains it, carries it out.
public final class Commands {
  private static final String PROGRAM = "drawbridge";

  private final String version;
  private final Window window;
  private final List<Command> commands;

  /// @param today what counts as the present day for suppressions
  public Commands(String version, Window window, LocalDate today) {
    this.version = version;
    this.window = window;
    this.commands =
        List.of(
            new ValidateCommand(version, today),
            new PathCommand(version),
            new ExportCommand(today),
            new ImportCommand(),
            new DescribeCommand(today),
            new ExplainCommand(),
            new NewCommand(),
            new SchemaCommand(),
            new TourCommand(version, window, today));
  }

  /// Runs one command.
  ///
  /// @return the process's exit code
  public int run(List<String> arguments, Console before) {
    Console console = before;
    try {
      console = before.in(language(arguments, before));
      return parsed(arguments, console);
    } catch (UsageException e) {
      console.error(e.text());
      return ExitCode.BAD_INPUT;
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      StackTraceElement[] trace = e.getStackTrace();
      String where = trace.length == 0 ? "?" : trace[0].toString();
      console.error(console.text("cli.bug", e.toString(), where));
      return ExitCode.BUG;
    } finally {
      console.flush();
    }
  }

  private int parsed(List<String> arguments, Console console) {
    CommandLine commandLine = new CommandLine(specification(console.messages()));
    commandLine.setColorScheme(
        CommandLine.Help.defaultColorScheme(console.colours() ? Ansi.ON : Ansi.OFF));
    ParseResult result;
    try {
      result = commandLine.parseArgs(arguments.toArray(String[]::new));
    } catch (ParameterException e) {
      console.error(problem(e, console));
      console
          .err()
          .println(
              console.text("cli.usage.hint", e.getCommandLine().getCommandSpec().qualifiedName()));
      return ExitCode.BAD_INPUT;
    }
    ParseResult last = result.hasSubcommand() ? result.subcommand() : result;
    CommandLine asked = last.commandSpec().commandLine();
    if (Options.has(last, "help") || last.commandSpec().name().equals("help")) {
      (last.commandSpec().name().equals("help") ? commandLine : asked).usage(console.out());
      return ExitCode.CLEAN;
    }
    if (Options.has(last, "version")) {
      console.line(PROGRAM + " " + version);
      return ExitCode.CLEAN;
    }
    for (Command command : commands) {
      if (command.name().equals(last.commandSpec().name())) {
        return command.run(last, console);
      }
    }
    return show(Options.files(result), console);
  }

  private int show(List<String> files, Console console) {
    List<Path> paths = files.stream().map(file -> Options.path(file, console)).toList();
    if (!window.isPossible()) {
      console.error(console.text("cli.window.no_display"));
      console.err().println(console.text("cli.usage.hint", PROGRAM));
      return ExitCode.BAD_INPUT;
    }
    window.show(paths);
    return ExitCode.CLEAN;
  }

  /// The language of everything that is printed, help and errors too; so it is looked up first of all.
  private static Language language(List<String> arguments, Console console) {
    Language language = console.language();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.equals("--")) {
        break;
      }
      if (argument.startsWith("--lang=")) {
        language = Options.language(argument.substring("--lang=".length()), console.messages());
      } else if (argument.equals("--lang") && i + 1 < arguments.size()) {
        language = Options.language(arguments.get(i + 1), console.messages());
      }
    }
    return language;
  }

  private CommandSpec specification(Messages messages) {
    Options options = new Options(messages);
    CommandSpec root = described(CommandSpec.create().name(PROGRAM), messages, "cli.help");
    options.files(root, false);
    options.language(root);
    options.flag(root, "help");
    options.flag(root, "version");
    root.usageMessage()
        .commandListHeading("%n" + messages.text("cli.heading.commands") + "%n")
        .footer("%n" + messages.text("cli.help.exit_codes"));
    for (Command command : commands) {
      CommandSpec spec =
          described(
              CommandSpec.create().name(command.name()),
              messages,
              "cli." + command.name() + ".help");
      command.declare(spec, options);
      options.language(spec);
      options.flag(spec, "help");
      root.addSubcommand(command.name(), spec);
    }
    CommandSpec help = described(CommandSpec.create().name("help"), messages, "cli.help.help");
    root.addSubcommand("help", help);
    return root;
  }

  private static CommandSpec described(CommandSpec spec, Messages messages, String key) {
    spec.usageMessage()
        .width(100)
        .autoWidth(false)
        .adjustLineBreaksForWideCJKCharacters(true)
        .sortOptions(false)
        .synopsisHeading(messages.text("cli.heading.usage") + " ")
        .description(messages.text(key).replace("%", "%%"));
    return spec;
  }

  private static String problem(ParameterException e, Console console) {
    return switch (e) {
      case UnmatchedArgumentException unmatched ->
          console.text("cli.usage.unknown", unmatched.getUnmatched().getFirst());
      case MissingParameterException missing ->
          missing.getMissing().isEmpty()
              ? console.text("cli.usage.wrong", String.valueOf(e.getMessage()))
              : missing(missing.getMissing().getFirst(), console);
      case OverwrittenOptionException twice ->
          console.text("cli.usage.twice", label(twice.getOverwritten()));
      default -> console.text("cli.usage.wrong", String.valueOf(e.getMessage()));
    };
  }

  private static String missing(ArgSpec missing, Console console) {
    return missing instanceof OptionSpec option
        ? console.text("cli.usage.missing_value", option.longestName(), option.paramLabel())
        : console.text("cli.usage.missing", missing.paramLabel());
  }

  private static String label(ArgSpec argument) {
    return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
  }
}
