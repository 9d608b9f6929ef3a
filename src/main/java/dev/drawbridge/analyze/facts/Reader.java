package dev.drawbridge.analyze.facts;

import dev.drawbridge.base.Reason;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;

/// Reads the arguments of a resource, or of a block in one, with names followed.
public final class Reader {
  private final Values values;
  private final Block body;

  Reader(Values values, Block body) {
    this.values = values;
    this.body = body;
  }

  public boolean has(String argument) {
    return !raw(argument).isMissing();
  }

  public Reading<String> text(String argument) {
    return raw(argument).then(this::asText);
  }

  public Reading<Boolean> flag(String argument) {
    return raw(argument).then(this::asFlag);
  }

  public Reading<Long> whole(String argument) {
    return raw(argument).then(this::asWhole);
  }

  /// A TCP or UDP port, 0 to 65535. What is none is as good as not known.
  public Reading<Long> port(String argument) {
    return whole(argument)
        .then(
            port ->
                port >= 0 && port <= 65535
                    ? Reading.given(port)
                    : Reading.unresolved(Reason.of("unknown.no-port", port)));
  }

  /// The resource that the argument refers to.
  public Reading<Address> reference(String argument) {
    return raw(argument).then(Reader::asReference);
  }

  /// As [#reference], with the attribute, where that tells which part is meant.
  public Reading<Value.Reference> attribute(String argument) {
    return raw(argument).then(Reader::asAttribute);
  }

  /// The values of a list; one that is not known leaves the others readable.
  public Reading<List<Reading<String>>> texts(String argument) {
    return list(argument, this::asText);
  }

  public Reading<List<Reading<Address>>> references(String argument) {
    return list(argument, Reader::asReference);
  }

  public Reading<List<Reading<Value.Reference>>> attributes(String argument) {
    return list(argument, Reader::asAttribute);
  }

  /// The nested blocks of a type, also where they are written as a list of objects.
  public List<Reader> blocks(String type) {
    List<Reader> found = new ArrayList<>();
    for (Block block : body.blocks(type)) {
      found.add(new Reader(values, block));
    }
    if (values.resolve(body.get(type)) instanceof Value.Items(List<Value> items)) {
      for (Value item : items) {
        if (item instanceof Value.Mapping(SequencedMap<String, Value> entries)) {
          found.add(new Reader(values, new Block(entries, List.of())));
        }
      }
    }
    return found;
  }

  /// How many values a list or a map has.
  public Reading<Long> size(String argument) {
    return raw(argument)
        .then(
            value ->
                switch (value) {
                  case Value.Items(List<Value> items) ->
                      Reading.given(items.stream().distinct().count());
                  case Value.Mapping(SequencedMap<String, Value> entries) ->
                      Reading.given((long) entries.size());
                  default -> other(value, "list-or-map");
                });
  }

  /// The values of a map, in the order of its keys as written.
  public List<Reading<Value>> entries(String argument) {
    List<Reading<Value>> all = new ArrayList<>();
    switch (values.resolve(body.get(argument))) {
      case Value.Mapping(SequencedMap<String, Value> entries) -> {
        Reader read = new Reader(values, new Block(entries, List.of()));
        entries.sequencedKeySet().forEach(key -> all.add(read.raw(key)));
      }
      case Value.Null _ -> {}
      case Value other -> all.add(other(other, "map"));
    }
    return all;
  }

  /// The objects of a list that is written as JSON, or handed to `jsonencode`.
  public Reading<List<Reader>> objects(String argument) {
    return switch (values.json(body.get(argument))) {
      case Value.Items(List<Value> items) -> {
        List<Reader> found = new ArrayList<>();
        for (Value item : items) {
          if (item instanceof Value.Mapping(SequencedMap<String, Value> entries)) {
            found.add(new Reader(values, new Block(entries, List.of())));
          }
        }
        yield Reading.given(found);
      }
      case Value other -> other(other, "json-list");
    };
  }

