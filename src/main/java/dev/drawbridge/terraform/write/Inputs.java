package dev.drawbridge.terraform.write;

import dev.drawbridge.hcl.Block;
import dev.drawbridge.hcl.Body;
import dev.drawbridge.hcl.BodyBuilder;
import dev.drawbridge.hcl.Expression;
import dev.drawbridge.resource.Variable;
import java.util.List;

/// Writes variables, and the example of their values.
final class Inputs {
  private final Expressions expressions;

  Inputs(Expressions expressions) {
    this.expressions = expressions;
  }

  Block block(Variable variable) {
    BodyBuilder body = Body.builder();
    body.attribute("description", Expression.text(variable.description()));
    body.attribute("type", Expressions.parsed(variable.type()));
    if (variable.fallback() != null) {
      body.attribute("default", expressions.of(variable.fallback()));
    }
    if (variable.ephemeral()) {
      body.attribute("ephemeral", Expression.bool(true));
    }
    if (variable.sensitive()) {
      body.attribute("sensitive", Expression.bool(true));
    }
    for (Variable.Validation validation : variable.validations()) {
      body.block(
          "validation",
          block ->
              block
                  .attribute("condition", Expressions.parsed(validation.condition()))
                  .attribute("error_message", Expression.text(validation.message())));
    }
    return new Block("variable", List.of(variable.name()), body.build());
  }

  /// Adds a line for a variable that has an example, or for which a value must be given. Secrets do
  /// not belong into a file, so for them the line says where they do belong.
  void example(BodyBuilder file, Variable variable) {
    if (variable.sensitive()) {
      if (variable.fallback() == null) {
        file.blank()
            .comment(
                variable.name()
                    + " is secret: give it as TF_VAR_"
                    + variable.name()
                    + " instead of writing it down here.")
            .blank();
      }
    } else if (variable.example() != null) {
      file.attribute(variable.name(), expressions.of(variable.example()));
    } else if (variable.fallback() == null) {
      file.comment(variable.name() + " = " + variable.description());
    }
  }
}
