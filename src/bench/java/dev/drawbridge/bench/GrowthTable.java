package dev.drawbridge.bench;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.openjdk.jmh.results.RunResult;

/// Median times in milliseconds, a line for each kind of work and a column for each size, and the
/// exponent of their growth: 1 where twice the size takes twice the time, 2 where it takes four times.
final class GrowthTable {
  private static final double NANOSECONDS_IN_A_MILLISECOND = 1e6;

  private final SortedMap<String, SortedMap<Integer, Double>> medians = new TreeMap<>();

  GrowthTable(Collection<RunResult> results) {
    for (RunResult result : results) {
      String[] path = result.getParams().getBenchmark().split("\\.", -1);
      String work = path[path.length - 2].replace("Benchmark", "") + " " + path[path.length - 1];
      int elements = Integer.parseInt(result.getParams().getParam("elements"));
      double median = result.getPrimaryResult().getStatistics().getPercentile(50);
      medians
          .computeIfAbsent(work, _ -> new TreeMap<>())
          .put(elements, inMilliseconds(median, result.getPrimaryResult().getScoreUnit()));
    }
  }

  private static double inMilliseconds(double time, String unit) {
    return switch (unit) {
      case "ns/op" -> time / NANOSECONDS_IN_A_MILLISECOND;
      case "us/op" -> time / 1000;
      case "ms/op" -> time;
      case "s/op" -> time * 1000;
      default -> throw new IllegalArgumentException("a time in " + unit);
    };
  }

  /// The slope of the straight line that fits best in a plot of both logarithms.
  static double growth(Map<Integer, Double> times) {
    double meanX = times.keySet().stream().mapToDouble(Math::log).average().orElseThrow();
    double meanY = times.values().stream().mapToDouble(Math::log).average().orElseThrow();
    double covariance = 0;
    double variance = 0;
    for (var point : times.entrySet()) {
      double x = Math.log(point.getKey()) - meanX;
      covariance += x * (Math.log(point.getValue()) - meanY);
      variance += x * x;
    }
    return covariance / variance;
  }

  @Override
  public String toString() {
    var sizes = new TreeSet<Integer>();
    medians.values().forEach(times -> sizes.addAll(times.keySet()));
    var text =
        new StringBuilder("\nMedian time in ms, by number of elements: nodes and connectors\n\n");
    text.append(String.format(Locale.ROOT, "%-32s", "work"));
    sizes.forEach(size -> text.append(String.format(Locale.ROOT, "%12d", size)));
    text.append(String.format(Locale.ROOT, "%10s%n", "growth"));
    medians.forEach(
        (work, times) -> {
          text.append(String.format(Locale.ROOT, "%-32s", work));
          sizes.forEach(size -> text.append(cell(times.get(size))));
          text.append(times.size() < 2 ? "" : String.format(Locale.ROOT, "%10.2f", growth(times)));
          text.append(System.lineSeparator());
        });
    return text.toString();
  }

  private static String cell(Double milliseconds) {
    return milliseconds == null
        ? " ".repeat(12)
        : String.format(Locale.ROOT, "%12.3f", milliseconds);
  }
}
