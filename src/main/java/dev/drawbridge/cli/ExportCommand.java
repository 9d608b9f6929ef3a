package dev.drawbridge.cli;

import dev.drawbridge.base.Outcome;
import dev.drawbridge.draw.icon.IconFolder;
import dev.drawbridge.draw.icon.IconSet;
import dev.drawbridge.model.Document;
import dev.drawbridge.output.export.Exporter;
import dev.drawbridge.output.export.PictureOptions;
import dev.drawbridge.terraform.write.OwnedFolder;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `export`: writes pictures and Terraform.
final class ExportCommand implements Command {
  private final LocalDate today;

  /// @param today what counts as the present day for suppressions
  ExportCommand(LocalDate today) {
    this.today = today;
  }

  @Override
  public String name() {
    return "export";
  }

  @Override
  public void declare(CommandSpec spec, Options options) {
    options.one(spec, "FILE", true);
    options.value(spec, "svg", "FILE");
    options.value(spec, "png", "FILE");
    options.value(spec, "pdf", "FILE");
    options.value(spec, "terraform", "DIR");
    PictureChoices.declare(spec, options);
    options.value(spec, "icons", "DIR");
    options.flag(spec, "force");
  }

  @Override
  public int run(ParseResult options, Console console) {
    String file = Options.one(options).orElseThrow();
    PictureChoices choices = PictureChoices.of(options, console);
    Optional<Path> terraform = Options.path(options, "terraform", console);
    List<String> formats = Exporter.ALL.stream().map(Exporter::format).toList();
    if (terraform.isEmpty()
        && formats.stream().allMatch(format -> Options.text(options, format) == null)) {
      throw new UsageException(console.text("cli.usage.nothing_to_export"));
    }
    for (String format : formats) {
      Options.path(options, format, console)
          .ifPresent(path -> Output.refuseInput(path, Options.path(file, console), console));
    }
    Optional<Input> input = Input.open(file, console);
    if (input.isEmpty()) {
      return ExitCode.BAD_INPUT;
    }
    Outcome<IconSet> icons =
        Options.path(options, "icons", console)
            .map(IconFolder::read)
            .orElse(Outcome.ok(IconSet.BUNDLED));
    if (!(icons instanceof Outcome.Ok<IconSet>(IconSet set, var unreadable))) {
      console.errors(icons.issues());
      return ExitCode.BAD_INPUT;
    }
    console.errors(unreadable);
    Document document = input.get().document();
    Exports exports = new Exports(document, console.language(), today, set);
    PictureOptions picture = choices.options(document, console);
    int exit = ExitCode.CLEAN;
    for (String format : formats) {
      Optional<Path> path = Options.path(options, format, console);
      if (path.isPresent()) {
        Outcome<Path> outcome = exports.picture(format, path.get(), picture);
        exit = ExitCode.worse(exit, tell(outcome, path.get(), console));
      }
    }
    if (terraform.isPresent()) {
      Outcome<OwnedFolder.Report> outcome =
          exports.terraform(terraform.get(), Options.has(options, "force"));
      exit = ExitCode.worse(exit, tell(outcome, terraform.get(), console));
    }
    return exit;
  }

  static int tell(Outcome<?> outcome, Path path, Console console) {
    int exit = Output.tell(outcome, console);
    if (exit == ExitCode.CLEAN) {
      console.line(console.text("cli.export.wrote", path));
    }
    return exit;
  }
}
