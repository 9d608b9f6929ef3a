package dev.drawbridge.terraform.read;

import static dev.drawbridge.terraform.read.Functions.items;
import static dev.drawbridge.terraform.read.Functions.list;
import static dev.drawbridge.terraform.read.Functions.mapping;
import static dev.drawbridge.terraform.read.Functions.text;
import static dev.drawbridge.terraform.read.Functions.whole;

import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// Functions on lists and maps. Elements need not be known for a list of them to be cut or joined.
final class CollectionFunctions {
  private CollectionFunctions() {}

  static void addTo(Map<String, Function<List<Value>, Value>> all) {
    all.put("length", CollectionFunctions::length);
    all.put("element", CollectionFunctions::element);
    all.put("index", CollectionFunctions::index);
    all.put("concat", CollectionFunctions::concat);
    all.put("flatten", a -> list(flattened(items(a, 0), new ArrayList<>())));
    all.put("slice", CollectionFunctions::slice);
    all.put("chunklist", CollectionFunctions::chunks);
    all.put("compact", CollectionFunctions::compact);
    all.put("coalesce", a -> coalesce(a, CollectionFunctions::isNothing));
    all.put("coalescelist", a -> coalesce(a, value -> items(value).isEmpty()));
    all.put("one", CollectionFunctions::one);
    all.put("keys", CollectionFunctions::keys);
    all.put("values", a -> list(List.copyOf(sorted(a.getFirst()).values())));
    all.put("lookup", CollectionFunctions::lookup);
    all.put("merge", CollectionFunctions::merge);
    all.put("zipmap", CollectionFunctions::zipped);
    // Terraform before 0.12 had no brackets for these.
    all.put("list", arguments -> list(arguments));
    all.put("map", CollectionFunctions::map);
    all.put("transpose", CollectionFunctions::transposed);
    all.put("matchkeys", CollectionFunctions::matching);
  }

  private static Value length(List<Value> arguments) {
    Value value = arguments.getFirst();
    return value instanceof Value.Text(String text)
        ? Value.of(text.codePointCount(0, text.length()))
        : value instanceof Value.Mapping(var entries)
            ? Value.of(entries.size())
            : Value.of(items(value).size());
  }

  /// Counts round and round.
  private static Value element(List<Value> arguments) {
    List<Value> values = items(arguments, 0);
    int at = whole(arguments, 1);
    return values.isEmpty()
        ? Unknowns.failure("empty-list")
        : values.get(Math.floorMod(at, values.size()));
  }

  private static Value index(List<Value> arguments) {
    int at = items(arguments, 0).indexOf(Functions.known(arguments.get(1)));
    Functions.known(arguments.getFirst());
    return at < 0 ? Unknowns.failure("element") : Value.of(at);
  }

  private static Value concat(List<Value> arguments) {
    List<Value> all = new ArrayList<>();
    arguments.forEach(argument -> all.addAll(items(argument)));
    return list(all);
  }

  private static List<Value> flattened(List<Value> values, List<Value> into) {
    for (Value value : values) {
      if (value instanceof Value.Items(List<Value> inner)) {
        flattened(inner, into);
      } else if (value instanceof Value.Unknown unknown) {
        // It may be a list of any length.
        throw new Functions.Refused(unknown);
      } else {
        into.add(value);
      }
    }
    return into;
  }

  private static Value slice(List<Value> arguments) {
    return Value.of(items(arguments, 0).subList(whole(arguments, 1), whole(arguments, 2)));
  }

  private static Value chunks(List<Value> arguments) {
    List<Value> values = items(arguments, 0);
    int size = whole(arguments, 1);
    List<Value> all = new ArrayList<>();
    for (int i = 0; i < values.size(); i += Math.max(1, size <= 0 ? values.size() : size)) {
      int end = size <= 0 ? values.size() : Math.min(values.size(), i + size);
      all.add(Value.of(values.subList(i, end)));
    }
    return list(all);
  }

