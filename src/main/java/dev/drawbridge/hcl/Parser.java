package dev.drawbridge.hcl;

import dev.drawbridge.base.Issue;
import dev.drawbridge.base.Outcome;
import dev.drawbridge.base.Place;
import dev.drawbridge.hcl.Body.BlankLine;
import dev.drawbridge.hcl.Body.Comment;
import dev.drawbridge.hcl.Lexer.PassedComment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reads HCL's native syntax. After an error it goes on with the next line, so that one bad argument
/// does not hide the rest of the file. Comments on lines of their own between the items of a body are
/// kept, others are not.
public final class Parser {
  /// Characters of a file.
  public static final int MAX_SIZE = 16 * 1024 * 1024;

  /// Issues of one file; what comes after so many is noise.
  private static final int MAX_ISSUES = 100;

  private final String file;
  private final Lexer lexer;
  private final ExpressionParser expressions;
  private final List<Issue> issues = new ArrayList<>();

  private Parser(String file, String text) {
    this.file = file;
    this.lexer = new Lexer(text);
    this.expressions = new ExpressionParser(lexer);
  }

  /// Reads a file.
  ///
  /// @param file the name that issues give
  public static ParsedFile parse(String file, String text) {
    if (text.length() > MAX_SIZE) {
      return new ParsedFile(
          Body.EMPTY,
          List.of(Issue.error(new Place.InFile(file, 0, 0), "hcl.size", MAX_SIZE / (1024 * 1024))));
    }
    Parser parser = new Parser(file, text);
    parser.advanceSafely();
    Body body = parser.body(Token.END_OF_FILE);
    return new ParsedFile(body, parser.issues);
  }

  /// Reads a text that is one expression, such as the condition of a validation.
  public static Outcome<Expression> expression(String file, String text) {
    if (text.length() > MAX_SIZE) {
      return Outcome.failed(
          Issue.error(new Place.InFile(file, 0, 0), "hcl.size", MAX_SIZE / (1024 * 1024)));
    }
    Parser parser = new Parser(file, text);
    try {
      parser.lexer.skipNewlines(true);
      parser.lexer.advance();
      Expression expression = parser.expressions.expression();
      if (parser.lexer.token() != Token.END_OF_FILE) {
        throw parser.expressions.unexpected("hcl.rest");
      }
      return Outcome.ok(expression);
    } catch (SyntaxError error) {
      return Outcome.failed(parser.issue(error));
    }
  }

  /// Reads a text that is a template as it stands, such as a file of one: like a heredoc it has no escapes but
  /// those of `${` and `%{`.
  public static Outcome<Expression.Template> template(String file, String text) {
    if (!text.contains("${") && !text.contains("%{")) {
      return Outcome.ok(Expression.text(text));
    }
    String marker = "END";
    while (text.contains(marker)) {
      marker = marker + "_";
    }
    return expression(file, "<<" + marker + "\n" + text + "\n" + marker + "\n")
        .map(
            read ->
                new Expression.Template(
                    read instanceof Expression.Heredoc(var _, var _, var parts, var _)
                        ? withoutEnd(parts)
                        : List.of()));
  }

  /// The line break that stands before a heredoc's marker is none of the text.
  private static List<TemplatePart> withoutEnd(List<TemplatePart> parts) {
    List<TemplatePart> all = new ArrayList<>(parts);
    if (!all.isEmpty() && all.getLast() instanceof TemplatePart.Text(String last)) {
      all.removeLast();
      String kept = last.endsWith("\n") ? last.substring(0, last.length() - 1) : last;
      if (!kept.isEmpty()) {
        all.add(new TemplatePart.Text(kept));
      }
    }
    return all;
  }

