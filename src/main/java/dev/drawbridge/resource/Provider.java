package dev.drawbridge.resource;

import org.jspecify.annotations.Nullable;

/// A `provider` block.
///
/// @param name the provider's local name, such as `aws`
/// @param alias what tells it from the default one; null for the default. A resource of another
///     configuration says so by its argument `provider`, a [Value.Symbol] such as `aws.tokyo`
public record Provider(String name, @Nullable String alias, Block body, Origin origin) {
  /// How a resource names it: `aws`, or `aws.tokyo`.
  public String reference() {
    return alias == null ? name : name + "." + alias;
  }
}
