package dev.drawbridge.draw.layout;

import dev.drawbridge.base.Rect;
import dev.drawbridge.base.Size;
import dev.drawbridge.catalog.aws.Association;
import dev.drawbridge.catalog.aws.AvailabilityZone;
import dev.drawbridge.catalog.aws.Subnet;
import dev.drawbridge.draw.layout.SubnetRows.Row;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// A VPC: a column for each availability zone, in them a row of subnets for each tier, and across the columns
/// what spans the subnets of a row. Cards reach from the middle of the first column to that of the last, so
/// that arrows between them run straight through the gap between columns; what stands in the outer subnets
/// alone stands beside them.
final class VpcLayout {
  /// How much of the width each of two frames has that lie over the same subnets; they are shifted against
  /// each other, so that arrows pass beside them.
  private static final double SHARE = 0.62;

  /// Between things above each other, so that what an arrow says has room between them.
  private static final double STEP = 40;

  private static final double LEAST_COLUMN = 360;
  private static final double LEAST_ROW = 88;

  private final Layout layout;
  private final Document document;
  private final List<Node> zones = new ArrayList<>();
  private final List<Node> others = new ArrayList<>();
  private final List<Row> rows;
  private final Map<ElementId, Size> inside = new HashMap<>();
  private double column = LEAST_COLUMN;
  private double pitch;

  VpcLayout(Layout layout, List<Node> contents) {
    this.layout = layout;
    this.document = layout.document();
    for (Node node : contents) {
      (node.kind().equals(AvailabilityZone.KIND.id()) ? zones : others).add(node);
    }
    zones.sort(Comparator.comparing(AvailabilityZone.ZONE::of));
    List<Node> spanning = others.stream().filter(node -> !columns(node).isEmpty()).toList();
    others.removeAll(spanning);
    rows = SubnetRows.of(layout, zones, spanning);
  }

  /// The columns in which a node spans subnets.
  private TreeSet<Integer> columns(Node node) {
    TreeSet<Integer> columns = new TreeSet<>();
    for (int i = 0; i < zones.size(); i++) {
      for (Node subnet : document.children(zones.get(i).id())) {
        if (subnet.kind().equals(Subnet.KIND.id()) && node.spans().contains(subnet.id())) {
          columns.add(i);
        }
      }
    }
    return columns;
  }

  /// @return how far what lies in the VPC reaches to the right and downwards
  Size place() {
    measure();
    double top = Layout.TITLE + 2 * Layout.GAP;
    double y = Layout.TITLE;
    for (Row row : rows) {
      y = place(row, top, y) + STEP;
    }
    y = Math.max(y - STEP + Layout.GAP, 100);
    double height = y;
    double width = pitch;
    for (Node zone : zones) {
      List<Node> rest =
          document.children(zone.id()).stream()
              .filter(node -> !node.kind().equals(Subnet.KIND.id()))
              .toList();
      if (!rest.isEmpty()) {
        Size size = layout.rows(rest, Layout.GAP, y);
        height = Math.max(height, size.height() + Layout.GAP);
        width = Math.max(width, size.width() + 2 * Layout.GAP);
      }
    }
    for (int i = 0; i < zones.size(); i++) {
      layout.put(zones.get(i), left(i), top, width - Layout.GAP, height);
    }
    double right = zones.isEmpty() ? 0 : left(zones.size() - 1) + width - Layout.GAP;
    double bottom = zones.isEmpty() ? Layout.TITLE : top + height;
    if (others.isEmpty()) {
      return new Size(right, bottom);
    }
    Size rest = layout.rows(others, Layout.GAP, bottom + Layout.GAP);
    return new Size(Math.max(right, rest.width()), rest.height());
  }

