package dev.drawbridge.catalog;

import java.util.List;

/// Properties that belong together.
///
/// @param key in message keys: `section.<key>.name`; empty for those that need no title of their own
public record Section(String key, List<Property<?>> properties) {
  public Section {
    properties = List.copyOf(properties);
  }
}
