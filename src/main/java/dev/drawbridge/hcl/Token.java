package dev.drawbridge.hcl;

/// The kinds of token. A quoted string or heredoc is only announced; [TemplateScanner] reads it, since
/// inside it other rules hold.
enum Token {
  END_OF_FILE(""),
  NEWLINE(""),
  IDENTIFIER(""),
  NUMBER(""),
  QUOTE("\""),
  HEREDOC("<<"),
  LEFT_BRACE("{"),
  RIGHT_BRACE("}"),
  LEFT_BRACKET("["),
  RIGHT_BRACKET("]"),
  LEFT_PARENTHESIS("("),
  RIGHT_PARENTHESIS(")"),
  ASSIGN("="),
  EQUAL("=="),
  NOT_EQUAL("!="),
  LESS("<"),
  LESS_OR_EQUAL("<="),
  GREATER(">"),
  GREATER_OR_EQUAL(">="),
  PLUS("+"),
  MINUS("-"),
  STAR("*"),
  SLASH("/"),
  PERCENT("%"),
  AND("&&"),
  OR("||"),
  NOT("!"),
  QUESTION("?"),
  COLON(":"),
  DOUBLE_COLON("::"),
  COMMA(","),
  DOT("."),
  ELLIPSIS("..."),
  ARROW("=>"),
  TILDE("~");

  private final String symbol;

  Token(String symbol) {
    this.symbol = symbol;
  }

  String symbol() {
    return symbol;
  }
}
