package dev.drawbridge.model;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/// Named values in a fixed order, immutable. Two are equal when they hold the same names and values, in
/// whichever order.
///
/// A design has one or two of these an element, most of fewer than ten names: two short arrays are read
/// faster than a map, and take a third of its room.
public final class Fields {
  public static final Fields NONE = new Fields(new String[0], new Datum[0], null);

  /// Up to so many names are looked through one by one.
  private static final int FEW = 12;

  private final String[] names;
  private final Datum[] values;

  /// Where each name stands; null where they are few.
  private final @Nullable Map<String, Integer> places;

  private Fields(String[] names, Datum[] values, @Nullable Map<String, Integer> places) {
    this.names = names;
    this.values = values;
    this.places = places;
  }

  public static Builder builder() {
    return new Builder();
  }

  public @Nullable Datum get(String name) {
    int place = place(name);
    return place < 0 ? null : values[place];
  }

  public boolean has(String name) {
    return place(name) >= 0;
  }

  public boolean isEmpty() {
    return names.length == 0;
  }

  public List<String> names() {
    return Collections.unmodifiableList(Arrays.asList(names));
  }

  public void forEach(BiConsumer<String, Datum> visitor) {
    for (int i = 0; i < names.length; i++) {
      visitor.accept(names[i], values[i]);
    }
  }

  public boolean allMatch(BiPredicate<String, Datum> test) {
    for (int i = 0; i < names.length; i++) {
      if (!test.test(names[i], values[i])) {
        return false;
      }
    }
    return true;
  }

  /// A value replaced where it stands, or added behind the others.
  public Fields with(String name, Datum value) {
    int place = place(name);
    if (place >= 0) {
      Datum[] changed = values.clone();
      changed[place] = value;
      return new Fields(names, changed, places);
    }
    Builder more = builder();
    forEach(more::add);
    more.add(name, value);
    return more.build();
  }

  public Fields without(String name) {
    if (!has(name)) {
      return this;
    }
    Builder fewer = builder();
    forEach(
        (other, value) -> {
          if (!other.equals(name)) {
            fewer.add(other, value);
          }
        });
    return fewer.build();
  }

  private int place(String name) {
    return places == null ? place(names, names.length, name) : places.getOrDefault(name, -1);
  }

  private static int place(String[] names, int count, String name) {
    for (int i = 0; i < count; i++) {
      if (names[i].equals(name)) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (this == other) {
      return true;
    }
    if (!(other instanceof Fields fields) || names.length != fields.names.length) {
      return false;
    }
    for (int i = 0; i < names.length; i++) {
      // Mostly the same order: then nothing has to be looked for.
      Datum theirs = names[i].equals(fields.names[i]) ? fields.values[i] : fields.get(names[i]);
      if (!values[i].equals(theirs)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public int hashCode() {
    int hash = 0;
    for (int i = 0; i < names.length; i++) {
      hash += names[i].hashCode() ^ values[i].hashCode();
    }
    return hash;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("{");
    forEach(
        (name, value) ->
            text.append(text.length() > 1 ? ", " : "").append(name).append('=').append(value));
    return text.append('}').toString();
  }

  /// Collects values in their order, each name once.
  public static final class Builder {
    private String[] names = new String[FEW];
    private Datum[] values = new Datum[FEW];
    private int count;
    private @Nullable Map<String, Integer> places;

    private Builder() {}

    /// Adds a value, unless there is one of that name.
    ///
    /// @return whether there was none
    public boolean add(String name, Datum value) {
      if (has(name)) {
        return false;
      }
      if (count == names.length) {
        names = Arrays.copyOf(names, 2 * count);
        values = Arrays.copyOf(values, 2 * count);
      }
      names[count] = name;
      values[count] = value;
      if (places != null) {
        places.put(name, count);
      } else if (count == FEW) {
        places = new HashMap<>();
        for (int i = 0; i <= count; i++) {
          places.put(names[i], i);
        }
      }
      count++;
      return true;
    }

    public boolean has(String name) {
      return places == null ? place(names, count, name) >= 0 : places.containsKey(name);
    }

    /// What was collected. Nothing can be added afterwards.
    public Fields build() {
      if (count == 0) {
        return NONE;
      }
      Map<String, Integer> known = places;
      places = Map.of();
      return new Fields(Arrays.copyOf(names, count), Arrays.copyOf(values, count), known);
    }
  }
}
