package dev.drawbridge.output.export;

import dev.drawbridge.base.Outcome;
import dev.drawbridge.model.Document;
import dev.drawbridge.output.store.Design;
import dev.drawbridge.output.store.DesignReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The designs that are delivered.
final class SampleDesign {
  private static final Path FOLDER = Path.of("assets", "samples");

  private SampleDesign() {}

  static List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString().replace(".drawbridge", ""))
          .sorted()
          .toList();
    }
  }

  static Document read(String name) throws IOException {
    byte[] file = Files.readAllBytes(FOLDER.resolve(name + ".drawbridge"));
    return switch (DesignReader.read(file, name)) {
      case Outcome.Ok<Design>(Design design, _) -> design.document();
      case Outcome.Failed<Design>(var issues) -> throw new AssertionError(issues.toString());
    };
  }
}
