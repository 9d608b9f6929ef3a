package dev.drawbridge.cli;

import dev.drawbridge.base.Messages;
import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A design in words: containers with what they hold, then the arrows; each with what is wrong with it.
final class Outline {
  private final Document document;
  private final Messages messages;
  private final Display display;
  private final Map<ElementId, Integer> problems = new HashMap<>();
  private final List<String> lines = new ArrayList<>();

  private Outline(Checked checked, Messages messages) {
    this.document = checked.document();
    this.messages = messages;
    this.display = new Display(document, messages);
    checked
        .findings()
        .forEach(finding -> finding.elements().forEach(id -> problems.merge(id, 1, Integer::sum)));
  }

  static List<String> of(Checked checked, Messages messages) {
    Outline outline = new Outline(checked, messages);
    outline.write();
    return outline.lines;
  }

  private void write() {
    String title = document.settings().title();
    String sizes =
        messages.text("cli.describe.sizes", document.nodes().size(), document.connectors().size());
    lines.add(title.isEmpty() ? sizes : title + ": " + sizes);
    children(null, 1);
    if (!document.connectors().isEmpty()) {
      lines.add(messages.text("cli.describe.arrows"));
      for (Connector connector : document.connectors()) {
        lines.add("  " + arrow(connector) + problems(connector));
      }
    }
  }

  private void children(@Nullable ElementId container, int depth) {
    for (Node node : document.children(container)) {
      lines.add("  ".repeat(depth) + node(node) + problems(node));
      children(node.id(), depth + 1);
    }
  }

  private String node(Node node) {
    StringBuilder line = new StringBuilder(display.kind(node));
    if (!node.name().isEmpty()) {
      line.append(" “").append(node.name()).append('”');
    }
    append(line, node);
    if (!node.spans().isEmpty()) {
      String spans = node.spans().stream().map(display::name).collect(Collectors.joining(", "));
      line.append(", ").append(messages.text("cli.describe.over", spans));
    }
    return line.toString();
  }

  private String arrow(Connector connector) {
    StringBuilder line = new StringBuilder(display.kind(connector));
    line.append(' ')
        .append(display.name(connector.source()))
        .append(" → ")
        .append(display.name(connector.target()));
    if (!connector.name().isEmpty()) {
      line.append(" “").append(connector.name()).append('”');
    }
    append(line, connector);
    return line.toString();
  }

  private static void append(StringBuilder line, Element element) {
    String detail = Catalog.of(element).map(kind -> kind.detail(element)).orElse(null);
    if (detail != null && !detail.isEmpty()) {
      line.append(", ").append(detail);
    }
  }

  private String problems(Element element) {
    int count = problems.getOrDefault(element.id(), 0);
    return count == 0 ? "" : ", " + messages.text("cli.describe.problems", count);
  }
}
