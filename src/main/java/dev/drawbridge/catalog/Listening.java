package dev.drawbridge.catalog;

import dev.drawbridge.model.Document;
import dev.drawbridge.model.Node;
import java.util.List;

/// Tells on which ports a node takes traffic.
@FunctionalInterface
public interface Listening {
  List<Port> ports(Node node, Document document);
}
