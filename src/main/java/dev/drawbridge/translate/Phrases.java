package dev.drawbridge.translate;

import dev.drawbridge.base.Latin;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/// What users call things, in the characters that AWS takes in one place or another.
final class Phrases {
  /// What a description of a security group or of a rule must not hold, and no other description needs.
  private static final Pattern NOT_IN_DESCRIPTIONS =
      Pattern.compile("[^a-zA-Z0-9. _\\-:/()#,@\\[\\]+=&;!*]");

  private static final Pattern NOT_IN_TAGS = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern NOT_IN_NAMES = Pattern.compile("[^a-z0-9]+");
  private static final Pattern SPACES = Pattern.compile(" {2,}");
  private static final int DESCRIPTION = 120;
  private static final int TAG = 100;

  private Phrases() {}

  /// The name as part of a description, Hangul in Latin letters; empty where nothing of it is left.
  static String description(String name) {
    String plain = NOT_IN_DESCRIPTIONS.matcher(Latin.letters(name)).replaceAll(" ");
    return cut(SPACES.matcher(plain).replaceAll(" ").strip(), DESCRIPTION).strip();
  }

  /// The name as part of a tag: letters and digits of any script, in small letters, with hyphens.
  static String tag(String name) {
    String lower = Normalizer.normalize(name, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    return trim(cut(NOT_IN_TAGS.matcher(lower).replaceAll("-"), TAG));
  }

  /// The name in `a-z0-9-`, as load balancers and databases want it, at most so long.
  static String hyphens(String name, int length) {
    String lower = Latin.letters(name).toLowerCase(Locale.ROOT);
    return trim(cut(trim(NOT_IN_NAMES.matcher(lower).replaceAll("-")), length));
  }

  private static String cut(String text, int length) {
    if (text.codePointCount(0, text.length()) <= length) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, length));
  }

  private static String trim(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && text.charAt(from) == '-') {
      from++;
    }
    while (to > from && text.charAt(to - 1) == '-') {
      to--;
    }
    return text.substring(from, to);
  }
}
