package dev.drawbridge.base;

import java.util.List;

/// One thing that is wrong with some input, as data: the same shape for parser, importer, storage and
/// export, so that there is one way to print it.
///
/// @param key the message's key, see [Messages]
/// @param arguments what fills the message's placeholders
public record Issue(Level level, String key, List<Object> arguments, Place place) {
  /// How much it matters to the operation that reports it.
  public enum Level {
    /// The operation could not be done.
    ERROR,
    /// It was done, but the user should look.
    WARNING,
    /// Worth telling.
    NOTE
  }

  public Issue {
    arguments = List.copyOf(arguments);
  }

  public static Issue error(Place place, String key, Object... arguments) {
    return new Issue(Level.ERROR, key, List.of(arguments), place);
  }

  public static Issue warning(Place place, String key, Object... arguments) {
    return new Issue(Level.WARNING, key, List.of(arguments), place);
  }

  public static Issue note(Place place, String key, Object... arguments) {
    return new Issue(Level.NOTE, key, List.of(arguments), place);
  }

  /// Whether something could not be done, so that what came of the rest is not the whole.
  public boolean isError() {
    return level == Level.ERROR;
  }

  /// The issue in one line: place, colon, message.
  public String text(Messages messages) {
    String message = messages.text(key, arguments.toArray());
    String where = place.text();
    return where.isEmpty() ? message : where + ": " + message;
  }
}
