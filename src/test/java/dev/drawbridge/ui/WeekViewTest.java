package dev.drawbridge.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drawbridge.catalog.TimeWindow;
import dev.drawbridge.ui.WeekView.Part;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeekViewTest {
  @Test
  void aWindowOverMidnightHasAPartInEachDay() {
    assertEquals(
        List.of(new Part(5, 1380, 1440), new Part(6, 0, 30)),
        WeekView.parts(TimeWindow.weekly("sat:23:00-sun:00:30").orElseThrow(), 7));
    assertEquals(
        List.of(new Part(6, 1380, 1440), new Part(0, 0, 60)),
        WeekView.parts(TimeWindow.weekly("sun:23:00-mon:01:00").orElseThrow(), 7));
  }

  @Test
  void aDailyWindowComesRoundOnItsOneDay() {
    assertEquals(
        List.of(new Part(0, 1380, 1440), new Part(0, 0, 60)),
        WeekView.parts(TimeWindow.daily("23:00-01:00").orElseThrow(), 1));
    assertEquals(
        List.of(new Part(0, 1110, 1170)),
        WeekView.parts(TimeWindow.weekly("sat:18:30-sat:19:30").orElseThrow(), 1));
  }

  @Test
  void aDragTakesWholeStepsEitherWay() {
    assertEquals(new TimeWindow(60, 30), WeekView.between(65, 70));
    assertEquals(new TimeWindow(60, 90), WeekView.between(65, 140));
    assertEquals(new TimeWindow(60, 90), WeekView.between(140, 65));
    assertEquals(new TimeWindow(1410, 60), WeekView.between(1420, 1450));
  }
}
