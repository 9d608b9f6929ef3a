package dev.drawbridge.output.store;

import dev.drawbridge.base.Outcome;
import dev.drawbridge.model.Datum;
import java.nio.file.Path;

/// JSON files other than designs, such as policies and former reports: read as strictly, and within
/// the same limits.
public final class JsonFile {
  private JsonFile() {}

  /// Puts the value in the place of what the file held, all of it or nothing.
  public static Outcome<Path> write(Path file, Datum datum) {
    byte[] bytes = DesignWriter.write(datum);
    return AtomicFile.write(file, out -> out.write(bytes));
  }

  /// The one value that the file holds.
  public static Outcome<Datum> read(Path file) {
    return DesignStore.read(file)
        .then(
            bytes -> {
              try {
                return Outcome.ok(JsonReader.read(bytes, file.toString()));
              } catch (BadInput e) {
                return Outcome.failed(e.issue());
              }
            });
  }
}
