package dev.drawbridge.hcl;

import dev.drawbridge.hcl.Expression.Call;
import dev.drawbridge.hcl.Expression.Entry;
import dev.drawbridge.hcl.Expression.ForClause;
import dev.drawbridge.hcl.Expression.ForList;
import dev.drawbridge.hcl.Expression.ForObject;
import dev.drawbridge.hcl.Expression.ListOf;
import dev.drawbridge.hcl.Expression.ObjectOf;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads what stands in brackets and holds several expressions: lists, objects, `for`, arguments. Line
/// feeds mean nothing in them, but in objects they part the entries.
final class CollectionParser {
  private final Lexer lexer;
  private final ExpressionParser expressions;

  CollectionParser(Lexer lexer, ExpressionParser expressions) {
    this.lexer = lexer;
    this.expressions = expressions;
  }

  Expression list(Span start) {
    boolean before = lexer.skipNewlines(true);
    lexer.advance();
    if (lexer.isIdentifier("for")) {
      ForClause clause = forClause();
      Expression element = expressions.expression();
      Expression condition = forCondition();
      expressions.close(Token.RIGHT_BRACKET, before);
      return new ForList(with(clause, condition), element, lexer.since(start));
    }
    List<Expression> elements = new ArrayList<>();
    while (lexer.token() != Token.RIGHT_BRACKET) {
      elements.add(expressions.expression());
      if (lexer.token() == Token.COMMA) {
        lexer.advance();
      } else if (lexer.token() != Token.RIGHT_BRACKET) {
        throw expressions.expected(",");
      }
    }
    expressions.close(Token.RIGHT_BRACKET, before);
    return new ListOf(elements, lexer.since(start));
  }

  Expression object(Span start) {
    boolean before = lexer.skipNewlines(true);
    lexer.advance();
    if (lexer.isIdentifier("for")) {
      ForClause clause = forClause();
      Expression name = expressions.expression();
      expressions.consume(Token.ARROW);
      Expression element = expressions.expression();
      boolean group = lexer.token() == Token.ELLIPSIS;
      if (group) {
        lexer.advance();
      }
      Expression condition = forCondition();
      expressions.close(Token.RIGHT_BRACE, before);
      return new ForObject(with(clause, condition), name, element, group, lexer.since(start));
    }
    lexer.skipNewlines(false);
    List<Entry> entries = new ArrayList<>();
    while (lexer.token() != Token.RIGHT_BRACE) {
      Expression key = expressions.expression();
      if (lexer.token() != Token.ASSIGN && lexer.token() != Token.COLON) {
        throw expressions.expected("=");
      }
      lexer.skipNewlines(true); // a value may begin on the next line
      lexer.advance();
      lexer.skipNewlines(false);
      entries.add(new Entry(key, expressions.expression()));
      if (lexer.token() == Token.COMMA || lexer.token() == Token.NEWLINE) {
        lexer.advance();
        skipNewlines();
      } else if (lexer.token() != Token.RIGHT_BRACE) {
        throw expressions.expected(",");
      }
    }
    expressions.close(Token.RIGHT_BRACE, before);
    return new ObjectOf(entries, lexer.since(start));
  }

  private void skipNewlines() {
    while (lexer.token() == Token.NEWLINE) {
      lexer.advance();
    }
  }

  /// The arguments of a function, from the opening parenthesis on.
  Expression call(String function, Span start) {
    boolean before = lexer.skipNewlines(true);
    lexer.advance();
    List<Expression> arguments = new ArrayList<>();
    boolean expand = false;
    while (lexer.token() != Token.RIGHT_PARENTHESIS && !expand) {
      arguments.add(expressions.expression());
      if (lexer.token() == Token.ELLIPSIS) {
        lexer.advance();
        expand = true;
      } else if (lexer.token() == Token.COMMA) {
        lexer.advance();
      } else if (lexer.token() != Token.RIGHT_PARENTHESIS) {
        throw expressions.expected(",");
      }
    }
    expressions.close(Token.RIGHT_PARENTHESIS, before);
    return new Call(function, arguments, expand, lexer.since(start));
  }

  private ForClause forClause() {
    lexer.advance();
    String key = null;
    String value = expressions.name();
    if (lexer.token() == Token.COMMA) {
      lexer.advance();
      key = value;
      value = expressions.name();
    }
    expressions.keyword("in");
    Expression collection = expressions.expression();
    expressions.consume(Token.COLON);
    return new ForClause(key, value, collection, null);
  }

  private @Nullable Expression forCondition() {
    if (!lexer.isIdentifier("if")) {
      return null;
    }
    lexer.advance();
    return expressions.expression();
  }

  private static ForClause with(ForClause clause, @Nullable Expression condition) {
    return new ForClause(clause.key(), clause.value(), clause.collection(), condition);
  }
}
