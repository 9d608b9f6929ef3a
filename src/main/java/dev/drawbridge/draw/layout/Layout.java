package dev.drawbridge.draw.layout;

import dev.drawbridge.base.Rect;
import dev.drawbridge.base.Size;
import dev.drawbridge.catalog.Catalog;
import dev.drawbridge.catalog.Kind;
import dev.drawbridge.catalog.Role;
import dev.drawbridge.catalog.aws.DataCentre;
import dev.drawbridge.catalog.aws.DataCentreLink;
import dev.drawbridge.catalog.aws.Internet;
import dev.drawbridge.catalog.aws.Vpc;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Places every node anew: what is outside on top, regions below as [RegionLayout] says, VPCs as [VpcLayout]
/// says, and in any other container what it holds in rows. The same document always gets the same layout. All lengths
/// are in px.
public final class Layout {
  /// Between things beside each other, and between them and their container's edge.
  static final double GAP = 24;

  /// What a container's title takes.
  static final double TITLE = 40;

  /// Of a kind that is not known.
  private static final Size CARD = new Size(160, 64);

  /// Rows are broken here.
  private static final double WIDTH = 1200;

  private final Document document;
  private final Map<ElementId, Integer> depths;
  private final Map<ElementId, Rect> bounds = new HashMap<>();

  private Layout(Document document) {
    this.document = document;
    this.depths = Depths.of(document);
  }

  public static Document of(Document document) {
    Map<ElementId, Rect> bounds = bounds(document);
    List<Element> placed = new ArrayList<>();
    for (Element element : document.elements().values()) {
      placed.add(
          element instanceof Node node
              ? node.withBounds(bounds.getOrDefault(node.id(), node.bounds()))
              : element);
    }
    return Document.of(placed, document.settings(), document.extras());
  }

  /// Where each node comes to lie in its container.
  static Map<ElementId, Rect> bounds(Document document) {
    Layout layout = new Layout(document);
    layout.top();
    return layout.bounds;
  }

  private void top() {
    List<Node> outside = new ArrayList<>();
    List<Node> containers = new ArrayList<>();
    for (Node node : document.children(null)) {
      (isContainer(node) ? containers : outside).add(node);
    }
    Size above = rows(outside, 0, 0);
    double y = outside.isEmpty() ? 0 : above.height() + 2 * GAP;
    double widest = 0;
    List<Node> sites = containers.stream().filter(Layout::isSite).toList();
    containers.removeAll(sites);
    for (Node container : containers) {
      Size size = size(container);
      bounds.put(container.id(), new Rect(0, y, size.width(), size.height()));
      y += size.height() + 2 * GAP;
      widest = Math.max(widest, size.width());
    }
    double beside = containers.isEmpty() ? 0 : widest + 3 * GAP;
    double below = outside.isEmpty() ? 0 : above.height() + 2 * GAP;
    for (Node site : sites) {
      below = new SiteLayout(this, site).place(beside, below) + 2 * GAP;
    }
    double shift =
        gateway()
            .map(middle -> middle - middleOf(outside, above))
            .orElse((widest - above.width()) / 2);
    for (Node node : outside) {
      bounds.computeIfPresent(
          node.id(), (_, b) -> new Rect(b.x() + Math.rint(shift), b.y(), b.width(), b.height()));
    }
  }

  /// The middle of the first thing that stands on the edge of a VPC: what comes from outside comes through it.
  private Optional<Double> gateway() {
    return document.nodes().stream()
        .filter(Layout::isDocked)
        .filter(node -> bounds.containsKey(node.id()))
        .findFirst()
        .map(
            node -> {
              double x = find(node).map(b -> b.x() + b.width() / 2).orElse(0.0);
              for (Node around : document.ancestors(node)) {
                x += find(around).map(Rect::x).orElse(0.0);
              }
              return x;
            });
  }

  /// The middle of the internet, or of all that is outside.
  private double middleOf(List<Node> outside, Size above) {
    return outside.stream()
        .filter(node -> node.kind().equals(Internet.KIND.id()))
        .findFirst()
        .flatMap(this::find)
        .map(b -> b.x() + b.width() / 2)
        .orElse(above.width() / 2);
  }

  Document document() {
    return document;
  }

  /// How far from the internet each node is.
  Map<ElementId, Integer> depths() {
    return depths;
  }

