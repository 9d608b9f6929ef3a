package dev.drawbridge.analyze.rules.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class WindowTest {
  @Test
  void readsDailyAndWeeklyWindows() {
    assertEquals(Optional.of(new Window(180, 60)), Window.daily("03:00-04:00"));
    assertEquals(Optional.of(new Window(1425, 30)), Window.daily("23:45-00:15"));
    assertEquals(Optional.of(new Window(8310, 60)), Window.weekly("Sat:18:30-sat:19:30"));
    assertEquals(Optional.of(new Window(10050, 60)), Window.weekly("sun:23:30-mon:00:30"));
    assertEquals(Optional.empty(), Window.daily("24:00-01:00"));
    assertEquals(Optional.empty(), Window.weekly("som:18:30-sat:19:30"));
  }

  @Test
  void whatTouchesDoesNotOverlap() {
    Window early = new Window(180, 60);
    assertFalse(early.overlaps(new Window(240, 60)));
    assertFalse(new Window(240, 60).overlaps(early));
    assertTrue(early.overlaps(new Window(239, 60)));
    assertTrue(new Window(239, 60).overlaps(early));
  }

  /// Minute by minute, which shares nothing with the arithmetic.
  @Test
  void overlapsJustWhereAMinuteIsShared() {
    int[] starts = {0, 30, 1439, 1440, 5000, 10050, 10079};
    int[] lengths = {0, 1, 30, 60, 1440};
    for (int a : starts) {
      for (int b : starts) {
        for (int m : lengths) {
          for (int n : lengths) {
            Window one = new Window(a, m);
            Window other = new Window(b, n);
            assertEquals(shareAMinute(one, other), one.overlaps(other), one + " " + other);
          }
        }
      }
    }
  }

  private static boolean shareAMinute(Window one, Window other) {
    boolean[] busy = new boolean[Window.WEEK];
    for (int i = 0; i < one.minutes(); i++) {
      busy[(one.start() + i) % Window.WEEK] = true;
    }
    for (int i = 0; i < other.minutes(); i++) {
      if (busy[(other.start() + i) % Window.WEEK]) {
        return true;
      }
    }
    return false;
  }
}
