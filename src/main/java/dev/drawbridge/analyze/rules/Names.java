package dev.drawbridge.analyze.rules;

import dev.drawbridge.analyze.finding.Label;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.resource.Origin;
import dev.drawbridge.resource.Resource;
import java.util.Optional;

/// What resources are called in findings, and which drawn element each comes from.
final class Names {
  private final Document document;

  Names(Document document) {
    this.document = document;
  }

  /// The drawn element that a resource comes from.
  Optional<Element> element(Resource resource) {
    return resource.origin() instanceof Origin.Drawn(String id)
        ? document.find(new ElementId(id))
        : Optional.empty();
  }

  Optional<ElementId> elementId(Resource resource) {
    return element(resource).map(Element::id);
  }

  /// An identity for the resource that outlives a rename.
  String id(Resource resource) {
    return elementId(resource).map(ElementId::value).orElse(resource.address().toString());
  }

  Label label(Resource resource) {
    return element(resource)
        .map(Names::label)
        .orElseGet(() -> new Label.Named(resource.address().toString()));
  }

  static Label label(Element element) {
    return element.name().isBlank()
        ? new Label.Keyed("kind." + element.kind() + ".name")
        : new Label.Named(element.name());
  }
}
