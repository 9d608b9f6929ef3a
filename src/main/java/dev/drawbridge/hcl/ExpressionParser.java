package dev.drawbridge.hcl;

import dev.drawbridge.hcl.Expression.Binary;
import dev.drawbridge.hcl.Expression.BoolLiteral;
import dev.drawbridge.hcl.Expression.Conditional;
import dev.drawbridge.hcl.Expression.Heredoc;
import dev.drawbridge.hcl.Expression.NullLiteral;
import dev.drawbridge.hcl.Expression.NumberLiteral;
import dev.drawbridge.hcl.Expression.Parentheses;
import dev.drawbridge.hcl.Expression.Step;
import dev.drawbridge.hcl.Expression.Template;
import dev.drawbridge.hcl.Expression.Traversal;
import dev.drawbridge.hcl.Expression.Unary;
import dev.drawbridge.hcl.Expression.Variable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads expressions by recursive descent. How deep the recursion goes is bounded, and so is how deep
/// the tree gets, which is not the same: a long sum nests to the left without any recursion.
final class ExpressionParser {
  /// Brackets in brackets. Nobody writes that by hand; machines do, to break a parser.
  static final int MAX_DEPTH = 200;

  /// Levels of the tree, which is what limits those who walk over it.
  private static final int MAX_HEIGHT = 1_000;

  /// Digits of a number, or of its exponent.
  private static final int MAX_DIGITS = 300;

  private static final int LOWEST = BinaryOperator.OR.level();

  private final Lexer lexer;
  private final TemplateScanner templates;
  private final CollectionParser collections;
  private int depth;

  /// How high the highest tree is that was read since [#expression] last began one.
  private int height;

  ExpressionParser(Lexer lexer) {
    this.lexer = lexer;
    this.templates = new TemplateScanner(lexer, this);
    this.collections = new CollectionParser(lexer, this);
  }

  /// Counts one more level; every call is followed by [#leave] or by an error.
  void enter(Span at) {
    if (depth >= MAX_DEPTH) {
      throw new SyntaxError(at, "hcl.depth", MAX_DEPTH);
    }
    depth++;
  }

  void leave() {
    depth--;
  }

  /// Notes that so many levels lie on top of what was read.
  void grow(int levels, Span at) {
    height += levels;
    if (height > MAX_HEIGHT) {
      throw new SyntaxError(at, "hcl.depth", MAX_HEIGHT);
    }
  }

  int depth() {
    return depth;
  }

  /// Forgets what an error left open.
  void resetTo(int depthBefore) {
    depth = depthBefore;
    height = 0;
  }

  Expression expression() {
    Span start = lexer.span();
    enter(start);
    int beside = height;
    height = 0;
    Expression value = binary(LOWEST);
    if (lexer.token() == Token.QUESTION) {
      lexer.advance();
      Expression yes = expression();
      consume(Token.COLON);
      Expression no = expression();
      value = new Conditional(value, yes, no, lexer.since(start));
    }
    grow(1, start);
    height = Math.max(beside, height);
    leave();
    return value;
  }

  private Expression binary(int lowest) {
    Span start = lexer.span();
    int beside = height;
    height = 0;
    Expression left = unary();
    for (BinaryOperator operator = operator();
        operator != null && operator.level() >= lowest;
        operator = operator()) {
      lexer.advance();
      Expression right = binary(operator.level() + 1);
      left = new Binary(operator, left, right, lexer.since(start));
      grow(1, start);
    }
    height = Math.max(beside, height);
    return left;
  }

  private @Nullable BinaryOperator operator() {
    return switch (lexer.token()) {
      case OR -> BinaryOperator.OR;
      case AND -> BinaryOperator.AND;
      case EQUAL -> BinaryOperator.EQUAL;
      case NOT_EQUAL -> BinaryOperator.NOT_EQUAL;
      case LESS -> BinaryOperator.LESS;
      case LESS_OR_EQUAL -> BinaryOperator.LESS_OR_EQUAL;
      case GREATER -> BinaryOperator.GREATER;
      case GREATER_OR_EQUAL -> BinaryOperator.GREATER_OR_EQUAL;
      case PLUS -> BinaryOperator.ADD;
      case MINUS -> BinaryOperator.SUBTRACT;
      case STAR -> BinaryOperator.MULTIPLY;
      case SLASH -> BinaryOperator.DIVIDE;
      case PERCENT -> BinaryOperator.MODULO;
      default -> null;
    };
  }

  private Expression unary() {
    Span start = lexer.span();
    UnaryOperator operator =
        switch (lexer.token()) {
          case MINUS -> UnaryOperator.NEGATE;
          case NOT -> UnaryOperator.NOT;
          default -> null;
        };
    if (operator == null) {
      return withSteps();
    }
    enter(start);
    lexer.advance();
    Expression operand = unary();
    grow(1, start);
    leave();
    return operator == UnaryOperator.NEGATE
            && operand instanceof NumberLiteral(var value, _)
            && value.signum() > 0
        ? new NumberLiteral(value.negate(), lexer.since(start))
        : new Unary(operator, operand, lexer.since(start));
  }

