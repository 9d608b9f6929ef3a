package dev.drawbridge.draw.layout;

import dev.drawbridge.base.Size;
import dev.drawbridge.catalog.aws.AvailabilityZone;
import dev.drawbridge.catalog.aws.Subnet;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A VPC: a column for each availability zone, in them a row of subnets for each tier, and across the columns
/// what spans the subnets of a row. Subnets that something spans together are of one row; public rows are
/// above private ones and those above isolated ones, and among these the nearer to the internet is above.
final class VpcLayout {
  private final Layout layout;
  private final Document document;
  private final List<Node> zones = new ArrayList<>();
  private final List<Node> spanning = new ArrayList<>();
  private final List<Node> others = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();
  private final Map<ElementId, Integer> depths;

  /// Subnets of one tier, at most one of each zone.
  private static final class Row {
    private final Map<ElementId, Node> subnets = new HashMap<>();
    private final List<Node> across = new ArrayList<>();
    private int rank;
    private int depth = Integer.MAX_VALUE;
    private int order;

    boolean mayTake(Row other) {
      return rank == other.rank && other.subnets.keySet().stream().noneMatch(subnets::containsKey);
    }

    void take(Row other) {
      subnets.putAll(other.subnets);
      depth = Math.min(depth, other.depth);
      order = Math.min(order, other.order);
    }
  }

  VpcLayout(Layout layout, List<Node> inside) {
    this.layout = layout;
    this.document = layout.document();
    this.depths = Depths.of(document);
    for (Node node : inside) {
      if (node.kind().equals(AvailabilityZone.KIND.id())) {
        zones.add(node);
      } else {
        others.add(node);
      }
    }
    zones.sort(Comparator.comparing(AvailabilityZone.ZONE::of));
    zones.forEach(this::addRows);
    for (Node node : List.copyOf(others)) {
      if (node.spans().stream().anyMatch(this::isInRow)) {
        others.remove(node);
        spanning.add(node);
      }
    }
    spanning.sort(Comparator.comparing(node -> depths.getOrDefault(node.id(), 99)));
    spanning.forEach(this::joinRows);
    for (Node zone : zones) {
      document.descendants(zone.id()).forEach(this::joinRows);
    }
    mergeRows();
  }

  private void addRows(Node zone) {
    for (Node subnet : document.children(zone.id())) {
      if (subnet.kind().equals(Subnet.KIND.id())) {
        Row row = new Row();
        row.subnets.put(zone.id(), subnet);
        row.rank = Subnet.ROUTING.of(subnet).ordinal();
        row.order = rows.size();
        document
            .descendants(subnet.id())
            .forEach(n -> row.depth = Math.min(row.depth, depths.getOrDefault(n.id(), 99)));
        rows.add(row);
      }
    }
  }

  private boolean isInRow(ElementId subnet) {
    return row(subnet) != null;
  }

  private @Nullable Row row(ElementId subnet) {
    for (Row row : rows) {
      if (row.subnets.values().stream().anyMatch(node -> node.id().equals(subnet))) {
        return row;
      }
    }
    return null;
  }

  /// The subnets that a node spans come into one row, as far as they are of different zones.
  private void joinRows(Node node) {
    List<ElementId> subnets = new ArrayList<>(node.spans());
    ElementId parent = node.parent();
    if (parent != null) {
      subnets.addFirst(parent);
    }
    Row first = null;
    for (ElementId subnet : subnets) {
      Row row = row(subnet);
      if (row == null || row == first) {
        continue;
      }
      row.depth = Math.min(row.depth, depths.getOrDefault(node.id(), 99));
      if (first == null) {
        first = row;
      } else if (first.mayTake(row)) {
        first.take(row);
        rows.remove(row);
      }
    }
  }

  private void mergeRows() {
    rows.sort(
        Comparator.comparingInt((Row row) -> row.rank)
            .thenComparingInt(row -> row.depth)
            .thenComparingInt(row -> row.order));
    for (int i = 0; i < rows.size(); i++) {
      for (int j = i + 1; j < rows.size(); ) {
        if (rows.get(i).mayTake(rows.get(j)) && rows.get(i).depth == rows.get(j).depth) {
          rows.get(i).take(rows.remove(j));
        } else {
          j++;
        }
      }
    }
    for (Node node : spanning) {
      node.spans().stream()
          .map(this::row)
          .filter(row -> row != null)
          .findFirst()
          .ifPresent(row -> row.across.add(node));
    }
  }

