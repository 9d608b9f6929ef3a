package dev.drawbridge.hcl;

/// Which texts HCL accepts as a bare name.
public final class Identifiers {
  private Identifiers() {}

  /// Unicode letters, digits, `_` and `-`, not beginning with a digit or `-` (HCL native syntax,
  /// "Identifiers").
  public static boolean isIdentifier(String text) {
    if (text.isEmpty() || !isStart(text.codePointAt(0))) {
      return false;
    }
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      if (!isPart(c)) {
        return false;
      }
      i += Character.charCount(c);
    }
    return true;
  }

  /// Names that mean something else where an expression may begin.
  static boolean isKeyword(String text) {
    return switch (text) {
      case "for", "in", "if", "else", "endif", "endfor", "null", "true", "false" -> true;
      default -> false;
    };
  }

  static boolean isStart(int c) {
    if (c < 128) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }
    return Character.isUnicodeIdentifierStart(c);
  }

  static boolean isPart(int c) {
    if (c < 128) {
      return isStart(c) || (c >= '0' && c <= '9') || c == '-';
    }
    return Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
  }
}
