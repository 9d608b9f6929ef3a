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
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// Syntax trees of every shape, by chance but repeatable.
final class RandomHcl {
  private static final List<String> NAMES =
      List.of("a", "b_2", "name", "cidr_block", "x-y", "한글", "für", "forest", "iffy");
  private static final List<String> TEXTS =
      List.of(
          "",
          " ",
          "plain",
          "with \"quotes\"",
          "back\\slash",
          "${no}",
          "%{no}",
          "$",
          "%",
          "$$",
          "$${",
          "line\nfeed",
          "tab\t",
          "\r\n",
          "한글 텍스트",
          "🏰👩‍💻",
          "é",
          "e\u0301",
          "\u0000",
          "\u202E",
          "a = b",
          "# no comment",
          "<<EOT",
          "a text that is rather long, so that lists have to break it",
          "}");

  private final Random random;

  RandomHcl(long seed) {
    this.random = new Random(seed);
  }

  private <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  private <T> List<T> some(int most, Supplier<T> of) {
    return IntStream.range(0, random.nextInt(most + 1)).mapToObj(_ -> of.get()).toList();
  }

  String text() {
    return random.nextInt(4) > 0 ? one(TEXTS) : String.join(one(TEXTS), some(3, () -> one(TEXTS)));
  }

  Body body(int depth) {
    BodyBuilder body = Body.builder();
    int items = 1 + random.nextInt(5);
    for (int i = 0; i < items; i++) {
      switch (random.nextInt(depth > 0 ? 7 : 5)) {
        case 0 -> body.comment(text());
        case 1 -> body.blank();
        case 5, 6 -> {
          Body inner = random.nextInt(4) == 0 ? Body.EMPTY : body(depth - 1);
          // Labels are names: `fmt` loses those that need an escape.
          body.add(new Block(one(NAMES), some(2, () -> one(NAMES)), inner));
        }
        default -> body.attribute(one(NAMES) + "_" + i, expression(3));
      }
    }
    return body.build();
  }

  Expression expression(int depth) {
    if (depth == 0) {
      return leaf();
    }
    Supplier<Expression> deeper = () -> expression(depth - 1);
    return switch (random.nextInt(18)) {
      case 0, 1 -> leaf();
      case 2, 3 -> new ListOf(some(4, deeper));
      case 4, 5 -> new ObjectOf(some(4, () -> entry(depth - 1)));
      case 6 -> new Template(parts(depth - 1, false));
      case 7 -> new Traversal(deeper.get(), steps(depth - 1));
      case 8 -> new Call(one(List.of("f", "jsonencode", "provider::aws::g")), some(3, deeper));
      case 9 -> new Call("f", List.of(deeper.get(), deeper.get()), true, Span.NONE);
      case 10 -> new Conditional(deeper.get(), deeper.get(), deeper.get());
      case 11, 12 -> new Binary(one(List.of(BinaryOperator.values())), deeper.get(), deeper.get());
      case 13 -> new Unary(one(List.of(UnaryOperator.values())), deeper.get());
      case 14 -> new Parentheses(deeper.get());
      case 15 -> new ForList(clause(depth - 1), deeper.get());
      case 16 -> new ForObject(clause(depth - 1), deeper.get(), deeper.get(), random.nextBoolean());
      default -> heredoc(depth - 1);
    };
  }

  private Expression leaf() {
    return switch (random.nextInt(6)) {
      case 0 -> new NumberLiteral(new BigDecimal(one(List.of("0", "7", "-3", "2.50", "1e99"))));
      case 1 -> new BoolLiteral(random.nextBoolean());
      case 2 -> new NullLiteral();
      case 3 -> new Variable(one(NAMES));
      default -> Expression.text(text());
    };
  }

  private Entry entry(int depth) {
    return random.nextInt(4) == 0
        ? new Entry(expression(depth), expression(depth))
        : Expression.entry(random.nextBoolean() ? one(NAMES) : text(), expression(depth));
  }

  private ForClause clause(int depth) {
    return new ForClause(
        random.nextBoolean() ? "k" : null,
        "v",
        expression(depth),
        random.nextBoolean() ? expression(depth) : null);
  }

  private List<Step> steps(int depth) {
    List<Step> steps = new ArrayList<>();
    do {
      steps.add(
          switch (random.nextInt(6)) {
            case 0 -> new Step.Index(expression(depth));
            case 1 -> new Step.Splat();
            default -> new Step.Attr(one(NAMES));
          });
    } while (random.nextInt(3) > 0);
    if (random.nextInt(4) == 0) {
      // Terraform allows no second splat behind this one.
      steps.add(new Step.AttributeSplat());
      steps.add(new Step.Attr(one(NAMES)));
    }
    return steps;
  }

  private Heredoc heredoc(int depth) {
    List<TemplatePart> parts = new ArrayList<>(parts(depth, true));
    if (random.nextInt(4) > 0) {
      parts.add(new TemplatePart.Text("the end\n"));
    }
    return new Heredoc("EOT", random.nextBoolean(), parts);
  }

  private List<TemplatePart> parts(int depth, boolean lines) {
    return some(3, () -> part(depth, lines));
  }

  private TemplatePart part(int depth, boolean lines) {
    TemplatePart.Trim trim = new TemplatePart.Trim(random.nextInt(4) == 0, random.nextInt(4) == 0);
    return switch (random.nextInt(depth > 0 ? 6 : 4)) {
      case 0, 1 -> new TemplatePart.Text(lines ? "  a line\n    more\n" : text());
      case 2, 3 -> new TemplatePart.Interpolation(expression(depth), trim);
      case 4 ->
          new TemplatePart.If(
              expression(depth - 1),
              parts(depth - 1, lines),
              random.nextBoolean() ? parts(depth - 1, lines) : null,
              trim,
              TemplatePart.Trim.NONE,
              trim);
      default ->
          new TemplatePart.For(
              random.nextBoolean() ? "k" : null,
              "v",
              expression(depth - 1),
              parts(depth - 1, lines),
              trim,
              TemplatePart.Trim.NONE);
    };
  }
}
