package dev.drawbridge.ui;

/// Korean as it is while it is being typed: initials that stand for syllables, and a last syllable that
/// is not finished yet.
final class Hangul {
  private static final String INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
  private static final String FINALS = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ";
  private static final int MEDIALS = 21;
  private static final char FIRST = '가';
  private static final char LAST = '힣';

  /// Two consonants that an input method shows as one, each followed by the two.
  private static final String PAIRS = "ㄳㄱㅅㄵㄴㅈㄶㄴㅎㄺㄹㄱㄻㄹㅁㄼㄹㅂㄽㄹㅅㄾㄹㅌㄿㄹㅍㅀㄹㅎㅄㅂㅅ";

  private Hangul() {}

  /// Whether the typed letter stands for the letter of a text, or is on the way to it: `ㅈ`, `저` and `젓`
  /// all lead to syllables that begin so.
  static boolean leadsTo(char typed, char letter) {
    if (letter < FIRST || letter > LAST) {
      return false;
    }
    int whole = letter - FIRST;
    int initial = whole / FINALS.length() / MEDIALS;
    if (typed < FIRST || typed > LAST) {
      return INITIALS.indexOf(typed) == initial;
    }
    int part = typed - FIRST;
    return part % FINALS.length() == 0
        && part / FINALS.length() / MEDIALS == initial
        && medialLeadsTo(part / FINALS.length() % MEDIALS, whole / FINALS.length() % MEDIALS);
  }

  /// ㅗ becomes ㅘ, ㅙ or ㅚ with the next key, ㅜ becomes ㅝ, ㅞ or ㅟ, and ㅡ becomes ㅢ.
  private static boolean medialLeadsTo(int typed, int medial) {
    return typed == medial
        || typed == 8 && medial > 8 && medial <= 11
        || typed == 13 && medial > 13 && medial <= 16
        || typed == 18 && medial == 19;
  }

  /// With pairs of consonants, which stand for two initials, taken apart.
  static String spread(String typed) {
    StringBuilder spread = new StringBuilder();
    for (char letter : typed.toCharArray()) {
      int pair = PAIRS.indexOf(letter);
      spread.append(
          pair >= 0 && pair % 3 == 0
              ? PAIRS.substring(pair + 1, pair + 3)
              : String.valueOf(letter));
    }
    return spread.toString();
  }

  /// With the last consonant of the last syllable as the initial of the next one, which it becomes when a
  /// vowel follows: `젖` may be on the way to `저장`. The same where there is none.
  static String unfinished(String typed) {
    if (typed.isEmpty() || typed.charAt(typed.length() - 1) < FIRST) {
      return typed;
    }
    char last = typed.charAt(typed.length() - 1);
    int end = (last - FIRST) % FINALS.length();
    if (last > LAST || end == 0) {
      return typed;
    }
    String before = typed.substring(0, typed.length() - 1);
    char open = (char) (last - end);
    int pair = PAIRS.indexOf(FINALS.charAt(end));
    if (pair >= 0 && pair % 3 == 0) {
      char kept = (char) (open + FINALS.indexOf(PAIRS.charAt(pair + 1)));
      return before + kept + PAIRS.charAt(pair + 2);
    }
    return before + open + FINALS.charAt(end);
  }
}
