package dev.drawbridge.terraform.read;

import dev.drawbridge.resource.Value;
import java.time.OffsetDateTime;
import java.time.format.TextStyle;
import java.util.Locale;

/// The pattern of `formatdate()`: letters name parts of the moment, all else stands for itself, letters only between
/// single quotes.
final class DateFormat {
  private final OffsetDateTime moment;

  private DateFormat(OffsetDateTime moment) {
    this.moment = moment;
  }

  static Value format(String pattern, OffsetDateTime moment) {
    DateFormat format = new DateFormat(moment);
    StringBuilder out = new StringBuilder();
    int i = 0;
    while (i < pattern.length()) {
      char c = pattern.charAt(i);
      int end;
      if (c == '\'') {
        end = endOfQuote(pattern, i);
        out.append(unquoted(pattern.substring(i, end)));
      } else if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
        end = i + 1;
        while (end < pattern.length() && pattern.charAt(end) == c) {
          end++;
        }
        out.append(format.part(pattern.substring(i, end)));
      } else {
        end = i + 1;
        out.append(c);
      }
      i = end;
    }
    return TextFunctions.bounded(out.toString());
  }

  /// Two quotes are one that is meant, within quotes and without.
  private static int endOfQuote(String pattern, int start) {
    if (pattern.startsWith("''", start)) {
      return start + 2;
    }
    int i = start + 1;
    while (i < pattern.length()) {
      if (pattern.charAt(i) != '\'') {
        i++;
      } else if (pattern.startsWith("''", i)) {
        i += 2;
      } else {
        return i + 1;
      }
    }
    return i;
  }

  private static String unquoted(String quoted) {
    if (quoted.equals("''")) {
      return "'";
    }
    if (quoted.length() < 2 || !quoted.endsWith("'")) {
      throw refused();
    }
    return quoted.substring(1, quoted.length() - 1).replace("''", "'");
  }

  private static Functions.Refused refused() {
    return new Functions.Refused(Unknowns.failure("call", "formatdate"));
  }

  private String part(String letters) {
    return switch (letters) {
      case "YYYY" -> padded(moment.getYear(), 4);
      case "YY" -> padded(moment.getYear() % 100, 2);
      case "MMMM" -> moment.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      case "MMM" ->
          moment.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH).substring(0, 3);
      case "MM", "M" -> padded(moment.getMonthValue(), letters.length());
      case "DD", "D" -> padded(moment.getDayOfMonth(), letters.length());
      case "EEEE" -> moment.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      case "EEE" ->
          moment.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH).substring(0, 3);
      case "hh", "h" -> padded(moment.getHour(), letters.length());
      case "HH", "H" -> padded((moment.getHour() + 11) % 12 + 1, letters.length());
      case "AA" -> moment.getHour() < 12 ? "AM" : "PM";
      case "aa" -> moment.getHour() < 12 ? "am" : "pm";
      case "mm", "m" -> padded(moment.getMinute(), letters.length());
      case "ss", "s" -> padded(moment.getSecond(), letters.length());
      case "Z" -> moment.getOffset().getId();
      case "ZZZ" -> isUtc() ? "UTC" : offset().replace(":", "");
      case "ZZZZ" -> offset().replace(":", "");
      case "ZZZZZ" -> offset();
      default -> throw refused();
    };
  }

  private boolean isUtc() {
    return moment.getOffset().getTotalSeconds() == 0;
  }

  private String offset() {
    return isUtc() ? "+00:00" : moment.getOffset().getId();
  }

  private static String padded(int number, int length) {
    return String.format(Locale.ROOT, "%0" + length + "d", number);
  }
}
