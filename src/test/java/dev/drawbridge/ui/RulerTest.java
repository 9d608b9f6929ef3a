package dev.drawbridge.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.drawbridge.editor.Camera;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How a ruler is divided.
class RulerTest {
  @ParameterizedTest
  @CsvSource({"1, 100", "0.5, 200", "0.25, 500", "0.1, 1000", "0.02, 5000", "2, 50", "8, 10"})
  void numbersStandAtStepsThatOneCanCountIn(double zoom, double step) {
    assertEquals(step, Ruler.step(zoom), 1e-9);
  }

  @Test
  void atEveryZoomNumbersHaveRoomAndTicksCanBeToldApart() {
    for (double zoom = Camera.LEAST; zoom <= Camera.MOST; zoom *= 1.01) {
      double step = Ruler.step(zoom);
      double apart = step * zoom;
      assertTrue(apart >= 60 - 1e-9 && apart < 151, apart + " px apart at " + zoom);
      double digit = step / Math.pow(10, Math.floor(Math.log10(step) + 1e-9));
      assertTrue(Set.of(1L, 2L, 5L).contains(Math.round(digit)), step + " at " + zoom);
      assertEquals(Math.rint(step / 10), step / 10, 1e-9, "a tick at a whole px at " + zoom);
    }
  }
}
