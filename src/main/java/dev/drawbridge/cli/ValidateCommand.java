package dev.drawbridge.cli;

import dev.drawbridge.analyze.Policies;
import dev.drawbridge.analyze.finding.Verdict;
import dev.drawbridge.analyze.policy.Policy;
import dev.drawbridge.output.store.AtomicFile;
import dev.drawbridge.output.store.JsonFile;
import dev.drawbridge.terraform.read.Configuration;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `validate`: checks designs and Terraform configurations, and fails where one has a finding that matters.
final class ValidateCommand implements Command {
  /// A policy file that counts for the folder in which it lies.
  private static final String POLICY_BESIDE = "drawbridge.policy.json";

  private final String version;
  private final LocalDate today;

  ValidateCommand(String version, LocalDate today) {
    this.version = version;
    this.today = today;
  }

  @Override
  public String name() {
    return "validate";
  }

  @Override
  public void declare(CommandSpec spec, Options options) {
    options.files(spec, true);
    options.value(spec, "format", "text|json|sarif|junit");
    options.value(spec, "fail-on", "LEVEL");
    options.flag(spec, "strict");
    options.value(spec, "baseline", "FILE");
    options.value(spec, "policy", "FILE");
    options.list(spec, "rule", "ID");
    options.list(spec, "skip-rule", "ID");
    options.value(spec, "output", "FILE");
  }

  @Override
  public int run(ParseResult options, Console console) {
    String format =
        Options.oneOf(options, "format", console, List.of("text", "json", "sarif", "junit"));
    Threshold threshold =
        Threshold.of(Options.oneOf(options, "fail-on", console, Threshold.keys()));
    boolean strict = Options.has(options, "strict");
    RuleChoice choice = RuleChoice.of(options, console);
    Optional<Path> output = Options.path(options, "output", console);
    List<String> files = Options.files(options);
    for (String file : files) {
      output.ifPresent(path -> Output.refuseInput(path, Options.path(file, console), console));
    }
    Optional<Judge> judge = judge(options, choice, console);
    if (judge.isEmpty()) {
      return ExitCode.BAD_INPUT;
    }

    int exit = ExitCode.CLEAN;
    List<Checked> checked = new ArrayList<>();
    for (String file : files) {
      Optional<Checked> result = check(judge.get(), file, files.size() == 1, console);
      result.ifPresent(checked::add);
      exit =
          ExitCode.worse(
              exit, result.map(one -> verdict(one, threshold, strict)).orElse(ExitCode.BAD_INPUT));
    }
    if (checked.isEmpty()) {
      return exit;
    }
    String report = report(format, checked, threshold, console, output.isEmpty());
    return ExitCode.worse(exit, print(report, output, console));
  }

  /// Prints what is wrong with the policy or the former report, if something is.
  private Optional<Judge> judge(ParseResult options, RuleChoice choice, Console console) {
    Optional<Path> policyFile = Options.path(options, "policy", console);
    Optional<Policy> shared = policyFile.flatMap(file -> policy(file, console));
    Optional<Path> baseline = Options.path(options, "baseline", console);
    Optional<Map<String, Former>> former = baseline.flatMap(file -> Former.read(file, console));
    return policyFile.isPresent() == shared.isPresent()
            && baseline.isPresent() == former.isPresent()
        ? Optional.of(new Judge(shared, choice, former, today))
        : Optional.empty();
  }

  private static Optional<Policy> policy(Path file, Console console) {
    return console.told(JsonFile.read(file).then(datum -> Policies.read(datum, file.toString())));
  }

  private static Optional<Checked> check(Judge judge, String file, boolean alone, Console console) {
    Path path = Options.path(file, console);
    if (Input.isTerraform(path)) {
      Path folder = Files.isDirectory(path) ? path : path.resolveSibling("");
      Optional<Policy> beside = beside(folder, console);
      return console
          .told(Configuration.read(file, path))
          .flatMap(read -> beside.map(policy -> judge.check(file, read, policy, alone)));
    }
    return Input.open(file, console)
        .flatMap(input -> console.told(judge.check(file, input.document(), alone)));
  }

  /// The policy beside a Terraform configuration; the default one where there is none.
  private static Optional<Policy> beside(Path folder, Console console) {
    Path file = folder.resolve(POLICY_BESIDE);
    return Files.exists(file) ? policy(file, console) : Optional.of(Policy.DEFAULT);
  }

  static int verdict(Checked checked, Threshold threshold, boolean strict) {
    if (checked.analysis().isIncomplete()) {
      return ExitCode.BAD_INPUT;
    }
    if (checked.fails(threshold)) {
      return ExitCode.FINDINGS;
    }
    boolean unsure = checked.hangsOnUnknowns() || checked.analysis().dmzHolds() == Verdict.UNKNOWN;
    return strict && unsure ? ExitCode.UNKNOWN : ExitCode.CLEAN;
  }

  private String report(
      String format,
      List<Checked> checked,
      Threshold threshold,
      Console console,
      boolean toTerminal) {
    return switch (format) {
      case "json" -> JsonReport.of(checked, version, console.messages());
      case "sarif" -> SarifReport.of(checked, version, console.messages());
      case "junit" -> JUnitReport.of(checked, threshold, console.messages());
      default -> {
        StringWriter text = new StringWriter();
        boolean colours = console.colours() && toTerminal;
        TextReport.write(checked, new PrintWriter(text), console.messages(), colours);
        yield text.toString();
      }
    };
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
