package dev.drawbridge.cli;

import java.time.LocalDate;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `describe`: prints a design as an outline, for those who cannot or do not want to see the picture.
final class DescribeCommand implements Command {
  private final LocalDate today;

  DescribeCommand(LocalDate today) {
    this.today = today;
  }

  @Override
  public String name() {
    return "describe";
  }

  @Override
  public void declare(CommandSpec spec, Options options) {
    options.one(spec, "FILE", true);
  }

  @Override
  public int run(ParseResult options, Console console) {
    Optional<Input> input = Input.open(Options.one(options).orElseThrow(), console);
    if (input.isEmpty()) {
      return ExitCode.BAD_INPUT;
    }
    Checked checked = Checked.of(input.get().name(), input.get().document(), today);
    Outline.of(checked, console.messages()).forEach(console::line);
    return ExitCode.CLEAN;
  }
}
