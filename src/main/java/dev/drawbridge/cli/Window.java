package dev.drawbridge.cli;

import java.nio.file.Path;
import java.util.List;

/// The window as the command line knows it, so that neither needs the other.
public interface Window {
  /// Whether this machine has a display to show it on.
  boolean isPossible();

  /// Opens the designs and returns; the program ends when the last window was closed.
  void show(List<Path> files);
}
