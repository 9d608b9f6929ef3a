package dev.drawbridge.hcl;

import dev.drawbridge.hcl.TemplatePart.Interpolation;
import dev.drawbridge.hcl.TemplatePart.Text;
import dev.drawbridge.hcl.TemplatePart.Trim;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the inside of quoted strings and heredocs. First a flat run of pieces, as HCL does, because
/// the indentation that `<<-` takes away is a matter of lines, whatever is nested in them; then the
/// tree of directives.
final class TemplateScanner {
  /// One piece of the flat run.
  private sealed interface Piece {
    record Literal(String text) implements Piece {}

    record Value(Interpolation interpolation) implements Piece {}

    /// `if`, `else`, `endif`, `for` or `endfor`.
    record Directive(
        String keyword,
        @Nullable String key,
        String value,
        @Nullable Expression expression,
        Trim trim,
        Span at)
        implements Piece {}
  }

  private final Lexer lexer;
  private final ExpressionParser expressions;

  TemplateScanner(Lexer lexer, ExpressionParser expressions) {
    this.lexer = lexer;
    this.expressions = expressions;
  }

  /// Reads from behind the opening quote to behind the closing one. The current token stays the
  /// opening quote; the caller advances.
  List<TemplatePart> quoted() {
    Span open = lexer.span();
    String text = lexer.text();
    List<Piece> pieces = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    int at = lexer.position();
    while (true) {
      if (at >= text.length()) {
        throw new SyntaxError(open, "hcl.string.unclosed");
      }
      char c = text.charAt(at);
      switch (c) {
        case '"' -> {
          lexer.moveTo(at + 1);
          flush(literal, pieces);
          return tree(pieces, open);
        }
        case '\n' -> throw new SyntaxError(open, "hcl.string.unclosed");
        case '\\' -> at = escape(at, literal);
        case '$', '%' -> at = dollarOrPercent(at, literal, pieces);
        default -> {
          literal.append(c);
          at++;
        }
      }
    }
  }

  private void flush(StringBuilder literal, List<Piece> pieces) {
    if (!literal.isEmpty()) {
      pieces.add(new Piece.Literal(literal.toString()));
      literal.setLength(0);
    }
  }

  private int escape(int at, StringBuilder literal) {
    String text = lexer.text();
    char kind = at + 1 < text.length() ? text.charAt(at + 1) : '\n';
    switch (kind) {
      case 'n' -> literal.append('\n');
      case 'r' -> literal.append('\r');
      case 't' -> literal.append('\t');
      case '"' -> literal.append('"');
      case '\\' -> literal.append('\\');
      case 'u', 'U' -> {
        int end = at + (kind == 'u' ? 6 : 10);
        int code = end <= text.length() ? hex(text, at + 2, end) : -1;
        if (code < 0 || code > Character.MAX_CODE_POINT) {
          throw new SyntaxError(lexer.spanAt(at, at + 2), "hcl.escape", "\\" + kind);
        }
        boolean half = code >= Character.MIN_SURROGATE && code <= Character.MAX_SURROGATE;
        literal.appendCodePoint(half ? 0xFFFD : code);
        return end;
      }
      default -> {
        String shown = Escaper.comment(String.valueOf(kind));
        throw new SyntaxError(lexer.spanAt(at, at + 1), "hcl.escape", "\\" + shown);
      }
    }
    return at + 2;
  }

