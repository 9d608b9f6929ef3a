package dev.drawbridge.terraform.read;

import dev.drawbridge.base.Reason;
import dev.drawbridge.hcl.Expression;
import dev.drawbridge.hcl.Expression.Step;
import dev.drawbridge.resource.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// What expressions are worth. Never fails: what cannot be told is [Value.Unknown]. Bounded in depth and in
/// steps, so that hostile input ends too.
final class Evaluator {
  /// Expressions within one another, through names and modules.
  private static final int MAX_DEPTH = 400;

  /// Characters of a text that weigh as much as a part of a value: a long one that is made anew for every
  /// instance has to end too.
  private static final int TEXT_PART = 8;

  /// Expressions evaluated, and parts of values looked at, for one configuration; a large real one takes
  /// some hundred thousand.
  private static final long MAX_STEPS = 50_000_000;

  /// Parts of one value, those within others counted where they stand.
  private static final long MAX_PARTS = 200_000;

  /// What lies behind references.
  interface Attributes {
    /// An attribute of a resource, a data source or a module.
    Value of(Value.Reference whole, String attribute);

    /// What an attribute of a resource is worth where the configuration says so: its argument. The
    /// reference itself where only AWS will know.
    Value worth(Value.Reference part);

    /// One of the nested blocks that an attribute stands for, as a reference to it: `vpc_config[0]`. Empty where
    /// the configuration writes no such block.
    Optional<Value> block(Value.Reference part, Value index);
  }

  private final Attributes attributes;
  private final Templates templates = new Templates(this);
  private final FileFunctions files;
  private final Comprehensions comprehensions = new Comprehensions(this);
  private final Map<Value, Long> parts = new IdentityHashMap<>();
  private int depth;
  private long steps;

  /// @param files those that expressions may read
  Evaluator(Attributes attributes, NamedFiles files) {
    this.attributes = attributes;
    this.files = new FileFunctions(files, templates);
  }

  FileFunctions files() {
    return files;
  }

  Value evaluate(Expression expression, Names names) {
    if (depth >= MAX_DEPTH || steps++ >= MAX_STEPS) {
      return new Value.Unknown(Reason.of("unknown.deep"));
    }
    depth++;
    try {
      return bounded(said(expression, names));
    } finally {
      depth--;
    }
  }

  /// Lists of lists may hold one another many times over: small in memory, endless to walk through.
  private Value bounded(Value value) {
    long weight = weight(value);
    steps += weight;
    return weight > MAX_PARTS ? new Value.Unknown(Reason.of("unknown.large", MAX_PARTS)) : value;
  }

  private long weight(Value value) {
    return switch (value) {
      case Value.Items(List<Value> values) -> weight(value, values);
      case Value.Mapping(SequencedMap<String, Value> entries) -> weight(value, entries.values());
      case Value.Call(String _, List<Value> arguments) -> weight(value, arguments);
      case Value.Template(List<Value> texts) -> weight(value, texts);
      case Value.Text(String text) -> 1 + text.length() / TEXT_PART;
      case Value.Number _,
          Value.Flag _,
          Value.Null _,
          Value.Reference _,
          Value.Symbol _,
          Value.Unknown _ ->
          1;
    };
  }

  private long weight(Value whole, Collection<Value> values) {
    Long before = parts.get(whole);
    if (before != null) {
      return before;
    }
    long sum = 1;
    for (Value value : values) {
      sum = Math.min(sum + weight(value), Integer.MAX_VALUE);
    }
    parts.put(whole, sum);
    return sum;
  }

  /// As [#evaluate], for what a resource or a module is told. A port is a number to all who ask, whoever listens there.
  Value argument(Expression told, Names names) {
    Value value = WrappedLists.opened(told, evaluate(told, names));
    return value instanceof Value.Reference part && part.attribute().equals("port")
        ? attributes.worth(part)
        : value;
  }

  /// As [#evaluate], and a reference to what the configuration tells is followed there: an argument that
  /// refers to another resource stays a reference, a calculation needs its worth.
  Value worth(Expression expression, Names names) {
    return worth(evaluate(expression, names));
  }

  private Value worth(Value value) {
    return switch (value) {
      case Value.Reference reference when !reference.attribute().isEmpty() ->
          attributes.worth(reference);
      case Value.Call call -> FileFunctions.text(call).orElse(call);
      case Value.Items(List<Value> values) when values.stream().anyMatch(this::leadsOn) ->
          Value.of(values.stream().map(this::worth).toList());
      case Value.Mapping(var entries) when entries.values().stream().anyMatch(this::leadsOn) -> {
        SequencedMap<String, Value> all = new LinkedHashMap<>();
        entries.forEach((key, entry) -> all.put(key, worth(entry)));
        yield new Value.Mapping(all);
      }
      case Value.Text _,
          Value.Number _,
          Value.Flag _,
          Value.Null _,
          Value.Items _,
          Value.Mapping _,
          Value.Reference _,
          Value.Symbol _,
          Value.Template _,
          Value.Unknown _ ->
          value;
    };
  }

