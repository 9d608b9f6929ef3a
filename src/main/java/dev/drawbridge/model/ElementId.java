package dev.drawbridge.model;

import java.util.regex.Pattern;

/// The name by which an element is referred to, such as `alb-7f3k`. It never changes and is never used
/// again after its element is gone.
public record ElementId(String value) implements Comparable<ElementId> {
  private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");

  public ElementId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not an element id: " + value);
    }
  }

  /// Whether the text may be an id: 1 to 64 ASCII letters, digits, `_`, `.` and `-`, the first a
  /// letter or digit.
  public static boolean isValid(String text) {
    return SHAPE.matcher(text).matches();
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
