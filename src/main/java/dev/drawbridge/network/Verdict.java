package dev.drawbridge.network;

/// The answer to "do these sessions complete?"
public enum Verdict {
  /// All of them do.
  PROVEN,
  /// Some of them do: some ports, some sources, or only from some client ports.
  PARTIAL,
  /// None does for certain; whether any does hangs on inputs that are not resolved.
  UNKNOWN,
  /// None does.
  REFUTED;

  /// Whether some session completes for certain.
  public boolean isSome() {
    return this == PROVEN || this == PARTIAL;
  }
}