  private static boolean isNothing(Value value) {
    return value instanceof Value.Null
        || (value instanceof Value.Text(String text) && text.isEmpty());
  }

  private static Value compact(List<Value> arguments) {
    List<Value> all = new ArrayList<>();
    for (Value value : items(arguments, 0)) {
      if (value instanceof Value.Unknown unknown) {
        throw new Functions.Refused(unknown);
      }
      if (!isNothing(value)) {
        all.add(value);
      }
    }
    return list(all);
  }

  private static Value coalesce(
      List<Value> arguments, java.util.function.Predicate<Value> passedOver) {
    for (Value value : arguments) {
      if (value instanceof Value.Unknown || !passedOver.test(value)) {
        return value;
      }
    }
    return Unknowns.failure("among-nothing");
  }

  private static Value one(List<Value> arguments) {
    if (arguments.getFirst() instanceof Value.Null nothing) {
      return nothing;
    }
    List<Value> values = items(arguments, 0);
    return switch (values.size()) {
      case 0 -> new Value.Null();
      case 1 -> values.getFirst();
      default -> Unknowns.failure("only-element");
    };
  }

  private static SequencedMap<String, Value> sorted(Value value) {
    return new TreeMap<>(mapping(value));
  }

  private static Value keys(List<Value> arguments) {
    List<Value> keys = new ArrayList<>();
    sorted(arguments.getFirst()).keySet().forEach(key -> keys.add(Value.of(key)));
    return list(keys);
  }

  private static Value lookup(List<Value> arguments) {
    SequencedMap<String, Value> entries = mapping(arguments.getFirst());
    Value found = entries.get(text(arguments, 1));
    return found != null
        ? found
        : arguments.size() > 2 ? arguments.get(2) : Unknowns.failure("key");
  }

  private static Value merge(List<Value> arguments) {
    SequencedMap<String, Value> all = new LinkedHashMap<>();
    for (Value argument : arguments) {
      if (!(argument instanceof Value.Null)) {
        all.putAll(mapping(argument));
      }
    }
    return new Value.Mapping(all);
  }

  /// Keys and values by turns.
  private static Value map(List<Value> arguments) {
    if (arguments.size() % 2 != 0) {
      return Unknowns.failure("call", "map");
    }
    SequencedMap<String, Value> entries = new LinkedHashMap<>();
    for (int i = 0; i < arguments.size(); i += 2) {
      entries.put(Functions.text(arguments, i), arguments.get(i + 1));
    }
    return new Value.Mapping(entries);
  }

  private static Value zipped(List<Value> arguments) {
    List<Value> keys = items(arguments, 0);
    List<Value> values = items(arguments, 1);
    SequencedMap<String, Value> all = new LinkedHashMap<>();
    for (int i = 0; i < keys.size(); i++) {
      all.put(text(keys, i), values.get(i));
    }
    return new Value.Mapping(all);
  }

  /// Of the names that each list holds, the keys of the lists that hold them.
  private static Value transposed(List<Value> arguments) {
    SequencedMap<String, List<Value>> all = new TreeMap<>();
    for (var entry : sorted(arguments.getFirst()).entrySet()) {
      List<Value> names = items(entry.getValue());
      for (int i = 0; i < names.size(); i++) {
        all.computeIfAbsent(text(names, i), _ -> new ArrayList<>()).add(Value.of(entry.getKey()));
      }
    }
    SequencedMap<String, Value> found = new LinkedHashMap<>();
    all.forEach((name, keys) -> found.put(name, list(keys)));
    return new Value.Mapping(found);
  }

  private static Value matching(List<Value> arguments) {
    List<Value> values = items(arguments, 0);
    List<Value> keys = items(Functions.known(arguments.get(1)));
    List<Value> wanted = items(Functions.known(arguments.get(2)));
    List<Value> all = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      if (wanted.contains(keys.get(i))) {
        all.add(values.get(i));
      }
    }
    return list(all);
  }
}