  private boolean leadsOn(Value value) {
    return value instanceof Value.Reference
        || value instanceof Value.Call
        || value instanceof Value.Items
        || value instanceof Value.Mapping;
  }

  private Value said(Expression expression, Names names) {
    return switch (expression) {
      case Expression.NumberLiteral(var value, _) -> new Value.Number(value);
      case Expression.BoolLiteral(var value, _) -> Value.of(value);
      case Expression.NullLiteral _ -> new Value.Null();
      case Expression.Template(var parts, _) -> templates.join(parts, names);
      case Expression.Heredoc(_, _, var parts, _) -> templates.join(parts, names);
      case Expression.Variable(var name, _) -> named(name, names);
      case Expression.Traversal(var root, var path, _) -> traversed(root, path, names);
      case Expression.ListOf(var elements, _) -> list(elements, names);
      case Expression.ObjectOf(var entries, _) -> object(entries, names);
      case Expression.Call call -> called(call, names);
      case Expression.Conditional(var condition, var yes, var no, _) ->
          chosen(worth(condition, names), yes, no, names);
      case Expression.Binary(var operator, var left, var right, _) ->
          Operators.binary(operator, worth(left, names), () -> worth(right, names));
      case Expression.Unary(var operator, var operand, _) ->
          Operators.unary(operator, worth(operand, names));
      case Expression.Parentheses(var inner, _) -> evaluate(inner, names);
      case Expression.ForList(var clause, var element, _) ->
          comprehensions.list(clause, element, names);
      case Expression.ForObject loop -> comprehensions.object(loop, names);
    };
  }

  private static Value named(String name, Names names) {
    return names.find(name).orElse(null) instanceof Names.Start.Whole(Value value)
        ? value
        : new Value.Unknown(Reason.of("unknown.no-value", name));
  }

  private Value traversed(Expression root, List<Step> path, Names names) {
    if (!(root instanceof Expression.Variable(var name, _))) {
      return follow(evaluate(root, names), path, names);
    }
    Optional<Names.Start> start = names.find(name);
    if (start.isEmpty()) {
      return new Value.Unknown(Reason.of("unknown.not-known-here", name));
    }
    return switch (start.get()) {
      case Names.Start.Whole(Value value) -> follow(value, path, names);
      case Names.Start.Family(Names.Member family) ->
          path.getFirst() instanceof Step.Attr(var member)
              ? follow(family.get(member), path.subList(1, path.size()), names)
              : new Value.Unknown(Reason.of("unknown.no-value", name));
      case Names.Start.Pairs(Names.Pair pairs) ->
          path.size() > 1
                  && path.get(0) instanceof Step.Attr(var first)
                  && path.get(1) instanceof Step.Attr(var second)
              ? follow(pairs.get(first, second), path.subList(2, path.size()), names)
              : new Value.Unknown(Reason.of("unknown.no-value", name));
    };
  }

  /// Goes on from a value along the steps of a traversal.
  private Value follow(Value value, List<Step> path, Names names) {
    Value at = value;
    for (int i = 0; i < path.size(); i++) {
      List<Step> rest = path.subList(i + 1, path.size());
      if (at instanceof Value.Reference part && !part.attribute().isEmpty()) {
        at = attributes.worth(part);
      }
      switch (path.get(i)) {
        case Step.Attr(var name) -> at = attribute(at, name);
        case Step.Index(var key) -> at = element(at, worth(key, names));
        case Step.DottedIndex(int number) -> at = element(at, Value.of(number));
        case Step.Splat() -> {
          return each(at, rest, names);
        }
        case Step.AttributeSplat() -> {
          int reach = 0;
          while (reach < rest.size()
              && (rest.get(reach) instanceof Step.Attr
                  || rest.get(reach) instanceof Step.DottedIndex)) {
            reach++;
          }
          return follow(
              each(at, rest.subList(0, reach), names), rest.subList(reach, rest.size()), names);
        }
      }
    }
    return at;
  }

  /// `value[*].rest`: a list as it is, nothing as an empty one, anything else as a list of one.
  private Value each(Value value, List<Step> rest, Names names) {
    List<Value> elements =
        switch (value) {
          case Value.Items(List<Value> several) -> several;
          case Value.Null _ -> List.of();
          case Value.Text _,
              Value.Number _,
              Value.Flag _,
              Value.Mapping _,
              Value.Reference _,
              Value.Symbol _,
              Value.Template _,
              Value.Call _ ->
              List.of(value);
          case Value.Unknown _ -> null;
        };
    if (elements == null) {
      return value;
    }
    List<Value> all = new ArrayList<>(elements.size());
    for (Value element : elements) {
      all.add(follow(element, rest, names));
    }
    return Value.of(all);
  }

