package dev.drawbridge.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Tells the parts of a line of Terraform apart, for colours. It reads one line by itself: our own writer
/// lets no text and no comment go over a line's end.
final class HclHighlight {
  /// What a part of a line is.
  enum Style {
    PLAIN,
    COMMENT,
    /// The word that begins a block.
    BLOCK,
    /// The name of an argument.
    NAME,
    TEXT,
    /// What is computed within a text: `${...}`.
    INSERT,
    NUMBER,
    /// `true`, `false` and `null`.
    CONSTANT,
    CALL
  }

  /// A part of a line, of one style.
  record Run(String text, Style style) {}

  private static final Set<String> CONSTANTS = Set.of("true", "false", "null");

  private final String line;
  private final List<Run> runs = new ArrayList<>();
  private int at;

  private HclHighlight(String line) {
    this.line = line;
  }

  /// The parts of a line; put together they are the line.
  static List<Run> of(String line) {
    HclHighlight reader = new HclHighlight(line);
    reader.code(line.length());
    return reader.runs;
  }

  private void code(int end) {
    boolean first = true;
    while (at < end) {
      char c = line.charAt(at);
      int from = at;
      if (c == '#' || line.startsWith("//", at)) {
        at = end;
        add(from, Style.COMMENT);
      } else if (c == '"') {
        text(end);
        first = false;
      } else if (Character.isDigit(c)) {
        while (at < end && (Character.isDigit(line.charAt(at)) || line.charAt(at) == '.')) {
          at++;
        }
        add(from, Style.NUMBER);
        first = false;
      } else if (isWord(c)) {
        while (at < end && isWord(line.charAt(at))) {
          at++;
        }
        add(from, style(line.substring(from, at), first, from, end));
        first = false;
      } else {
        at++;
        first &= Character.isWhitespace(c);
        add(from, Style.PLAIN);
      }
    }
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-';
  }

  private Style style(String word, boolean first, int from, int end) {
    int next = at;
    while (next < end && line.charAt(next) == ' ') {
      next++;
    }
    char after = next < end ? line.charAt(next) : ' ';
    boolean equals = after == '=' && !line.startsWith("==", next) && !line.startsWith("=>", next);
    if (equals && first) {
      return Style.NAME;
    }
    if (CONSTANTS.contains(word)) {
      return Style.CONSTANT;
    }
    if (first && (after == '{' || after == '"')) {
      return Style.BLOCK;
    }
    boolean part = from > 0 && line.charAt(from - 1) == '.';
    return after == '(' && next == at && !part ? Style.CALL : Style.PLAIN;
  }

  /// A text in quotes, with what is computed in it.
  private void text(int end) {
    int from = at;
    at++;
    while (at < end) {
      char c = line.charAt(at);
      boolean doubled = c == '$' && line.startsWith("$${", at);
      if (c == '\\' && at + 1 < end || doubled) {
        at += doubled ? 3 : 2;
      } else if (c == '"') {
        at++;
        break;
      } else if (line.startsWith("${", at)) {
        add(from, Style.TEXT);
        from = at;
        at = insertEnd(end);
        add(from, Style.INSERT);
        from = at;
      } else {
        at++;
      }
    }
    add(from, Style.TEXT);
  }

  private int insertEnd(int end) {
    int depth = 0;
    for (int i = at + 1; i < end; i++) {
      char c = line.charAt(i);
      if (c == '{') {
        depth++;
      } else if (c == '}' && --depth == 0) {
        return i + 1;
      }
    }
    return end;
  }

  /// Neighbours of one style are one part.
  private void add(int from, Style style) {
    if (from == at) {
      return;
    }
    String text = line.substring(from, at);
    if (!runs.isEmpty() && runs.getLast().style() == style) {
      text = runs.removeLast().text() + text;
    }
    runs.add(new Run(text, style));
  }
}
