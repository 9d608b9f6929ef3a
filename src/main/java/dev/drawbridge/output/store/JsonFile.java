package dev.drawbridge.output.store;

import dev.drawbridge.base.Outcome;
import dev.drawbridge.model.Datum;
import java.nio.file.Path;

/// JSON files other than designs, such as policies and former reports: read as strictly, and within
/// the same limits.
public final class JsonFile {
  private JsonFile() {}

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
