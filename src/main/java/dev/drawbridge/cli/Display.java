package dev.drawbridge.cli;

import dev.drawbridge.analyze.finding.Finding;
import dev.drawbridge.base.Messages;
import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.stream.Collectors;

/// What elements are called in printed text.
final class Display {
  private final Document document;
  private final Messages messages;

  Display(Document document, Messages messages) {
    this.document = document;
    this.messages = messages;
  }

  /// The element's own name; that of a nameless node is its kind's, that of a nameless arrow its two ends.
  String name(Element element) {
    if (!element.name().isEmpty()) {
      return element.name();
    }
    return switch (element) {
      case Node node -> kind(node);
      case Connector connector -> name(connector.source()) + " → " + name(connector.target());
    };
  }

  String name(ElementId id) {
    return document.find(id).map(this::name).orElse(id.value());
  }

  /// What a finding is about: its elements by name and id, or, where nothing is drawn, what else names
  /// them.
  String about(Finding finding) {
    return finding.elements().isEmpty()
        ? String.join(", ", finding.subjects())
        : finding.elements().stream()
            .map(id -> name(id) + " (" + id + ")")
            .collect(Collectors.joining(", "));
  }

  String kind(Element element) {
    return Catalog.of(element)
        .map(kind -> messages.text("kind." + kind.id() + ".name"))
        .orElse(element.kind());
  }
}
