package dev.drawbridge.cli;

import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Language;
import dev.drawbridge.base.Messages;
import dev.drawbridge.base.Outcome;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Where a command prints to, and in which language.
///
/// @param colours whether [#out] is a terminal that shows colours
public record Console(PrintWriter out, PrintWriter err, Messages messages, boolean colours) {
  /// The process's own output. Always UTF-8, whatever the machine's locale: what is printed goes to files
  /// and other programs as often as to a terminal.
  ///
  /// @param colours whether colours are wanted, where the output is a terminal
  public static Console ofProcess(Language language, boolean colours) {
    java.io.Console terminal = System.console();
    return new Console(
        writer(FileDescriptor.out),
        writer(FileDescriptor.err),
        Messages.in(language),
        colours && terminal != null && terminal.isTerminal());
  }

  Console in(Language language) {
    return new Console(out, err, Messages.in(language), colours);
  }

  Language language() {
    return messages.language();
  }

  String text(String key, Object... arguments) {
    return messages.text(key, arguments);
  }

  /// Prints a line that may hold text of the design.
  void line(String text) {
    out.println(Plain.text(text));
  }

  /// Prints a line to the error output, after the program's name as is the custom. What follows a line
  /// break, such as the difference of two files, is printed below it.
  void error(String text) {
    String prefix = "drawbridge: ";
    for (String line : text.split("\\R", -1)) {
      err.println(prefix + Plain.text(line));
      prefix = "";
    }
  }

  void errors(List<Issue> issues) {
    issues.forEach(issue -> error(issue.text(messages)));
  }

  /// The value; empty where there is none, with a line printed for each reason.
  <T> Optional<T> told(Outcome<T> outcome) {
    return switch (outcome) {
      case Outcome.Ok<T>(T value, var _) -> Optional.of(value);
      case Outcome.Failed<T>(List<Issue> issues) -> {
        errors(issues);
        yield Optional.empty();
      }
    };
  }

  void flush() {
    out.flush();
    err.flush();
  }

  private static PrintWriter writer(FileDescriptor to) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(to), StandardCharsets.UTF_8));
  }
}
