package dev.drawbridge.catalog;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Where something belongs, from the outside inwards. The web tier stands in the DMZ; WAS and
/// databases do not.
public enum Zone {
  /// Everybody.
  INTERNET,
  /// Public load balancers, the web tier, NAT gateways.
  DMZ,
  /// Internal load balancers and application servers.
  APP,
  /// Databases and caches.
  DATA,
  /// What is there to run the rest: monitoring, deployment.
  MANAGEMENT,
  /// The organisation's own data centre, at the other end of a VPN or Direct Connect.
  IDC;

  /// As in policies and in message keys: `zone.dmz.name`.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Zone> of(String key) {
    return Arrays.stream(values()).filter(zone -> zone.key().equals(key)).findFirst();
  }
}
