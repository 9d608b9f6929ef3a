package dev.drawbridge.cli;

import dev.drawbridge.analyze.Analysis;
import dev.drawbridge.analyze.TrafficPaths;
import dev.drawbridge.catalog.aws.Internet;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import dev.drawbridge.network.PortSet;
import dev.drawbridge.network.Protocol;
import dev.drawbridge.network.Traffic;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `path`: whether packets get from one element to another: the hops with what admits them, or all that
/// is in the way.
final class PathCommand implements Command {
  private static final String INTERNET = "internet";

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
    Optional<Input> input = Input.open(Options.one(options).orElseThrow(), console);
    if (input.isEmpty()) {
      return ExitCode.BAD_INPUT;
    }
    Document document = input.get().document();
    Analysis analysis = Analysis.of(document);
    TrafficPaths paths = analysis.paths();
    Optional<ElementId> source = source(from, document, paths, console);
    ElementId target = end(to, document, paths, console);
    Traffic asked =
        port < 0 ? Traffic.all(protocol) : new Traffic(protocol, PortSet.of((int) port));
    TrafficPaths.Answer answer =
        source.isPresent()
            ? paths.path(source.get(), target, asked)
            : paths.fromInternet(target, asked);
    Question question = new Question(input.get().name(), document, source, target, asked);
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
  record Question(
      String file, Document document, Optional<ElementId> from, ElementId to, Traffic asked) {}

  private static String needed(ParseResult options, String name, Console console) {
    String value = Options.text(options, name);
    if (value == null || value.isBlank()) {
      throw new UsageException(console.text("cli.usage.missing", "--" + name));
    }
    return value;
  }

  /// Empty for the internet, drawn or not.
  private static Optional<ElementId> source(
      String asked, Document document, TrafficPaths paths, Console console) {
    boolean named =
        asked.equalsIgnoreCase(INTERNET)
            && document.nodes().stream().noneMatch(node -> node.id().value().equals(asked));
    if (named || isInternet(new Lookup(document, console).node(asked))) {
      return Optional.empty();
    }
    return Optional.of(end(asked, document, paths, console));
  }

  /// Something that packets can be sent from and to.
  private static ElementId end(
      String asked, Document document, TrafficPaths paths, Console console) {
    Node node = new Lookup(document, console).node(asked);
    if (!paths.ends().contains(node.id())) {
      throw new UsageException(
          console.text(
              isInternet(node) ? "cli.path.to_internet" : "cli.path.no_end",
              new Display(document, console.messages()).name(node)));
    }
    return node.id();
  }

  private static boolean isInternet(Node node) {
    return node.kind().equals(Internet.KIND.id());
  }
}
