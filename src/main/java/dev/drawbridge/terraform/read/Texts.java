package dev.drawbridge.terraform.read;

import dev.drawbridge.base.Reason;
import dev.drawbridge.resource.Value;
import java.math.BigDecimal;
import java.util.Optional;

/// Terraform's conversions between text, numbers and truth.
final class Texts {
  private Texts() {}

  /// A value as text, where it converts.
  static Optional<String> of(Value value) {
    return switch (value) {
      case Value.Text(String text) -> Optional.of(text);
      case Value.Number(BigDecimal number) -> Optional.of(print(number));
      case Value.Flag(boolean flag) -> Optional.of(Boolean.toString(flag));
      case Value.Null _,
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

  /// A value as a number, where it converts.
  static Optional<BigDecimal> number(Value value) {
    return switch (value) {
      case Value.Number(BigDecimal number) -> Optional.of(number);
      case Value.Text(String text) when text.matches("-?[0-9]{1,30}([.][0-9]{1,30})?") ->
          Optional.of(new BigDecimal(text));
      case Value.Text _,
          Value.Flag _,
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

  static String print(BigDecimal number) {
    BigDecimal plain = number.stripTrailingZeros();
    return Math.abs(plain.scale()) > 100 ? plain.toString() : plain.toPlainString();
  }

  /// What to say of a value that should have been something else.
  ///
  /// @param role names the message `unknown.role.<role>`
  static Value.Unknown unknown(Value value, String role, Object... arguments) {
    return Unknowns.first(value)
        .orElseGet(() -> Unknowns.failure("value", Reason.of("unknown.role." + role, arguments)));
  }
}
