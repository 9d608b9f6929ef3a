package dev.drawbridge.model;

import java.util.AbstractCollection;
import java.util.AbstractList;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// The elements of a document by id, in drawing order. Immutable. One that came of another by updates shares
/// with it whatever stayed the same, so that the next document costs as much as what changed, and so does
/// finding out what that was.
final class Elements extends AbstractMap<ElementId, Element> {
  /// How many elements lie together: what an update copies, beside one pointer for each of these.
  private static final int CHUNK = 64;

  private final Order order;
  private final Element[][] chunks;

  /// Which element stands where; the same object for all documents with the same elements in the same
  /// order.
  private record Order(ElementId[] ids, Map<ElementId, Integer> places) {}

  private Elements(Order order, Element[][] chunks) {
    this.order = order;
    this.chunks = chunks;
  }

  static Elements of(Collection<? extends Element> elements) {
    int size = elements.size();
    ElementId[] ids = new ElementId[size];
    Map<ElementId, Integer> places = HashMap.newHashMap(size);
    Element[][] chunks = new Element[(size + CHUNK - 1) / CHUNK][];
    int place = 0;
    for (Element element : elements) {
      if (places.put(element.id(), place) != null) {
        throw new IllegalArgumentException("two elements are called " + element.id());
      }
      ids[place] = element.id();
      if (place % CHUNK == 0) {
        chunks[place / CHUNK] = new Element[Math.min(CHUNK, size - place)];
      }
      chunks[place / CHUNK][place % CHUNK] = element;
      place++;
    }
    return new Elements(new Order(ids, places), chunks);
  }

  /// These with others in the places of those with their ids, all of which are there.
  Elements with(Collection<Element> updated) {
    Element[][] changed = chunks.clone();
    for (Element element : updated) {
      int place = place(element.id());
      int chunk = place / CHUNK;
      if (changed[chunk] == chunks[chunk]) {
        changed[chunk] = chunks[chunk].clone();
      }
      changed[chunk][place % CHUNK] = element;
    }
    return new Elements(order, changed);
  }

  /// Where the element of this id stands, which is there.
  int place(ElementId id) {
    return order.places.getOrDefault(id, -1);
  }

  /// Where the element of this id stands; behind all others where there is none.
  int placeOrLast(ElementId id) {
    return order.places.getOrDefault(id, size());
  }

  Element at(int place) {
    return chunks[place / CHUNK][place % CHUNK];
  }

  List<Element> inOrder() {
    return new Listed<>(size(), this::at);
  }

  /// The ids of those that came, went, or are not the same objects.
  Set<ElementId> changedFrom(Elements before) {
    Set<ElementId> changed = new LinkedHashSet<>();
    if (order == before.order) {
      for (int i = 0; i < chunks.length; i++) {
        for (int j = 0; chunks[i] != before.chunks[i] && j < chunks[i].length; j++) {
          if (chunks[i][j] != before.chunks[i][j]) {
            changed.add(chunks[i][j].id());
          }
        }
      }
      return changed;
    }
    for (Element element : values()) {
      if (before.get(element.id()) != element) {
        changed.add(element.id());
      }
    }
    for (ElementId id : before.order.ids) {
      if (!containsKey(id)) {
        changed.add(id);
      }
    }
    return changed;
  }

  /// Whether these are equal elements in the same order.
  boolean isAlike(Elements other) {
    if (size() != other.size()) {
      return false;
    }
    for (int i = 0; i < chunks.length; i++) {
      for (int j = 0; chunks[i] != other.chunks[i] && j < chunks[i].length; j++) {
        if (!chunks[i][j].equals(other.chunks[i][j])) {
          return false;
        }
      }
    }
    return true;
  }

  @Override
  public int size() {
    return order.ids.length;
  }

  @Override
  public @Nullable Element get(@Nullable Object id) {
    Integer place = order.places.get(id);
    return place == null ? null : at(place);
  }

  @Override
  public boolean containsKey(@Nullable Object id) {
    return order.places.containsKey(id);
  }

  @Override
  public Collection<Element> values() {
    return new AbstractCollection<>() {
      @Override
      public Iterator<Element> iterator() {
        return new Walk<>(size(), Elements.this::at);
      }

      @Override
      public int size() {
        return Elements.this.size();
      }
    };
  }

  @Override
  public Set<ElementId> keySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<ElementId> iterator() {
        return new Walk<>(size(), place -> order.ids[place]);
      }

      @Override
      public boolean contains(Object id) {
        return containsKey(id);
      }

      @Override
      public int size() {
        return Elements.this.size();
      }
    };
  }

  @Override
  public Set<Map.Entry<ElementId, Element>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Map.Entry<ElementId, Element>> iterator() {
        return new Walk<>(size(), place -> Map.entry(order.ids[place], at(place)));
      }

      @Override
      public int size() {
        return Elements.this.size();
      }
    };
  }

  /// Goes from place to place.
  private static final class Walk<T> implements Iterator<T> {
    private final int size;
    private final IntFunction<T> at;
    private int next;

    Walk(int size, IntFunction<T> at) {
      this.size = size;
      this.at = at;
    }

    @Override
    public boolean hasNext() {
      return next < size;
    }

    @Override
    public T next() {
      if (next >= size) {
        throw new NoSuchElementException();
      }
      return at.apply(next++);
    }
  }

  /// What stands at each of some places, read when asked for.
  static final class Listed<T> extends AbstractList<T> implements RandomAccess {
    private final int size;
    private final IntFunction<T> at;

    Listed(int size, IntFunction<T> at) {
      this.size = size;
      this.at = at;
    }

    @Override
    public T get(int index) {
      return at.apply(Objects.checkIndex(index, size));
    }

    @Override
    public int size() {
      return size;
    }
  }
}
