package dev.drawbridge.hcl;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An expression of HCL's native syntax. Trees made by hand may leave out [Parentheses]: the printer
/// puts them where the precedence of the operators asks for them.
public sealed interface Expression {
  Span span();

  record NumberLiteral(BigDecimal value, Span span) implements Expression {
    public NumberLiteral {
      value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }

    public NumberLiteral(BigDecimal value) {
      this(value, Span.NONE);
    }
  }

  record BoolLiteral(boolean value, Span span) implements Expression {
    public BoolLiteral(boolean value) {
      this(value, Span.NONE);
    }
  }

  record NullLiteral(Span span) implements Expression {
    public NullLiteral() {
      this(Span.NONE);
    }
  }

  /// A quoted string, with or without interpolations and directives.
  record Template(List<TemplatePart> parts, Span span) implements Expression {
    public Template {
      parts = TemplatePart.merged(parts);
    }

    public Template(List<TemplatePart> parts) {
      this(parts, Span.NONE);
    }

    /// The text, when nothing is interpolated.
    public Optional<String> constant() {
      if (parts.isEmpty()) {
        return Optional.of("");
      }
      return parts.size() == 1 && parts.getFirst() instanceof TemplatePart.Text(var text)
          ? Optional.of(text)
          : Optional.empty();
    }
  }

  /// A string over several lines, `<<EOT` or (`flush`) `<<-EOT`. The parts are what the string
  /// means: the indentation that `<<-` takes away is not in them.
  record Heredoc(String marker, boolean flush, List<TemplatePart> parts, Span span)
      implements Expression {
    public Heredoc {
      parts = TemplatePart.merged(parts);
    }

    public Heredoc(String marker, boolean flush, List<TemplatePart> parts) {
      this(marker, flush, parts, Span.NONE);
    }
  }

  /// A bare name: the beginning of a reference, a type, or the literal key of an object.
  record Variable(String name, Span span) implements Expression {
    public Variable {
      if (!Identifiers.isIdentifier(name)) {
        throw new IllegalArgumentException("not an identifier: " + name);
      }
    }

    public Variable(String name) {
      this(name, Span.NONE);
    }
  }

  /// `root.attribute[index][*].attribute`. Steps after a [Step.Splat] apply to each of its elements;
  /// an [Step.AttributeSplat] reaches only as far as attributes and dotted indexes follow it.
  record Traversal(Expression root, List<Step> steps, Span span) implements Expression {
    public Traversal {
      steps = List.copyOf(steps);
      if (steps.isEmpty()) {
        throw new IllegalArgumentException("a traversal has at least one step");
      }
    }

    public Traversal(Expression root, List<Step> steps) {
      this(root, steps, Span.NONE);
    }
  }

  /// One step of a traversal.
  sealed interface Step {
    /// `.name`
    record Attr(String name) implements Step {
      public Attr {
        if (!Identifiers.isIdentifier(name)) {
          throw new IllegalArgumentException("not an identifier: " + name);
        }
      }
    }

    /// `[key]`
    record Index(Expression key) implements Step {}

    /// `.0`, which HCL inherited from an older language.
    record DottedIndex(int number) implements Step {}

    /// `[*]`
    record Splat() implements Step {}

    /// `.*`
    record AttributeSplat() implements Step {}
  }

  record ListOf(List<Expression> elements, Span span) implements Expression {
    public ListOf {
      elements = List.copyOf(elements);
    }

    public ListOf(List<Expression> elements) {
      this(elements, Span.NONE);
    }
  }

  record ObjectOf(List<Entry> entries, Span span) implements Expression {
    public ObjectOf {
      entries = List.copyOf(entries);
    }

    public ObjectOf(List<Entry> entries) {
      this(entries, Span.NONE);
    }
  }

  /// `key = value` of an object. A [Variable] as key is its literal name, as HCL reads it.
  record Entry(Expression key, Expression value) {
    /// The key, when it is known without evaluating anything.
    public Optional<String> name() {
      return switch (key) {
        case Variable(var name, _) -> Optional.of(name);
        case Template template -> template.constant();
        case NumberLiteral(var value, _) -> Optional.of(value.toPlainString());
        default -> Optional.empty();
      };
    }
  }

  /// `name(arguments)`; with `expand`, the last argument is followed by `...`.
  record Call(String name, List<Expression> arguments, boolean expand, Span span)
      implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
      if (!Arrays.stream(name.split("::", -1)).allMatch(Identifiers::isIdentifier)) {
        throw new IllegalArgumentException("not the name of a function: " + name);
      }
      if (expand && arguments.isEmpty()) {
        throw new IllegalArgumentException("nothing to expand");
      }
    }

    public Call(String name, List<Expression> arguments) {
      this(name, arguments, false, Span.NONE);
    }
  }

  record Conditional(Expression condition, Expression yes, Expression no, Span span)
      implements Expression {
    public Conditional(Expression condition, Expression yes, Expression no) {
      this(condition, yes, no, Span.NONE);
    }
  }

  record Binary(BinaryOperator operator, Expression left, Expression right, Span span)
      implements Expression {
    public Binary(BinaryOperator operator, Expression left, Expression right) {
      this(operator, left, right, Span.NONE);
    }
  }

  record Unary(UnaryOperator operator, Expression operand, Span span) implements Expression {
    public Unary(UnaryOperator operator, Expression operand) {
      this(operator, operand, Span.NONE);
    }
  }

  record Parentheses(Expression inner, Span span) implements Expression {
    public Parentheses(Expression inner) {
      this(inner, Span.NONE);
    }
  }

  /// What runs through a `for`: `for key, value in collection ... if condition`.
  record ForClause(
      @Nullable String key, String value, Expression collection, @Nullable Expression condition) {}

  /// `[for value in collection : element if condition]`
  record ForList(ForClause clause, Expression element, Span span) implements Expression {
    public ForList(ForClause clause, Expression element) {
      this(clause, element, Span.NONE);
    }
  }

  /// `{ for key, value in collection : name => element... if condition }`; `group` is the `...`.
  record ForObject(ForClause clause, Expression name, Expression element, boolean group, Span span)
      implements Expression {
    public ForObject(ForClause clause, Expression name, Expression element, boolean group) {
      this(clause, name, element, group, Span.NONE);
    }
  }

  /// Plain text. Whatever is in it, nothing of it is interpolated.
  static Template text(String text) {
    return new Template(text.isEmpty() ? List.of() : List.of(new TemplatePart.Text(text)));
  }

  static NumberLiteral number(long value) {
    return new NumberLiteral(BigDecimal.valueOf(value));
  }

  static BoolLiteral bool(boolean value) {
    return new BoolLiteral(value);
  }

  /// A name and attributes: `reference("aws_vpc", "main", "id")` is `aws_vpc.main.id`.
  static Expression reference(String root, String... attributes) {
    Variable variable = new Variable(root);
    return attributes.length == 0
        ? variable
        : new Traversal(variable, Arrays.stream(attributes).<Step>map(Step.Attr::new).toList());
  }

  static ListOf list(Expression... elements) {
    return new ListOf(List.of(elements));
  }

  static Call call(String name, Expression... arguments) {
    return new Call(name, List.of(arguments));
  }

  /// An entry whose key is bare when HCL allows it and quoted when not.
  static Entry entry(String key, Expression value) {
    // A dash is legal in a bare key, but reads as a subtraction; "for" would begin a comprehension.
    boolean bare =
        Identifiers.isIdentifier(key) && key.indexOf('-') < 0 && !Identifiers.isKeyword(key);
    return new Entry(bare ? new Variable(key) : text(key), value);
  }
}
