package dev.drawbridge.translate;

import dev.drawbridge.base.Outcome;
import dev.drawbridge.model.Document;
import dev.drawbridge.output.store.Design;
import dev.drawbridge.output.store.DesignReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The designs that come with the program.
public final class Samples {
  private Samples() {}

  public static Document read(Path sample) {
    try {
      Outcome<Design> read = DesignReader.read(Files.readAllBytes(sample), sample.toString());
      return ((Outcome.Ok<Design>) read).value().document();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static List<Path> files() {
    try (Stream<Path> files = Files.list(Path.of("assets", "samples"))) {
      return files.filter(file -> file.toString().endsWith(".drawbridge")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
