package dev.drawbridge.draw;

import dev.drawbridge.base.Rect;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A picture that knows what lies where, so that a part of it can be drawn without looking at the rest,
/// and in which some elements can be replaced at a cost that does not grow with the others. Immutable
/// once made; may be looked at from several threads.
public final class Chunks {
  /// The side of a cell, px of the document.
  private static final double CELL = 512;

  /// What would lie in more cells than this is kept apart and always looked at.
  private static final int MANY = 64;

  /// Later layers come this much later than earlier ones, which no number of marks reaches.
  private static final long LAYER = 1L << 32;

  private static final int LABELS = Painter.LAYERS.indexOf("labels");

  /// The layer in which lines lie: containers come before, cards after.
  static final int CONNECTORS = Painter.LAYERS.indexOf("connectors");

  /// @param order in which it is painted
  /// @param id of the element; empty for what belongs to none
  /// @param rank of a badge, 0 for the worst severity; -1 for what is no badge
  private record Entry(long order, String id, Mark mark, int rank) {}

  /// A badge, and how much it matters beside others: 0 is the worst severity.
  public record Flag(Mark.Group badge, int rank) {}

  /// What is painted of an element in one layer.
  record Piece(int layer, Mark mark) {}

  private final Rect bounds;
  private final int paper;
  private final @Nullable Chunks base;
  private final Set<String> hidden;
  private final Map<Long, List<Entry>> cells = new HashMap<>();
  private final List<Entry> large = new ArrayList<>();
  private final Map<String, Long> orders = new HashMap<>();

  private Chunks(Rect bounds, int paper, @Nullable Chunks base, Set<String> hidden) {
    this.bounds = bounds;
    this.paper = paper;
    this.base = base;
    this.hidden = hidden;
  }

  public static Chunks of(Picture picture) {
    Chunks chunks = new Chunks(picture.bounds(), picture.paper(), null, Set.of());
    chunks.addAll(picture);
    return chunks;
  }

  /// The same without some elements.
  public Chunks without(Preview preview) {
    Set<String> ids = new HashSet<>();
    preview.affected().forEach(id -> ids.add(id.value()));
    return new Chunks(bounds.union(preview.picture().bounds()), paper, this, ids);
  }

  /// The same without some elements.
  Chunks without(Set<String> ids) {
    return new Chunks(bounds, paper, this, ids);
  }

  /// The same with some elements as they are now, each as high or low as it was.
  public Chunks with(Preview preview) {
    Chunks chunks = without(preview);
    chunks.addAll(preview.picture());
    return chunks;
  }

  /// What is drawn lies in here.
  public Rect bounds() {
    return bounds;
  }

  /// The colour behind all marks, ARGB.
  public int paper() {
    return paper;
  }

  private void addAll(Picture picture) {
    for (Mark child : picture.root().children()) {
      if (child instanceof Mark.Group layer) {
        long first = LAYER * Painter.LAYERS.indexOf(layer.id());
        long next = base == null ? first : first + LAYER / 2;
        for (Mark mark : layer.children()) {
          String id = mark instanceof Mark.Group group ? group.id() : "";
          boolean flag = layer.id().equals(Painter.FINDINGS);
          int rank = flag && mark instanceof Mark.Group badge ? BadgePainter.rank(badge) : -1;
          Long before = base == null ? null : base.orders.get(layer.id() + id);
          add(new Entry(before == null ? next++ : before, id, mark, rank), layer.id());
        }
      }
    }
  }

  private void add(Entry entry, String layer) {
    if (!entry.id.isEmpty()) {
      orders.put(layer + entry.id, entry.order);
    }
    Rect r = entry.mark.bounds();
    double count = (cell(r.right()) - cell(r.x()) + 1.0) * (cell(r.bottom()) - cell(r.y()) + 1.0);
    if (count > MANY) {
      large.add(entry);
      return;
    }
    for (long x = cell(r.x()); x <= cell(r.right()); x++) {
      for (long y = cell(r.y()); y <= cell(r.bottom()); y++) {
        cells.computeIfAbsent(key(x, y), _ -> new ArrayList<>()).add(entry);
      }
    }
  }

  /// What touches the area, from back to front, without the badges.
  public List<Mark> touching(Rect area) {
    return found(area, false).stream().map(Entry::mark).toList();
  }

  /// The same without what connectors say, for where that could not be read.
  public List<Mark> touchingWithoutLabels(Rect area) {
    return found(area, false).stream()
        .filter(entry -> entry.order / LAYER != LABELS)
        .map(Entry::mark)
        .toList();
  }

  /// The badges that touch the area, in the order of the document.
  public List<Flag> flags(Rect area) {
    List<Flag> flags = new ArrayList<>();
    for (Entry entry : found(area, true)) {
      if (entry.mark instanceof Mark.Group badge) {
        flags.add(new Flag(badge, entry.rank));
      }
    }
    return flags;
  }

  /// What touches the area of some elements, from back to front.
  List<Piece> pieces(Set<String> ids, Rect area) {
    List<Piece> pieces = new ArrayList<>();
    for (boolean badges : List.of(false, true)) {
      for (Entry entry : found(area, badges)) {
        if (ids.contains(entry.id)) {
          pieces.add(new Piece((int) (entry.order / LAYER), entry.mark));
        }
      }
    }
    return pieces;
  }

  private List<Entry> found(Rect area, boolean badges) {
    Map<Long, Entry> found = new LinkedHashMap<>();
    collect(area, badges, found);
    List<Entry> sorted = new ArrayList<>(found.values());
    sorted.sort((a, b) -> Long.compare(a.order, b.order));
    return sorted;
  }

  private void collect(Rect area, boolean badges, Map<Long, Entry> found) {
    if (base != null) {
      Map<Long, Entry> below = new LinkedHashMap<>();
      base.collect(area, badges, below);
      below.values().removeIf(entry -> hidden.contains(entry.id));
      found.putAll(below);
    }
    collect(large, area, badges, found);
    double columns = cell(area.right()) - cell(area.x()) + 1.0;
    double rows = cell(area.bottom()) - cell(area.y()) + 1.0;
    if (columns * rows > cells.size()) {
      cells.values().forEach(cell -> collect(cell, area, badges, found));
      return;
    }
    for (long x = cell(area.x()); x <= cell(area.right()); x++) {
      for (long y = cell(area.y()); y <= cell(area.bottom()); y++) {
        collect(cells.getOrDefault(key(x, y), List.of()), area, badges, found);
      }
    }
  }

  /// Touching edges count: a horizontal line has no height.
  private static void collect(
      List<Entry> entries, Rect area, boolean badges, Map<Long, Entry> found) {
    for (Entry entry : entries) {
      Rect r = entry.mark.bounds();
      if (badges == entry.rank >= 0
          && r.x() <= area.right()
          && area.x() <= r.right()
          && r.y() <= area.bottom()
          && area.y() <= r.bottom()) {
        found.put(entry.order, entry);
      }
    }
  }

  private static long cell(double coordinate) {
    return (long) Math.floor(coordinate / CELL);
  }

  private static long key(long x, long y) {
    return x << 32 ^ y & 0xffffffffL;
  }
}