  private Value element(Value at, Value key) {
    return at instanceof Value.Reference part
        ? attributes.block(part, key).orElseGet(() -> Elements.at(at, key))
        : Elements.at(at, key);
  }

  private Value attribute(Value value, String name) {
    return switch (value) {
      case Value.Mapping _ -> Elements.at(value, Value.of(name));
      case Value.Reference whole when whole.attribute().isEmpty() -> attributes.of(whole, name);
      case Value.Reference block when block.attribute().endsWith("]") ->
          block.target().dot(block.attribute() + "." + name);
      case Value.Reference part ->
          new Value.Unknown(
              Reason.of(
                  "unknown.after-apply", part.target() + "." + part.attribute() + "." + name));
      case Value.Unknown _ -> value;
      case Value.Text _,
          Value.Number _,
          Value.Flag _,
          Value.Null _,
          Value.Items _,
          Value.Symbol _,
          Value.Template _,
          Value.Call _ ->
          new Value.Unknown(Reason.of("unknown.no-attribute", name));
    };
  }

  private Value list(List<Expression> elements, Names names) {
    List<Value> all = new ArrayList<>(elements.size());
    for (Expression element : elements) {
      all.add(evaluate(element, names));
    }
    return Value.of(all);
  }

  private Value object(List<Expression.Entry> entries, Names names) {
    SequencedMap<String, Value> all = new LinkedHashMap<>();
    for (Expression.Entry entry : entries) {
      Value key =
          entry.key() instanceof Expression.Variable(var name, _)
              ? Value.of(name)
              : worth(entry.key(), names);
      Optional<String> text = Texts.of(key);
      if (text.isEmpty()) {
        return Texts.unknown(key, "object-key");
      }
      all.put(text.get(), evaluate(entry.value(), names));
    }
    return new Value.Mapping(all);
  }

  private Value chosen(Value condition, Expression yes, Expression no, Names names) {
    Optional<Boolean> known = Operators.flag(condition);
    if (known.isPresent()) {
      return evaluate(known.get() ? yes : no, names);
    }
    Value one = evaluate(yes, names);
    return one.equals(evaluate(no, names)) ? one : Texts.unknown(condition, "condition");
  }

  private Value called(Expression.Call call, Names names) {
    String name = call.name().startsWith("core::") ? call.name().substring(6) : call.name();
    switch (name) {
      case "try" -> {
        return firstThatWorks(call.arguments(), names);
      }
      case "can" -> {
        return switch (list(call.arguments(), names)) {
          case Value.Items(List<Value> only)
              when !only.isEmpty() && only.getFirst() instanceof Value.Unknown unknown ->
              Unknowns.isFailure(unknown.reason()) ? Value.of(false) : unknown;
          case Value _ -> Value.of(true);
        };
      }
      default -> {
        // an ordinary function
      }
    }
    List<Value> arguments = new ArrayList<>();
    for (Expression argument : call.arguments()) {
      arguments.add(evaluate(argument, names));
    }
    if (call.expand()) {
      Value last = worth(arguments.removeLast());
      if (!(last instanceof Value.Items(List<Value> several))) {
        return Texts.unknown(last, "last-argument", name);
      }
      arguments.addAll(several);
    }
    if (FileFunctions.isOne(name)) {
      return files.call(name, arguments.stream().map(this::worth).toList(), names);
    }
    Value value = Functions.call(name, arguments);
    // Names are handed through where that will do; what they stand for is asked only where it must
    // be.
    if (!(value instanceof Value.Unknown)) {
      return value;
    }
    List<Value> worths = arguments.stream().map(this::worth).toList();
    Value worth = Functions.call(name, worths);
    return worth instanceof Value.Unknown && name.equals("join")
        ? Functions.call(TextFunctions.JOIN_IN_PARTS, worths)
        : worth;
  }

  /// `try()`: what fails in Terraform is unknown here, so the first that is not. An argument that is unknown
  /// for another reason (an input without a default) makes the whole unknown.
  private Value firstThatWorks(List<Expression> arguments, Names names) {
    Value last = new Value.Unknown(Reason.of("unknown.try-nothing"));
    for (Expression argument : arguments) {
      last = evaluate(argument, names);
      if (!(last instanceof Value.Unknown(Reason reason)) || !Unknowns.isFailure(reason)) {
        return last;
      }
    }
    return last;
  }

  /// A whole number within what can be counted.
  static Optional<Integer> count(Value value) {
    return Texts.number(value)
        .filter(number -> number.stripTrailingZeros().scale() <= 0)
        .filter(number -> number.abs().compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0)
        .map(BigDecimal::intValueExact);
  }
}
