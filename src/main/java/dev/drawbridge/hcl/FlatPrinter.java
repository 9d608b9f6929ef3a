package dev.drawbridge.hcl;

import dev.drawbridge.hcl.Expression.Binary;
import dev.drawbridge.hcl.Expression.BoolLiteral;
import dev.drawbridge.hcl.Expression.Call;
import dev.drawbridge.hcl.Expression.Conditional;
import dev.drawbridge.hcl.Expression.Entry;
import dev.drawbridge.hcl.Expression.ForClause;
import dev.drawbridge.hcl.Expression.ForList;
import dev.drawbridge.hcl.Expression.ForObject;
import dev.drawbridge.hcl.Expression.Heredoc;
import dev.drawbridge.hcl.Expression.ListOf;
import dev.drawbridge.hcl.Expression.NullLiteral;
import dev.drawbridge.hcl.Expression.NumberLiteral;
import dev.drawbridge.hcl.Expression.ObjectOf;
import dev.drawbridge.hcl.Expression.Parentheses;
import dev.drawbridge.hcl.Expression.Step;
import dev.drawbridge.hcl.Expression.Template;
import dev.drawbridge.hcl.Expression.Traversal;
import dev.drawbridge.hcl.Expression.Unary;
import dev.drawbridge.hcl.Expression.Variable;
import java.math.BigDecimal;
import java.util.List;

/// Writes an expression on one line, spaced as `terraform fmt` spaces it.
final class FlatPrinter {
  private static final int CONDITIONAL = 0;
  private static final int UNARY = 7;

  /// Longer runs of zeros are written as an exponent, so that `1e999999999` stays short.
  private static final int PLAIN_DIGITS = 40;

  private final StringBuilder out;
  private final int limit;
  private boolean wroteObject;

  FlatPrinter(StringBuilder out) {
    this(out, Integer.MAX_VALUE);
  }

  /// A printer that may stop once the limit is passed; good only to see whether something fits.
  private FlatPrinter(StringBuilder out, int limit) {
    this.out = out;
    this.limit = limit;
  }

  /// The beginning of the expression: all of it when it is no longer than the limit, and otherwise
  /// more than the limit.
  static String beginning(Expression expression, int limit) {
    StringBuilder out = new StringBuilder();
    new FlatPrinter(out, limit).expression(expression);
    return out.toString();
  }

  static String print(Expression expression) {
    StringBuilder out = new StringBuilder();
    new FlatPrinter(out).expression(expression);
    return out.toString();
  }

  /// Whether an object with entries was written.
  boolean wroteObject() {
    return wroteObject;
  }

  void expression(Expression expression) {
    if (out.length() > limit) {
      return;
    }
    switch (expression) {
      case NumberLiteral(var value, _) -> out.append(number(value));
      case BoolLiteral(var value, _) -> out.append(value);
      case NullLiteral _ -> out.append("null");
      case Template(var parts, _) -> quoted(parts);
      // A heredoc needs lines of its own; on one line the same string is a quoted one.
      case Heredoc(_, _, var parts, _) -> quoted(parts);
      case Variable(var name, _) -> out.append(name);
      case Traversal traversal -> traversal(traversal);
      case ListOf(var elements, _) -> {
        out.append('[');
        separated(elements);
        out.append(']');
      }
      case ObjectOf(var entries, _) -> object(entries);
      case Call(var name, var arguments, var expand, _) -> {
        out.append(name).append('(');
        separated(arguments);
        out.append(expand ? "...)" : ")");
      }
      case Conditional(var condition, var yes, var no, _) -> {
        operand(condition, CONDITIONAL + 1);
        out.append(" ? ");
        expression(yes);
        out.append(" : ");
        expression(no);
      }
      case Binary(var operator, var left, var right, _) -> {
        operand(left, operator.level());
        out.append(' ').append(operator.symbol()).append(' ');
        operand(right, operator.level() + 1);
      }
      case Unary(var operator, var operand, _) -> {
        out.append(operator.symbol());
        operand(operand, UNARY + 1);
      }
      case Parentheses(var inner, _) -> {
        out.append('(');
        expression(inner);
        out.append(')');
      }
      case ForList(var clause, var element, _) -> {
        out.append('[');
        forClause(clause);
        expression(element);
        condition(clause);
        out.append(']');
      }
      case ForObject forObject -> {
        out.append("{ ");
        forClause(forObject.clause());
        forObjectElement(forObject);
        condition(forObject.clause());
        out.append(" }");
      }
    }
  }

  void forClause(ForClause clause) {
    out.append("for ");
    if (clause.key() != null) {
      out.append(clause.key()).append(", ");
    }
    out.append(clause.value()).append(" in");
    after(Before.IN, clause.collection());
    out.append(" : ");
  }

  void forObjectElement(ForObject forObject) {
    expression(forObject.name());
    out.append(" =>");
    after(Before.ARROW, forObject.element());
    if (forObject.group()) {
      out.append("...");
    }
  }

  private void condition(ForClause clause) {
    if (clause.condition() != null) {
      out.append(" if");
      after(Before.IF, clause.condition());
    }
  }

  /// What precedes an expression where `fmt` sees tokens and not the grammar.
  enum Before {
    IF,
    IN,
    ARROW,
    SEQUENCE
  }

  /// Writes an expression as `fmt` spaces it behind a keyword or a `${`. To `fmt`, `if (a)` is the call
  /// of a function and `if -a` a subtraction.
  void after(Before before, Expression expression) {
    int start = out.length();
    expression(expression);
    char first = start < out.length() ? out.charAt(start) : ' ';
    if (first == '-') {
      out.insert(start + 1, ' ');
    }
    boolean apart =
        switch (before) {
          case IF -> first != '(' && first != '[';
          case IN -> first != '(';
          case ARROW -> true;
          case SEQUENCE -> first == '{';
        };
    if (apart) {
      out.insert(start, ' ');
    }
  }

