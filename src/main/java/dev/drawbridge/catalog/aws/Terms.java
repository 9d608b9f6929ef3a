package dev.drawbridge.catalog.aws;

import dev.drawbridge.base.Reason;
import dev.drawbridge.catalog.Lowering;
import dev.drawbridge.model.Node;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Block;
import dev.drawbridge.resource.Value;
import dev.drawbridge.resource.Variable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// Turns of phrase that the kinds share when they speak Terraform.
final class Terms {
  static final String ANYWHERE = "0.0.0.0/0";

  private Terms() {}

  /// What the user calls a thing, behind a word for what it is unless the name says that itself: `the database
  /// orders`, but `order database`.
  static String the(String what, String words) {
    return words.toLowerCase(Locale.ROOT).contains(what) ? words : "the " + what + " " + words;
  }

  static Value id(Address address) {
    return address.dot("id");
  }

  static Value arn(Address address) {
    return address.dot("arn");
  }

  /// The resource itself, as `depends_on` names it.
  static Value whole(Address address) {
    return address.dot("");
  }

  static Value vpcId(Lowering out, Node vpc) {
    return id(out.address("aws_vpc", vpc.id()));
  }

  static Value subnetIds(Lowering out, List<Node> subnets) {
    return Value.of(subnets.stream().map(s -> id(out.address("aws_subnet", s.id()))).toList());
  }

  static Value nameTag(Value name) {
    return map("Name", name);
  }

  /// What an argument leaves to somebody else, by its name: an input such as `var.name`, or an attribute of a
  /// data source. Where Terraform was read, what has no value says what that is about.
  static Optional<String> input(@Nullable Value value) {
    if (value instanceof Value.Symbol(String path)) {
      return Optional.of(path);
    }
    if (value instanceof Value.Unknown(Reason reason)) {
      return Optional.of(reason.about())
          .filter(name -> name.startsWith("var.") || name.startsWith("data."));
    }
    return Optional.empty();
  }

  /// The value of an input, which is declared when it is first asked for.
  static Value ask(Variable variable, Lowering out) {
    if (out.first("variable " + variable.name())) {
      out.graph().add(variable);
    }
    return Value.symbol("var." + variable.name());
  }

  /// An object of the given keys and values, alternating.
  static Value map(Object... keysAndValues) {
    SequencedMap<String, Value> entries = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      Object value = keysAndValues[i + 1];
      entries.put(
          (String) keysAndValues[i],
          value instanceof Value v ? v : Value.of(String.valueOf(value)));
    }
    return new Value.Mapping(entries);
  }

  /// A text that begins with the module's name.
  static Value named(String rest) {
    return Value.template(Value.symbol("local.name"), Value.of(rest));
  }

  static Block replaceFirst() {
    return Block.builder().set("create_before_destroy", true).build();
  }

  /// A prefix from which AWS makes names: the name and a hyphen.
  static Value prefix(Value name) {
    return join(name, Value.of("-"));
  }

  /// A name that is there only once: without the time a second destroy would meet the first's snapshot.
  /// Whoever has it must ignore its changes.
  static Value finalSnapshot(Value name) {
    return join(
        name,
        Value.of("-final-"),
        Value.call("formatdate", Value.of("YYYYMMDDhhmmss"), Value.call("timestamp")));
  }

  /// One text of several: templates in it are taken apart, texts beside each other made one.
  static Value join(Value... parts) {
    List<Value> flat = new ArrayList<>();
    for (Value part : parts) {
      for (Value piece :
          part instanceof Value.Template(List<Value> inner) ? inner : List.of(part)) {
        if (piece instanceof Value.Text(String next)
            && !flat.isEmpty()
            && flat.getLast() instanceof Value.Text(String before)) {
          flat.set(flat.size() - 1, Value.of(before + next));
        } else {
          flat.add(piece);
        }
      }
    }
    return new Value.Template(flat);
  }
}
