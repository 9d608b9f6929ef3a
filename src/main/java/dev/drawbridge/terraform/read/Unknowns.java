package dev.drawbridge.terraform.read;

import dev.drawbridge.base.Reason;
import dev.drawbridge.resource.Value;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// What is unknown, and in which way.
final class Unknowns {
  /// Marks what Terraform itself would refuse, such as an index out of range; `try()` goes on there.
  private static final String FAILURE = "unknown.failure.";

  private Unknowns() {}

  /// What Terraform would refuse to evaluate.
  ///
  /// @param what names the message `unknown.failure.<what>`
  static Value.Unknown failure(String what, Object... arguments) {
    return new Value.Unknown(Reason.of(FAILURE + what, arguments));
  }

  static boolean isFailure(Reason reason) {
    return reason.key().startsWith(FAILURE);
  }

  /// The first unknown part of a value, itself among them.
  static Optional<Value.Unknown> first(Value value) {
    return switch (value) {
      case Value.Unknown unknown -> Optional.of(unknown);
      case Value.Items(List<Value> values) -> first(values);
      case Value.Mapping(SequencedMap<String, Value> entries) ->
          first(List.copyOf(entries.values()));
      case Value.Template(List<Value> parts) -> first(parts);
      case Value.Reference(var target, var attribute) when !attribute.isEmpty() ->
          Optional.of(
              new Value.Unknown(Reason.of("unknown.after-apply", target + "." + attribute)));
      case Value.Reference(var target, _) ->
          Optional.of(new Value.Unknown(Reason.of("unknown.after-apply", target.toString())));
      case Value.Text _, Value.Number _, Value.Flag _, Value.Null _, Value.Symbol _, Value.Call _ ->
          Optional.empty();
    };
  }

  static Optional<Value.Unknown> first(List<Value> values) {
    for (Value value : values) {
      Optional<Value.Unknown> found = first(value);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