  private static int hex(String text, int from, int to) {
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = text.charAt(i) < 128 ? Character.digit(text.charAt(i), 16) : -1;
      if (digit < 0) {
        return -1;
      }
      value = value * 16 + digit;
    }
    return value > Integer.MAX_VALUE ? -1 : (int) value;
  }

  private int dollarOrPercent(int at, StringBuilder literal, List<Piece> pieces) {
    String text = lexer.text();
    char c = text.charAt(at);
    if (text.startsWith("{", at + 1)) {
      flush(literal, pieces);
      lexer.moveTo(at);
      pieces.add(c == '$' ? interpolation(at) : directive(at));
      return lexer.position();
    }
    literal.append(c);
    if (at + 2 < text.length() && text.charAt(at + 1) == c && text.charAt(at + 2) == '{') {
      literal.append('{');
      return at + 3;
    }
    return at + 1;
  }

  private Piece interpolation(int at) {
    boolean left = open(at);
    Expression value = expressions.expression();
    return new Piece.Value(new Interpolation(value, new Trim(left, close())));
  }

  private Piece directive(int at) {
    Span span = lexer.spanAt(at, at + 2);
    boolean left = open(at);
    if (lexer.token() != Token.IDENTIFIER) {
      throw new SyntaxError(lexer.span(), "hcl.directive", lexer.shown());
    }
    String keyword = lexer.lexeme();
    String key = null;
    String value = "";
    Expression expression = null;
    lexer.advance();
    switch (keyword) {
      case "if" -> expression = expressions.expression();
      case "for" -> {
        value = expressions.name();
        if (lexer.token() == Token.COMMA) {
          lexer.advance();
          key = value;
          value = expressions.name();
        }
        expressions.keyword("in");
        expression = expressions.expression();
      }
      case "else", "endif", "endfor" -> {}
      default -> throw new SyntaxError(span, "hcl.directive", keyword);
    }
    return new Piece.Directive(keyword, key, value, expression, new Trim(left, close()), span);
  }

  /// Enters `${` or `%{`. Returns whether `~` follows.
  private boolean open(int at) {
    boolean trims = lexer.text().startsWith("~", at + 2);
    lexer.moveTo(at + (trims ? 3 : 2));
    lexer.skipNewlines(true);
    lexer.advance();
    return trims;
  }

  /// Leaves the sequence; the brace stays the current token. Returns whether `~` precedes it.
  private boolean close() {
    boolean trims = lexer.token() == Token.TILDE;
    if (trims) {
      lexer.advance();
    }
    if (lexer.token() != Token.RIGHT_BRACE) {
      throw expressions.expected("}");
    }
    return trims;
  }

  /// What `<<EOT` begins.
  record HeredocContent(String marker, boolean flush, List<TemplatePart> parts) {}

  /// Reads from behind `<<` to the end of the closing marker; the caller advances.
  HeredocContent heredoc() {
    Span open = lexer.span();
    String text = lexer.text();
    int at = lexer.position();
    boolean flush = text.startsWith("-", at);
    int markerStart = flush ? at + 1 : at;
    int lineEnd = text.indexOf('\n', markerStart);
    if (lineEnd < 0) {
      throw new SyntaxError(open, "hcl.heredoc.begin");
    }
    String marker = text.substring(markerStart, lineEnd);
    marker = marker.endsWith("\r") ? marker.substring(0, marker.length() - 1) : marker;
    if (!Identifiers.isIdentifier(marker)) {
      throw new SyntaxError(open, "hcl.heredoc.begin");
    }
    List<Piece> pieces = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    at = lineEnd + 1;
    boolean lineBegins = true;
    while (true) {
      if (lineBegins) {
        int markerEnd = markerAt(text, at, marker);
        if (markerEnd >= 0) {
          lexer.moveTo(markerEnd);
          flush(literal, pieces);
          return new HeredocContent(marker, flush, tree(flush ? outdented(pieces) : pieces, open));
        }
      }
      if (at >= text.length()) {
        throw new SyntaxError(open, "hcl.heredoc.unclosed", marker);
      }
      char c = text.charAt(at);
      lineBegins = c == '\n';
      if (c == '$' || c == '%') {
        at = dollarOrPercent(at, literal, pieces);
      } else {
        literal.append(c);
        at++;
        if (lineBegins) {
          flush(literal, pieces);
        }
      }
    }
  }

  /// The end of the marker, when it stands alone on the line, or -1.
  static int markerAt(String text, int lineStart, String marker) {
    int at = lineStart;
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    if (!text.startsWith(marker, at)) {
      return -1;
    }
    int end = at + marker.length();
    for (int i = end; i < text.length() && text.charAt(i) != '\n'; i++) {
      if (!Character.isWhitespace(text.charAt(i))) {
        return -1;
      }
    }
    return end;
  }

  /// Takes away the indentation that all lines share. Lines of nothing but space do not count, and
  /// keep what they have.
  private static List<Piece> outdented(List<Piece> pieces) {
    int shared = Integer.MAX_VALUE;
    List<Integer> indented = new ArrayList<>();
    boolean lineBegins = true;
    for (int i = 0; i < pieces.size(); i++) {
      if (pieces.get(i) instanceof Piece.Literal(var text)) {
        if (lineBegins && !(text.isBlank() && text.endsWith("\n"))) {
          shared = Math.min(shared, leadingSpace(text));
          indented.add(i);
        }
        lineBegins = text.endsWith("\n");
      } else {
        if (lineBegins) {
          shared = 0;
        }
        lineBegins = false;
      }
    }
    List<Piece> out = new ArrayList<>(pieces);
    for (int i : indented) {
      if (out.get(i) instanceof Piece.Literal(var text)) {
        out.set(i, new Piece.Literal(text.substring(shared)));
      }
    }
    return out;
  }

  private static int leadingSpace(String text) {
    int spaces = 0;
    while (spaces < text.length() && Character.isWhitespace(text.charAt(spaces))) {
      spaces++;
    }
    return spaces;
  }

  private List<TemplatePart> tree(List<Piece> pieces, Span at) {
    TreeBuilder builder = new TreeBuilder(pieces);
    List<TemplatePart> parts = builder.parts();
    if (builder.next < pieces.size()
        && pieces.get(builder.next) instanceof Piece.Directive directive) {
      throw new SyntaxError(directive.at(), "hcl.directive.unopened", directive.keyword());
    }
    expressions.grow(builder.deepest, at);
    return parts;
  }

  /// Nests the pieces between `if` and `endif`, `for` and `endfor`.
  private final class TreeBuilder {
    private final List<Piece> pieces;
    private int next;
    private int nested;
    private int deepest;

    TreeBuilder(List<Piece> pieces) {
      this.pieces = pieces;
    }

    /// The parts up to the end, or to a directive that does not open anything.
    List<TemplatePart> parts() {
      List<TemplatePart> parts = new ArrayList<>();
      while (next < pieces.size()) {
        switch (pieces.get(next)) {
          case Piece.Literal(var text) -> parts.add(new Text(text));
          case Piece.Value(var interpolation) -> parts.add(interpolation);
          case Piece.Directive directive -> {
            Expression expression = directive.expression();
            if (expression == null) {
              return parts;
            }
            expressions.enter(directive.at());
            deepest = Math.max(deepest, ++nested);
            next++;
            parts.add(
                directive.keyword().equals("if")
                    ? branch(directive, expression)
                    : loop(directive, expression));
            nested--;
            expressions.leave();
          }
        }
        next++;
      }
      return parts;
    }

    private TemplatePart branch(Piece.Directive begin, Expression condition) {
      List<TemplatePart> yes = parts();
      Piece.Directive end = end(begin);
      if (!end.keyword().equals("else")) {
        require(end, "endif");
        return new TemplatePart.If(condition, yes, null, begin.trim(), Trim.NONE, end.trim());
      }
      next++;
      List<TemplatePart> no = parts();
      Piece.Directive last = end(begin);
      require(last, "endif");
      return new TemplatePart.If(condition, yes, no, begin.trim(), end.trim(), last.trim());
    }

    private TemplatePart loop(Piece.Directive begin, Expression collection) {
      List<TemplatePart> body = parts();
      Piece.Directive end = end(begin);
      require(end, "endfor");
      return new TemplatePart.For(
          begin.key(), begin.value(), collection, body, begin.trim(), end.trim());
    }

    private Piece.Directive end(Piece.Directive begin) {
      if (next < pieces.size() && pieces.get(next) instanceof Piece.Directive directive) {
        return directive;
      }
      throw new SyntaxError(begin.at(), "hcl.directive.unclosed", begin.keyword());
    }

    private void require(Piece.Directive directive, String keyword) {
      if (!directive.keyword().equals(keyword)) {
        throw new SyntaxError(directive.at(), "hcl.expected", keyword, directive.keyword());
      }
    }
  }
}
