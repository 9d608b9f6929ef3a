package dev.drawbridge.draw.layout;

import dev.drawbridge.base.Size;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A data centre beside the regions: what stands in it one below the other, each level with what it talks to
/// over there as far as there is room. What talks to nobody over there comes last.
final class SiteLayout {
  private final Layout layout;
  private final Document document;
  private final Node site;

  SiteLayout(Layout layout, Node site) {
    this.layout = layout;
    this.document = layout.document();
    this.site = site;
  }

  /// @param least how far up it may begin
  /// @return where it ends
  double place(double x, double least) {
    List<Node> inside = new ArrayList<>(document.children(site.id()));
    Map<Node, Double> level = new HashMap<>();
    inside.forEach(node -> partner(node).ifPresent(y -> level.put(node, y)));
    inside.sort(Comparator.comparing(node -> level.getOrDefault(node, Double.MAX_VALUE)));
    double head = Layout.TITLE + Layout.GAP;
    double top =
        inside.isEmpty()
            ? least
            : Math.max(least, level.getOrDefault(inside.getFirst(), least + head) - head);
    double y = head;
    double right = 200;
    for (Node node : inside) {
      Size size = layout.size(node);
      y = Math.max(y, level.getOrDefault(node, top + y) - top);
      layout.put(node, Layout.GAP, y, size.width(), size.height());
      y += size.height() + Layout.GAP;
      right = Math.max(right, Layout.GAP + size.width() + Layout.GAP);
    }
    double height = Math.max(y, 100);
    layout.put(site, x, top, right, height);
    return top + height;
  }

  /// Where that begins with which it is connected, outside its data centre.
  private Optional<Double> partner(Node node) {
    for (Connector connector : document.connectorsOf(node.id())) {
      Node other =
          document.node(
              connector.source().equals(node.id()) ? connector.target() : connector.source());
      boolean elsewhere =
          document.ancestors(other).stream().noneMatch(around -> around.id().equals(site.id()));
      Optional<Double> top = elsewhere ? layout.top(other) : Optional.empty();
      if (top.isPresent()) {
        return top;
      }
    }
    return Optional.empty();
  }
}
