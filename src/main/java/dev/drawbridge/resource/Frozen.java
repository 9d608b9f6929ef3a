package dev.drawbridge.resource;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A map that keeps its order and never changes: a copy of one is itself, so that what is handed from one
/// body to the next is copied once.
final class Frozen<K, V> extends AbstractMap<K, V> implements SequencedMap<K, V> {
  private final SequencedMap<K, V> entries;

  private Frozen(SequencedMap<K, V> entries) {
    this.entries = Collections.unmodifiableSequencedMap(entries);
  }

  static <K, V> SequencedMap<K, V> copyOf(SequencedMap<K, V> map) {
    return map instanceof Frozen<K, V> ? map : new Frozen<>(new LinkedHashMap<>(map));
  }

  /// The map itself, which nobody may change any more.
  static <K, V> SequencedMap<K, V> of(SequencedMap<K, V> mine) {
    return new Frozen<>(mine);
  }

  @Override
  public Set<Entry<K, V>> entrySet() {
    return entries.entrySet();
  }

  @Override
  public SequencedMap<K, V> reversed() {
    return entries.reversed();
  }

  @Override
  public @Nullable V get(@Nullable Object key) {
    return entries.get(key);
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return entries.containsKey(key);
  }

  @Override
  public int size() {
    return entries.size();
  }
}
