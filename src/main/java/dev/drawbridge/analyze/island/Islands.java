package dev.drawbridge.analyze.island;

import dev.drawbridge.catalog.aws.Internet;
import dev.drawbridge.catalog.aws.Region;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.Element;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A design, split into its islands. Immutable.
public final class Islands {
  /// The island of what is a shore.
  static final int NONE = -1;

  /// For more changes than this the design is split anew rather than each island changed once for each.
  static final int FEW = 32;

  private final Document design;
  private final List<Island> all;
  private final int[] islandOf;

  /// @param islandOf for each element of the design, in order, the index of its island
  Islands(Document design, List<Island> all, int[] islandOf) {
    this.design = design;
    this.all = Collections.unmodifiableList(all);
    this.islandOf = islandOf;
  }

  /// The islands, in the order of their first elements. There is one at least where there is an element.
  public List<Island> all() {
    return all;
  }

  /// The islands of these elements; a region has none, and the internet neither.
  public List<Island> around(Set<ElementId> elements) {
    Set<Island> found = Collections.newSetFromMap(new IdentityHashMap<>());
    int position = 0;
    for (ElementId id : design.elements().keySet()) {
      if (islandOf[position] != NONE && elements.contains(id)) {
        found.add(all.get(islandOf[position]));
      }
      position++;
    }
    return all.stream().filter(found::contains).toList();
  }

  /// The islands of the design into which this one was changed: those of which nothing changed are the
  /// same objects. Quick where properties changed, for then the islands are where they were, and where
  /// arrows came or went, for then only those at their ends are to be looked at.
  public Islands next(Document changed) {
    if (changed == design) {
      return this;
    }
    Islands same = unmoved(changed);
    Islands next = same == null ? Rewiring.next(this, changed) : same;
    return next == null ? of(changed) : next;
  }

  /// These islands with the changed elements; null where they may lie elsewhere.
  private @Nullable Islands unmoved(Document changed) {
    if (changed.elements().size() != islandOf.length) {
      return null;
    }
    List<Island> next = new ArrayList<>(all);
    int changes = 0;
    Iterator<Element> before = design.elements().values().iterator();
    int position = 0;
    for (Element element : changed.elements().values()) {
      Element old = before.next();
      if (old != element) {
        if (islandOf[position] == NONE
            || !old.id().equals(element.id())
            || ++changes > FEW
            || isShore(element)
            || !Island.hasSameTies(old, element)) {
          return null;
        }
        next.set(islandOf[position], next.get(islandOf[position]).with(element));
      }
      position++;
    }
    return new Islands(changed, next, islandOf);
  }

  public static Islands of(Document design) {
    Element[] elements = design.elements().values().toArray(Element[]::new);
    Survey survey = Survey.of(elements);
    return new Islands(design, survey.islands(), survey.islandOf());
  }

  Document design() {
    return design;
  }

  /// The index of the island of the element at a position of the design; [#NONE] for a shore.
  int islandAt(int position) {
    return islandOf[position];
  }

  /// What lies at the top and holds or meets others of which it makes no whole.
  static boolean isShore(Element element) {
    return element instanceof Node node
        && node.parent() == null
        && node.spans().isEmpty()
        && (node.kind().equals(Region.KIND.id()) || node.kind().equals(Internet.KIND.id()));
  }
}
