package dev.drawbridge.terraform.read;

import static dev.drawbridge.terraform.read.Functions.items;
import static dev.drawbridge.terraform.read.Functions.known;
import static dev.drawbridge.terraform.read.Functions.list;

import dev.drawbridge.base.Reason;
import dev.drawbridge.resource.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/// Functions that compare elements. Terraform keeps sets of texts in their order, and so does this; a set is
/// a list here.
final class SetFunctions {
  private SetFunctions() {}

  static void addTo(Map<String, Function<List<Value>, Value>> all) {
    all.put("toset", a -> a.getFirst() instanceof Value.Null n ? n : set(items(a, 0)));
    all.put("distinct", a -> list(new ArrayList<>(distinct(items(a, 0)))));
    all.put("reverse", a -> list(items(a, 0).reversed()));
    all.put("sort", a -> list(sorted(items(known(a.getFirst())))));
    all.put("contains", SetFunctions::contains);
    all.put("setunion", SetFunctions::union);
    all.put("setintersection", a -> selected(a, true));
    all.put("setsubtract", a -> selected(a, false));
    all.put("setproduct", SetFunctions::product);
  }

  private static Set<Value> distinct(List<Value> values) {
    return new LinkedHashSet<>(values);
  }

  /// Without what is there twice, in order where all are texts.
  static Value set(List<Value> values) {
    List<Value> all = new ArrayList<>(distinct(values));
    return list(all.stream().allMatch(Value.Text.class::isInstance) ? sorted(all) : all);
  }

  private static List<Value> sorted(List<Value> values) {
    List<Value> all = new ArrayList<>(values);
    all.sort(Comparator.comparing(value -> Texts.of(value).orElse("")));
    return all;
  }

  private static Value contains(List<Value> arguments) {
    List<Value> values = items(arguments, 0);
    Value wanted = known(arguments.get(1));
    if (values.contains(wanted) || values.contains(likeNumber(wanted))) {
      return Value.of(true);
    }
    values.forEach(Functions::known);
    return Value.of(false);
  }

  private static Value likeNumber(Value value) {
    return value instanceof Value.Number(BigDecimal number)
        ? new Value.Number(number.stripTrailingZeros())
        : value;
  }

  private static Value union(List<Value> arguments) {
    List<Value> all = new ArrayList<>();
    arguments.forEach(argument -> all.addAll(items(argument)));
    return set(all);
  }

  /// What of the first list is in all others, or in none.
  private static Value selected(List<Value> arguments, boolean inOthers) {
    arguments.forEach(Functions::known);
    List<Value> all = new ArrayList<>(items(arguments, 0));
    for (Value other : arguments.subList(1, arguments.size())) {
      Set<Value> values = distinct(items(other));
      all.removeIf(value -> values.contains(value) != inOthers);
    }
    return set(all);
  }

  private static Value product(List<Value> arguments) {
    List<List<Value>> all = List.of(List.of());
    for (Value argument : arguments) {
      List<Value> values = items(argument);
      if ((long) all.size() * values.size() > Functions.MAX_ELEMENTS) {
        return new Value.Unknown(Reason.of("unknown.long-product", Functions.MAX_ELEMENTS));
      }
      List<List<Value>> longer = new ArrayList<>();
      for (List<Value> before : all) {
        for (Value value : values) {
          List<Value> one = new ArrayList<>(before);
          one.add(value);
          longer.add(one);
        }
      }
      all = longer;
    }
    return list(all.stream().<Value>map(Value::of).toList());
  }
}
