package dev.drawbridge.cli;

import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.draw.layout.Layout;
import dev.drawbridge.output.store.DesignStore;
import dev.drawbridge.terraform.read.Configuration;
import dev.drawbridge.translate.Coverage;
import dev.drawbridge.translate.Coverage.Fate;
import dev.drawbridge.translate.Raised;
import dev.drawbridge.translate.Raiser;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `import`: draws a Terraform configuration, and tells what of it is not in the drawing. Never over an
/// existing file, unless told to. Where part of it cannot be read the rest is drawn, and the exit code says so.
final class ImportCommand implements Command {
  @Override
  public String name() {
    return "import";
  }

  @Override
  public void declare(CommandSpec spec, Options options) {
    options.one(spec, "DIR", true);
    options.value(spec, "output", "FILE");
    options.flag(spec, "force");
  }

  @Override
  public int run(ParseResult options, Console console) {
    String name = Options.one(options).orElseThrow();
    Optional<Path> output = Options.path(options, "output", console);
    if (output.isEmpty()) {
      throw new UsageException(console.text("cli.usage.missing", "-o FILE"));
    }
    if (Files.exists(output.get(), LinkOption.NOFOLLOW_LINKS) && !Options.has(options, "force")) {
      throw new UsageException(console.text("cli.usage.exists", output.get()));
    }
    return switch (Configuration.read(name, Options.path(name, console))) {
      case Outcome.Failed<Configuration>(List<Issue> issues) -> {
        console.errors(issues);
        yield ExitCode.BAD_INPUT;
      }
      case Outcome.Ok<Configuration>(Configuration read, var _) -> {
        console.errors(read.issues());
        Raised raised = Raiser.raise(read.graph());
        int exit =
            Output.tell(DesignStore.save(output.get(), Layout.of(raised.document())), console);
        if (exit == ExitCode.CLEAN) {
          report(raised.coverage(), console);
        }
        yield read.isIncomplete() ? ExitCode.BAD_INPUT : exit;
      }
    };
  }

  private static void report(Coverage coverage, Console console) {
    console.line(
        console.text(
            "cli.import.coverage",
            coverage.entries().size(),
            coverage.count(Fate.Drawn.class),
            coverage.count(Fate.Implied.class),
            coverage.count(Fate.Skipped.class)));
    for (Coverage.Entry entry : coverage.entries()) {
      if (entry.fate() instanceof Fate.Skipped(Issue reason)) {
        console.line("  " + reason.text(console.messages()));
      }
    }
    coverage.notes().forEach(note -> console.line("  " + note.text(console.messages())));
  }
}
