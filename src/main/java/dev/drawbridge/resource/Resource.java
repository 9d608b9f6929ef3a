package dev.drawbridge.resource;

import org.jspecify.annotations.Nullable;

/// One `resource` block.
public record Resource(Address address, Block body, Origin origin) {
  public String type() {
    return address.type();
  }

  public @Nullable Value get(String argument) {
    return body.get(argument);
  }
}
