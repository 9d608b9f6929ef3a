package dev.drawbridge.cli;

import dev.drawbridge.edit.template.Stress;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.model.Document;
import dev.drawbridge.output.store.DesignStore;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `new`: makes a design from a template. Never over an existing file, unless told to.
final class NewCommand implements Command {
  @Override
  public String name() {
    return "new";
  }

  @Override
  public void declare(CommandSpec spec, Options options) {
    options.value(spec, "template", "NAME");
    options.value(spec, "elements", "N");
    options.value(spec, "seed", "S");
    options.value(spec, "output", "FILE");
    options.flag(spec, "force");
  }

  @Override
  public int run(ParseResult options, Console console) {
    List<String> names = Arrays.stream(Template.values()).map(Template::key).toList();
    Template template =
        Template.find(Options.oneOf(options, "template", console, names)).orElseThrow();
    if (template != Template.STRESS) {
      for (String option : List.of("elements", "seed")) {
        if (Options.text(options, option) != null) {
          throw new UsageException(console.text("cli.usage.stress_only", "--" + option));
        }
      }
    }
    long elements = Options.whole(options, "elements", console, Stress.FEWEST, Stress.MOST, 1000);
    long seed = Options.whole(options, "seed", console, Long.MIN_VALUE, Long.MAX_VALUE, 1);
    Optional<Path> output = Options.path(options, "output", console);
    if (output.isEmpty()) {
      throw new UsageException(console.text("cli.usage.missing", "-o FILE"));
    }
    if (Files.exists(output.get(), LinkOption.NOFOLLOW_LINKS) && !Options.has(options, "force")) {
      throw new UsageException(console.text("cli.usage.exists", output.get()));
    }
    Document design =
        template.design(new Template.Request(console.language(), (int) elements, seed));
    return Output.tell(DesignStore.save(output.get(), design), console);
  }
}
