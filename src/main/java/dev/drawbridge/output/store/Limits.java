package dev.drawbridge.output.store;

/// How much a file from a stranger may ask of us.
final class Limits {
  /// Bytes of a file.
  static final int FILE = 64 << 20;

  /// Levels of objects and lists, one within the other.
  static final int DEPTH = 64;

  /// Characters of one text or name.
  static final int TEXT = 1 << 20;

  /// Characters of one number.
  static final int NUMBER = 100;

  /// Decimal digits before or behind the point of a number, so that nobody has to write out 1e999999999.
  static final int DIGITS = 400;

  /// The farthest coordinate from the origin, in px.
  static final double COORDINATE = 10_000_000;

  /// Containers within containers.
  static final int CONTAINERS = 64;

  private Limits() {}
}
