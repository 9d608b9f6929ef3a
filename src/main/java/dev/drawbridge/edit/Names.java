package dev.drawbridge.edit;

import dev.drawbridge.model.Document;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// Names that tell two nodes of a kind apart.
public final class Names {
  private final Map<String, Set<String>> taken = new HashMap<>();

  private Names() {}

  /// The names that the nodes of a document have.
  static Names of(Document document) {
    Names names = new Names();
    document.nodes().forEach(node -> names.ofKind(node.kind()).add(node.name()));
    return names;
  }

  /// The name itself where no node of the kind has it, otherwise the name with the next free number.
  public static String free(Document document, String name, String kind) {
    return of(document).take(name, kind);
  }

  /// As above; from now on the name is taken.
  String take(String name, String kind) {
    if (name.isEmpty()) {
      return name;
    }
    Set<String> others = ofKind(kind);
    String free = name;
    String stem = name.replaceFirst("[ -]\\d{1,6}$", "");
    for (int next = 2; !others.add(free); next++) {
      free = stem + " " + next;
    }
    return free;
  }

  private Set<String> ofKind(String kind) {
    return taken.computeIfAbsent(kind, _ -> new HashSet<>());
  }
}
