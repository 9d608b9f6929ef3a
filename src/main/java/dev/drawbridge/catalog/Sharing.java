package dev.drawbridge.catalog;

import java.util.List;

/// Arrows from one source share by weight, those with the same conditions among themselves.
public record Sharing(Property<Integer> weight, List<Property<?>> conditions) {
  public Sharing {
    conditions = List.copyOf(conditions);
  }
}
