package dev.drawbridge.terraform.read;

/// What `fileset()` looks for: `*` and `?` within a name, `**` for any folders, `[a-z]`, and `{a,b}` for either.
final class FilePattern {
  /// Wildcards of one; with more of them a file could be compared in too many ways.
  private static final int MAX_WILDCARDS = 6;

  private FilePattern() {}

  static RegularExpression of(String pattern) {
    if (pattern.chars().filter(c -> c == '*').count() > 2 * MAX_WILDCARDS) {
      throw new Functions.Refused(Unknowns.failure("call", "fileset"));
    }
    StringBuilder out = new StringBuilder("^");
    boolean either = false;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (pattern.startsWith("**/", i)) {
        out.append("(?:.*/)?");
        i += 2;
      } else if (pattern.startsWith("**", i)) {
        out.append(".*");
        i++;
      } else {
        either = c == '{' || (either && c != '}');
        out.append(translated(c, either));
      }
    }
    return RegularExpression.of(out.append('$').toString());
  }

  private static String translated(char c, boolean either) {
    return switch (c) {
      case '*' -> "[^/]*";
      case '?' -> "[^/]";
      case '{' -> "(?:";
      case '}' -> ")";
      case '[', ']', '-' -> String.valueOf(c);
      case ',' -> either ? "|" : ",";
      default ->
          Character.isLetterOrDigit(c) || c == '/' || c == '_' ? String.valueOf(c) : "\\" + c;
    };
  }
}
