package dev.drawbridge.terraform.read;

import dev.drawbridge.base.Reason;
import dev.drawbridge.resource.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// Functions on numbers and truth.
final class NumberFunctions {
  private NumberFunctions() {}

  static void addTo(Map<String, Function<List<Value>, Value>> all) {
    all.put("abs", a -> new Value.Number(number(a.getFirst()).abs()));
    all.put("ceil", a -> rounded(a.getFirst(), RoundingMode.CEILING));
    all.put("floor", a -> rounded(a.getFirst(), RoundingMode.FLOOR));
    all.put("signum", a -> Value.of(number(a.getFirst()).signum()));
    all.put("max", a -> new Value.Number(Collections.max(numbers(a))));
    all.put("min", a -> new Value.Number(Collections.min(numbers(a))));
    all.put("pow", NumberFunctions::power);
    all.put("log", NumberFunctions::logarithm);
    all.put("sum", a -> new Value.Number(sum(Functions.items(a, 0))));
    all.put("tonumber", NumberFunctions::converted);
    all.put("parseint", NumberFunctions::parsed);
    all.put("tobool", NumberFunctions::truth);
    all.put("alltrue", a -> every(Functions.items(a, 0), true));
    all.put("anytrue", a -> every(Functions.items(a, 0), false));
    all.put("range", NumberFunctions::range);
  }

  private static BigDecimal number(Value value) {
    return Texts.number(value)
        .orElseThrow(() -> new Functions.Refused(Texts.unknown(value, "number")));
  }

  private static List<BigDecimal> numbers(List<Value> values) {
    return values.stream().map(NumberFunctions::number).toList();
  }

  private static BigDecimal sum(List<Value> values) {
    return numbers(values).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Value rounded(Value value, RoundingMode mode) {
    return new Value.Number(number(value).setScale(0, mode));
  }

  private static Value power(List<Value> arguments) {
    int exponent = Functions.whole(arguments, 1);
    if (exponent < 0 || exponent > 256) {
      return new Value.Unknown(Reason.of("unknown.pow"));
    }
    return new Value.Number(number(arguments.getFirst()).pow(exponent));
  }

  private static Value logarithm(List<Value> arguments) {
    double power =
        Math.log(number(arguments.getFirst()).doubleValue())
            / Math.log(number(arguments.get(1)).doubleValue());
    return Double.isFinite(power)
        ? new Value.Number(BigDecimal.valueOf(power))
        : Unknowns.failure("call", "log");
  }

  private static Value converted(List<Value> arguments) {
    return arguments.getFirst() instanceof Value.Null nothing
        ? nothing
        : new Value.Number(number(arguments.getFirst()));
  }

  private static Value parsed(List<Value> arguments) {
    String text = Functions.text(arguments, 0);
    int base = Functions.whole(arguments, 1);
    if (base < 2 || base > 36 || text.length() > 100) {
      return Unknowns.failure("number", text);
    }
    try {
      return new Value.Number(new BigDecimal(new BigInteger(text, base)));
    } catch (NumberFormatException e) {
      return Unknowns.failure("number", text);
    }
  }

  private static Value truth(List<Value> arguments) {
    Value value = arguments.getFirst();
    return value instanceof Value.Null
        ? value
        : Operators.flag(value)
            .<Value>map(Value::of)
            .orElseGet(() -> Texts.unknown(value, "boolean"));
  }

  /// Whether all are true, or any is: one that says otherwise decides, whatever the others are.
  private static Value every(List<Value> values, boolean all) {
    Value unknown = null;
    for (Value value : values) {
      var flag = Operators.flag(value);
      if (flag.isPresent() && flag.get() != all) {
        return Value.of(!all);
      }
      if (flag.isEmpty() && unknown == null) {
        unknown = Texts.unknown(value, "boolean");
      }
    }
    return unknown == null ? Value.of(all) : unknown;
  }

  /// `range(limit)`, `range(start, limit)`, `range(start, limit, step)`; the limit is left out.
  private static Value range(List<Value> arguments) {
    BigDecimal start = arguments.size() == 1 ? BigDecimal.ZERO : number(arguments.getFirst());
    BigDecimal limit = number(arguments.get(arguments.size() == 1 ? 0 : 1));
    BigDecimal step =
        arguments.size() > 2
            ? number(arguments.get(2))
            : BigDecimal.valueOf(limit.compareTo(start) < 0 ? -1 : 1);
    if (step.signum() == 0) {
      return Unknowns.failure("range");
    }
    List<Value> all = new ArrayList<>();
    for (BigDecimal at = start;
        (step.signum() > 0 ? limit.compareTo(at) : at.compareTo(limit)) > 0;
        at = at.add(step)) {
      all.add(new Value.Number(at));
      if (all.size() > Functions.MAX_ELEMENTS) {
        break;
      }
    }
    return Functions.list(all);
  }
}
