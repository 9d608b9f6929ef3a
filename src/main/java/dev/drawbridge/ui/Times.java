package dev.drawbridge.ui;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.function.Supplier;

/// Says when something was, as people do: the hour for today and yesterday, else the day.
final class Times {
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

  private final Texts texts;
  private final Supplier<LocalDate> today;
  private final ZoneId zone;

  Times(Texts texts, Supplier<LocalDate> today, ZoneId zone) {
    this.texts = texts;
    this.today = today;
    this.zone = zone;
  }

  String text(Instant moment) {
    LocalDateTime time = LocalDateTime.ofInstant(moment, zone);
    LocalDate day = time.toLocalDate();
    if (day.equals(today.get())) {
      return texts.get("ui.time.today", HOUR.format(time));
    }
    if (day.equals(today.get().minusDays(1))) {
      return texts.get("ui.time.yesterday", HOUR.format(time));
    }
    return DateTimeFormatter.ISO_LOCAL_DATE.format(day);
  }
}
