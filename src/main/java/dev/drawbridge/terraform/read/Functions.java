package dev.drawbridge.terraform.read;

import dev.drawbridge.base.Reason;
import dev.drawbridge.resource.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/// Terraform's functions, as far as they depend on nothing but their arguments. For those that read files see
/// [FileFunctions]; those that ask the clock, roll dice or
/// ask where Terraform runs are unknown, and say so.
final class Functions {
  /// Elements of a list that a function makes.
  static final int MAX_ELEMENTS = 100_000;

  private static final Map<String, Function<List<Value>, Value>> ALL = new HashMap<>();

  static {
    TextFunctions.addTo(ALL);
    NumberFunctions.addTo(ALL);
    CollectionFunctions.addTo(ALL);
    SetFunctions.addTo(ALL);
    AddressFunctions.addTo(ALL);
    DigestFunctions.addTo(ALL);
    EncodingFunctions.addTo(ALL);
    TimeFunctions.addTo(ALL);
    ArnFunctions.addTo(ALL);
    for (String random : List.of("uuid", "bcrypt")) {
      ALL.put(random, _ -> new Value.Unknown(Reason.of("unknown.random", random)));
    }
    for (String machine : List.of("abspath", "pathexpand")) {
      ALL.put(machine, _ -> new Value.Unknown(Reason.of("unknown.machine", machine)));
    }
    for (String same : List.of("sensitive", "nonsensitive", "tolist", "tomap", "ephemeralasnull")) {
      ALL.put(same, arguments -> arguments.getFirst());
    }
    // Who reads the text looks into what it is made of.
    ALL.put("jsonencode", arguments -> new Value.Call("jsonencode", arguments));
    keepIfInParts("base64encode");
    keepIfInParts("join");
  }

  private static void keepIfInParts(String name) {
    Function<List<Value>, Value> function = Objects.requireNonNull(ALL.get(name));
    ALL.put(
        name,
        arguments ->
            arguments.stream().anyMatch(Functions::isInParts)
                ? new Value.Call(name, arguments)
                : function.apply(arguments));
  }

  /// Whether it is a text, or a list of them, that is told by what it is made of.
  private static boolean isInParts(Value value) {
    return value instanceof Value.Call
        || value instanceof Value.Template
        || (value instanceof Value.Items(List<Value> values)
            && values.stream().anyMatch(Value.Call.class::isInstance));
  }

  private Functions() {}

  static Value call(String name, List<Value> arguments) {
    Function<List<Value>, Value> function = ALL.get(name);
    if (function == null) {
      return new Value.Unknown(Reason.of("unknown.function", name));
    }
    try {
      return function.apply(arguments);
    } catch (IndexOutOfBoundsException | java.util.NoSuchElementException e) {
      return Unknowns.failure("call", name);
    } catch (Refused refused) {
      return refused.value;
    }
  }

  /// An argument that a function cannot take, or does not know; ends the call.
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Value value;

    Refused(Value value) {
      super(null, null, false, false);
      this.value = value;
    }

    Value value() {
      return value;
    }
  }

  static String text(List<Value> arguments, int index) {
    Value value = arguments.get(index);
    return Texts.of(value).orElseThrow(() -> new Refused(Texts.unknown(value, "text")));
  }

  static int whole(List<Value> arguments, int index) {
    Value value = arguments.get(index);
    return Evaluator.count(value)
        .orElseThrow(() -> new Refused(Texts.unknown(value, "whole-number")));
  }

  static List<Value> items(Value value) {
    return switch (value) {
      case Value.Items(List<Value> values) -> values;
      case Value.Text _,
          Value.Number _,
          Value.Flag _,
          Value.Null _,
          Value.Mapping _,
          Value.Reference _,
          Value.Symbol _,
          Value.Template _,
          Value.Call _,
          Value.Unknown _ ->
          throw new Refused(Texts.unknown(value, "list"));
    };
  }

  static List<Value> items(List<Value> arguments, int index) {
    return items(arguments.get(index));
  }

  static java.util.SequencedMap<String, Value> mapping(Value value) {
    if (value instanceof Value.Mapping(var entries)) {
      return entries;
    }
    throw new Refused(Texts.unknown(value, "map"));
  }

  /// A list that a function made; too long a one is refused.
  static Value list(List<Value> values) {
    if (values.size() > MAX_ELEMENTS) {
      throw new Refused(new Value.Unknown(Reason.of("unknown.long-list", MAX_ELEMENTS)));
    }
    return Value.of(values);
  }

  /// What must be known through and through, to be compared.
  static Value known(Value value) {
    Unknowns.first(value)
        .filter(_ -> !(value instanceof Value.Reference))
        .ifPresent(
            unknown -> {
              throw new Refused(unknown);
            });
    return value;
  }
}
