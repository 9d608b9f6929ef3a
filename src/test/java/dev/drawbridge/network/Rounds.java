package dev.drawbridge.network;

/// How often tests with random networks go round. Mutation testing asks for fewer rounds with
/// `-Ddrawbridge.thoroughness=3`, in percent, since it runs the tests thousands of times.
public final class Rounds {

  private static final int PERCENT = Integer.getInteger("drawbridge.thoroughness", 100);

  private Rounds() {}

  public static int of(int full) {
    return Math.max(1, full * PERCENT / 100);
  }

  /// How far apart those of many inputs lie that are tried: next to each other unless fewer rounds
  /// are asked for.
  static int stride() {
    return Math.max(1, 100 / Math.max(1, PERCENT));
  }

  /// Whether enough rounds are gone that they must have met what they are meant to meet.
  static boolean areAll() {
    return PERCENT >= 100;
  }
}
