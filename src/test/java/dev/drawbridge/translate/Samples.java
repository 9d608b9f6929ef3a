package dev.drawbridge.translate;

import dev.drawbridge.base.Outcome;
import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.model.Document;
import dev.drawbridge.output.store.Design;
import dev.drawbridge.output.store.DesignReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The designs that come with the program, as far as raising is concerned.
public final class Samples {
  private Samples() {}

  /// Those of which every kind is raised.
  public static List<Path> raised() {
    return files().stream().filter(Samples::isRaised).toList();
  }

  /// Those with something that is not raised yet.
  static List<Path> others() {
    return files().stream().filter(file -> !isRaised(file)).toList();
  }

  static Document read(Path sample) {
    try {
      Outcome<Design> read = DesignReader.read(Files.readAllBytes(sample), sample.toString());
      return ((Outcome.Ok<Design>) read).value().document();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isRaised(Path sample) {
    return read(sample).elements().values().stream()
        .allMatch(element -> Catalog.of(element).filter(RaiseContractTest::isRaised).isPresent());
  }

  private static List<Path> files() {
    try (Stream<Path> files = Files.list(Path.of("assets", "samples"))) {
      return files.filter(file -> file.toString().endsWith(".drawbridge")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