  void put(Node node, double x, double y, double width, double height) {
    bounds.put(node.id(), new Rect(x, y, width, height));
  }

  /// Where it was placed so far, within its container.
  Optional<Rect> find(Node node) {
    return Optional.ofNullable(bounds.get(node.id()));
  }

  /// Where its upper edge was placed on the canvas; empty where it was not yet.
  Optional<Double> top(Node node) {
    double y = 0;
    for (Node around : Stream.concat(Stream.of(node), document.ancestors(node).stream()).toList()) {
      Optional<Rect> placed = find(around);
      if (placed.isEmpty()) {
        return Optional.empty();
      }
      y += placed.get().y();
    }
    return Optional.of(y);
  }

  private static boolean isSite(Node node) {
    return node.kind().equals(DataCentre.KIND.id());
  }

  static boolean isContainer(Node node) {
    return Catalog.of(node).map(Kind::isContainer).orElse(false)
        || node.kind().equals(Vpc.KIND.id());
  }

  static boolean isDocked(Node node) {
    return Catalog.of(node).map(kind -> kind.role() == Role.DOCKED).orElse(false);
  }

  /// How large a node is, with what lies in it placed.
  Size size(Node node) {
    List<Node> inside = document.children(node.id());
    Size least =
        isContainer(node) ? new Size(200, 100) : Catalog.of(node).map(Kind::size).orElse(CARD);
    if (inside.isEmpty()) {
      return least;
    }
    List<Node> exits = inside.stream().filter(DataCentreLink::beginsAt).toList();
    List<Node> docked =
        inside.stream().filter(child -> isDocked(child) && !exits.contains(child)).toList();
    List<Node> free = inside.stream().filter(child -> !isDocked(child)).toList();
    Size needed = place(node, free);
    double across = dockedWidth(docked);
    Size size =
        new Size(
            Math.max(Math.max(needed.width() + GAP, least.width()), across)
                + (exits.isEmpty() ? 0 : GAP),
            Math.max(needed.height() + GAP, least.height()));
    dock(docked, exits.isEmpty() ? size.width() : size.width() - GAP);
    dockBeside(exits, size);
    return size;
  }

  private Size place(Node container, List<Node> contents) {
    return switch (container.kind()) {
      case "aws.vpc" -> new VpcLayout(this, contents).place();
      case "aws.region" -> new RegionLayout(this, contents).place();
      default -> rows(contents, GAP, isFrame(container) ? TITLE : TITLE + GAP);
    };
  }

  private static boolean isFrame(Node node) {
    return Catalog.of(node).map(kind -> kind.role() == Role.FRAME).orElse(false);
  }

  private static double dockedWidth(List<Node> docked) {
    return docked.stream().mapToDouble(n -> card(n).width() + GAP).sum() + GAP;
  }

  static Size card(Node node) {
    return Catalog.of(node).map(Kind::size).orElse(CARD);
  }

  /// Across the upper edge of their container.
  private void dock(List<Node> docked, double width) {
    double x = Math.rint((width - dockedWidth(docked)) / 2) + GAP;
    for (Node node : docked) {
      Size size = card(node);
      put(node, x, -size.height() / 2, size.width(), size.height());
      x += size.width() + GAP;
    }
  }

  /// Down the right edge of their container, towards the data centres that they lead to.
  private void dockBeside(List<Node> exits, Size container) {
    double step = container.height() / (exits.size() + 1);
    double y = step;
    for (Node node : exits) {
      Size size = card(node);
      put(
          node,
          container.width() - size.width() / 2,
          Math.rint(y - size.height() / 2),
          size.width(),
          size.height());
      y += step;
    }
  }

  /// Places nodes in rows.
  ///
  /// @return how far they reach to the right and downwards, from the origin
  Size rows(List<Node> nodes, double left, double top) {
    double x = left;
    double y = top;
    double right = left;
    double bottom = top;
    for (Node node : nodes) {
      Size size = size(node);
      if (x > left && x + size.width() > WIDTH) {
        x = left;
        y = bottom + GAP;
      }
      put(node, x, y, size.width(), size.height());
      x += size.width() + GAP;
      right = Math.max(right, x - GAP);
      bottom = Math.max(bottom, y + size.height());
    }
    return new Size(right, bottom);
  }
}
