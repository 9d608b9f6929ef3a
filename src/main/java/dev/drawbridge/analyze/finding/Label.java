package dev.drawbridge.analyze.finding;

import dev.drawbridge.base.Messages;

/// What a thing is called within a text, in whichever language that is.
public sealed interface Label {
  /// By a name that somebody gave.
  record Named(String name) implements Label {}

  /// By a message, such as the name of its kind.
  record Keyed(String key) implements Label {}

  default String text(Messages messages) {
    return switch (this) {
      case Named(String name) -> name;
      case Keyed(String key) -> messages.has(key) ? messages.text(key) : key;
    };
  }
}
