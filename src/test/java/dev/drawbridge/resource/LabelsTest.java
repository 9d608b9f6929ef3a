package dev.drawbridge.resource;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabelsTest {
  @ParameterizedTest
  @CsvSource({
    "Web A, web_a",
    "  --Web  (A)!, web_a",
    "웹 서버 1, wep_seobeo_1",
    "🏰, subnet",
    "10.0.0.0/16, subnet_10_0_0_0_16",
    "\"a\" { b = ${c} }, a_b_c",
  })
  void keepsWhatALabelCanKeep(String text, String expected) {
    assertEquals(expected, Labels.of(text, "subnet"));
  }

  @Test
  void givesNoLabelTwice() {
    Labels labels = new Labels();
    assertEquals("web", labels.next("Web", "x"));
    assertEquals("web_2", labels.next("web!", "x"));
    assertEquals("web_2_2", labels.next("web 2", "x"));
    assertEquals("web_3", labels.next("WEB", "x"));
  }
}
