package dev.drawbridge.hcl;

import java.util.Locale;

/// The one place where text becomes HCL. Whatever the text, the result reads back as the same text
/// and nothing in it is an interpolation, a directive or the end of the string.
public final class Escaper {
  private Escaper() {}

  /// The text as a quoted string, quotes included.
  public static String quoted(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('"');
    appendQuoted(out, text, false);
    return out.append('"').toString();
  }

  /// Appends text for the inside of a quoted string.
  ///
  /// @param beforeSequence whether `${` or `%{` comes next, with which a last `$` or `%` of the text
  ///     would read as an escape
  static void appendQuoted(StringBuilder out, String text, boolean beforeSequence) {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '$', '%' -> {
          int end = runEnd(text, i);
          boolean opens = end < length ? text.charAt(end) == '{' : beforeSequence;
          if (opens) {
            // Of "$$${" it is not clear which dollar escapes which, so only the last one stays.
            boolean ours = end < length;
            for (int k = i; k < (ours ? end - 1 : end); k++) {
              appendUnicode(out, c);
            }
            if (ours) {
              out.append(c).append(c);
            }
          } else {
            out.append(text, i, end);
          }
          i = end - 1;
        }
        default -> {
          if (Character.isHighSurrogate(c)
              && i + 1 < length
              && Character.isLowSurrogate(text.charAt(i + 1))) {
            out.append(c).append(text.charAt(++i));
          } else if (Character.isSurrogate(c)) {
            out.append('\uFFFD'); // half a character cannot be written as UTF-8
          } else if (isHidden(c)) {
            appendUnicode(out, c);
          } else {
            out.append(c);
          }
        }
      }
    }
  }

  /// Whether the text can stand in a heredoc, which knows no escape but `$${` and `%%{`.
  static boolean fitsHeredoc(String text, boolean beforeSequence) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '$' || c == '%') {
        int end = runEnd(text, i);
        boolean opens = end < text.length() ? text.charAt(end) == '{' : beforeSequence;
        if (opens && (end == text.length() || end - i > 1)) {
          return false;
        }
        i = end - 1;
      } else if (c != '\n' && c != '\t' && (isHidden(c) || Character.isSurrogate(c))) {
        if (!Character.isHighSurrogate(c)
            || i + 1 == text.length()
            || !Character.isLowSurrogate(text.charAt(i + 1))) {
          return false;
        }
        i++;
      }
    }
    return true;
  }

  static String heredoc(String text) {
    return text.replace("${", "$${").replace("%{", "%%{");
  }

  /// The text of a comment: what could end its line, or hide the rest of it, becomes a space.
  static String comment(String line) {
    StringBuilder out = new StringBuilder(line.length());
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      boolean pair =
          Character.isHighSurrogate(c)
              && i + 1 < line.length()
              && Character.isLowSurrogate(line.charAt(i + 1));
      if (pair) {
        out.append(c).append(line.charAt(++i));
      } else {
        out.append(isHidden(c) || Character.isSurrogate(c) ? ' ' : c);
      }
    }
    return out.toString().stripTrailing();
  }

  private static int runEnd(String text, int from) {
    char c = text.charAt(from);
    int end = from + 1;
    while (end < text.length() && text.charAt(end) == c) {
      end++;
    }
    return end;
  }

  /// Control characters, line separators of Unicode, and the marks that change the direction of
  /// writing, with which a file can look different from what it says. Joiners stay: emoji need them.
  private static boolean isHidden(char c) {
    return c < ' '
        || (c >= '\u007F' && c <= '\u009F')
        || c == '\u200E'
        || c == '\u200F'
        || (c >= '\u2028' && c <= '\u202E')
        || (c >= '\u2066' && c <= '\u2069')
        || c == '\uFEFF';
  }

  private static void appendUnicode(StringBuilder out, char c) {
    out.append(String.format(Locale.ROOT, "\\u%04X", (int) c));
  }
}
