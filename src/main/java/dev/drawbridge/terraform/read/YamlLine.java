package dev.drawbridge.terraform.read;

import java.util.ArrayList;
import java.util.List;

/// A line of YAML.
///
/// @param raw as it is written
/// @param content what stands in it, without comment
record YamlLine(String raw, int indent, String content) {
  static List<YamlLine> of(String text) {
    List<YamlLine> lines = new ArrayList<>();
    boolean begun = false;
    for (String raw : text.split("\r?\n", -1)) {
      if (raw.matches("---\\s*") && !begun) {
        continue;
      }
      if (raw.startsWith("--- ") || raw.equals("---") || raw.equals("...") || raw.startsWith("%")) {
        throw YamlReader.refused();
      }
      YamlLine line = line(raw);
      begun |= !line.isBlank();
      lines.add(line);
    }
    return lines;
  }

  private static YamlLine line(String raw) {
    int indent = 0;
    while (indent < raw.length() && raw.charAt(indent) == ' ') {
      indent++;
    }
    String content = withoutComment(raw.substring(indent)).stripTrailing();
    if (content.startsWith("\t")) {
      throw YamlReader.refused();
    }
    return new YamlLine(raw, indent, content);
  }

  private static String withoutComment(String text) {
    int end = end(text, '#');
    return end < 0 ? text : text.substring(0, end);
  }

  boolean isEmpty() {
    return raw.isBlank();
  }

  boolean isBlank() {
    return content.isEmpty();
  }

  /// Whether it begins an item of a sequence.
  boolean isItem() {
    return content.equals("-") || content.startsWith("- ");
  }

  /// What stands behind its dash, as a line of its own.
  YamlLine item() {
    String rest = content.substring(1).stripLeading();
    return new YamlLine(raw, indent + content.length() - rest.length(), rest);
  }

  /// Where the colon behind its key is; -1 where it has none.
  int colon() {
    return content.startsWith("[") || content.startsWith("{") ? -1 : end(content, ':');
  }

  /// Where a comment begins, or a key ends, outside of quotes.
  private static int end(String text, char mark) {
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean starts = i == 0 || " \t[{,:".indexOf(text.charAt(i - 1)) >= 0;
      if (quote == '"' && c == '\\') {
        i++;
      } else if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if ((c == '"' || c == '\'') && starts) {
        quote = c;
      } else if (c == mark && isMark(text, i)) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isMark(String text, int i) {
    return text.charAt(i) == '#'
        ? i == 0 || Character.isWhitespace(text.charAt(i - 1))
        : i + 1 == text.length() || Character.isWhitespace(text.charAt(i + 1));
  }
}
