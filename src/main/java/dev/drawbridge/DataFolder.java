package dev.drawbridge;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/// Where the program keeps what it has to remember from one start to the next: where each system wants
/// that to be.
final class DataFolder {
  private DataFolder() {}

  /// @param system its name, as Java tells it
  /// @param home the user's own folder
  static Path of(String system, Map<String, String> environment, Path home) {
    if (system.startsWith("Windows")) {
      return told(environment, "LOCALAPPDATA", home.resolve("AppData").resolve("Local"))
          .resolve("Drawbridge");
    }
    if (system.startsWith("Mac")) {
      return home.resolve("Library").resolve("Application Support").resolve("Drawbridge");
    }
    // The XDG Base Directory Specification; a path that is not absolute is to be ignored.
    return told(environment, "XDG_STATE_HOME", home.resolve(".local").resolve("state"))
        .resolve("drawbridge");
  }

  private static Path told(Map<String, String> environment, String variable, Path otherwise) {
    try {
      Path path = Path.of(environment.getOrDefault(variable, ""));
      return path.isAbsolute() ? path : otherwise;
    } catch (InvalidPathException e) {
      return otherwise;
    }
  }
}
