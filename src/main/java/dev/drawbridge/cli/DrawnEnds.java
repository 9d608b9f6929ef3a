package dev.drawbridge.cli;

import dev.drawbridge.analyze.Analysis;
import dev.drawbridge.analyze.TrafficPaths;
import dev.drawbridge.catalog.aws.Internet;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import dev.drawbridge.network.Traffic;
import java.util.Optional;

/// The elements of a design.
final class DrawnEnds implements Ends {
  private final Document document;
  private final Lookup<Node> lookup;
  private final Display display;
  private final Console console;
  private final TrafficPaths paths;

  DrawnEnds(Document document, Console console) {
    this.document = document;
    this.lookup = Lookup.in(document, console);
    this.display = new Display(document, console.messages());
    this.console = console;
    this.paths = Analysis.of(document).paths();
  }

  @Override
  public Optional<End> source(String asked) {
    boolean named =
        asked.equalsIgnoreCase(INTERNET)
            && document.nodes().stream().noneMatch(node -> node.id().value().equals(asked));
    return named || isInternet(lookup.find(asked)) ? Optional.empty() : Optional.of(target(asked));
  }

  @Override
  public End target(String asked) {
    Node node = lookup.find(asked);
    if (!paths.ends().contains(node.id())) {
      throw new UsageException(
          console.text(
              isInternet(node) ? "cli.path.to_internet" : "cli.path.no_end", display.name(node)));
    }
    return new End(node.id().value(), display.name(node));
  }

  @Override
  public TrafficPaths.Answer path(Optional<End> from, End to, Traffic asked) {
    ElementId target = new ElementId(to.id());
    return from.isPresent()
        ? paths.path(new ElementId(from.get().id()), target, asked)
        : paths.fromInternet(target, asked);
  }

  private static boolean isInternet(Node node) {
    return node.kind().equals(Internet.KIND.id());
  }
}
