package dev.drawbridge.cli;

import dev.drawbridge.output.store.AtomicFile;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `validate`: checks designs, and fails where one has a finding that matters.
final class ValidateCommand implements Command {
  private final String version;

  ValidateCommand(String version) {
    this.version = version;
  }

  @Override
  public String name() {
    return "validate";
  }

  @Override
  public void declare(CommandSpec spec, Options options) {
    options.files(spec, true);
    options.value(spec, "format", "text|json");
    options.value(spec, "fail-on", "LEVEL");
    options.flag(spec, "strict");
    options.value(spec, "output", "FILE");
  }

  @Override
  public int run(ParseResult options, Console console) {
    String format = Options.oneOf(options, "format", console, List.of("text", "json"));
    Threshold threshold =
        Threshold.of(Options.oneOf(options, "fail-on", console, Threshold.keys()));
    boolean strict = Options.has(options, "strict");
    Optional<Path> output = Options.path(options, "output", console);
    List<String> files = Options.files(options);
    for (String file : files) {
      output.ifPresent(path -> Output.refuseInput(path, Options.path(file, console), console));
    }

    int exit = ExitCode.CLEAN;
    List<Checked> checked = new ArrayList<>();
    for (String file : files) {
      Optional<Input> input = Input.open(file, console);
      if (input.isEmpty()) {
        exit = ExitCode.BAD_INPUT;
        continue;
      }
      Checked result = Checked.of(file, input.get().document());
      checked.add(result);
      exit = ExitCode.worse(exit, verdict(result, threshold, strict));
    }
    if (checked.isEmpty()) {
      return exit;
    }
    StringWriter report = new StringWriter();
    if (format.equals("json")) {
      report.write(JsonReport.of(checked, version, console.messages()));
    } else {
      boolean colours = console.colours() && output.isEmpty();
      TextReport.write(checked, new PrintWriter(report), console.messages(), colours);
    }
    return ExitCode.worse(exit, print(report.toString(), output, console));
  }

  private static int verdict(Checked checked, Threshold threshold, boolean strict) {
    if (checked.fails(threshold)) {
      return ExitCode.FINDINGS;
    }
    return strict && checked.hangsOnUnknowns() ? ExitCode.UNKNOWN : ExitCode.CLEAN;
  }

  private static int print(String report, Optional<Path> output, Console console) {
    if (output.isEmpty()) {
      console.out().print(report);
      return ExitCode.CLEAN;
    }
    byte[] bytes = report.getBytes(StandardCharsets.UTF_8);
    return Output.tell(AtomicFile.write(output.get(), out -> out.write(bytes)), console);
  }
}
