package dev.drawbridge.cli;

import dev.drawbridge.base.Outcome;
import dev.drawbridge.output.store.DesignStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// What holds of every file that a command writes. A report or a picture replaces an earlier one without
/// asking; a design is never replaced by something else.
final class Output {
  private Output() {}

  /// @throws UsageException where the output would replace the input
  static void refuseInput(Path output, Path input, Console console) {
    boolean same;
    try {
      same = Files.exists(output) && Files.exists(input) && Files.isSameFile(output, input);
    } catch (IOException e) {
      same = output.toAbsolutePath().normalize().equals(input.toAbsolutePath().normalize());
    }
    if (same) {
      throw new UsageException(console.text("cli.usage.over_input", output));
    }
    String name = String.valueOf(output.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(DesignStore.ENDING) && Files.exists(output)) {
      throw new UsageException(console.text("cli.usage.over_design", output));
    }
  }

  /// Prints what went wrong, if something did.
  static int tell(Outcome<?> outcome, Console console) {
    console.errors(outcome.issues());
    return switch (outcome) {
      case Outcome.Ok<?> _ -> ExitCode.CLEAN;
      case Outcome.Failed<?> _ -> ExitCode.BAD_INPUT;
    };
  }
}
