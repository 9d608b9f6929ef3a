package dev.drawbridge.base;

import java.text.Normalizer;
import java.util.Map;

/// Text in the letters of ASCII, for places that take no others: labels of Terraform, names and
/// descriptions in AWS. Hangul is written by the letter table of the Revised Romanization of Korean
/// (Ministry of Culture and Tourism, notice 2000-8), without the changes of sound that it describes
/// beyond those at a following vowel; accents fall away; what has no counterpart is left out.
public final class Latin {
  private static final String[] INITIALS =
      "g kk n d tt r m b pp s ss - j jj ch k t p h".split(" ", -1);
  private static final String[] VOWELS =
      "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i".split(" ", -1);
  private static final String[] FINALS =
      "- k k k n n n t l k m l l l p l m p p t t ng t t k t p t".split(" ", -1);
  private static final String[] FINALS_BEFORE_VOWEL =
      "- g kk ks n nj n d r lg lm lb ls lt lp r m b ps s ss ng j ch k t p h".split(" ", -1);

  /// The initial that is silent.
  private static final int NO_INITIAL = 11;

  private static final int RIEUL_INITIAL = 5;
  private static final int RIEUL_FINAL = 8;

  private static final char FIRST_SYLLABLE = '\uAC00';
  private static final char LAST_SYLLABLE = '\uD7A3';

  private static final Map<Character, String> COUNTERPARTS =
      Map.ofEntries(
          Map.entry('Æ', "AE"),
          Map.entry('æ', "ae"),
          Map.entry('Œ', "OE"),
          Map.entry('œ', "oe"),
          Map.entry('Ø', "O"),
          Map.entry('ø', "o"),
          Map.entry('ß', "ss"),
          Map.entry('Ł', "L"),
          Map.entry('ł', "l"),
          Map.entry('Đ', "D"),
          Map.entry('đ', "d"),
          Map.entry('ı', "i"),
          Map.entry('\u00A0', " "),
          Map.entry('\u3000', " "),
          Map.entry('‐', "-"),
          Map.entry('‑', "-"),
          Map.entry('–', "-"),
          Map.entry('—', "-"),
          Map.entry('·', "-"),
          Map.entry('ㆍ', "-"),
          Map.entry('…', "..."),
          Map.entry('→', "->"),
          Map.entry('←', "<-"),
          Map.entry('↔', "<->"),
          Map.entry('×', "x"),
          Map.entry('‘', "'"),
          Map.entry('’', "'"),
          Map.entry('“', "\""),
          Map.entry('”', "\""));

  private Latin() {}

  /// The text in ASCII; ASCII itself stays as it is, control characters included.
  public static String letters(String text) {
    if (text.chars().allMatch(c -> c < 128)) {
      return text;
    }
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    StringBuilder out = new StringBuilder(composed.length() * 2);
    for (int i = 0; i < composed.length(); i++) {
      char c = composed.charAt(i);
      if (c < 128) {
        out.append(c);
      } else if (isSyllable(c)) {
        syllable(out, composed, i);
      } else if (COUNTERPARTS.get(c) instanceof String counterpart) {
        out.append(counterpart);
      } else {
        Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD)
            .chars()
            .filter(part -> part < 128)
            .forEach(part -> out.append((char) part));
      }
    }
    return out.toString();
  }

  private static boolean isSyllable(char c) {
    return c >= FIRST_SYLLABLE && c <= LAST_SYLLABLE;
  }

  /// A syllable is an initial, a vowel and perhaps a final; Unicode counts them in this order.
  private static void syllable(StringBuilder out, String text, int at) {
    int index = text.charAt(at) - FIRST_SYLLABLE;
    int initial = initial(text.charAt(at));
    boolean afterRieul =
        at > 0 && isSyllable(text.charAt(at - 1)) && finalOf(text.charAt(at - 1)) == RIEUL_FINAL;
    if (initial != NO_INITIAL) {
      out.append(initial == RIEUL_INITIAL && afterRieul ? "l" : INITIALS[initial]);
    }
    out.append(VOWELS[index % (VOWELS.length * FINALS.length) / FINALS.length]);
    int last = finalOf(text.charAt(at));
    if (last > 0) {
      boolean vowelNext =
          at + 1 < text.length()
              && isSyllable(text.charAt(at + 1))
              && initial(text.charAt(at + 1)) == NO_INITIAL;
      out.append(vowelNext ? FINALS_BEFORE_VOWEL[last] : FINALS[last]);
    }
  }

  private static int initial(char syllable) {
    return (syllable - FIRST_SYLLABLE) / (VOWELS.length * FINALS.length);
  }

  private static int finalOf(char syllable) {
    return (syllable - FIRST_SYLLABLE) % FINALS.length;
  }
}
