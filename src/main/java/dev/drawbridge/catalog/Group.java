package dev.drawbridge.catalog;

/// The shelves of the palette, in their order there.
public enum Group {
  PLACES("places"),
  GATEWAYS("gateways"),
  LOAD_BALANCING("load_balancing"),
  COMPUTE("compute"),
  DATA("data"),
  OPERATIONS("operations"),
  CONNECTORS("connectors");

  private final String key;

  Group(String key) {
    this.key = key;
  }

  /// The part of message keys that means this group: `group.<key>.name`.
  public String key() {
    return key;
  }
}
