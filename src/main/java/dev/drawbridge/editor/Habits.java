package dev.drawbridge.editor;

import dev.drawbridge.base.Language;
import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Preset;
import dev.drawbridge.edit.template.Template;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Node;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// What people usually draw an arrow to, as the designs of the gallery have it. Nodes count as alike that
/// have one icon: it tells a public load balancer from an internal one, which the kind does not.
final class Habits {
  private static final List<Template> EXAMPLES =
      List.of(
          Template.THREE_TIER,
          Template.BLUE_GREEN,
          Template.CANARY,
          Template.CONTAINERS,
          Template.TWO_DATA_CENTRES);

  private static final Map<Way, Integer> WAYS = counted();

  private record Way(String from, String to) {}

  private Habits() {}

  /// Looks at the designs, which takes a while the first time; for a thread that nobody waits for.
  static void learn() {
    Objects.requireNonNull(WAYS); // made with this class
  }

  /// How often an arrow leads from such a node to such a one.
  static int of(Node source, Preset target) {
    return WAYS.getOrDefault(new Way(icon(source), target.icon()), 0);
  }

  private static Map<Way, Integer> counted() {
    Map<Way, Integer> ways = new HashMap<>();
    for (Template template : EXAMPLES) {
      Document design = template.design(Language.ENGLISH);
      for (Connector connector : design.connectors()) {
        Node from = design.node(connector.source());
        Node to = design.node(connector.target());
        ways.merge(new Way(icon(from), icon(to)), 1, Integer::sum);
      }
    }
    return ways;
  }

  private static String icon(Node node) {
    return Catalog.of(node).map(kind -> kind.icon(node)).orElse("");
  }
}
