package dev.drawbridge.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Named values in a fixed order, immutable. Two are equal when they hold the same names and values, in
/// whichever order.
public record Fields(SequencedMap<String, Datum> values) {
  public static final Fields NONE = new Fields(new LinkedHashMap<>());

  public Fields {
    values = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(values));
  }

  public @Nullable Datum get(String name) {
    return values.get(name);
  }

  public boolean isEmpty() {
    return values.isEmpty();
  }

  public Fields with(String name, Datum value) {
    SequencedMap<String, Datum> changed = new LinkedHashMap<>(values);
    changed.put(name, value);
    return new Fields(changed);
  }

  public Fields without(String name) {
    if (!values.containsKey(name)) {
      return this;
    }
    SequencedMap<String, Datum> changed = new LinkedHashMap<>(values);
    changed.remove(name);
    return new Fields(changed);
  }
}
