package dev.drawbridge.cli;

import dev.drawbridge.analyze.TrafficPaths;
import dev.drawbridge.network.PortSet;
import dev.drawbridge.network.Protocol;
import dev.drawbridge.network.Traffic;
import dev.drawbridge.terraform.read.Configuration;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `path`: whether packets get from one element of a design, or resource of a Terraform configuration, to
/// another: the hops with what admits them, or all that
/// is in the way.
final class PathCommand implements Command {
  private final String version;

  PathCommand(String version) {
    this.version = version;
  }

  @Override
  public String name() {
    return "path";
  }

  @Override
  public void declare(CommandSpec spec, Options options) {
    options.one(spec, "FILE", true);
    options.value(spec, "from", "ELEMENT");
    options.value(spec, "to", "ELEMENT");
    options.value(spec, "port", "N");
    options.value(spec, "protocol", "tcp|udp");
    options.value(spec, "format", "text|json");
  }

  @Override
  public int run(ParseResult options, Console console) {
    String from = needed(options, "from", console);
    String to = needed(options, "to", console);
    long port = Options.whole(options, "port", console, 0, 65535, -1);
    Protocol protocol =
        Options.oneOf(options, "protocol", console, List.of("tcp", "udp")).equals("udp")
            ? Protocol.UDP
            : Protocol.TCP;
    String format = Options.oneOf(options, "format", console, List.of("text", "json"));
    String file = Options.one(options).orElseThrow();
    Optional<Ends> ends = ends(file, console);
    if (ends.isEmpty()) {
      return ExitCode.BAD_INPUT;
    }
    Traffic asked =
        port < 0 ? Traffic.all(protocol) : new Traffic(protocol, PortSet.of((int) port));
    Question question = new Question(file, ends.get().source(from), ends.get().target(to), asked);
    TrafficPaths.Answer answer = ends.get().path(question.from(), question.to(), asked);
    if (format.equals("json")) {
      console.out().print(PathReport.json(question, answer, version, console.messages()));
    } else {
      PathReport.text(question, answer, console);
    }
    return switch (answer.verdict()) {
      case PROVEN -> ExitCode.CLEAN;
      case REFUTED -> ExitCode.FINDINGS;
      case UNKNOWN -> ExitCode.UNKNOWN;
    };
  }

  /// What was asked.
  ///
  /// @param from empty for the internet
  record Question(String file, Optional<Ends.End> from, Ends.End to, Traffic asked) {}

  /// Prints what is wrong with the file, if something is.
  private static Optional<Ends> ends(String file, Console console) {
    Path path = Options.path(file, console);
    if (!Input.isTerraform(path)) {
      return Input.open(file, console).map(input -> new DrawnEnds(input.document(), console));
    }
    Optional<Configuration> configuration = console.told(Configuration.read(file, path));
    configuration.ifPresent(read -> console.errors(read.issues()));
    // An answer about half a configuration would be none.
    return configuration
        .filter(read -> !read.isIncomplete())
        .map(read -> new WrittenEnds(read.graph(), console));
  }

  private static String needed(ParseResult options, String name, Console console) {
    String value = Options.text(options, name);
    if (value == null || value.isBlank()) {
      throw new UsageException(console.text("cli.usage.missing", "--" + name));
    }
    return value;
  }
}
