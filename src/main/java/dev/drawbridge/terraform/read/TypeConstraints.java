package dev.drawbridge.terraform.read;

import dev.drawbridge.hcl.Expression;
import dev.drawbridge.resource.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;

/// What a variable's type makes of a value: attributes that were left out get their defaults
/// (`optional(bool, true)`), sets lose what is there twice. Values that do not fit pass as they are; Terraform
/// refuses them.
final class TypeConstraints {
  private final Function<Expression, Value> constants;

  /// @param constants evaluates defaults, which refer to nothing
  TypeConstraints(Function<Expression, Value> constants) {
    this.constants = constants;
  }

  Value apply(Expression type, Value value) {
    if (!(type instanceof Expression.Call(String name, List<Expression> arguments, _, _))
        || arguments.isEmpty()) {
      return value;
    }
    Expression of = arguments.getFirst();
    return switch (name) {
      case "optional" -> apply(of, value);
      case "list" -> each(of, value);
      case "set" ->
          each(of, value) instanceof Value.Items(List<Value> values)
              ? SetFunctions.set(values)
              : value;
      case "map" -> entries(of, value);
      case "object" ->
          of instanceof Expression.ObjectOf(List<Expression.Entry> attributes, _)
              ? object(attributes, value)
              : value;
      default -> value;
    };
  }

  private Value each(Expression type, Value value) {
    return value instanceof Value.Items(List<Value> values)
        ? Value.of(values.stream().map(element -> apply(type, element)).toList())
        : value;
  }

  private Value entries(Expression type, Value value) {
    if (!(value instanceof Value.Mapping(var entries))) {
      return value;
    }
    SequencedMap<String, Value> all = new LinkedHashMap<>();
    entries.forEach((key, entry) -> all.put(key, apply(type, entry)));
    return new Value.Mapping(all);
  }

  private Value object(List<Expression.Entry> attributes, Value value) {
    if (!(value instanceof Value.Mapping(var given))) {
      return value;
    }
    SequencedMap<String, Value> all = new LinkedHashMap<>();
    for (Expression.Entry attribute : attributes) {
      String name = attribute.name().orElse("");
      Value own = given.get(name);
      if (own == null || own instanceof Value.Null) {
        own = missing(attribute.value());
      }
      all.put(name, apply(attribute.value(), own));
    }
    return new Value.Mapping(all);
  }

  private Value missing(Expression type) {
    return type instanceof Expression.Call(String name, List<Expression> arguments, _, _)
            && name.equals("optional")
            && arguments.size() > 1
        ? constants.apply(arguments.get(1))
        : new Value.Null();
  }
}
