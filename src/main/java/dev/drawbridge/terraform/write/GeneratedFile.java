package dev.drawbridge.terraform.write;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// A file to be written: UTF-8, lines ending with a line feed on every system.
///
/// @param path relative to the folder, with `/`
public record GeneratedFile(String path, String text) {
  private static final Pattern SEGMENT = Pattern.compile("\\.?[A-Za-z0-9_][A-Za-z0-9._-]*");
  private static final int LENGTH = 200;

  /// Windows takes these for devices, whatever follows the first dot (Microsoft, "Naming files").
  private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

  private static final Pattern NUMBERED_DEVICE = Pattern.compile("(com|lpt)[0-9]");

  public GeneratedFile {
    if (!isSafe(path)) {
      throw new IllegalArgumentException("not a path for a generated file: " + path);
    }
  }

  /// Whether a path stays inside its folder and is a file's name on every system.
  static boolean isSafe(String path) {
    return path.length() <= LENGTH
        && Arrays.stream(path.split("/", -1)).allMatch(GeneratedFile::isSafeSegment);
  }

  private static boolean isSafeSegment(String segment) {
    if (!SEGMENT.matcher(segment).matches() || segment.endsWith(".")) {
      return false;
    }
    String stem = segment.split("\\.", 2)[0].toLowerCase(Locale.ROOT);
    return !DEVICES.contains(stem) && !NUMBERED_DEVICE.matcher(stem).matches();
  }

  byte[] bytes() {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
