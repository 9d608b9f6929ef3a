package dev.drawbridge.ui;

import dev.drawbridge.base.Messages;
import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.draw.Badge;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.SequencedCollection;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Elements as a screen reader says them: what they are, where they lie, what they hold, what is wrong.
final class Spoken {
  private Spoken() {}

  /// @param badge the findings of the element; null for none
  static String text(Element element, Document document, @Nullable Badge badge, Messages messages) {
    StringJoiner text = new StringJoiner(", ");
    String name = Display.name(element, document, messages);
    String kind = Display.kind(element, messages);
    boolean unnamed = element instanceof Node && element.name().isEmpty();
    text.add(unnamed || name.equals(kind) ? kind : kind + " " + name);
    Catalog.of(element)
        .map(known -> known.detail(element))
        .filter(detail -> !detail.isEmpty())
        .ifPresent(text::add);
    switch (element) {
      case Node node -> place(node, document, messages, text);
      case Connector connector -> {
        if (!connector.name().isEmpty()) {
          text.add(
              Display.name(connector.source(), document, messages)
                  + " → "
                  + Display.name(connector.target(), document, messages));
        }
      }
    }
    if (badge != null) {
      text.add(messages.text("ui.problems.count", badge.count()));
    }
    return text.toString();
  }

  private static void place(Node node, Document document, Messages messages, StringJoiner text) {
    if (!node.spans().isEmpty()) {
      text.add(messages.text("ui.spoken.over", names(node.spans(), document, messages)));
    } else {
      document
          .parent(node)
          .ifPresent(
              around ->
                  text.add(
                      messages.text("ui.spoken.in", Display.name(around, document, messages))));
    }
    int inside = document.children(node.id()).size();
    if (inside > 0) {
      text.add(messages.text("ui.spoken.holds", inside));
    }
    if (node.locked()) {
      text.add(messages.text("ui.spoken.locked"));
    }
  }

  private static String names(
      SequencedCollection<ElementId> ids, Document document, Messages messages) {
    return ids.stream()
        .map(id -> Display.name(id, document, messages))
        .collect(Collectors.joining(", "));
  }
}
