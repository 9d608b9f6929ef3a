package dev.drawbridge.hcl;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Cuts text into tokens, one at a time: [#token] is the one under the reading head, and nothing after
/// it has been looked at, so that the parser can switch to the rules of templates at any token.
final class Lexer {
  /// A comment that was passed over.
  record PassedComment(String text, int line, int endLine) {}

  private static final int QUOTED_LENGTH = 40;

  private final String text;
  private final List<PassedComment> comments = new ArrayList<>();
  private int position;
  private int line = 1;
  private int lineStart;
  private boolean skipsNewlines;

  private Token token = Token.NEWLINE;
  private int tokenStart;
  private int tokenLine = 1;
  private int tokenColumn = 1;
  private int previousEnd;
  private int previousLine = 1;

  Lexer(String text) {
    this.text = text;
    if (text.startsWith("\uFEFF")) {
      position = 1;
      lineStart = 1;
    }
  }

  Token token() {
    return token;
  }

  /// The text of the current token.
  String lexeme() {
    return text.substring(tokenStart, position);
  }

  /// The span of the current token.
  Span span() {
    return new Span(tokenLine, tokenColumn, tokenStart, position);
  }

  int line() {
    return tokenLine;
  }

  /// The line on which the token before the current one ended.
  int previousLine() {
    return previousLine;
  }

  /// The given span, prolonged to the end of the token before the current one.
  Span since(Span start) {
    return start.to(previousEnd);
  }

  /// Inside brackets line feeds mean nothing. Returns what held before.
  boolean skipNewlines(boolean skip) {
    boolean before = skipsNewlines;
    skipsNewlines = skip;
    return before;
  }

  /// The comments passed over since the last call.
  List<PassedComment> takeComments() {
    List<PassedComment> taken = List.copyOf(comments);
    comments.clear();
    return taken;
  }

  boolean isIdentifier(String name) {
    return token == Token.IDENTIFIER
        && position - tokenStart == name.length()
        && text.startsWith(name, tokenStart);
  }

  /// What a message calls the current token.
  String shown() {
    return shown(lexeme());
  }

  private static String shown(String lexeme) {
    int end = Math.min(lexeme.length(), QUOTED_LENGTH);
    return Escaper.comment(lexeme.substring(0, end)) + (end < lexeme.length() ? "..." : "");
  }

  void advance() {
    previousEnd = position;
    previousLine = line;
    skipBlank();
    tokenStart = position;
    tokenLine = line;
    tokenColumn = position - lineStart + 1;
    if (position == text.length()) {
      token = Token.END_OF_FILE;
      return;
    }
    char c = text.charAt(position);
    if (c == '\n') {
      position++;
      token = Token.NEWLINE;
      newLine();
    } else if (c >= '0' && c <= '9') {
      number();
    } else if (!identifier()) {
      token = symbol(c);
      position = tokenStart + (token == Token.HEREDOC ? 2 : token.symbol().length());
    }
  }

  /// After a dot: digits only, for `list.0.name` is not a list and the number 0.
  void advanceAfterDot() {
    advance();
    if (token == Token.NUMBER) {
      position = tokenStart;
      while (position < text.length() && isDigit(text.charAt(position))) {
        position++;
      }
    }
  }

  private void skipBlank() {
    while (position < text.length()) {
      char c = text.charAt(position);
      if (c == ' ' || c == '\t' || c == '\r') {
        position++;
      } else if (c == '\n' && skipsNewlines) {
        position++;
        newLine();
      } else if (c == '#' || (c == '/' && next(1) == '/')) {
        int end = text.indexOf('\n', position);
        end = end < 0 ? text.length() : end;
        String content = text.substring(position + (c == '#' ? 1 : 2), end).stripTrailing();
        comment(content.startsWith(" ") ? content.substring(1) : content, line);
        position = end;
      } else if (c == '/' && next(1) == '*') {
        blockComment();
      } else {
        return;
      }
    }
  }

  private void blockComment() {
    int end = text.indexOf("*/", position + 2);
    if (end < 0) {
      Span at = new Span(line, position - lineStart + 1, position, position + 2);
      position = text.length();
      throw new SyntaxError(at, "hcl.comment.unclosed");
    }
    int first = line;
    String content = text.substring(position + 2, end);
    for (; position < end + 2; position++) {
      if (text.charAt(position) == '\n') {
        line++;
        lineStart = position + 1;
      }
    }
    comment(plain(content), first);
  }

  /// The lines of a block comment without the stars and spaces that frame them.
  private static String plain(String comment) {
    return comment
        .strip()
        .lines()
        .map(String::strip)
        .map(content -> content.startsWith("*") ? content.substring(1).strip() : content)
        .collect(Collectors.joining("\n"));
  }

  private void comment(String content, int firstLine) {
    comments.add(new PassedComment(content, firstLine, line));
  }

  private void newLine() {
    line++;
    lineStart = position;
  }

  private char next(int ahead) {
    return position + ahead < text.length() ? text.charAt(position + ahead) : '\0';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private void number() {
    digits();
    if (next(0) == '.' && isDigit(next(1))) {
      position++;
      digits();
    }
    if (next(0) == 'e' || next(0) == 'E') {
      int signed = next(1) == '+' || next(1) == '-' ? 2 : 1;
      if (isDigit(next(signed))) {
        position += signed;
        digits();
      }
    }
    token = Token.NUMBER;
  }

  private void digits() {
    while (isDigit(next(0))) {
      position++;
    }
  }

  private boolean identifier() {
    int c = text.codePointAt(position);
    if (!Identifiers.isStart(c)) {
      return false;
    }
    do {
      position += Character.charCount(c);
      c = position < text.length() ? text.codePointAt(position) : ' ';
    } while (Identifiers.isPart(c));
    token = Token.IDENTIFIER;
    return true;
  }

  private Token symbol(char c) {
    char d = next(1);
    return switch (c) {
      case '"' -> Token.QUOTE;
      case '{' -> Token.LEFT_BRACE;
      case '}' -> Token.RIGHT_BRACE;
      case '[' -> Token.LEFT_BRACKET;
      case ']' -> Token.RIGHT_BRACKET;
      case '(' -> Token.LEFT_PARENTHESIS;
      case ')' -> Token.RIGHT_PARENTHESIS;
      case '=' -> d == '=' ? Token.EQUAL : d == '>' ? Token.ARROW : Token.ASSIGN;
      case '!' -> d == '=' ? Token.NOT_EQUAL : Token.NOT;
      case '<' -> d == '<' ? Token.HEREDOC : d == '=' ? Token.LESS_OR_EQUAL : Token.LESS;
      case '>' -> d == '=' ? Token.GREATER_OR_EQUAL : Token.GREATER;
      case '+' -> Token.PLUS;
      case '-' -> Token.MINUS;
      case '*' -> Token.STAR;
      case '/' -> Token.SLASH;
      case '%' -> Token.PERCENT;
      case '&' -> pair(c, d, Token.AND);
      case '|' -> pair(c, d, Token.OR);
      case '?' -> Token.QUESTION;
      case ':' -> d == ':' ? Token.DOUBLE_COLON : Token.COLON;
      case ',' -> Token.COMMA;
      case '.' -> d == '.' && next(2) == '.' ? Token.ELLIPSIS : Token.DOT;
      case '~' -> Token.TILDE;
      default -> throw unexpectedCharacter();
    };
  }

  private Token pair(char c, char d, Token token) {
    if (c != d) {
      throw unexpectedCharacter();
    }
    return token;
  }

  private SyntaxError unexpectedCharacter() {
    int end = text.offsetByCodePoints(position, 1);
    position = end;
    return new SyntaxError(span(), "hcl.character", shown(text.substring(tokenStart, end)));
  }

  // What follows is for TemplateScanner, which reads characters from where the current token ends.

  String text() {
    return text;
  }

  int position() {
    return position;
  }

  /// Goes on behind characters that the template scanner has read itself.
  void moveTo(int newPosition) {
    for (; position < newPosition; position++) {
      if (text.charAt(position) == '\n') {
        line++;
        lineStart = position + 1;
      }
    }
  }

  /// The span of characters that the template scanner is looking at.
  Span spanAt(int start, int end) {
    moveTo(start);
    return new Span(line, start - lineStart + 1, start, end);
  }

  /// Goes on at a position behind an error. When the current token stands there it stays the current
  /// one.
  void resumeAt(int target) {
    skipsNewlines = false;
    comments.clear();
    if (target != tokenStart || position == tokenStart) {
      moveTo(target);
      advance();
    }
  }
}
