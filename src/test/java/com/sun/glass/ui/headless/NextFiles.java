package com.sun.glass.ui.headless;

import java.io.File;
import java.util.List;

/// What the next file or folder dialog answers; nothing chosen, as by Esc, unless a test says so.
public final class NextFiles {
  private static volatile List<File> files = List.of();

  private NextFiles() {}

  public static void choose(File... chosen) {
    files = List.of(chosen);
  }

  static List<File> take() {
    List<File> taken = files;
    files = List.of();
    return taken;
  }
}
