package dev.drawbridge.cli;

import dev.drawbridge.analyze.finding.Severity;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// From which severity on a finding makes `validate` fail.
enum Threshold {
  CRITICAL,
  HIGH,
  BROKEN,
  MEDIUM,
  LOW,
  NONE;

  /// As on the command line, the default first.
  static List<String> keys() {
    return Stream.concat(
            Stream.of(MEDIUM.key()),
            Arrays.stream(values()).filter(one -> one != MEDIUM).map(Threshold::key))
        .toList();
  }

  static Threshold of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }

  String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean isReachedBy(Severity severity) {
    return this != NONE && severity.isAtLeast(Severity.valueOf(name()));
  }
}
