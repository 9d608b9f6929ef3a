package dev.drawbridge.cli;

import dev.drawbridge.base.Outcome;
import dev.drawbridge.draw.icon.IconSet;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.model.Document;
import dev.drawbridge.output.export.PictureOptions;
import dev.drawbridge.output.store.AtomicFile;
import dev.drawbridge.output.store.DesignStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `tour`: the main job once, from design to findings, pictures and Terraform; then the window.
final class TourCommand implements Command {
  private final String version;
  private final Window window;
  private final LocalDate today;

  TourCommand(String version, Window window, LocalDate today) {
    this.version = version;
    this.today = today;
    this.window = window;
  }

  @Override
  public String name() {
    return "tour";
  }

  @Override
  public void declare(CommandSpec spec, Options options) {
    options.value(spec, "output", "DIR");
  }

  @Override
  public int run(ParseResult options, Console console) {
    Path folder =
        Options.path(options, "output", console)
            .orElseThrow(() -> new UsageException(console.text("cli.usage.missing", "-o DIR")));
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      console.error(console.text("cli.tour.folder", folder));
      return ExitCode.BAD_INPUT;
    }
    Path good = folder.resolve("three-tier.drawbridge");
    Path planted = folder.resolve("three-tier-planted.drawbridge");
    int exit = design(Template.THREE_TIER, good, console);
    exit = ExitCode.worse(exit, design(Template.THREE_TIER_PLANTED, planted, console));
    if (exit != ExitCode.CLEAN) {
      return exit;
    }
    exit = takeAway(folder, console);
    exit = ExitCode.worse(exit, findings(folder, good, Template.THREE_TIER, console));
    exit = ExitCode.worse(exit, findings(folder, planted, Template.THREE_TIER_PLANTED, console));
    if (exit != ExitCode.CLEAN) {
      return exit;
    }
    console.line(console.text("cli.tour.done", folder.toAbsolutePath().normalize()));
    if (!window.isPossible()) {
      console.line(console.text("cli.tour.no_display"));
      return ExitCode.CLEAN;
    }
    console.line(console.text("cli.tour.window"));
    console.flush();
    window.show(List.of(good));
    return ExitCode.CLEAN;
  }

  private static int design(Template template, Path file, Console console) {
    return told(
        "cli.tour.design",
        DesignStore.save(file, template.design(console.language())),
        file,
        console);
  }

  private int takeAway(Path folder, Console console) {
    Document design = Template.THREE_TIER.design(console.language());
    Exports exports = new Exports(design, console.language(), today, IconSet.BUNDLED);
    int exit = ExitCode.CLEAN;
    PictureOptions plain = PictureOptions.plain(console.language());
    for (String format : List.of("svg", "png", "pdf")) {
      Path file = folder.resolve("three-tier." + format);
      exit =
          ExitCode.worse(
              exit, told("cli.tour.picture", exports.picture(format, file, plain), file, console));
    }
    Path terraform = folder.resolve("terraform");
    return ExitCode.worse(
        exit, told("cli.tour.terraform", exports.terraform(terraform, false), terraform, console));
  }

  private int findings(Path folder, Path file, Template template, Console console) {
    Checked checked = Checked.of(file.toString(), template.design(console.language()), today);
    StringWriter text = new StringWriter();
    TextReport.write(List.of(checked), new PrintWriter(text), console.messages(), false);
    String json = JsonReport.of(List.of(checked), version, console.messages());
    console.line(console.text("cli.tour.checked", template.key(), checked.findings().size()));
    Path textFile = folder.resolve(template.key() + ".findings.txt");
    Path jsonFile = folder.resolve(template.key() + ".findings.json");
    int exit = told("cli.tour.findings", write(textFile, text.toString()), textFile, console);
    return ExitCode.worse(
        exit, told("cli.tour.findings", write(jsonFile, json), jsonFile, console));
  }

  private static Outcome<Path> write(Path file, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return AtomicFile.write(file, out -> out.write(bytes));
  }

  private static int told(String key, Outcome<?> outcome, Path file, Console console) {
    int exit = Output.tell(outcome, console);
    if (exit == ExitCode.CLEAN) {
      console.line(console.text(key, file));
    }
    return exit;
  }
}
