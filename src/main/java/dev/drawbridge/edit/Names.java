package dev.drawbridge.edit;

import dev.drawbridge.model.Document;
import dev.drawbridge.model.Node;
import java.util.Set;
import java.util.stream.Collectors;

/// Names that tell two nodes of a kind apart.
public final class Names {
  private Names() {}

  /// The name itself where no node of the kind has it, otherwise the name with the next free number.
  public static String free(Document document, String name, String kind) {
    if (name.isEmpty()) {
      return name;
    }
    Set<String> taken =
        document.nodes().stream()
            .filter(node -> node.kind().equals(kind))
            .map(Node::name)
            .collect(Collectors.toSet());
    if (!taken.contains(name)) {
      return name;
    }
    String stem = name.replaceFirst("[ -]\\d{1,6}$", "");
    int next = 2;
    while (taken.contains(stem + " " + next)) {
      next++;
    }
    return stem + " " + next;
  }
}
