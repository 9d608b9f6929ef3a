package dev.drawbridge.resource;

import dev.drawbridge.base.Reason;
import java.math.BigDecimal;
import java.util.List;
import java.util.SequencedMap;

/// The value of an argument, as far as it is known.
public sealed interface Value {
  record Text(String value) implements Value {}

  record Number(BigDecimal value) implements Value {}

  record Flag(boolean value) implements Value {}

  /// Terraform's `null`: as if the argument were not there.
  record Null() implements Value {}

  record Items(List<Value> values) implements Value {
    public Items {
      values = List.copyOf(values);
    }
  }

  /// An object or map, in the order of its keys as written.
  record Mapping(SequencedMap<String, Value> entries) implements Value {
    public Mapping {
      entries = Frozen.copyOf(entries);
    }
  }

  /// An attribute of another resource: `aws_vpc.main.id`; the resource itself, as in `depends_on`, where
  /// the attribute is empty.
  record Reference(Address target, String attribute) implements Value {}

  /// `var.name`, `local.name`, `data.type.name.attribute`, `each.value`, a provider such as `aws.tokyo`, an
  /// argument under `ignore_changes`: a name that is not a resource's.
  record Symbol(String path) implements Value {}

  /// Text put together from parts: `"${local.name}-web"`.
  record Template(List<Value> parts) implements Value {
    public Template {
      parts = List.copyOf(parts);
    }
  }

  /// A call of one of Terraform's functions.
  record Call(String function, List<Value> arguments) implements Value {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }

  /// Not resolved. What hangs on it is neither proven nor refuted.
  ///
  /// @param reason what would have to be known, such as `var.vpc_cidr has no default`
  record Unknown(Reason reason) implements Value {}

  static Value of(String value) {
    return new Text(value);
  }

  static Value of(long value) {
    return new Number(BigDecimal.valueOf(value));
  }

  static Value of(boolean value) {
    return new Flag(value);
  }

  static Value of(List<? extends Value> values) {
    return new Items(List.copyOf(values));
  }

  static Value items(Value... values) {
    return new Items(List.of(values));
  }

  static Value symbol(String path) {
    return new Symbol(path);
  }

  static Value template(Value... parts) {
    return new Template(List.of(parts));
  }

  static Value call(String function, Value... arguments) {
    return new Call(function, List.of(arguments));
  }
}
