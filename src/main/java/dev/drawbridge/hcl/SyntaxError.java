package dev.drawbridge.hcl;

import java.util.List;

/// Unwinds the parser to the nearest place where it can go on. Never leaves the package.
final class SyntaxError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Span at;
  private final String key;
  private final transient List<Object> arguments;

  SyntaxError(Span at, String key, Object... arguments) {
    super(key, null, false, false);
    this.at = at;
    this.key = key;
    this.arguments = List.of(arguments);
  }

  Span at() {
    return at;
  }

  String key() {
    return key;
  }

  List<Object> arguments() {
    return arguments;
  }
}
