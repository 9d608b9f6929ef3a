package dev.drawbridge.catalog;

import dev.drawbridge.resource.Resource;

/// What a resource says of the design that it was lowered from: the way back of [Lower].
@FunctionalInterface
public interface Raise {
  /// Draws the resource, or leaves it alone where it is another kind's.
  void raise(Resource resource, Raising in);
}
