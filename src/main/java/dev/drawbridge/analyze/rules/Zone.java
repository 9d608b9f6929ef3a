package dev.drawbridge.analyze.rules;

import java.util.Locale;

/// Where a component belongs, from outside to inside. The web tier stands in the DMZ; WAS and
/// databases do not.
public enum Zone {
  INTERNET,
  /// Public load balancers, the web tier, NAT gateways.
  DMZ,
  /// Internal load balancers and application servers.
  APP,
  /// Databases and caches.
  DATA;

  /// As in message keys: `zone.dmz.name`.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
