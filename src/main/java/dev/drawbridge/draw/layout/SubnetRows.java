package dev.drawbridge.draw.layout;

import dev.drawbridge.catalog.aws.Subnet;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which subnets of a VPC belong together: those that something spans together, those that are called alike but
/// for their zone, and those that are as near to the internet. Public rows are above private ones and those
/// above isolated ones; among these the nearer to the internet is above.
final class SubnetRows {
  /// Farther than anything.
  private static final int FAR = 99;

  private final Document document;
  private final Map<ElementId, Integer> depths;
  private final List<Row> rows = new ArrayList<>();

  /// Subnets of one tier, at most one of each zone, and what lies over them.
  static final class Row {
    final Map<ElementId, Node> subnets = new HashMap<>();
    final List<Node> across = new ArrayList<>();

    /// Whether what stands in the subnets alone is reached through what lies across them.
    boolean below;

    private int rank;
    private int depth = FAR;
    private int order;
    private String stem = "";

    private boolean mayTake(Row other) {
      return other.subnets.keySet().stream().noneMatch(subnets::containsKey);
    }

    private void take(Row other) {
      subnets.putAll(other.subnets);
      depth = Math.min(depth, other.depth);
      order = Math.min(order, other.order);
      // One subnet that is routed differently does not lift its row to the top.
      rank = Math.max(rank, other.rank);
    }
  }

  private SubnetRows(Layout layout) {
    this.document = layout.document();
    this.depths = layout.depths();
  }

  /// @param zones from left to right
  /// @param spanning what lies over subnets of these
  static List<Row> of(Layout layout, List<Node> zones, List<Node> spanning) {
    SubnetRows rows = new SubnetRows(layout);
    Document document = rows.document;
    zones.forEach(rows::add);
    List<Node> ordered = new ArrayList<>(spanning);
    ordered.sort(Comparator.comparing(rows::depth));
    ordered.forEach(rows::join);
    for (Node zone : zones) {
      document.descendants(zone.id()).forEach(rows::join);
    }
    rows.joinAlike();
    rows.joinNear();
    for (Node node : ordered) {
      node.spans().stream()
          .map(rows::row)
          .filter(row -> row != null)
          .findFirst()
          .ifPresent(row -> row.across.add(node));
    }
    rows.rows.forEach(rows::order);
    return rows.rows;
  }

  private void order(Row row) {
    int own =
        row.subnets.values().stream()
            .flatMap(subnet -> document.children(subnet.id()).stream())
            .mapToInt(this::depth)
            .filter(depth -> depth < FAR)
            .min()
            .orElse(0);
    row.below = row.across.stream().mapToInt(this::depth).anyMatch(depth -> depth < own);
  }

  private int depth(Node node) {
    return depths.getOrDefault(node.id(), FAR);
  }

  private void add(Node zone) {
    for (Node subnet : document.children(zone.id())) {
      if (subnet.kind().equals(Subnet.KIND.id())) {
        Row row = new Row();
        row.subnets.put(zone.id(), subnet);
        row.rank = Subnet.ROUTING.of(subnet).ordinal();
        row.order = rows.size();
        row.stem = stem(subnet.name());
        document
            .descendants(subnet.id())
            .forEach(node -> row.depth = Math.min(row.depth, depth(node)));
        rows.add(row);
      }
    }
  }

  /// The name without what may tell a zone: numbers and single letters, together or alone.
  private static String stem(String name) {
    return Stream.of(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .map(token -> token.replaceFirst("[0-9]+[a-f]?$", ""))
        .filter(token -> token.length() > 1 && !token.equals("az"))
        .collect(Collectors.joining(" "));
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
  private void join(Node node) {
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
      row.depth = Math.min(row.depth, depth(node));
      if (first == null) {
        first = row;
      } else if (first.mayTake(row)) {
        first.take(row);
        rows.remove(row);
      }
    }
  }

  private void joinAlike() {
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      for (int j = i + 1; j < rows.size(); ) {
        Row other = rows.get(j);
        if (!row.stem.isEmpty() && row.stem.equals(other.stem) && row.mayTake(other)) {
          row.take(rows.remove(j));
        } else {
          j++;
        }
      }
    }
  }

  private void joinNear() {
    rows.sort(
        Comparator.comparingInt((Row row) -> row.rank)
            .thenComparingInt(row -> row.depth)
            .thenComparingInt(row -> row.order));
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      for (int j = i + 1; j < rows.size(); ) {
        Row other = rows.get(j);
        if (row.rank == other.rank && row.depth == other.depth && row.mayTake(other)) {
          row.take(rows.remove(j));
        } else {
          j++;
        }
      }
    }
  }
}
