package dev.drawbridge.editor;

import dev.drawbridge.edit.Edit;
import dev.drawbridge.model.ElementId;

/// What a tool wants done. The [Editor] does it.
public sealed interface Effect {
  /// Show the document as it would be after the edit, without committing to it.
  record Preview(Edit edit) implements Effect {}

  /// Carry the edit out, as one step of the history.
  record Commit(Edit edit) implements Effect {}

  /// Show the document as it is.
  record Cancel() implements Effect {}

  record Select(Selection selection) implements Effect {}

  /// Work in a container from now on.
  record Enter(ElementId container) implements Effect {}

  record MoveCamera(Camera camera) implements Effect {}

  /// Tell the user why something did not happen.
  record Tell(Notice notice) implements Effect {}
}
