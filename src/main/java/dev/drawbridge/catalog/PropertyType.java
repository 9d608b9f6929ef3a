package dev.drawbridge.catalog;

import dev.drawbridge.model.Datum;
import dev.drawbridge.model.Fields;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What values a property may have, and how they stand in the file.
public sealed interface PropertyType<T> {
  /// The value that a datum stands for; empty where it stands for none of this type.
  Optional<T> read(Datum datum);

  Datum write(T value);

  /// Any text in one line, NFC, at most [#maximum] characters.
  record Text(int maximum) implements PropertyType<String> {
    @Override
    public Optional<String> read(Datum datum) {
      return datum instanceof Datum.Text(String value) && value.length() <= maximum
          ? Optional.of(value)
          : Optional.empty();
    }

    @Override
    public Datum write(String value) {
      return Datum.of(value);
    }
  }

  /// Text of a fixed shape, such as a CIDR block, a time window or an instance type.
  ///
  /// @param shape the part of message keys that tells the shape: `shape.<shape>.expected`
  record Shaped(String shape, Pattern pattern) implements PropertyType<String> {
    @Override
    public Optional<String> read(Datum datum) {
      return datum instanceof Datum.Text(String value) && pattern.matcher(value).matches()
          ? Optional.of(value)
          : Optional.empty();
    }

    @Override
    public Datum write(String value) {
      return Datum.of(value);
    }
  }

  /// A whole number, both ends included.
  ///
  /// @param unit as printed behind the number, such as `s` or `GiB`; empty for a plain count
  record Whole(int minimum, int maximum, String unit) implements PropertyType<Integer> {
    @Override
    public Optional<Integer> read(Datum datum) {
      if (!(datum instanceof Datum.Number(var value))
          || value.precision() - value.scale() > 10
          || value.scale() > 20
          || value.stripTrailingZeros().scale() > 0) {
        return Optional.empty();
      }
      long whole = value.longValue();
      return whole >= minimum && whole <= maximum ? Optional.of((int) whole) : Optional.empty();
    }

    @Override
    public Datum write(Integer value) {
      return Datum.of(value);
    }
  }

  record Flag() implements PropertyType<Boolean> {
    @Override
    public Optional<Boolean> read(Datum datum) {
      return datum instanceof Datum.Flag(boolean value) ? Optional.of(value) : Optional.empty();
    }

    @Override
    public Datum write(Boolean value) {
      return Datum.of(value);
    }
  }

  /// One of a few; in the file the constant's name in lower case with `-` for `_`: `internet-facing`.
  record Choice<E extends Enum<E>>(Class<E> type) implements PropertyType<E> {
    public static String key(Enum<?> constant) {
      return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static final ClassValue<Map<String, Enum<?>>> BY_KEY =
        new ClassValue<>() {
          @Override
          protected Map<String, Enum<?>> computeValue(Class<?> type) {
            Map<String, Enum<?>> byKey = new HashMap<>();
            for (Object constant : type.getEnumConstants()) {
              Enum<?> one = (Enum<?>) constant;
              byKey.put(key(one), one);
            }
            return byKey;
          }
        };

    public List<E> constants() {
      return List.of(type.getEnumConstants());
    }

    @Override
    public Optional<E> read(Datum datum) {
      return datum instanceof Datum.Text(String value)
          ? Optional.ofNullable(BY_KEY.get(type).get(value)).map(type::cast)
          : Optional.empty();
    }

    @Override
    public Datum write(E value) {
      return Datum.of(key(value));
    }
  }

  /// A table: each row has the same columns, such as the listeners of a load balancer.
  record Rows(List<Property<?>> columns) implements PropertyType<List<Fields>> {
    public Rows {
      columns = List.copyOf(columns);
    }

    @Override
    public Optional<List<Fields>> read(Datum datum) {
      if (!(datum instanceof Datum.Items(List<Datum> values))) {
        return Optional.empty();
      }
      List<Fields> rows = new ArrayList<>();
      for (Datum value : values) {
        if (!(value instanceof Datum.Record(Fields fields))
            || !columns.stream().allMatch(column -> column.isValidIn(fields))) {
          return Optional.empty();
        }
        rows.add(fields);
      }
      return Optional.of(List.copyOf(rows));
    }

    @Override
    public Datum write(List<Fields> value) {
      List<Datum> rows = new ArrayList<>();
      value.forEach(row -> rows.add(Datum.of(row)));
      return new Datum.Items(rows);
    }
  }
}
