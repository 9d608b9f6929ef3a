package dev.drawbridge.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Times of the week in minutes from Monday 00:00 UTC, half-open: what ends at 04:00 and what
/// begins then do not meet.
///
/// @param start 0 to 10079
/// @param minutes how long it lasts, at most a week
public record TimeWindow(int start, int minutes) {
  /// In minutes.
  public static final int DAY = 24 * 60;

  public static final int WEEK = 7 * DAY;

  /// The shortest that AWS takes, in minutes.
  public static final int SHORTEST = 30;

  /// The shapes of properties that hold such times, see [PropertyType.Shaped].
  public static final String DAILY_SHAPE = "daily-window";

  public static final String WEEKLY_SHAPE = "weekly-window";

  /// As AWS writes them.
  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");

  private static final String TIME = "([01][0-9]|2[0-3]):([0-5][0-9])";
  private static final Pattern DAILY = Pattern.compile(TIME + "-" + TIME);
  private static final Pattern WEEKLY =
      Pattern.compile("([a-z]{3}):" + TIME + "-([a-z]{3}):" + TIME);

  /// A backup window, `17:00-18:00`, on Monday. One that ends before it begins lasts over midnight.
  public static Optional<TimeWindow> daily(String text) {
    Matcher matcher = DAILY.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int start = time(matcher, 1);
    return Optional.of(new TimeWindow(start, Math.floorMod(time(matcher, 3) - start, DAY)));
  }

  /// A maintenance window, `sat:18:30-sat:19:30`.
  public static Optional<TimeWindow> weekly(String text) {
    Matcher matcher = WEEKLY.matcher(text.toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int from = DAYS.indexOf(matcher.group(1));
    int to = DAYS.indexOf(matcher.group(4));
    if (from < 0 || to < 0) {
      return Optional.empty();
    }
    int start = from * DAY + time(matcher, 2);
    int end = to * DAY + time(matcher, 5);
    return Optional.of(new TimeWindow(start, Math.floorMod(end - start, WEEK)));
  }

  private static int time(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group)) * 60 + Integer.parseInt(matcher.group(group + 1));
  }

  /// The daily window on every day of the week.
  public List<TimeWindow> everyDay() {
    List<TimeWindow> all = new ArrayList<>();
    for (int day = 0; day < 7; day++) {
      all.add(new TimeWindow((start + day * DAY) % WEEK, minutes));
    }
    return all;
  }

  /// Whether the two share a minute, over the week's end too.
  public boolean overlaps(TimeWindow other) {
    int after = Math.floorMod(other.start - start, WEEK);
    int before = Math.floorMod(start - other.start, WEEK);
    return after < minutes && other.minutes > 0 || before < other.minutes && minutes > 0;
  }

  /// The time of day as AWS writes a daily window.
  public String dailyText() {
    return time(start % DAY) + "-" + time((start + minutes) % DAY);
  }

  /// The time of the week as AWS writes a weekly window.
  public String weeklyText() {
    int end = (start + minutes) % WEEK;
    return DAYS.get(start / DAY)
        + ":"
        + time(start % DAY)
        + "-"
        + DAYS.get(end / DAY)
        + ":"
        + time(end % DAY);
  }

  /// As long, and so many minutes later; over the week's end.
  public TimeWindow later(int by) {
    return new TimeWindow(Math.floorMod(start + by, WEEK), minutes);
  }

  private static String time(int minuteOfDay) {
    int hour = minuteOfDay / 60;
    int minute = minuteOfDay % 60;
    return (hour < 10 ? "0" : "") + hour + ":" + (minute < 10 ? "0" : "") + minute;
  }
}
