package dev.drawbridge.analyze.finding;

import java.util.Locale;

/// What the analysis can say of a statement. Nothing unknown is ever shown as a pass.
public enum Verdict {
  /// It holds, and the path or the values show it.
  PROVEN,
  /// It does not hold.
  REFUTED,
  /// It hangs on an input that is not known.
  UNKNOWN;

  /// As in JSON and in message keys: `verdict.proven.name`.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
