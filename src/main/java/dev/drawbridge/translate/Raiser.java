package dev.drawbridge.translate;

import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Raise;
import dev.drawbridge.resource.Resource;
import dev.drawbridge.resource.ResourceGraph;
import java.util.ArrayList;
import java.util.List;

/// Raises a resource graph to a document, the way back of [Lowerer]: lowering what was raised gives the
/// same graph wherever a document lowered to it. What nobody drew is drawn as far as the kinds recognise
/// it, and the coverage tells the rest. Nothing is placed yet: every node lies at its container's corner.
public final class Raiser {
  private Raiser() {}

  public static Raised raise(ResourceGraph graph) {
    RaisedDesign design = new RaisedDesign(graph);
    List<Kind> kinds = turns();
    for (Kind kind : kinds) {
      for (var entry : kind.raise().entrySet()) {
        Raise raise = entry.getValue();
        for (Resource resource : graph.ofType(entry.getKey())) {
          raise.raise(resource, design);
        }
      }
    }
    kinds.forEach(kind -> kind.raiseLast().accept(design));
    return design.finish();
  }

  /// Containers, in the order of the palette, which is that of their nesting; then what stands in them;
  /// then what joins them.
  private static List<Kind> turns() {
    List<Kind> turns = new ArrayList<>();
    Catalog.kinds().stream().filter(Kind::isContainer).forEach(turns::add);
    Catalog.kinds().stream().filter(k -> !k.isContainer() && !k.isConnector()).forEach(turns::add);
    Catalog.kinds().stream().filter(Kind::isConnector).forEach(turns::add);
    return turns;
  }
}
