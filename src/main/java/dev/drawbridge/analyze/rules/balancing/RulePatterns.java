package dev.drawbridge.analyze.rules.balancing;

import dev.drawbridge.network.AddressSet;
import dev.drawbridge.network.Cidr;
import dev.drawbridge.network.CidrReading;
import java.util.Optional;
import java.util.regex.Pattern;

/// The patterns of listener rules: `*` stands for any number of characters, `?` for one.
final class RulePatterns {
  /// AWS, Add a listener rule: at most 128 of these characters, with a dot somewhere.
  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9_.;*?-]{1,128}");

  private static final Pattern PATH = Pattern.compile("[A-Za-z0-9_.$/~\"'@:+;&*?-]{1,128}");

  private RulePatterns() {}

  static boolean isHost(String pattern) {
    return HOST.matcher(pattern).matches() && (pattern.contains(".") || pattern.contains("*"));
  }

  /// A path begins with a slash, so a pattern that begins with something else fits none.
  static boolean isPath(String pattern) {
    return PATH.matcher(pattern).matches() && "/*?".indexOf(pattern.charAt(0)) >= 0;
  }

  /// Whether whatever fits the narrow pattern fits the wide one. Says no in a few odd cases where
  /// it does, such as `?*` and `*?`.
  static boolean covers(String wide, String narrow) {
    int at = 0;
    int in = 0;
    int star = -1;
    int resume = 0;
    while (in < narrow.length()) {
      if (at < wide.length() && wide.charAt(at) == '*') {
        star = at++;
        resume = in;
      } else if (at < wide.length() && fits(wide.charAt(at), narrow.charAt(in))) {
        at++;
        in++;
      } else if (star >= 0) {
        at = star + 1;
        in = ++resume;
      } else {
        return false;
      }
    }
    while (at < wide.length() && wide.charAt(at) == '*') {
      at++;
    }
    return at == wide.length();
  }

  private static boolean fits(char wide, char narrow) {
    return narrow != '*' && (wide == '?' || wide == narrow);
  }

  /// What a pattern says up to its first wild character.
  static String beginning(String pattern) {
    int end = 0;
    while (end < pattern.length() && "*?".indexOf(pattern.charAt(end)) < 0) {
      end++;
    }
    return pattern.substring(0, end);
  }

  /// Whether an address block holds all of another.
  static boolean coversBlock(String wide, String narrow) {
    Optional<AddressSet> all = block(wide);
    Optional<AddressSet> some = block(narrow);
    return all.isPresent() && some.isPresent() && some.get().minus(all.get()).isEmpty();
  }

  private static Optional<AddressSet> block(String text) {
    return Cidr.read(text) instanceof CidrReading.Exact(Cidr cidr)
        ? Optional.of(AddressSet.of(cidr))
        : Optional.empty();
  }
}