  /// @return how far what lies in the VPC reaches to the right and downwards
  Size place() {
    double column = 0;
    for (Node node : spanning) {
      column = Math.max(column, layout.size(node).width());
    }
    Map<ElementId, Size> inside = new HashMap<>();
    for (Row row : rows) {
      for (Node subnet : row.subnets.values()) {
        List<Node> own = document.children(subnet.id());
        Size size =
            own.isEmpty()
                ? new Size(Layout.GAP, Layout.TITLE)
                : layout.rows(own, Layout.GAP / 2, Layout.TITLE);
        inside.put(subnet.id(), size);
        column = Math.max(column, size.width() + Layout.GAP / 2);
      }
    }
    column = Math.max(column, 360);
    double top = Layout.TITLE + 2 * Layout.GAP;
    double pitch = column + 3 * Layout.GAP;
    double y = Layout.TITLE;
    for (Row row : rows) {
      y = place(row, inside, column, pitch, top, y) + Layout.GAP;
    }
    y = Math.max(y, 100);
    double loose = 0;
    for (Node zone : zones) {
      List<Node> rest =
          document.children(zone.id()).stream()
              .filter(node -> !node.kind().equals(Subnet.KIND.id()))
              .toList();
      Size size = rest.isEmpty() ? new Size(0, y) : layout.rows(rest, Layout.GAP, y);
      loose = Math.max(loose, size.height() + (rest.isEmpty() ? 0 : Layout.GAP));
      pitch = Math.max(pitch, size.width() + 2 * Layout.GAP);
    }
    double height = Math.max(y, loose);
    for (int i = 0; i < zones.size(); i++) {
      layout.put(zones.get(i), Layout.GAP + i * pitch, top, pitch - Layout.GAP, height);
    }
    double right = Layout.GAP + zones.size() * pitch - Layout.GAP;
    double bottom = zones.isEmpty() ? Layout.TITLE + Layout.GAP : top + height + Layout.GAP;
    if (others.isEmpty()) {
      return new Size(right, zones.isEmpty() ? bottom : top + height);
    }
    Size rest = layout.rows(others, Layout.GAP, bottom);
    return new Size(Math.max(right, rest.width()), rest.height());
  }

  /// Places a row that begins at `y` in its zones.
  ///
  /// @return where it ends
  private double place(
      Row row, Map<ElementId, Size> inside, double column, double pitch, double top, double y) {
    double own = 0;
    for (Node subnet : row.subnets.values()) {
      own = Math.max(own, inside.getOrDefault(subnet.id(), new Size(0, 0)).height());
    }
    double band = own + Layout.GAP / 2;
    for (Node node : row.across) {
      Size size = layout.size(node);
      Set<Integer> columns = columns(node);
      int from = columns.stream().min(Integer::compare).orElse(0);
      int to = columns.stream().max(Integer::compare).orElse(from);
      double inset = 2 * Layout.GAP;
      double x = Layout.GAP + from * pitch + inset;
      double width = (to - from) * pitch + column - 2 * Layout.GAP;
      layout.put(node, x, top + y + band, Math.max(width, size.width()), size.height());
      widen(node, Math.max(width, size.width()));
      band += size.height() + Layout.GAP;
    }
    double height = Math.max(band, 88);
    for (Node subnet : row.subnets.values()) {
      layout.put(subnet, Layout.GAP, y, column, height);
    }
    return y + height;
  }

  /// What alone runs on an Auto Scaling group runs in all of its subnets, and is drawn so.
  private void widen(Node frame, double width) {
    List<Node> inside = document.children(frame.id());
    if (inside.size() == 1 && !Layout.isContainer(inside.getFirst())) {
      Size card = Layout.card(inside.getFirst());
      double across = Math.max(card.width(), Math.rint(width / 2));
      double left = Math.rint((width - across) / 2);
      layout.put(inside.getFirst(), left, Layout.TITLE + Layout.GAP, across, card.height());
    }
  }

  private Set<Integer> columns(Node node) {
    Set<Integer> columns = new HashSet<>();
    for (int i = 0; i < zones.size(); i++) {
      for (Node subnet : document.children(zones.get(i).id())) {
        if (node.spans().contains(subnet.id())) {
          columns.add(i);
        }
      }
    }
    return columns;
  }
}
