package dev.drawbridge.translate;

import dev.drawbridge.base.Outcome;
import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.resource.ResourceGraph;

/// Lowers a document to the resource graph that is checked and from which Terraform is written. Every
/// document has one: what cannot be built as drawn is left out, and an issue says so.
public final class Lowerer {
  private Lowerer() {}

  public static Outcome<ResourceGraph> lower(Document document) {
    return lower(document, Overall.of(document));
  }

  /// A part of a design, with the names that it has in the whole.
  ///
  /// @param part elements of the design in its order; whoever one of them names is among them
  public static Outcome<ResourceGraph> lower(Document part, Overall overall) {
    TerraformModule module = new TerraformModule(part, overall);
    module.open();
    for (Element element : part.elements().values()) {
      Catalog.of(element)
          .ifPresentOrElse(
              kind -> {
                if (kind.isConnector() == element instanceof Connector) {
                  kind.lower().lower(element, module);
                }
              },
              () -> module.warn(element, null, "lower.unknown-kind", element.kind()));
    }
    module.close();
    return new Outcome.Ok<>(module.graph().build(), module.issues());
  }
}
