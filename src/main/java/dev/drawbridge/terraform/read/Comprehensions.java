package dev.drawbridge.terraform.read;

import dev.drawbridge.hcl.Expression;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/// `for` expressions, and everything else that runs through a collection.
final class Comprehensions {
  private final Evaluator evaluator;

  Comprehensions(Evaluator evaluator) {
    this.evaluator = evaluator;
  }

  /// The entries of a collection: index or key, and value. Empty where it is none.
  static Optional<List<Map.Entry<Value, Value>>> entries(Value collection) {
    return switch (collection) {
      case Value.Items(List<Value> values) -> {
        List<Map.Entry<Value, Value>> all = new ArrayList<>(values.size());
        for (int i = 0; i < values.size(); i++) {
          all.add(Map.entry(Value.of(i), values.get(i)));
        }
        yield Optional.of(all);
      }
      case Value.Mapping(SequencedMap<String, Value> mapping) -> {
        List<Map.Entry<Value, Value>> all = new ArrayList<>(mapping.size());
        // Terraform runs through maps by key.
        mapping.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .forEach(entry -> all.add(Map.entry(Value.of(entry.getKey()), entry.getValue())));
        yield Optional.of(all);
      }
      case Value.Text _,
          Value.Number _,
          Value.Flag _,
          Value.Null _,
          Value.Reference _,
          Value.Symbol _,
          Value.Template _,
          Value.Call _,
          Value.Unknown _ ->
          Optional.empty();
    };
  }

  /// The names within one round.
  static Names within(
      Names names, @Nullable String key, String value, Map.Entry<Value, Value> round) {
    Names inner = names.with(value, round.getValue());
    return key == null ? inner : inner.with(key, round.getKey());
  }

  Value list(Expression.ForClause clause, Expression element, Names names) {
    Value collection = evaluator.worth(clause.collection(), names);
    Optional<List<Map.Entry<Value, Value>>> rounds = entries(collection);
    if (rounds.isEmpty()) {
      return Texts.unknown(collection, "for");
    }
    List<Value> all = new ArrayList<>();
    for (Map.Entry<Value, Value> round : rounds.get()) {
      Names inner = within(names, clause.key(), clause.value(), round);
      switch (wanted(clause, inner)) {
        case Value.Flag(boolean yes) -> {
          if (yes) {
            all.add(evaluator.evaluate(element, inner));
          }
        }
        case Value undecided -> {
          return undecided;
        }
      }
    }
    return Value.of(all);
  }

  Value object(Expression.ForObject loop, Names names) {
    Expression.ForClause clause = loop.clause();
    Value collection = evaluator.worth(clause.collection(), names);
    Optional<List<Map.Entry<Value, Value>>> rounds = entries(collection);
    if (rounds.isEmpty()) {
      return Texts.unknown(collection, "for");
    }
    SequencedMap<String, Value> all = new LinkedHashMap<>();
    for (Map.Entry<Value, Value> round : rounds.get()) {
      Names inner = within(names, clause.key(), clause.value(), round);
      Value wanted = wanted(clause, inner);
      if (!(wanted instanceof Value.Flag(boolean yes))) {
        return wanted;
      }
      if (!yes) {
        continue;
      }
      Value name = evaluator.worth(loop.name(), inner);
      Optional<String> key = Texts.of(name);
      if (key.isEmpty()) {
        return Texts.unknown(name, "object-key");
      }
      Value value = evaluator.evaluate(loop.element(), inner);
      if (loop.group()) {
        List<Value> group = new ArrayList<>();
        if (all.get(key.get()) instanceof Value.Items(List<Value> before)) {
          group.addAll(before);
        }
        group.add(value);
        value = Value.of(group);
      }
      all.put(key.get(), value);
    }
    return new Value.Mapping(all);
  }

  /// Whether a round is wanted: true, false, or unknown.
  private Value wanted(Expression.ForClause clause, Names names) {
    Expression condition = clause.condition();
    if (condition == null) {
      return Value.of(true);
    }
    Value value = evaluator.worth(condition, names);
    return Operators.flag(value)
        .<Value>map(Value::of)
        .orElseGet(() -> Texts.unknown(value, "condition"));
  }
}
