package dev.drawbridge.base;

import org.jspecify.annotations.Nullable;

/// Where an [Issue] is: in a file, or at an element of the design.
public sealed interface Place {
  /// Nowhere in particular.
  record Nowhere() implements Place {}

  /// A position in a text file; line and column count from 1, 0 where not known.
  record InFile(String file, int line, int column) implements Place {}

  /// A value in a JSON file, by its JSON pointer (RFC 6901).
  record AtPointer(String file, String pointer) implements Place {}

  /// An element of the design and, where one is at fault, its property.
  record AtElement(String element, @Nullable String property) implements Place {}

  /// The place as one prints it before a message, `file:line:column`; empty for nowhere.
  default String text() {
    return switch (this) {
      case Nowhere() -> "";
      case InFile(String file, int line, int column) ->
          line <= 0 ? file : column <= 0 ? file + ":" + line : file + ":" + line + ":" + column;
      case AtPointer(String file, String pointer) ->
          pointer.isEmpty() ? file : file + "#" + pointer;
      case AtElement(String element, @Nullable String property) ->
          property == null ? element : element + "." + property;
    };
  }
}
