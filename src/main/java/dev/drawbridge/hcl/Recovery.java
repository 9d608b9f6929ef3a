package dev.drawbridge.hcl;

import java.util.ArrayDeque;
import java.util.Deque;

/// Finds where to go on after an error: behind the item that has it, when its brackets pair up, and on
/// the next line when they do not.
final class Recovery {
  private final String text;

  Recovery(String text) {
    this.text = text;
  }

  /// The offset of a line feed, of a brace that closes what is around, or of the end of the file.
  ///
  /// @param item where the item begins
  /// @param error where the error is
  int target(int item, int error) {
    int behindItem = end(item, true);
    return behindItem >= error ? behindItem : end(Math.min(error, text.length()), false);
  }

  /// The end of what begins at an offset; -1 when brackets must pair and do not.
  private int end(int from, boolean pair) {
    Deque<Character> open = new ArrayDeque<>();
    int at = from;
    while (at < text.length()) {
      char c = text.charAt(at);
      switch (c) {
        case '\n' -> {
          if (open.isEmpty() || !pair) {
            return at;
          }
        }
        case '{', '[', '(' -> open.push(c);
        case '}', ']', ')' -> {
          if (open.isEmpty()) {
            if (c == '}') {
              return at;
            }
          } else if (open.pop() != opening(c) && pair) {
            return -1;
          }
        }
        case '"' -> at = endOfQuoted(at);
        case '#' -> at = endOfLine(at) - 1;
        case '/' -> {
          if (text.startsWith("//", at)) {
            at = endOfLine(at) - 1;
          }
        }
        case '<' -> at = endOfHeredoc(at);
        default -> {}
      }
      at++;
    }
    return open.isEmpty() || !pair ? text.length() : -1;
  }

  private static char opening(char closing) {
    return closing == '}' ? '{' : closing == ']' ? '[' : '(';
  }

  /// The closing quote, or the last character of the line.
  private int endOfQuoted(int quote) {
    for (int at = quote + 1; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '\n') {
        return at - 1;
      }
      if (c == '"') {
        return at;
      }
      if (c == '\\') {
        at++;
      }
    }
    return text.length() - 1;
  }

  private int endOfLine(int at) {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end;
  }

  /// The last character of a heredoc that begins here, or the same offset when none does.
  private int endOfHeredoc(int at) {
    if (!text.startsWith("<<", at)) {
      return at;
    }
    int markerStart = text.startsWith("-", at + 2) ? at + 3 : at + 2;
    int lineEnd = endOfLine(markerStart);
    String marker = text.substring(markerStart, lineEnd).strip();
    if (!Identifiers.isIdentifier(marker)) {
      return at;
    }
    for (int line = lineEnd + 1; line < text.length(); ) {
      int end = endOfLine(line);
      if (TemplateScanner.markerAt(text, line, marker) >= 0) {
        return end - 1;
      }
      line = end + 1;
    }
    return lineEnd - 1;
  }
}
