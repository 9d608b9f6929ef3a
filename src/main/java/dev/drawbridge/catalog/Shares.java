package dev.drawbridge.catalog;

import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// How arrows from one source, under the same conditions, share what it sends: in proportion to their
/// weights.
///
/// @param weight the property that holds the weight
/// @param arrows those that share, in drawing order; at least one
public record Shares(Property<Integer> weight, List<Connector> arrows) {
  /// What whole percents add up to.
  public static final int WHOLE = 100;

  public Shares {
    arrows = List.copyOf(arrows);
  }

  /// Those among which the arrow has its share; empty where its kind knows no shares, or where it does
  /// not come from what spreads requests.
  public static Optional<Shares> of(Document document, Connector arrow) {
    Kind kind = Catalog.of(arrow).orElse(null);
    if (kind == null
        || kind.sharing().isEmpty()
        || !document
            .findNode(arrow.source())
            .flatMap(Catalog::of)
            .map(source -> source.is(Trait.BALANCER))
            .orElse(false)) {
      return Optional.empty();
    }
    Sharing sharing = kind.sharing().get();
    List<Connector> found = new ArrayList<>();
    for (Connector other : document.connectors()) {
      if (other.source().equals(arrow.source())
          && other.kind().equals(arrow.kind())
          && sharing.conditions().stream()
              .allMatch(condition -> condition.of(other).equals(condition.of(arrow)))) {
        found.add(other);
      }
    }
    return Optional.of(new Shares(sharing.weight(), found));
  }

  public List<Integer> weights() {
    return arrows.stream().map(weight::of).toList();
  }

  public int total() {
    return weights().stream().mapToInt(Integer::intValue).sum();
  }

  /// Whole percents that add up to 100; all 0 where every weight is.
  public List<Integer> percents() {
    return spread(weights(), WHOLE);
  }

  /// Weights that give one arrow this many percent and leave the others in proportion to each other.
  public List<Integer> giving(int index, int percent) {
    List<Integer> others = new ArrayList<>(weights());
    others.set(index, 0);
    if (others.size() == 1) {
      return weights();
    }
    if (others.stream().allMatch(other -> other == 0)) {
      // Nobody else had anything, so that nobody has a claim to more than another.
      for (int i = 0; i < others.size(); i++) {
        others.set(i, i == index ? 0 : 1);
      }
    }
    List<Integer> changed = new ArrayList<>(spread(others, WHOLE - percent));
    changed.set(index, percent);
    return changed;
  }

  /// Weights after so many percent went from the arrow on one side of a border to the one on the other.
  ///
  /// @param border 0 for that between the first arrow and the second
  /// @param by how much the first of the two gets; the other never has less than nothing
  public List<Integer> moving(int border, int by) {
    List<Integer> changed = new ArrayList<>(percents());
    int left = changed.get(border);
    int right = changed.get(border + 1);
    int moved = Math.clamp(by, -left, right);
    changed.set(border, left + moved);
    changed.set(border + 1, right - moved);
    return changed;
  }

  /// Weights that give everyone the same.
  public List<Integer> even() {
    return arrows.stream().map(_ -> 1).toList();
  }

  /// Splits a whole in proportion to parts; what rounding leaves goes to the largest remainders.
  private static List<Integer> spread(List<Integer> parts, int whole) {
    long sum = parts.stream().mapToLong(Integer::longValue).sum();
    List<Integer> shares = new ArrayList<>();
    List<Integer> order = new ArrayList<>();
    int given = 0;
    for (int i = 0; i < parts.size(); i++) {
      int share = sum == 0 ? 0 : (int) (parts.get(i) * (long) whole / sum);
      shares.add(share);
      order.add(i);
      given += share;
    }
    if (sum > 0) {
      order.sort(Comparator.comparingLong(i -> -(parts.get(i) * (long) whole % sum)));
      for (int i = 0; given < whole; i++, given++) {
        shares.set(order.get(i), shares.get(order.get(i)) + 1);
      }
    }
    return shares;
  }
}
