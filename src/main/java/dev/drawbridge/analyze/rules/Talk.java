package dev.drawbridge.analyze.rules;

/// That one component opens sessions with another, or may be able to.
///
/// @param sessions everything that it can open
public record Talk(Component from, Component to, Exposure sessions) {
  /// Whether any session completes for certain.
  public boolean isCertain() {
    return !sessions.isEmpty();
  }
}
