package dev.drawbridge.ui;

import dev.drawbridge.base.Messages;
import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Preset;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;

/// How elements are called and shown in trees, lists and fields.
final class Display {
  private Display() {}

  static String kind(Element element, Messages messages) {
    return kind(element.kind(), messages);
  }

  static String kind(String id, Messages messages) {
    String key = "kind." + id + ".name";
    return messages.has(key) ? messages.text(key) : id;
  }

  static String preset(Preset preset, Messages messages) {
    String key = "preset." + preset.key() + ".name";
    return messages.has(key) ? messages.text(key) : kind(preset.kind(), messages);
  }

  /// The element's own name. Where it has none, that of its kind, of a place with what tells it from others
  /// (`Availability zone a`), or that of its ends.
  static String name(Element element, Document document, Messages messages) {
    if (!element.name().isEmpty()) {
      return element.name();
    }
    return switch (element) {
      case Node node -> unnamed(node, messages);
      case Connector connector ->
          name(connector.source(), document, messages)
              + " → "
              + name(connector.target(), document, messages);
    };
  }

  private static String unnamed(Node node, Messages messages) {
    String kind = kind(node, messages);
    return Catalog.of(node)
        .filter(Kind::isContainer)
        .map(of -> of.detail(node))
        .filter(detail -> !detail.isEmpty())
        .map(detail -> kind + " " + detail)
        .orElse(kind);
  }

  static String name(ElementId id, Document document, Messages messages) {
    return document.find(id).map(element -> name(element, document, messages)).orElse(id.value());
  }

  /// What tells an element from others of its name: its kind, and what it lies in; may be empty.
  static String detail(Element element, Document document, Messages messages) {
    String kind = kind(element, messages);
    String holder =
        element instanceof Node node
            ? document.parent(node).map(parent -> name(parent, document, messages)).orElse("")
            : "";
    if (element instanceof Node && element.name().isEmpty()) {
      return holder;
    }
    return holder.isEmpty() ? kind : kind + " · " + holder;
  }

  static String icon(Element element) {
    return Catalog.of(element).map(kind -> kind.icon(element)).orElse("component");
  }
}