  private Expression withSteps() {
    Span start = lexer.span();
    Expression root = primary();
    List<Step> steps = null;
    while (lexer.token() == Token.DOT || lexer.token() == Token.LEFT_BRACKET) {
      steps = steps == null ? new ArrayList<>() : steps;
      steps.add(lexer.token() == Token.DOT ? dotted() : bracketed());
    }
    return steps == null ? root : new Traversal(root, steps, lexer.since(start));
  }

  private Step dotted() {
    lexer.advanceAfterDot();
    return switch (lexer.token()) {
      case IDENTIFIER -> {
        Step step = new Step.Attr(lexer.lexeme());
        lexer.advance();
        yield step;
      }
      case STAR -> {
        lexer.advance();
        yield new Step.AttributeSplat();
      }
      case NUMBER -> {
        String digits = lexer.lexeme();
        if (digits.length() > 9) {
          throw new SyntaxError(lexer.span(), "hcl.number");
        }
        lexer.advance();
        yield new Step.DottedIndex(Integer.parseInt(digits));
      }
      default -> throw unexpected("hcl.name");
    };
  }

  private Step bracketed() {
    boolean before = lexer.skipNewlines(true);
    lexer.advance();
    Step step;
    if (lexer.token() == Token.STAR) {
      lexer.advance();
      step = new Step.Splat();
    } else {
      step = new Step.Index(expression());
    }
    close(Token.RIGHT_BRACKET, before);
    return step;
  }

  private Expression primary() {
    Span start = lexer.span();
    switch (lexer.token()) {
      case NUMBER -> {
        BigDecimal value = number();
        lexer.advance();
        return new NumberLiteral(value, start);
      }
      case QUOTE -> {
        boolean before = lexer.skipNewlines(false);
        List<TemplatePart> parts = templates.quoted();
        lexer.skipNewlines(before);
        lexer.advance();
        return new Template(parts, lexer.since(start));
      }
      case HEREDOC -> {
        boolean before = lexer.skipNewlines(false);
        TemplateScanner.HeredocContent content = templates.heredoc();
        lexer.skipNewlines(before);
        lexer.advance();
        return new Heredoc(content.marker(), content.flush(), content.parts(), lexer.since(start));
      }
      case IDENTIFIER -> {
        return named(start);
      }
      case LEFT_PARENTHESIS -> {
        boolean before = lexer.skipNewlines(true);
        lexer.advance();
        Expression inner = expression();
        close(Token.RIGHT_PARENTHESIS, before);
        return new Parentheses(inner, lexer.since(start));
      }
      case LEFT_BRACKET -> {
        return collections.list(start);
      }
      case LEFT_BRACE -> {
        return collections.object(start);
      }
      default -> throw unexpected("hcl.expression");
    }
  }

  private BigDecimal number() {
    String lexeme = lexer.lexeme();
    int exponent = Math.max(lexeme.indexOf('e'), lexeme.indexOf('E'));
    if (lexeme.length() <= MAX_DIGITS && (exponent < 0 || lexeme.length() - exponent <= 6)) {
      return new BigDecimal(lexeme);
    }
    throw new SyntaxError(lexer.span(), "hcl.number");
  }

  private Expression named(Span start) {
    String name = lexer.lexeme();
    lexer.advance();
    if (lexer.token() != Token.LEFT_PARENTHESIS && lexer.token() != Token.DOUBLE_COLON) {
      return switch (name) {
        case "true" -> new BoolLiteral(true, start);
        case "false" -> new BoolLiteral(false, start);
        case "null" -> new NullLiteral(start);
        default -> new Variable(name, start);
      };
    }
    StringBuilder function = new StringBuilder(name);
    while (lexer.token() == Token.DOUBLE_COLON) {
      lexer.advance();
      function.append("::").append(name());
    }
    if (lexer.token() != Token.LEFT_PARENTHESIS) {
      throw expected("(");
    }
    return collections.call(function.toString(), start);
  }

  String name() {
    if (lexer.token() != Token.IDENTIFIER) {
      throw unexpected("hcl.name");
    }
    String name = lexer.lexeme();
    lexer.advance();
    return name;
  }

  void keyword(String keyword) {
    if (!lexer.isIdentifier(keyword)) {
      throw expected(keyword);
    }
    lexer.advance();
  }

  void consume(Token token) {
    if (lexer.token() != token) {
      throw expected(token.symbol());
    }
    lexer.advance();
  }

  /// Consumes a closing bracket; what follows it is read by the rules that held before the opening.
  void close(Token token, boolean skipNewlinesBefore) {
    if (lexer.token() != token) {
      throw expected(token.symbol());
    }
    lexer.skipNewlines(skipNewlinesBefore);
    lexer.advance();
  }

  SyntaxError expected(String symbol) {
    return switch (lexer.token()) {
      case END_OF_FILE -> new SyntaxError(lexer.span(), "hcl.expected.file", symbol);
      case NEWLINE -> new SyntaxError(lexer.span(), "hcl.expected.line", symbol);
      default -> new SyntaxError(lexer.span(), "hcl.expected", symbol, lexer.shown());
    };
  }

  /// An error whose message exists in three forms: before something, the end of the line, of the file.
  SyntaxError unexpected(String key) {
    return switch (lexer.token()) {
      case END_OF_FILE -> new SyntaxError(lexer.span(), key + ".file");
      case NEWLINE -> new SyntaxError(lexer.span(), key + ".line");
      default -> new SyntaxError(lexer.span(), key, lexer.shown());
    };
  }
}
