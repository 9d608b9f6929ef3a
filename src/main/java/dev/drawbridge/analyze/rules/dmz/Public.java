package dev.drawbridge.analyze.rules.dmz;

import dev.drawbridge.network.AddressSet;
import dev.drawbridge.network.Family;

/// How much of the internet a set of addresses is.
final class Public {
  /// From this share on, a set is as good as everybody.
  private static final double NEARLY_ALL = 0.9;

  private Public() {}

  static AddressSet of(Family family) {
    return AddressSet.INTERNET.only(family);
  }

  /// Whether it holds nearly every public address of a family.
  static boolean isNearlyAll(AddressSet set, Family family) {
    return set.shareOf(of(family)) >= NEARLY_ALL;
  }

  /// Which part of the public addresses of a family it holds, in whole percent, rounded down.
  static long percent(AddressSet set, Family family) {
    return (long) Math.floor(set.shareOf(of(family)) * 100);
  }

  static String name(Family family) {
    return family == Family.IPV4 ? "IPv4" : "IPv6";
  }
}
