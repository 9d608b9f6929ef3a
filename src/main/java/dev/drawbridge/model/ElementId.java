package dev.drawbridge.model;

/// The name by which an element is referred to, such as `alb-7f3k`. It never changes and is never used
/// again after its element is gone.
public record ElementId(String value) implements Comparable<ElementId> {
  public ElementId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not an element id: " + value);
    }
  }

  /// Whether the text may be an id: 1 to 64 ASCII letters, digits, `_`, `.` and `-`, the first a
  /// letter or digit.
  public static boolean isValid(String text) {
    // By hand: a file of many elements asks this many times, and a pattern would take most of its
    // time.
    if (text.isEmpty() || text.length() > 64 || !isLetterOrDigit(text.charAt(0))) {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isLetterOrDigit(c) && c != '_' && c != '.' && c != '-') {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetterOrDigit(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }

  @Override
  public int compareTo(ElementId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
