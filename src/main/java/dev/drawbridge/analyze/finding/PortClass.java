package dev.drawbridge.analyze.finding;

import java.util.Locale;

/// What sort of port a finding is about: coarse on purpose, so that a fingerprint outlives small
/// changes.
public enum PortClass {
  /// Nothing to do with ports.
  NONE,
  WEB,
  ADMINISTRATION,
  DATABASE,
  /// Nearly every port there is.
  ALL,
  OTHER;

  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
