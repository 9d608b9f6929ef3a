package dev.drawbridge.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.drawbridge.base.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class TimesTest {
  private static String text(Language language, String moment) {
    Times times =
        new Times(new Texts(language), () -> LocalDate.of(2030, 6, 1), ZoneId.of("Asia/Seoul"));
    return times.text(Instant.parse(moment));
  }

  @Test
  void todayAndYesterdayAreSaidWithTheHourAndOtherDaysAsDates() {
    assertEquals("Today 09:05", text(Language.ENGLISH, "2030-06-01T00:05:00Z"));
    assertEquals("어제 23:59", text(Language.KOREAN, "2030-05-31T14:59:00Z"));
    assertEquals("2030-05-30", text(Language.ENGLISH, "2030-05-30T14:59:00Z"));
  }

  @Test
  void theDayIsThatOfTheUsersTimeZone() {
    assertEquals("오늘 00:10", text(Language.KOREAN, "2030-05-31T15:10:00Z"));
  }
}
