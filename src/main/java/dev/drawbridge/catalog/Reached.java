package dev.drawbridge.catalog;

import dev.drawbridge.model.Node;

/// Tells where the clients of a node find it.
@FunctionalInterface
public interface Reached {
  Endpoint at(Node node, Lowering out);
}