  /// Whether an argument that should hold blocks holds something that cannot be told.
  public Reading<Boolean> blocksKnown(String type) {
    return switch (values.resolve(body.get(type))) {
      case Value.Unknown(Reason reason) -> Reading.unresolved(reason);
      case Value.Reference reference -> Reading.unresolved(Values.known(reference).reason());
      case Value.Text _,
          Value.Number _,
          Value.Flag _,
          Value.Null _,
          Value.Items _,
          Value.Mapping _,
          Value.Symbol _,
          Value.Template _,
          Value.Call _ ->
          Reading.given(true);
    };
  }

  private Reading<Value> raw(String argument) {
    Value value = values.resolve(body.get(argument));
    return switch (value) {
      case Value.Null _ -> Reading.missing();
      case Value.Unknown(Reason reason) -> Reading.unresolved(reason);
      case Value.Text _,
          Value.Number _,
          Value.Flag _,
          Value.Items _,
          Value.Mapping _,
          Value.Reference _,
          Value.Symbol _,
          Value.Template _,
          Value.Call _ ->
          Reading.given(value);
    };
  }

  private <T> Reading<List<Reading<T>>> list(String argument, Function<Value, Reading<T>> as) {
    return raw(argument)
        .then(
            value -> {
              List<Value> items =
                  value instanceof Value.Items(List<Value> several) ? several : List.of(value);
              List<Reading<T>> all = new ArrayList<>(items.size());
              for (Value item : items) {
                all.add(as.apply(item));
              }
              return Reading.given(all);
            });
  }

  /// A reference to an attribute that the graph tells is as good as what it tells.
  private Value worth(Value value) {
    return value instanceof Value.Reference reference ? values.attribute(reference) : value;
  }

  private Reading<String> asText(Value value) {
    return switch (worth(value)) {
      case Value.Text(String text) -> Reading.given(text);
      case Value.Number(BigDecimal number) -> Reading.given(number.toPlainString());
      case Value.Flag(boolean flag) -> Reading.given(Boolean.toString(flag));
      default -> other(worth(value), "text");
    };
  }

  private Reading<Boolean> asFlag(Value value) {
    return switch (worth(value)) {
      case Value.Flag(boolean flag) -> Reading.given(flag);
      case Value.Text(String text) when text.equals("true") || text.equals("false") ->
          Reading.given(Boolean.parseBoolean(text));
      default -> other(worth(value), "boolean");
    };
  }

  private Reading<Long> asWhole(Value value) {
    BigDecimal number =
        switch (worth(value)) {
          case Value.Number(BigDecimal given) -> given;
          case Value.Text(String text) when text.matches("-?[0-9]{1,18}") -> new BigDecimal(text);
          default -> null;
        };
    if (number == null
        || number.stripTrailingZeros().scale() > 0
        || number.precision() - number.scale() > 18) {
      return other(worth(value), "whole-number");
    }
    return Reading.given(number.longValueExact());
  }

  private static Reading<Address> asReference(Value value) {
    return asAttribute(value).then(reference -> Reading.given(reference.target()));
  }

  private static Reading<Value.Reference> asAttribute(Value value) {
    return value instanceof Value.Reference reference
        ? Reading.given(reference)
        : other(value, "reference");
  }

  /// @param expected names the message `unknown.role.<expected>`
  private static <T> Reading<T> other(Value value, String expected) {
    return switch (value) {
      case Value.Unknown(Reason reason) -> Reading.unresolved(reason);
      case Value.Null _ -> Reading.missing();
      case Value.Reference reference -> Reading.unresolved(Values.known(reference).reason());
      case Value.Text(String text) ->
          Reading.unresolved(
              Reason.of("unknown.not-of-this", text, Reason.of("unknown.role." + expected)));
      case Value.Number _,
          Value.Flag _,
          Value.Items _,
          Value.Mapping _,
          Value.Symbol _,
          Value.Template _,
          Value.Call _ ->
          Reading.unresolved(Reason.of("unknown.not", Reason.of("unknown.role." + expected)));
    };
  }
}
