package dev.drawbridge.terraform.read;

import static dev.drawbridge.terraform.read.Functions.text;

import dev.drawbridge.base.Reason;
import dev.drawbridge.resource.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Functions on moments that are given as text (RFC 3339). Those that ask the clock are worth something else in
/// every run.
final class TimeFunctions {
  private static final Pattern MOMENT =
      Pattern.compile(
          "([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})(?:[.]([0-9]+))?"
              + "(?:Z|([+-][0-9]{2}:[0-9]{2}))");

  private static final Pattern DURATION =
      Pattern.compile("[+-]?(?:0|(?:(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:ns|us|µs|μs|ms|s|m|h))+)");

  private static final Pattern PART =
      Pattern.compile("([0-9]+[.]?[0-9]*|[.][0-9]+)(ns|us|µs|μs|ms|s|m|h)");

  private static final BigDecimal LONGEST = new BigDecimal(BigInteger.valueOf(Long.MAX_VALUE));

  private TimeFunctions() {}

  static void addTo(Map<String, Function<List<Value>, Value>> all) {
    all.put("formatdate", a -> DateFormat.format(text(a, 0), moment(a, 1, "formatdate")));
    all.put("timeadd", TimeFunctions::later);
    all.put(
        "timecmp",
        a ->
            Value.of(
                Integer.signum(
                    moment(a, 0, "timecmp")
                        .toInstant()
                        .compareTo(moment(a, 1, "timecmp").toInstant()))));
    for (String clock : List.of("timestamp", "plantimestamp")) {
      all.put(clock, _ -> new Value.Unknown(Reason.of("unknown.clock", clock)));
    }
  }

  private static OffsetDateTime moment(List<Value> arguments, int index, String function) {
    Matcher read = MOMENT.matcher(text(arguments, index));
    if (read.matches()) {
      String nanos = read.group(7) == null ? "" : read.group(7);
      try {
        return OffsetDateTime.of(
            Integer.parseInt(read.group(1)),
            Integer.parseInt(read.group(2)),
            Integer.parseInt(read.group(3)),
            Integer.parseInt(read.group(4)),
            Integer.parseInt(read.group(5)),
            Integer.parseInt(read.group(6)),
            Integer.parseInt((nanos + "000000000").substring(0, 9)),
            read.group(8) == null ? ZoneOffset.UTC : ZoneOffset.of(read.group(8)));
      } catch (DateTimeException e) {
        // no such day or hour: refused below
      }
    }
    throw new Functions.Refused(Unknowns.failure("call", function));
  }

  /// `timeadd(timestamp, duration)`: parts of a second are dropped from what comes out.
  private static Value later(List<Value> arguments) {
    OffsetDateTime moment = moment(arguments, 0, "timeadd").plus(duration(text(arguments, 1)));
    String offset = moment.getOffset().getId();
    return Value.of(
        String.format(
            Locale.ROOT,
            "%04d-%02d-%02dT%02d:%02d:%02d%s",
            moment.getYear(),
            moment.getMonthValue(),
            moment.getDayOfMonth(),
            moment.getHour(),
            moment.getMinute(),
            moment.getSecond(),
            offset));
  }

  /// Such as `-1h30m`.
  private static Duration duration(String text) {
    if (!DURATION.matcher(text).matches()) {
      throw new Functions.Refused(Unknowns.failure("call", "timeadd"));
    }
    BigDecimal nanos = BigDecimal.ZERO;
    Matcher part = PART.matcher(text);
    while (part.find()) {
      nanos =
          nanos.add(
              new BigDecimal(part.group(1))
                  .multiply(BigDecimal.valueOf(nanosIn(part.group(2))))
                  .setScale(0, RoundingMode.DOWN));
    }
    if (nanos.compareTo(LONGEST) > 0) {
      throw new Functions.Refused(Unknowns.failure("call", "timeadd"));
    }
    long all = nanos.longValueExact();
    return Duration.ofNanos(text.startsWith("-") ? -all : all);
  }

  private static long nanosIn(String unit) {
    return switch (unit) {
      case "ns" -> 1;
      case "us", "µs", "μs" -> 1_000;
      case "ms" -> 1_000_000;
      case "s" -> 1_000_000_000;
      case "m" -> 60_000_000_000L;
      default -> 3_600_000_000_000L;
    };
  }
}
