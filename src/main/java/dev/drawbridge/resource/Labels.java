package dev.drawbridge.resource;

import dev.drawbridge.base.Latin;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// Gives out labels for blocks: `[a-z][a-z0-9_]*`, no two alike, from whatever a user calls things.
public final class Labels {
  /// Terraform sets no limit; beyond this an address is hard to read.
  private static final int LENGTH = 48;

  private final Set<String> taken = new HashSet<>();

  /// A label that was not given out before.
  ///
  /// @param wanted what the user calls the thing
  /// @param fallback a label to use where nothing of that can be kept
  public String next(String wanted, String fallback) {
    String label = of(wanted, fallback);
    String free = label;
    for (int i = 2; !taken.add(free); i++) {
      free = label + "_" + i;
    }
    return free;
  }

  /// The text as a label. Different texts may give the same one.
  public static String of(String text, String fallback) {
    String lower = Latin.letters(text).toLowerCase(Locale.ROOT);
    StringBuilder label = new StringBuilder();
    for (int i = 0; i < lower.length() && label.length() < LENGTH; i++) {
      char c = lower.charAt(i);
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        label.append(c);
      } else if (!label.isEmpty() && label.charAt(label.length() - 1) != '_') {
        label.append('_');
      }
    }
    if (!label.isEmpty() && label.charAt(label.length() - 1) == '_') {
      label.setLength(label.length() - 1);
    }
    if (label.isEmpty()) {
      return fallback;
    }
    return Character.isDigit(label.charAt(0)) ? fallback + "_" + label : label.toString();
  }
}
