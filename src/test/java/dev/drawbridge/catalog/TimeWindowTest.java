package dev.drawbridge.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class TimeWindowTest {
  @Test
  void readsDailyAndWeeklyWindows() {
    assertEquals(Optional.of(new TimeWindow(180, 60)), TimeWindow.daily("03:00-04:00"));
    assertEquals(Optional.of(new TimeWindow(1425, 30)), TimeWindow.daily("23:45-00:15"));
    assertEquals(Optional.of(new TimeWindow(8310, 60)), TimeWindow.weekly("Sat:18:30-sat:19:30"));
    assertEquals(Optional.of(new TimeWindow(10050, 60)), TimeWindow.weekly("sun:23:30-mon:00:30"));
    assertEquals(Optional.empty(), TimeWindow.daily("24:00-01:00"));
    assertEquals(Optional.empty(), TimeWindow.weekly("som:18:30-sat:19:30"));
  }

  @Test
  void writesWhatItReads() {
    for (String text : new String[] {"sat:18:30-sat:19:30", "sun:23:30-mon:00:30"}) {
      assertEquals(text, TimeWindow.weekly(text).orElseThrow().weeklyText());
    }
    assertEquals("23:45-00:15", TimeWindow.daily("23:45-00:15").orElseThrow().dailyText());
  }

  @Test
  void movesOverTheWeeksEnd() {
    TimeWindow late = TimeWindow.weekly("sun:23:30-mon:00:30").orElseThrow();
    assertEquals("mon:08:30-mon:09:30", late.later(9 * 60).weeklyText());
    assertEquals(late, late.later(9 * 60).later(-9 * 60));
  }

  @Test
  void whatTouchesDoesNotOverlap() {
    TimeWindow early = new TimeWindow(180, 60);
    assertFalse(early.overlaps(new TimeWindow(240, 60)));
    assertFalse(new TimeWindow(240, 60).overlaps(early));
    assertTrue(early.overlaps(new TimeWindow(239, 60)));
    assertTrue(new TimeWindow(239, 60).overlaps(early));
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
            TimeWindow one = new TimeWindow(a, m);
            TimeWindow other = new TimeWindow(b, n);
            assertEquals(shareAMinute(one, other), one.overlaps(other), one + " " + other);
          }
        }
      }
    }
  }

  private static boolean shareAMinute(TimeWindow one, TimeWindow other) {
    boolean[] busy = new boolean[TimeWindow.WEEK];
    for (int i = 0; i < one.minutes(); i++) {
      busy[(one.start() + i) % TimeWindow.WEEK] = true;
    }
    for (int i = 0; i < other.minutes(); i++) {
      if (busy[(other.start() + i) % TimeWindow.WEEK]) {
        return true;
      }
    }
    return false;
  }
}
