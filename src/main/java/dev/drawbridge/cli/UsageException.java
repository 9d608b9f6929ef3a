package dev.drawbridge.cli;

/// Says that the command line asks for something that cannot be, in the user's language.
final class UsageException extends RuntimeException {
  private final String text;

  UsageException(String text) {
    super(text, null, false, false);
    this.text = text;
  }

  String text() {
    return text;
  }
}
