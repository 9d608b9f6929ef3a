package dev.drawbridge.terraform.read;

import dev.drawbridge.base.Reason;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;

/// What a block amounts to: one, several by number, or several by key.
sealed interface Expansion<T> {
  record One<T>(T only) implements Expansion<T> {}

  record Counted<T>(List<T> several) implements Expansion<T> {
    public Counted {
      several = List.copyOf(several);
    }
  }

  record Keyed<T>(SequencedMap<String, T> byKey) implements Expansion<T> {}

  /// It is not there to be looked at.
  record Missing<T>() implements Expansion<T> {}

  static <T> Expansion<T> none() {
    return new Counted<>(List.of());
  }

  static <T> Expansion<T> missing() {
    return new Missing<>();
  }

  default boolean isMissing() {
    return this instanceof Missing;
  }

  default List<T> all() {
    return switch (this) {
      case One<T>(T only) -> List.of(only);
      case Counted<T> counted -> counted.several;
      case Keyed<T> keyed -> List.copyOf(keyed.byKey.values());
      case Missing<T> _ -> List.of();
    };
  }

  /// How expressions see it.
  default Value value(Function<T, Value> as) {
    return switch (this) {
      case One<T>(T only) -> as.apply(only);
      case Counted<T> counted -> {
        List<Value> values = new ArrayList<>();
        counted.several.forEach(one -> values.add(as.apply(one)));
        yield Value.of(values);
      }
      case Keyed<T> keyed -> {
        SequencedMap<String, Value> values = new LinkedHashMap<>();
        keyed.byKey.forEach((key, one) -> values.put(key, as.apply(one)));
        yield new Value.Mapping(values);
      }
      case Missing<T> _ -> new Value.Unknown(Reason.of("unknown.some-module-elsewhere"));
    };
  }
}
