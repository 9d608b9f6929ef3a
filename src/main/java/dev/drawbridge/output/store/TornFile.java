package dev.drawbridge.output.store;

import java.io.IOException;
import java.nio.file.Path;

/// A write in place failed half way, and so did the way back; the old content is in the backup.
final class TornFile extends IOException {
  private final transient Path backup;

  TornFile(Path backup, IOException cause) {
    super(cause.getMessage(), cause);
    this.backup = backup;
  }

  Path backup() {
    return backup;
  }
}
