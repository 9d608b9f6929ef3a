package dev.drawbridge.cli;

import dev.drawbridge.base.Outcome;
import dev.drawbridge.draw.Theme;
import dev.drawbridge.output.export.ExportOptions;
import dev.drawbridge.output.export.Exporter;
import dev.drawbridge.terraform.write.OwnedFolder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `export`: writes pictures and Terraform.
final class ExportCommand implements Command {
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
    options.value(spec, "scale", "N");
    options.value(spec, "theme", "light|dark");
    options.flag(spec, "force");
  }

  @Override
  public int run(ParseResult options, Console console) {
    String file = Options.one(options).orElseThrow();
    double scale = scale(Options.text(options, "scale"), console);
    List<String> themes = Arrays.stream(Theme.values()).map(Theme::key).toList();
    String theme = Options.oneOf(options, "theme", console, themes);
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
    Exports exports =
        new Exports(
            input.get().document(), console.language(), Theme.values()[themes.indexOf(theme)]);
    int exit = ExitCode.CLEAN;
    for (String format : formats) {
      Optional<Path> path = Options.path(options, format, console);
      if (path.isPresent()) {
        Outcome<Path> outcome = exports.picture(format, path.get(), scale);
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

  private static double scale(@Nullable String text, Console console) {
    if (text == null) {
      return 1;
    }
    try {
      double scale = Double.parseDouble(text);
      if (scale >= ExportOptions.SMALLEST_SCALE && scale <= ExportOptions.LARGEST_SCALE) {
        return scale;
      }
    } catch (NumberFormatException e) {
      // As told below.
    }
    throw new UsageException(
        console.text(
            "cli.usage.number",
            "--scale",
            text,
            ExportOptions.SMALLEST_SCALE,
            (int) ExportOptions.LARGEST_SCALE));
  }
}