  private void measure() {
    double loose = 0;
    for (Node zone : zones) {
      for (Node node : document.children(zone.id())) {
        if (!node.kind().equals(Subnet.KIND.id())) {
          loose = Math.max(loose, layout.size(node).width() + 2 * Layout.GAP);
        }
      }
    }
    column = Math.max(column, loose);
    for (Row row : rows) {
      for (Node node : row.across) {
        column = Math.max(column, layout.size(node).width());
      }
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
    pitch = column + 3 * Layout.GAP;
  }

  /// Where a zone begins.
  private double left(int zone) {
    return Layout.GAP + zone * pitch;
  }

  /// Where the middle of a column is.
  private double middle(int zone) {
    return left(zone) + Layout.GAP + Math.rint(column / 2);
  }

  /// Places a row that begins at `y` in its zones.
  ///
  /// @return where it ends
  private double place(Row row, double top, double y) {
    boolean beside = standBeside(row);
    double own = beside ? 0 : ownHeight(row);
    double end = Layout.TITLE;
    double next = Layout.TITLE;
    if (own > 0 && !row.below) {
      end += own;
      next = end + STEP;
    }
    List<Node> pair = pair(row);
    for (Node node : row.across) {
      end = across(node, pair, top + y + next) - top - y;
      next = end + STEP;
    }
    double shift = own > 0 && row.below ? next - Layout.TITLE : 0;
    end = shift > 0 ? next + own : end;
    double height = Math.max(end + Layout.GAP, LEAST_ROW);
    for (Node subnet : row.subnets.values()) {
      layout.put(subnet, Layout.GAP, y, column, height);
      for (Node alone : document.children(subnet.id())) {
        if (beside) {
          outside(alone, zoneOf(subnet), row);
        } else {
          settle(alone, subnet, shift);
        }
      }
    }
    return y + height;
  }

  /// How high what stands in the subnets of a row alone is; 0 where there is nothing.
  private double ownHeight(Row row) {
    return row.subnets.values().stream()
        .filter(subnet -> !document.children(subnet.id()).isEmpty())
        .mapToDouble(subnet -> inside.getOrDefault(subnet.id(), new Size(0, 0)).height())
        .map(height -> height - Layout.TITLE)
        .max()
        .orElse(0);
  }

  private int zoneOf(Node subnet) {
    return zones.indexOf(document.parent(subnet).orElseThrow());
  }

  /// Places what lies over several subnets; one alone over a single subnet fills it.
  ///
  /// @return where it ends
  private double across(Node node, List<Node> pair, double y) {
    TreeSet<Integer> columns = columns(node);
    int from = columns.first();
    int to = columns.last();
    Size size = layout.size(node);
    double full = (to - from) * pitch + column - 2 * Layout.GAP;
    double x = left(from) + 2 * Layout.GAP;
    double width = full;
    if (Layout.isContainer(node)) {
      if (pair.contains(node)) {
        width = Math.rint(full * SHARE);
        x += node.equals(pair.getLast()) ? full - width : 0;
        widen(node, Layout.GAP, width - 2 * Layout.GAP);
      } else if (from < to) {
        widen(node, middle(from) - x, middle(to) - middle(from));
      } else {
        widen(node, Math.rint(full / 4), Math.rint(full / 2));
      }
    } else if (from < to) {
      x = middle(from);
      width = middle(to) - x;
    }
    layout.put(node, x, y, Math.max(width, size.width()), size.height());
    return y + size.height();
  }

  /// What alone runs on an Auto Scaling group runs in all of its subnets, and is drawn so.
  private void widen(Node frame, double x, double width) {
    List<Node> inside = document.children(frame.id());
    if (inside.size() == 1 && !Layout.isContainer(inside.getFirst())) {
      Size card = Layout.card(inside.getFirst());
      double wide = Math.max(card.width(), width);
      layout.put(
          inside.getFirst(), x - Math.rint((wide - width) / 2), Layout.TITLE, wide, card.height());
    }
  }

  /// Two frames over the same subnets in which the same sort of thing runs, such as two versions.
  private List<Node> pair(Row row) {
    List<Node> frames =
        row.across.stream()
            .filter(Layout::isContainer)
            .filter(node -> columns(node).size() > 1)
            .filter(node -> document.children(node.id()).size() == 1)
            .toList();
    return frames.size() == 2 && columns(frames.getFirst()).equals(columns(frames.getLast()))
        ? frames
        : List.of();
  }

  /// Whether what stands in the subnets of a row has room beside the first card that lies across them.
  private boolean standBeside(Row row) {
    if (row.across.isEmpty() || Layout.isContainer(row.across.getFirst())) {
      return false;
    }
    Set<Integer> columns = columns(row.across.getFirst());
    if (columns.size() != 2 || columns.stream().mapToInt(i -> i).sum() % 2 == 0) {
      return false;
    }
    // What it uses stands beside the VPC, and the way there would lead through the outer card.
    if (document.connectorsOf(row.across.getFirst().id()).stream()
        .anyMatch(arrow -> arrow.kind().equals(Association.KIND.id()))) {
      return false;
    }
    for (Node subnet : row.subnets.values()) {
      List<Node> own = document.children(subnet.id());
      boolean fits =
          own.isEmpty()
              || (own.size() == 1
                  && !Layout.isContainer(own.getFirst())
                  && columns.contains(zoneOf(subnet))
                  && Layout.card(own.getFirst()).width() <= column / 2 - Layout.GAP);
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  /// Moves what stands in a subnet down. A card alone to which arrows lead comes into the middle, where they
  /// come down beside the title.
  private void settle(Node own, Node subnet, double down) {
    Rect at = layout.find(own).orElseThrow();
    boolean middle =
        document.children(subnet.id()).size() == 1
            && !Layout.isContainer(own)
            && !document.connectorsOf(own.id()).isEmpty();
    double x = middle ? Math.rint((column - at.width()) / 2) : at.x();
    layout.put(own, x, at.y() + down, at.width(), at.height());
  }

  /// Into the half of its subnet that the card across leaves free.
  private void outside(Node own, int zone, Row row) {
    Size card = Layout.card(own);
    boolean first = zone == columns(row.across.getFirst()).first();
    double x = first ? Layout.GAP / 2 : column - card.width() - Layout.GAP / 2;
    layout.put(own, x, Layout.TITLE, card.width(), card.height());
  }
}
