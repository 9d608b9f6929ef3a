package dev.drawbridge.terraform.read;

import dev.drawbridge.hcl.BinaryOperator;
import dev.drawbridge.hcl.UnaryOperator;
import dev.drawbridge.resource.Value;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.function.Supplier;

/// Terraform's operators.
final class Operators {
  private Operators() {}

  static Value binary(BinaryOperator operator, Value left, Supplier<Value> right) {
    return switch (operator) {
      case AND -> decided(left, right, false);
      case OR -> decided(left, right, true);
      case EQUAL -> equal(left, right.get(), true);
      case NOT_EQUAL -> equal(left, right.get(), false);
      case LESS,
          LESS_OR_EQUAL,
          GREATER,
          GREATER_OR_EQUAL,
          ADD,
          SUBTRACT,
          MULTIPLY,
          DIVIDE,
          MODULO ->
          arithmetic(operator, left, right.get());
    };
  }

  /// `&&` is decided by false, `||` by true, whatever the other side is.
  private static Value decided(Value left, Supplier<Value> right, boolean deciding) {
    Optional<Boolean> one = flag(left);
    if (one.isPresent() && one.get() == deciding) {
      return Value.of(deciding);
    }
    Value other = right.get();
    Optional<Boolean> two = flag(other);
    if (two.isPresent() && two.get() == deciding) {
      return Value.of(deciding);
    }
    if (one.isPresent() && two.isPresent()) {
      return Value.of(!deciding);
    }
    return Texts.unknown(one.isPresent() ? other : left, "condition");
  }

  private static Value equal(Value left, Value right, boolean wanted) {
    if (left.equals(right) && Unknowns.first(left).filter(u -> left == u).isEmpty()) {
      return Value.of(wanted);
    }
    if ((left instanceof Value.Null && isThere(right))
        || (right instanceof Value.Null && isThere(left))) {
      return Value.of(!wanted);
    }
    return Unknowns.first(left)
        .or(() -> Unknowns.first(right))
        .<Value>map(unknown -> unknown)
        .orElseGet(() -> Value.of(same(left, right) == wanted));
  }

  /// Whether a value is certainly not null, whatever else it is. A resource has an id and an ARN once it
  /// is there; of its other attributes only AWS knows which it leaves empty.
  private static boolean isThere(Value value) {
    return switch (value) {
      case Value.Reference(_, String attribute) ->
          attribute.isEmpty() || attribute.equals("id") || attribute.equals("arn");
      case Value.Null _, Value.Unknown _, Value.Symbol _, Value.Call _ -> false;
      case Value.Text _,
          Value.Number _,
          Value.Flag _,
          Value.Items _,
          Value.Mapping _,
          Value.Template _ ->
          true;
    };
  }

  private static boolean same(Value left, Value right) {
    return left instanceof Value.Number(BigDecimal one)
            && right instanceof Value.Number(BigDecimal other)
        ? one.compareTo(other) == 0
        : left.equals(right);
  }

  private static Value arithmetic(BinaryOperator operator, Value left, Value right) {
    Optional<BigDecimal> one = Texts.number(left);
    Optional<BigDecimal> other = Texts.number(right);
    if (one.isEmpty() || other.isEmpty()) {
      return Texts.unknown(one.isEmpty() ? left : right, "number");
    }
    BigDecimal a = one.get();
    BigDecimal b = other.get();
    return switch (operator) {
      case LESS -> Value.of(a.compareTo(b) < 0);
      case LESS_OR_EQUAL -> Value.of(a.compareTo(b) <= 0);
      case GREATER -> Value.of(a.compareTo(b) > 0);
      case GREATER_OR_EQUAL -> Value.of(a.compareTo(b) >= 0);
      case ADD -> new Value.Number(a.add(b, MathContext.DECIMAL128));
      case SUBTRACT -> new Value.Number(a.subtract(b, MathContext.DECIMAL128));
      case MULTIPLY -> new Value.Number(a.multiply(b, MathContext.DECIMAL128));
      case DIVIDE ->
          b.signum() == 0
              ? Unknowns.failure("quotient")
              : new Value.Number(a.divide(b, MathContext.DECIMAL128));
      case MODULO ->
          b.signum() == 0
              ? Unknowns.failure("remainder")
              : new Value.Number(a.remainder(b, MathContext.DECIMAL128));
      case AND, OR, EQUAL, NOT_EQUAL -> throw new IllegalArgumentException(operator.symbol());
    };
  }

  static Value unary(UnaryOperator operator, Value operand) {
    return switch (operator) {
      case NOT ->
          flag(operand)
              .<Value>map(flag -> Value.of(!flag))
              .orElseGet(() -> Texts.unknown(operand, "condition"));
      case NEGATE ->
          Texts.number(operand)
              .<Value>map(number -> new Value.Number(number.negate()))
              .orElseGet(() -> Texts.unknown(operand, "number"));
    };
  }

  static Optional<Boolean> flag(Value value) {
    return switch (value) {
      case Value.Flag(boolean flag) -> Optional.of(flag);
      case Value.Text(String text) when text.equals("true") || text.equals("false") ->
          Optional.of(Boolean.parseBoolean(text));
      case Value.Text _,
          Value.Number _,
          Value.Null _,
          Value.Items _,
          Value.Mapping _,
          Value.Reference _,
          Value.Symbol _,
          Value.Template _,
          Value.Call _,
          Value.Unknown _ ->
          Optional.empty();
    };
  }
}
