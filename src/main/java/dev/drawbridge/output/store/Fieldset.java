package dev.drawbridge.output.store;

import dev.drawbridge.base.Place;
import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One object of a file while it is read: hands out its fields by type, and knows where it stands, so that
/// a field of another type is told by its JSON pointer.
///
/// @param pointer of the object itself
record Fieldset(String file, String pointer, Fields fields) {
  boolean has(String name) {
    return fields.values().containsKey(name);
  }

  String text(String name) throws BadInput {
    if (fields.get(name) instanceof Datum.Text(String value)) {
      return value;
    }
    throw bad(name, "store.expected.text");
  }

  String text(String name, String fallback) throws BadInput {
    return has(name) ? text(name) : fallback;
  }

  boolean flag(String name, boolean fallback) throws BadInput {
    if (!has(name)) {
      return fallback;
    }
    if (fields.get(name) instanceof Datum.Flag(boolean value)) {
      return value;
    }
    throw bad(name, "store.expected.flag");
  }

  /// A whole number from 1 up.
  int version(String name) throws BadInput {
    if (fields.get(name) instanceof Datum.Number(var value)
        && value.scale() == 0
        && value.signum() > 0
        && value.precision() < 10) {
      return value.intValue();
    }
    throw bad(name, "store.expected.version");
  }

  ElementId id(String name) throws BadInput {
    return id(fields.get(name), pointer + "/" + name);
  }

  List<ElementId> ids(String name) throws BadInput {
    List<ElementId> found = new ArrayList<>();
    int index = 0;
    for (Datum value : list(name)) {
      found.add(id(value, pointer + "/" + name + "/" + index++));
    }
    return found;
  }

  Rect bounds(String name) throws BadInput {
    double[] n = numbers(fields.get(name), 4, pointer + "/" + name, "store.expected.bounds");
    if (n[2] < 0 || n[3] < 0) {
      throw bad(name, "store.expected.bounds");
    }
    return new Rect(n[0], n[1], n[2], n[3]);
  }

  List<Point> points(String name) throws BadInput {
    List<Point> found = new ArrayList<>();
    int index = 0;
    for (Datum value : list(name)) {
      double[] n = numbers(value, 2, pointer + "/" + name + "/" + index++, "store.expected.point");
      found.add(new Point(n[0], n[1]));
    }
    return found;
  }

  Fields record(String name) throws BadInput {
    if (!has(name)) {
      return Fields.NONE;
    }
    if (fields.get(name) instanceof Datum.Record(Fields value)) {
      return value;
    }
    throw bad(name, "store.expected.object");
  }

  /// The values of a list; none where the field is absent.
  List<Datum> list(String name) throws BadInput {
    if (!has(name)) {
      return List.of();
    }
    if (fields.get(name) instanceof Datum.Items(List<Datum> values)) {
      return values;
    }
    throw bad(name, "store.expected.list");
  }

  /// The fields of other names.
  Fields except(Set<String> known) {
    SequencedMap<String, Datum> rest = new LinkedHashMap<>();
    fields
        .values()
        .forEach(
            (name, value) -> {
              if (!known.contains(name)) {
                rest.put(name, value);
              }
            });
    return rest.isEmpty() ? Fields.NONE : new Fields(rest);
  }

  BadInput bad(String name, String key, Object... arguments) {
    return new BadInput(new Place.AtPointer(file, pointer + "/" + name), key, arguments);
  }

  private ElementId id(@Nullable Datum value, String at) throws BadInput {
    if (value instanceof Datum.Text(String text) && ElementId.isValid(text)) {
      return new ElementId(text);
    }
    throw new BadInput(new Place.AtPointer(file, at), "store.expected.id");
  }

  private double[] numbers(@Nullable Datum value, int count, String at, String key)
      throws BadInput {
    if (value instanceof Datum.Items(List<Datum> values) && values.size() == count) {
      double[] found = new double[count];
      for (int i = 0; i < count; i++) {
        if (!(values.get(i) instanceof Datum.Number(var number))
            || Math.abs(number.doubleValue()) > Limits.COORDINATE) {
          throw new BadInput(new Place.AtPointer(file, at), key);
        }
        found[i] = number.doubleValue();
      }
      return found;
    }
    throw new BadInput(new Place.AtPointer(file, at), key);
  }
}
