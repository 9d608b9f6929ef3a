package dev.drawbridge.terraform.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Says in Java's words what a regular expression says in those of RE2. What RE2 lacks (looking around, going back
/// to a group, possessive repetitions) is refused as Terraform refuses it.
final class Re2Syntax {
  private final String expression;
  private final boolean byLine;
  private final StringBuilder out = new StringBuilder();
  private final List<@Nullable String> names = new ArrayList<>();
  private int at;

  private Re2Syntax(String expression) {
    this.expression = expression;
    byLine = expression.matches("(?s).*\\(\\?[a-z]*m[a-z-]*[:)].*");
  }

  static Re2Syntax of(String expression) {
    Re2Syntax syntax = new Re2Syntax(expression);
    while (syntax.at < expression.length()) {
      syntax.next();
    }
    return syntax;
  }

  String translated() {
    return out.toString();
  }

  List<@Nullable String> names() {
    return names;
  }

  private void next() {
    char c = expression.charAt(at);
    switch (c) {
      case '\\' -> escape();
      case '[' -> characters();
      case '(' -> group();
      // The end of the text, not of its last line.
      case '$' -> {
        out.append(byLine ? "$" : "\\z");
        at++;
      }
      case '*', '+', '?', '}' -> {
        out.append(c);
        at++;
        if (is("+")) {
          throw refused();
        }
      }
      default -> {
        out.append(c);
        at++;
      }
    }
  }

  private void escape() {
    char escaped = at + 1 < expression.length() ? expression.charAt(at + 1) : '\\';
    if ((escaped >= '1' && escaped <= '9') || "kGRXhHNZ".indexOf(escaped) >= 0) {
      throw refused();
    }
    out.append('\\').append(escaped);
    at += 2;
  }

  /// Java would take a bracket or two ampersands among characters for a union or intersection.
  private void characters() {
    out.append('[');
    at++;
    if (is("^")) {
      out.append('^');
      at++;
    }
    boolean first = true;
    while (at < expression.length() && (first || expression.charAt(at) != ']')) {
      char c = expression.charAt(at);
      int end = is("[:") ? expression.indexOf(":]", at) : -1;
      if (end > 0) {
        boolean not = expression.charAt(at + 2) == '^';
        String name = expression.substring(at + (not ? 3 : 2), end);
        if (!name.matches("[a-z]{5,6}")) {
          throw refused();
        }
        out.append(not ? "\\P{" : "\\p{").append(posix(name)).append('}');
        at = end + 2;
      } else if (c == '\\') {
        escape();
      } else {
        out.append(c == '[' || c == '&' || (first && c == ']') ? "\\" : "").append(c);
        at++;
      }
      first = false;
    }
    out.append(at < expression.length() ? "]" : "");
    at++;
  }

  private static String posix(String name) {
    return switch (name) {
      case "xdigit" -> "XDigit";
      case "ascii" -> "ASCII";
      default -> Character.toUpperCase(name.charAt(0)) + name.substring(1);
    };
  }

  private void group() {
    if (!is("(?")) {
      names.add(null);
      out.append('(');
      at++;
      return;
    }
    String start = is("(?P<") ? "(?P<" : "(?<";
    if (is(start)) {
      int end = expression.indexOf('>', at);
      String name = end < 0 ? "" : expression.substring(at + start.length(), end);
      if (!name.matches("\\w+")) {
        throw refused();
      }
      names.add(name);
      out.append('(');
      at = end + 1;
      return;
    }
    int end = at + 2;
    while (end < expression.length() && "ims-".indexOf(expression.charAt(end)) >= 0) {
      end++;
    }
    if (end >= expression.length() || ":)".indexOf(expression.charAt(end)) < 0) {
      throw refused();
    }
    out.append(expression, at, end + 1);
    at = end + 1;
  }

  private boolean is(String text) {
    return expression.startsWith(text, at);
  }

  private static Functions.Refused refused() {
    return new Functions.Refused(Unknowns.failure("call", "regex"));
  }
}
