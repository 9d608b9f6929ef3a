package dev.drawbridge.edit;

/// A change that a user can name, undo and redo. It says what it does to a [Draft]; how to take it back
/// follows from what the draft recorded.
public interface Edit {
  /// The message key of its name in the history: `edit.move.name`.
  String key();

  void apply(Draft draft);
}
