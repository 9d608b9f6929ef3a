package dev.drawbridge.terraform.write;

import dev.drawbridge.base.Outcome;
import dev.drawbridge.hcl.Expression;
import dev.drawbridge.hcl.Identifiers;
import dev.drawbridge.hcl.Parser;
import dev.drawbridge.hcl.TemplatePart;
import dev.drawbridge.resource.Address;
import dev.drawbridge.resource.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/// Turns values of the graph into expressions. A value that is not known cannot be written: it becomes
/// `null` and is reported.
final class Expressions {
  private final Consumer<Value.Unknown> unknown;

  Expressions(Consumer<Value.Unknown> unknown) {
    this.unknown = unknown;
  }

  Expression of(Value value) {
    return switch (value) {
      case Value.Text(var text) -> Expression.text(text);
      case Value.Number(var number) -> new Expression.NumberLiteral(number);
      case Value.Flag(var flag) -> Expression.bool(flag);
      case Value.Null() -> new Expression.NullLiteral();
      case Value.Items(var values) -> new Expression.ListOf(values.stream().map(this::of).toList());
      case Value.Mapping(var entries) ->
          new Expression.ObjectOf(
              entries.entrySet().stream()
                  .map(e -> Expression.entry(e.getKey(), of(e.getValue())))
                  .toList());
      case Value.Reference(Address target, var attribute) ->
          name(attribute.isEmpty() ? target.toString() : target + "." + attribute);
      case Value.Symbol(var path) -> name(path);
      case Value.Template(var parts) -> template(parts);
      case Value.Call(var function, var arguments) ->
          new Expression.Call(function, arguments.stream().map(this::of).toList());
      case Value.Unknown missing -> {
        unknown.accept(missing);
        yield new Expression.NullLiteral();
      }
    };
  }

  private Expression template(List<Value> values) {
    List<TemplatePart> parts = new ArrayList<>();
    for (Value value : values) {
      switch (of(value)) {
        case Expression.Template inner -> parts.addAll(inner.parts());
        case Expression other -> parts.add(new TemplatePart.Interpolation(other));
      }
    }
    return new Expression.Template(parts);
  }

  /// A dotted name, or whatever else it says: `aws_db_instance.main.master_user_secret[0].secret_arn`.
  private static Expression name(String path) {
    String[] names = path.split("\\.", -1);
    return Arrays.stream(names).allMatch(Identifiers::isIdentifier)
        ? Expression.reference(names[0], Arrays.copyOfRange(names, 1, names.length))
        : parsed(path);
  }

  /// The expression that a text of our own says.
  static Expression parsed(String text) {
    return switch (Parser.expression("expression", text)) {
      case Outcome.Ok<Expression>(var expression, _) -> expression;
      case Outcome.Failed<Expression>(var issues) ->
          throw new IllegalArgumentException("not an expression: " + text + ": " + issues);
    };
  }
}
