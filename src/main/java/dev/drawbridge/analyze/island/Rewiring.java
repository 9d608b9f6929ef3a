package dev.drawbridge.analyze.island;

import dev.drawbridge.model.Connector;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds the islands of a design in which a few arrows came, went or lead elsewhere: only islands where
/// one of them begins or ends can grow together or fall apart. Whatever else changed is for [Survey].
final class Rewiring {
  /// In the place of an island: to be found out.
  private static final int LOOSE = -2;

  private final Islands before;
  private final Document changed;
  private final Element[] elements;
  private final int[] islandOf;
  private final boolean[] affected;
  private final List<Connector> come = new ArrayList<>();
  private final List<Connector> gone = new ArrayList<>();
  private int changes;

  private Rewiring(Islands before, Document changed) {
    this.before = before;
    this.changed = changed;
    elements = changed.elements().values().toArray(Element[]::new);
    islandOf = new int[elements.length];
    affected = new boolean[before.all().size()];
  }

  /// The islands of the changed design; null where more than arrows came and went.
  static @Nullable Islands next(Islands before, Document changed) {
    Rewiring rewiring = new Rewiring(before, changed);
    return rewiring.compare() && rewiring.landings() && rewiring.shoresHold()
        ? rewiring.islands()
        : null;
  }

  /// Finds what changed; false where it is too much.
  private boolean compare() {
    Element[] old = before.design().elements().values().toArray(Element[]::new);
    int i = 0;
    for (int j = 0; j < elements.length; j++) {
      Element element = elements[j];
      while (i < old.length && hasGone(old[i], element)) {
        leave((Connector) old[i], i++);
      }
      if (i < old.length && old[i] == element) {
        islandOf[j] = before.islandAt(i++);
      } else if (i < old.length && old[i].id().equals(element.id())) {
        if (!change(old[i], i++, j)) {
          return false;
        }
      } else if (element instanceof Connector arrow
          && before.design().find(element.id()).isEmpty()) {
        arrive(arrow, j);
      } else {
        return false;
      }
      if (changes > Islands.FEW) {
        return false;
      }
    }
    while (i < old.length && hasGone(old[i], null)) {
      leave((Connector) old[i], i++);
    }
    return i == old.length && changes <= Islands.FEW;
  }

  private boolean hasGone(Element old, @Nullable Element instead) {
    return old != instead && old instanceof Connector && changed.find(old.id()).isEmpty();
  }

  private void leave(Connector arrow, int position) {
    affected[before.islandAt(position)] = true;
    gone.add(arrow);
    changes++;
  }

  private void arrive(Connector arrow, int position) {
    islandOf[position] = LOOSE;
    come.add(arrow);
    changes++;
  }

  private boolean change(Element old, int was, int is) {
    int island = before.islandAt(was);
    Element element = elements[is];
    if (island == Islands.NONE || Islands.isShore(element)) {
      return false;
    }
    if (Island.hasSameTies(old, element)) {
      affected[island] = true;
      islandOf[is] = island;
      changes++;
      return true;
    }
    if (old instanceof Connector from && element instanceof Connector to) {
      leave(from, was);
      arrive(to, is);
      return true;
    }
    return false;
  }

  /// Finds the islands at the ends of new arrows; false where one is at a shore that was none.
  private boolean landings() {
    Set<ElementId> ends = new HashSet<>();
    come.forEach(arrow -> Survey.ties(arrow, ends::add));
    for (int i = 0; i < elements.length && !ends.isEmpty(); i++) {
      if (islandOf[i] >= 0 && ends.contains(elements[i].id())) {
        if (Islands.isShore(elements[i])) {
          return false;
        }
        affected[islandOf[i]] = true;
      }
    }
    return true;
  }

  /// Whether the shores at which arrows ended that have gone are still shores of something.
  private boolean shoresHold() {
    Set<ElementId> left = new HashSet<>();
    gone.forEach(
        arrow ->
            Survey.ties(
                arrow,
                end ->
                    changed
                        .findNode(end)
                        .filter(Islands::isShore)
                        .map(Node::id)
                        .ifPresent(left::add)));
    for (int i = 0; i < elements.length && !left.isEmpty(); i++) {
      Survey.ties(elements[i], left::remove);
    }
    return left.isEmpty();
  }

  private Islands islands() {
    int[] part = new int[elements.length];
    boolean[] shore = new boolean[elements.length];
    int size = 0;
    boolean internet = false;
    for (int i = 0; i < elements.length; i++) {
      int island = islandOf[i];
      boolean first = !internet && Survey.isInternet(elements[i]);
      internet |= first;
      if (island == Islands.NONE || first && !affected[island]) {
        shore[size] = true;
        part[size++] = i;
      } else if (island == LOOSE || affected[island]) {
        part[size++] = i;
      }
    }
    Element[] few = new Element[size];
    for (int i = 0; i < size; i++) {
      few[i] = elements[part[i]];
    }
    Survey survey = Survey.of(few, Arrays.copyOf(shore, size));
    int[] found = survey.islandOf();
    for (int i = 0; i < size; i++) {
      if (found[i] != Islands.NONE) {
        islandOf[part[i]] = before.all().size() + found[i];
      }
    }
    return inOrder(survey.islands());
  }

  /// Numbers the islands as their first elements come.
  ///
  /// @param fresh those that are numbered from the number of the former ones on, so far
  private Islands inOrder(List<Island> fresh) {
    int former = before.all().size();
    List<Island> all = new ArrayList<>();
    Map<Integer, Integer> numbers = new HashMap<>();
    for (int i = 0; i < islandOf.length; i++) {
      int island = islandOf[i];
      if (island != Islands.NONE) {
        Integer number = numbers.get(island);
        if (number == null) {
          number = all.size();
          numbers.put(island, number);
          all.add(island < former ? before.all().get(island) : fresh.get(island - former));
        }
        islandOf[i] = number;
      }
    }
    return new Islands(changed, all, islandOf);
  }
}
