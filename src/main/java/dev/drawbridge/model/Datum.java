package dev.drawbridge.model;

import java.math.BigDecimal;
import java.util.List;

/// A value as it stands in the file: JSON's, and no more. A property's type gives it meaning; what has
/// no known meaning is kept as it came.
public sealed interface Datum {
  record Text(String value) implements Datum {}

  /// A number, exact: `1.50` stays `1.50`.
  record Number(BigDecimal value) implements Datum {}

  record Flag(boolean value) implements Datum {}

  record Nothing() implements Datum {}

  record Items(List<Datum> values) implements Datum {
    public Items {
      values = List.copyOf(values);
    }
  }

  record Record(Fields fields) implements Datum {}

  static Datum of(String value) {
    return new Text(value);
  }

  static Datum of(long value) {
    return new Number(BigDecimal.valueOf(value));
  }

  static Datum of(boolean value) {
    return new Flag(value);
  }

  static Datum of(Fields fields) {
    return new Record(fields);
  }
}
