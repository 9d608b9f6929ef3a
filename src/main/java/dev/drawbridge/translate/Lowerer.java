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
    TerraformModule module = new TerraformModule(document);
    module.open();
    for (Element element : document.elements().values()) {
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
