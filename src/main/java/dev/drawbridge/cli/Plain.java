package dev.drawbridge.cli;

import java.util.stream.Collectors;

/// Makes text of a design safe to print: a name must not move the cursor, colour the terminal, or turn the
/// direction of what follows.
final class Plain {
  private Plain() {}

  static String text(String text) {
    int at = 0;
    while (at < text.length() && isHarmless(text.charAt(at))) {
      at++;
    }
    if (at == text.length()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text);
    for (; at < out.length(); at++) {
      if (!isHarmless(out.charAt(at))) {
        out.setCharAt(at, '\uFFFD');
      }
    }
    return out.toString();
  }

  /// A text of several lines, each made safe.
  static String lines(String text) {
    return text.lines().map(Plain::text).collect(Collectors.joining("\n"));
  }

  private static boolean isHarmless(char c) {
    return c >= ' ' && c < 0x7F
        || c > 0x9F
            && c < '\uFFFE'
            && c != '\u2028'
            && c != '\u2029'
            && !(c >= '\u202A' && c <= '\u202E')
            && !(c >= '\u2066' && c <= '\u2069');
  }
}
