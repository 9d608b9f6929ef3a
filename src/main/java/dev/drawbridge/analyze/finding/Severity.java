package dev.drawbridge.analyze.finding;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How much a finding matters, the worst first.
public enum Severity {
  /// Somebody on the internet gets where nobody may.
  CRITICAL(4),
  /// One mistake away from that.
  HIGH(3),
  /// It will not deploy, or not work. Ranks with high.
  BROKEN(3),
  /// Will hurt some day.
  MEDIUM(2),
  /// Worth knowing.
  LOW(1);

  private final int rank;

  Severity(int rank) {
    this.rank = rank;
  }

  public boolean isAtLeast(Severity other) {
    return rank >= other.rank;
  }

  /// As on the command line and in message keys: `severity.critical.name`.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Severity> of(String key) {
    return Arrays.stream(values()).filter(severity -> severity.key().equals(key)).findFirst();
  }
}
