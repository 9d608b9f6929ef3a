package dev.drawbridge.cli;

import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// Declares options and reads their values. All values are text to picocli: what they mean, and what is
/// wrong with them, is told here, in the user's language.
final class Options {
  private final Messages messages;

  Options(Messages messages) {
    this.messages = messages;
  }

  /// An option with a value. Its text is the message `cli.option.<command>.<name>`, or, where several
  /// commands share it, `cli.option.<name>`.
  void value(CommandSpec spec, String name, String label) {
    spec.addOption(
        OptionSpec.builder(names(name))
            .type(String.class)
            .arity("1")
            .paramLabel(label)
            .description(help(spec, name))
            .build());
  }

  /// An option that may be given several times, and whose values may be lists with commas.
  void list(CommandSpec spec, String name, String label) {
    spec.addOption(
        OptionSpec.builder(names(name))
            .type(List.class)
            .auxiliaryTypes(String.class)
            .arity("1")
            .paramLabel(label + "[,...]")
            .description(help(spec, name))
            .build());
  }

  void flag(CommandSpec spec, String name) {
    spec.addOption(
        OptionSpec.builder(names(name))
            .type(boolean.class)
            .arity("0")
            .usageHelp(name.equals("help"))
            .versionHelp(name.equals("version"))
            .description(help(spec, name))
            .build());
  }

  void language(CommandSpec spec) {
    value(spec, "lang", "en|ko");
  }

  /// One or more files.
  void files(CommandSpec spec, boolean required) {
    positionals(spec, "FILE", required);
  }

  private void positionals(CommandSpec spec, String label, boolean required) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .type(List.class)
            .auxiliaryTypes(String.class)
            .arity(required ? "1..*" : "0..*")
            .required(required)
            .paramLabel(label)
            .description(help(spec, label))
            .build());
  }

  /// Any number of other things than files.
  void several(CommandSpec spec, String label) {
    positionals(spec, label, false);
  }

  /// A single parameter.
  void one(CommandSpec spec, String label, boolean required) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .type(String.class)
            .index("0")
            .arity(required ? "1" : "0..1")
            .required(required)
            .paramLabel(label)
            .description(help(spec, label))
            .build());
  }

  private String help(CommandSpec spec, String name) {
    String own = "cli.option." + spec.name() + "." + name;
    String key = messages.has(own) ? own : "cli.option." + name;
    return messages.text(key).replace("%", "%%");
  }

  private static String[] names(String name) {
    return switch (name) {
      case "output" -> new String[] {"-o", "--output"};
      case "help" -> new String[] {"-h", "--help"};
      case "version" -> new String[] {"-V", "--version"};
      default -> new String[] {"--" + name};
    };
  }

  /// What was given, one by one; what is empty between commas does not count.
  static List<String> list(ParseResult result, String name) {
    return result.matchedOptionValue("--" + name, List.<String>of()).stream()
        .flatMap(value -> Arrays.stream(value.split(",", -1)))
        .map(String::strip)
        .filter(value -> !value.isEmpty())
        .toList();
  }

  static List<String> files(ParseResult result) {
    return result.matchedPositionalValue(0, List.<String>of());
  }

  static Optional<String> one(ParseResult result) {
    return Optional.ofNullable(result.matchedPositionalValue(0, (String) null));
  }

  static @Nullable String text(ParseResult result, String name) {
    return result.matchedOptionValue(name.equals("output") ? "-o" : "--" + name, (String) null);
  }

  static boolean has(ParseResult result, String name) {
    return result.hasMatchedOption("--" + name);
  }

  static Path path(String text, Console console) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new UsageException(console.text("cli.usage.path", text));
    }
  }

  static Optional<Path> path(ParseResult result, String name, Console console) {
    return Optional.ofNullable(text(result, name)).map(text -> path(text, console));
  }

  /// The option's value where it is one of these, the first where the option is absent.
  static String oneOf(ParseResult result, String name, Console console, List<String> allowed) {
    String value = text(result, name);
    if (value == null) {
      return allowed.getFirst();
    }
    if (!allowed.contains(value)) {
      throw new UsageException(
          console.text("cli.usage.one_of", "--" + name, value, String.join(", ", allowed)));
    }
    return value;
  }

  /// A whole number within bounds.
  static long whole(
      ParseResult result, String name, Console console, long minimum, long maximum, long fallback) {
    String value = text(result, name);
    if (value == null) {
      return fallback;
    }
    try {
      long number = Long.parseLong(value);
      if (number >= minimum && number <= maximum) {
        return number;
      }
    } catch (NumberFormatException e) {
      // As told below.
    }
    throw new UsageException(console.text("cli.usage.whole", "--" + name, value, minimum, maximum));
  }

  /// A number within bounds.
  static double number(
      ParseResult result,
      String name,
      Console console,
      double minimum,
      double maximum,
      double fallback) {
    String value = text(result, name);
    if (value == null) {
      return fallback;
    }
    try {
      double number = Double.parseDouble(value);
      if (number >= minimum && number <= maximum) {
        return number;
      }
    } catch (NumberFormatException e) {
      // As told below.
    }
    throw new UsageException(
        console.text("cli.usage.number", "--" + name, value, plain(minimum), plain(maximum)));
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  static Language language(String value, Messages messages) {
    for (Language language : Language.values()) {
      if (language.tag().equals(value)) {
        return language;
      }
    }
    throw new UsageException(messages.text("cli.usage.one_of", "--lang", value, "en, ko"));
  }
}
