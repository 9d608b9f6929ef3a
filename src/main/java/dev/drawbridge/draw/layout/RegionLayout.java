package dev.drawbridge.draw.layout;

import dev.drawbridge.base.Rect;
import dev.drawbridge.base.Size;
import dev.drawbridge.catalog.aws.Association;
import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A region: its VPCs one below the other, and beside them what lies in none, each as high as what uses it: a
/// bucket beside the load balancer that writes to it, a topic below the alarm that tells it.
final class RegionLayout {
  private static final double STEP = 40;

  private final Layout layout;
  private final Document document;
  private final List<Node> places;
  private final List<Node> beside;
  private final Map<ElementId, Double> wishes = new HashMap<>();

  RegionLayout(Layout layout, List<Node> contents) {
    this.layout = layout;
    this.document = layout.document();
    this.places = contents.stream().filter(Layout::isContainer).toList();
    this.beside = contents.stream().filter(node -> !Layout.isContainer(node)).toList();
  }

  /// @return how far what lies in the region reaches to the right and downwards
  Size place() {
    double y = Layout.TITLE + Layout.GAP;
    double right = 0;
    for (Node place : places) {
      Size size = layout.size(place);
      layout.put(place, Layout.GAP, y, size.width(), size.height());
      y += size.height() + Layout.GAP;
      right = Math.max(right, Layout.GAP + size.width());
    }
    if (places.isEmpty()) {
      // What comes from above comes down beside the title.
      return layout.rows(beside, 6 * Layout.GAP, y);
    }
    if (beside.isEmpty()) {
      return new Size(right, y - Layout.GAP);
    }
    double x = right + 2 * Layout.GAP;
    double bottom = Layout.TITLE;
    double widest = 0;
    for (Node node : inOrder()) {
      Size size = layout.size(node);
      double wish = wishes.getOrDefault(node.id(), 0.0) - size.height() / 2;
      double at = Math.max(bottom + (widest == 0 ? Layout.GAP : STEP), Math.rint(wish));
      layout.put(node, x, at, size.width(), size.height());
      bottom = at + size.height();
      widest = Math.max(widest, size.width());
    }
    return new Size(x + widest, Math.max(y - Layout.GAP, bottom));
  }

  /// From above to below; what one of them uses comes right behind it.
  private List<Node> inOrder() {
    for (Node node : beside) {
      for (Connector arrow : document.connectorsOf(node.id())) {
        Node other =
            document.node(arrow.target().equals(node.id()) ? arrow.source() : arrow.target());
        height(other).ifPresent(wish -> wishes.merge(node.id(), wish, Math::min));
      }
    }
    List<Node> wished = new ArrayList<>(beside);
    wished.sort(Comparator.comparing(node -> wishes.getOrDefault(node.id(), Double.MAX_VALUE)));
    List<Node> ordered = new ArrayList<>();
    wished.forEach(node -> follow(node, ordered));
    return ordered;
  }

  private void follow(Node node, List<Node> ordered) {
    if (ordered.contains(node) || !beside.contains(node)) {
      return;
    }
    ordered.add(node);
    for (Connector arrow : document.connectorsOf(node.id())) {
      if (arrow.kind().equals(Association.KIND.id()) && arrow.source().equals(node.id())) {
        Node used = document.node(arrow.target());
        if (!wishes.containsKey(used.id())) {
          follow(used, ordered);
        }
      }
    }
  }

  /// The middle of something in one of the places, from the region's upper edge.
  private Optional<Double> height(Node node) {
    return layout
        .find(node)
        .filter(_ -> document.ancestors(node).stream().anyMatch(places::contains))
        .map(
            own -> {
              double y = own.y() + own.height() / 2;
              for (Node around : document.ancestors(node)) {
                y += layout.find(around).map(Rect::y).orElse(0.0);
                if (places.contains(around)) {
                  break;
                }
              }
              return y;
            });
  }
}