  /// The items up to a closing token, which stays current.
  private Body body(Token closing) {
    List<Body.Item> items = new ArrayList<>();
    Set<String> names = new HashSet<>();
    int lastLine = closing == Token.END_OF_FILE ? 0 : lexer.previousLine();
    int depth = expressions.depth();
    while (true) {
      skipNewlines();
      lastLine = comments(items, lastLine);
      if (lexer.token() == closing
          || lexer.token() == Token.END_OF_FILE
          || issues.size() >= MAX_ISSUES) {
        return new Body(items);
      }
      Span start = lexer.span();
      try {
        Body.Item item = item();
        lastLine = add(item, start.line(), items, lastLine);
        if (item instanceof Attribute attribute && !names.add(attribute.name())) {
          report(new SyntaxError(start, "hcl.duplicate", attribute.name()));
        }
        lexer.takeComments(); // those inside the item, and behind it on its last line
        if (lexer.token() != Token.NEWLINE
            && lexer.token() != Token.END_OF_FILE
            && lexer.token() != closing) {
          throw expressions.unexpected("hcl.rest");
        }
      } catch (SyntaxError error) {
        report(error);
        expressions.resetTo(depth);
        recover(error, start);
        lastLine = lexer.previousLine();
        if (lexer.token() == Token.RIGHT_BRACE && closing != Token.RIGHT_BRACE) {
          advanceSafely();
        }
      }
    }
  }

  private void skipNewlines() {
    while (lexer.token() == Token.NEWLINE) {
      advanceSafely();
    }
  }

  /// Adds an item, with a blank line where the file has one or more. Returns the item's last line.
  private int add(Body.Item item, int line, List<Body.Item> items, int lastLine) {
    if (line > lastLine + 1 && !items.isEmpty()) {
      items.add(new BlankLine());
    }
    items.add(item);
    return lexer.previousLine();
  }

  private int comments(List<Body.Item> items, int lastLine) {
    int last = lastLine;
    List<PassedComment> taken = lexer.takeComments();
    for (int i = 0; i < taken.size(); i++) {
      PassedComment first = taken.get(i);
      if (first.line() <= last) {
        continue; // behind an item, on its line
      }
      StringBuilder text = new StringBuilder(first.text());
      int end = first.endLine();
      while (i + 1 < taken.size() && taken.get(i + 1).line() == end + 1) {
        i++;
        text.append('\n').append(taken.get(i).text());
        end = taken.get(i).endLine();
      }
      if (first.line() > last + 1 && !items.isEmpty()) {
        items.add(new BlankLine());
      }
      items.add(new Comment(text.toString(), new Span(first.line(), 1, 0, 0)));
      last = end;
    }
    return last;
  }

  private Body.Item item() {
    Span start = lexer.span();
    if (lexer.token() != Token.IDENTIFIER) {
      throw expressions.unexpected("hcl.item");
    }
    String name = lexer.lexeme();
    lexer.advance();
    if (lexer.token() == Token.ASSIGN) {
      lexer.advance();
      Expression value = expressions.expression();
      return new Attribute(name, value, lexer.since(start));
    }
    List<String> labels = new ArrayList<>();
    while (lexer.token() == Token.IDENTIFIER || lexer.token() == Token.QUOTE) {
      labels.add(label());
    }
    if (lexer.token() != Token.LEFT_BRACE) {
      throw labels.isEmpty() ? expressions.expected("=") : expressions.expected("{");
    }
    expressions.enter(start);
    lexer.advance();
    Body body = body(Token.RIGHT_BRACE);
    if (lexer.token() == Token.RIGHT_BRACE) {
      lexer.advance();
    } else {
      report(new SyntaxError(start, "hcl.block.unclosed", name));
    }
    expressions.leave();
    return new Block(name, labels, body, lexer.since(start));
  }

  private String label() {
    Span at = lexer.span();
    if (lexer.token() == Token.IDENTIFIER) {
      return expressions.name();
    }
    if (expressions.expression() instanceof Expression.Template template) {
      return template.constant().orElseThrow(() -> new SyntaxError(at, "hcl.label"));
    }
    throw new SyntaxError(at, "hcl.label");
  }

  private void advanceSafely() {
    try {
      lexer.advance();
    } catch (SyntaxError error) {
      report(error);
      recover(error, error.at());
    }
  }

  private void recover(SyntaxError cause, Span item) {
    int target = new Recovery(lexer.text()).target(item.start(), cause.at().start());
    while (true) {
      try {
        lexer.resumeAt(target);
        return;
      } catch (SyntaxError error) {
        report(error);
        target = error.at().end();
      }
    }
  }

  private void report(SyntaxError error) {
    if (issues.size() < MAX_ISSUES) {
      issues.add(issue(error));
    }
  }

  private Issue issue(SyntaxError error) {
    Place place = new Place.InFile(file, error.at().line(), error.at().column());
    return new Issue(Issue.Level.ERROR, error.key(), error.arguments(), place);
  }
}
