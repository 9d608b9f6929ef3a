package dev.drawbridge.analyze.rules;

/// Where a component belongs, from the outside inwards. The web tier stands in the DMZ; WAS and
/// databases do not.
public enum Zone {
  /// Public load balancers, the web tier, NAT gateways.
  DMZ,
  /// Internal load balancers and application servers.
  APP,
  /// Databases and caches.
  DATA
}
