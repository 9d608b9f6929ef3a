package dev.drawbridge.output.store;

import dev.drawbridge.base.Place;
import dev.drawbridge.base.Point;
import dev.drawbridge.base.Rect;
import dev.drawbridge.model.Datum;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// One object of a file while it is read: hands out its fields by type, and knows where it stands, so that
/// a field of another type is told by its JSON pointer.
///
/// @param pointer of the object itself, up to the index
/// @param index of the object in the list there; -1 where it is no list's
/// @param known the ids read so far, each once: the file names most of them many times
record Fieldset(
    String file, String pointer, int index, Fields fields, Map<String, ElementId> known) {
  boolean has(String name) {
    return fields.has(name);
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
    return id(fields.get(name), name, -1);
  }

  List<ElementId> ids(String name) throws BadInput {
    List<ElementId> found = new ArrayList<>();
    for (Datum value : list(name)) {
      found.add(id(value, name, found.size()));
    }
    return found;
  }

  Rect bounds(String name) throws BadInput {
    double[] n = numbers(fields.get(name), 4);
    if (n == null || n[2] < 0 || n[3] < 0) {
      throw bad(name, "store.expected.bounds");
    }
    return new Rect(n[0], n[1], n[2], n[3]);
  }

  List<Point> points(String name) throws BadInput {
    List<Point> found = new ArrayList<>();
    for (Datum value : list(name)) {
      double[] n = numbers(value, 2);
      if (n == null) {
        throw bad(name + "/" + found.size(), "store.expected.point");
      }
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
  Fields except(Set<String> names) {
    if (fields.allMatch((name, _) -> names.contains(name))) {
      return Fields.NONE;
    }
    Fields.Builder rest = Fields.builder();
    fields.forEach(
        (name, value) -> {
          if (!names.contains(name)) {
            rest.add(name, value);
          }
        });
    return rest.build();
  }

  BadInput bad(String name, String key, Object... arguments) {
    String object = index < 0 ? pointer : pointer + "/" + index;
    return new BadInput(new Place.AtPointer(file, object + "/" + name), key, arguments);
  }

  /// @param index of the value in the list of that name; -1 where it is the field itself
  private ElementId id(@Nullable Datum value, String name, int index) throws BadInput {
    if (value instanceof Datum.Text(String text)) {
      ElementId id = known.get(text);
      if (id == null && ElementId.isValid(text)) {
        id = new ElementId(text);
        known.put(text, id);
      }
      if (id != null) {
        return id;
      }
    }
    throw bad(index < 0 ? name : name + "/" + index, "store.expected.id");
  }

  /// The numbers of a list of just so many coordinates; null where it is none.
  private static double @Nullable [] numbers(@Nullable Datum value, int count) {
    if (!(value instanceof Datum.Items(List<Datum> values)) || values.size() != count) {
      return null;
    }
    double[] found = new double[count];
    for (int i = 0; i < count; i++) {
      if (!(values.get(i) instanceof Datum.Number(var number))) {
        return null;
      }
      found[i] = number.doubleValue();
      if (Math.abs(found[i]) > Limits.COORDINATE) {
        return null;
      }
    }
    return found;
  }
}
