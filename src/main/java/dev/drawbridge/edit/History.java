package dev.drawbridge.edit;

import dev.drawbridge.model.Diff;
import dev.drawbridge.model.Document;
import java.util.ArrayList;
import java.util.List;

/// The steps that led to the current document and those that were undone. Immutable.
///
/// @param current the document now
/// @param undoable done steps, the oldest first
/// @param redoable undone steps, the one to redo next last
public record History(Document current, List<Step> undoable, List<Step> redoable) {
  /// One edit that was carried out.
  ///
  /// @param key the message key of the edit's name
  public record Step(String key, Diff diff) {}

  public History {
    undoable = List.copyOf(undoable);
    redoable = List.copyOf(redoable);
  }

  public static History of(Document document) {
    return new History(document, List.of(), List.of());
  }

  /// After the edit; the same history where the edit changes nothing.
  public History apply(Edit edit) {
    Edits.Result result = Edits.apply(current, edit);
    return result.diff().isEmpty()
        ? this
        : new History(
            result.document(), plus(undoable, new Step(edit.key(), result.diff())), List.of());
  }

  public boolean canUndo() {
    return !undoable.isEmpty();
  }

  public boolean canRedo() {
    return !redoable.isEmpty();
  }

  public History undo() {
    if (!canUndo()) {
      return this;
    }
    Step last = undoable.getLast();
    return new History(
        current.apply(last.diff().inverted()), minusLast(undoable), plus(redoable, last));
  }

  public History redo() {
    if (!canRedo()) {
      return this;
    }
    Step next = redoable.getLast();
    return new History(current.apply(next.diff()), plus(undoable, next), minusLast(redoable));
  }

  private static List<Step> plus(List<Step> steps, Step step) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(step);
    return longer;
  }

  private static List<Step> minusLast(List<Step> steps) {
    return steps.subList(0, steps.size() - 1);
  }
}
