package dev.drawbridge.ui;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Whether a text is what somebody means who types only some of its letters, in their order; and how well
/// it fits. Beginnings of words and letters that follow each other fit best.
final class Fuzzy {
  private static final int LETTER = 4;
  private static final int WORD = 12;
  private static final int NEXT = 14;
  private static final int NONE = Integer.MIN_VALUE / 2;

  /// @param score the higher, the better
  /// @param at which letters of the text were typed
  record Match(int score, List<Integer> at) {
    Match {
      at = List.copyOf(at);
    }
  }

  private Fuzzy() {}

  /// Everything fits to what is blank.
  static Optional<Match> match(String typed, String text) {
    String wanted = Hangul.spread(typed.replaceAll("\\s+", ""));
    if (wanted.isEmpty()) {
      return Optional.of(new Match(0, List.of()));
    }
    Optional<Match> exact = best(wanted, text);
    String open = Hangul.unfinished(wanted);
    return exact.isPresent() || open.equals(wanted) ? exact : best(open, text);
  }

  private static Optional<Match> best(String typed, String text) {
    int rows = typed.length();
    int columns = text.length();
    if (!isIn(typed, text)) {
      return Optional.empty();
    }
    // The best score of the letters typed so far when the last of them is found at this place of
    // the text.
    int[][] score = new int[rows][columns];
    int[][] before = new int[rows][columns];
    for (int i = 0; i < rows; i++) {
      Arrays.fill(score[i], NONE);
      int best = NONE;
      int bestAt = -1;
      for (int j = 0; j < columns; j++) {
        if (i > 0 && j > 0 && score[i - 1][j - 1] > best) {
          best = score[i - 1][j - 1];
          bestAt = j - 1;
        }
        if (!isMeant(typed.charAt(i), text.charAt(j)) || i > 0 && best == NONE) {
          continue;
        }
        int own = LETTER + (beginsWord(text, j) ? WORD : 0);
        score[i][j] = own + (i == 0 ? -Math.min(j, LETTER) : best);
        before[i][j] = bestAt;
        if (i > 0 && j > 0 && score[i - 1][j - 1] > NONE) {
          int next = own + score[i - 1][j - 1] + NEXT;
          if (next >= score[i][j]) {
            score[i][j] = next;
            before[i][j] = j - 1;
          }
        }
      }
    }
    return Optional.of(traced(score, before, columns));
  }

  private static Match traced(int[][] score, int[][] before, int columns) {
    int last = score.length - 1;
    int at = 0;
    for (int j = 1; j < columns; j++) {
      if (score[last][j] > score[last][at]) {
        at = j;
      }
    }
    int best = score[last][at];
    List<Integer> places = new ArrayList<>();
    for (int i = last; i >= 0; i--) {
      places.addFirst(at);
      at = before[i][at];
    }
    // Of two texts that fit alike, the shorter one is more likely meant.
    return new Match(best * 8 - columns, places);
  }

  private static boolean isIn(String typed, String text) {
    int found = 0;
    for (int j = 0; j < text.length() && found < typed.length(); j++) {
      if (isMeant(typed.charAt(found), text.charAt(j))) {
        found++;
      }
    }
    return found == typed.length();
  }

  /// Whether the text has what was typed as it was typed, letter after letter.
  static boolean contains(String text, String typed) {
    for (int from = 0; from + typed.length() <= text.length(); from++) {
      int same = 0;
      while (same < typed.length() && isMeant(typed.charAt(same), text.charAt(from + same))) {
        same++;
      }
      if (same == typed.length()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isMeant(char typed, char letter) {
    return Character.toLowerCase(typed) == Character.toLowerCase(letter)
        || Hangul.leadsTo(typed, letter);
  }

  private static boolean beginsWord(String text, int at) {
    return at == 0
        || !Character.isLetterOrDigit(text.charAt(at - 1))
        || Character.isLowerCase(text.charAt(at - 1)) && Character.isUpperCase(text.charAt(at));
  }
}
