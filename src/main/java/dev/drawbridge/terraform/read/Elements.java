package dev.drawbridge.terraform.read;

import dev.drawbridge.base.Reason;
import dev.drawbridge.resource.Value;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Reaching into lists and objects.
final class Elements {
  private Elements() {}

  /// `collection[key]`
  static Value at(Value collection, Value key) {
    return switch (collection) {
      case Value.Items(List<Value> values) -> {
        Optional<Integer> index = Evaluator.count(key);
        if (index.isEmpty()) {
          yield Texts.unknown(key, "index");
        }
        yield index.get() >= 0 && index.get() < values.size()
            ? values.get(index.get())
            : Unknowns.failure("element-number", index.get());
      }
      case Value.Mapping(SequencedMap<String, Value> entries) -> {
        Optional<String> name = Texts.of(key);
        if (name.isEmpty()) {
          yield Texts.unknown(key, "key");
        }
        Value found = entries.get(name.get());
        yield found == null ? Unknowns.failure("entry", name.get()) : found;
      }
      case Value.Unknown _ -> collection;
      // A data source with a count is one like the others.
      case Value.Reference(var target, var attribute)
          when attribute.isEmpty() && target.type().startsWith("data.") ->
          collection;
      case Value.Reference(var target, var attribute) when !attribute.isEmpty() ->
          new Value.Unknown(Reason.of("unknown.after-apply", target + "." + attribute));
      case Value.Text _,
          Value.Number _,
          Value.Flag _,
          Value.Null _,
          Value.Reference _,
          Value.Symbol _,
          Value.Template _,
          Value.Call _ ->
          Unknowns.failure("no-collection");
    };
  }
}
