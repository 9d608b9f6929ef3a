package dev.drawbridge.cli;

/// Says that the command line asks for something that cannot be, in the user's language.
final class UsageException extends RuntimeException {
  UsageException(String message) {
    super(message, null, false, false);
  }
}