  private void object(List<Entry> entries) {
    if (entries.isEmpty()) {
      out.append("{}");
      return;
    }
    wroteObject = true;
    String separator = "{ ";
    for (Entry entry : entries) {
      if (out.length() > limit) {
        return;
      }
      out.append(separator);
      key(entry.key());
      out.append(" = ");
      expression(entry.value());
      separator = ", ";
    }
    out.append(" }");
  }

  /// Only names, strings, numbers and parentheses may be keys as they are.
  void key(Expression key) {
    switch (key) {
      case Variable _, Template _, Parentheses _ -> expression(key);
      case NumberLiteral(var value, _) when value.signum() >= 0 -> expression(key);
      default -> {
        out.append('(');
        expression(key);
        out.append(')');
      }
    }
  }

  private void separated(List<Expression> expressions) {
    String separator = "";
    for (Expression expression : expressions) {
      if (out.length() > limit) {
        return;
      }
      out.append(separator);
      expression(expression);
      separator = ", ";
    }
  }

  private void operand(Expression operand, int atLeast) {
    if (level(operand) >= atLeast) {
      expression(operand);
    } else {
      out.append('(');
      expression(operand);
      out.append(')');
    }
  }

  private static int level(Expression expression) {
    return switch (expression) {
      case Conditional _ -> CONDITIONAL;
      case Binary binary -> binary.operator().level();
      case Unary _ -> UNARY;
      case NumberLiteral(var value, _) -> value.signum() < 0 ? UNARY : UNARY + 1;
      case BoolLiteral _,
          NullLiteral _,
          Template _,
          Heredoc _,
          Variable _,
          Traversal _,
          ListOf _,
          ObjectOf _,
          Call _,
          Parentheses _,
          ForList _,
          ForObject _ ->
          UNARY + 1;
    };
  }

  private void traversal(Traversal traversal) {
    switch (traversal.root()) {
      case Variable _, Call _, Parentheses _, ListOf _, ObjectOf _, ForList _, ForObject _ ->
          expression(traversal.root());
      case Traversal inner -> {
        // Without parentheses its steps would run on, and into its splat.
        out.append('(');
        expression(inner);
        out.append(')');
      }
      default -> {
        out.append('(');
        expression(traversal.root());
        out.append(')');
      }
    }
    for (Step step : traversal.steps()) {
      switch (step) {
        case Step.Attr(var name) -> out.append('.').append(name);
        case Step.DottedIndex(var number) -> out.append('.').append(number);
        case Step.Splat _ -> out.append("[*]");
        case Step.AttributeSplat _ -> out.append(".*");
        case Step.Index(var key) -> {
          out.append('[');
          // `fmt` loses a bare constant here: `a[true]` becomes `a[]`.
          boolean constant = key instanceof BoolLiteral || key instanceof NullLiteral;
          expression(constant ? new Parentheses(key) : key);
          out.append(']');
        }
      }
    }
  }

  private void quoted(List<TemplatePart> parts) {
    out.append('"');
    template(parts, false);
    out.append('"');
  }

  /// @param heredoc whether the text may stand as it is, line feeds and quotes included
  void template(List<TemplatePart> parts, boolean heredoc) {
    template(parts, heredoc, false);
  }

  private void template(List<TemplatePart> parts, boolean heredoc, boolean beforeSequence) {
    for (int i = 0; i < parts.size(); i++) {
      boolean sequenceNext =
          i + 1 < parts.size() ? !(parts.get(i + 1) instanceof TemplatePart.Text) : beforeSequence;
      switch (parts.get(i)) {
        case TemplatePart.Text(var text) -> {
          if (heredoc) {
            out.append(Escaper.heredoc(text));
          } else {
            Escaper.appendQuoted(out, text, sequenceNext);
          }
        }
        case TemplatePart.Interpolation(var value, var trim) -> {
          out.append("${").append(trim.left() ? "~" : "");
          after(Before.SEQUENCE, value);
          end(trim);
        }
        case TemplatePart.If branch -> {
          begin("if", branch.begin());
          after(Before.IF, branch.condition());
          end(branch.begin());
          template(branch.yes(), heredoc, true);
          if (branch.no() != null) {
            begin("else", branch.otherwise());
            end(branch.otherwise());
            template(branch.no(), heredoc, true);
          }
          begin("endif", branch.end());
          end(branch.end());
        }
        case TemplatePart.For loop -> {
          begin("for", loop.begin());
          out.append(' ').append(loop.key() == null ? "" : loop.key() + ", ").append(loop.value());
          out.append(" in");
          after(Before.IN, loop.collection());
          end(loop.begin());
          template(loop.body(), heredoc, true);
          begin("endfor", loop.end());
          end(loop.end());
        }
      }
    }
  }

  private void begin(String keyword, TemplatePart.Trim trim) {
    out.append(trim.left() ? "%{~" : "%{").append(keyword);
  }

  private void end(TemplatePart.Trim trim) {
    if (out.charAt(out.length() - 1) == '}') {
      out.append(' ');
    }
    out.append(trim.right() ? "~}" : "}");
  }

  private static String number(BigDecimal value) {
    if (Math.abs((long) value.scale()) <= PLAIN_DIGITS && value.precision() <= PLAIN_DIGITS) {
      return value.toPlainString();
    }
    return value.unscaledValue() + (value.scale() == 0 ? "" : "e" + -(long) value.scale());
  }
}
