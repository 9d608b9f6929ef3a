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
    return at(Math.max(0, undoable.size() - 1));
  }

  public History redo() {
    return at(undoable.size() + Math.min(1, redoable.size()));
  }

  /// With so many steps done, for which as many are undone or redone as it takes.
  ///
  /// @param done from 0 to the number of all steps
  public History at(int done) {
    if (done < 0 || done > undoable.size() + redoable.size()) {
      throw new IllegalArgumentException("there is no step " + done);
    }
    Document document = current;
    List<Step> past = new ArrayList<>(undoable);
    List<Step> future = new ArrayList<>(redoable);
    while (past.size() > done) {
      Step last = past.removeLast();
      document = document.apply(last.diff().inverted());
      future.add(last);
    }
    while (past.size() < done) {
      Step next = future.removeLast();
      document = document.apply(next.diff());
      past.add(next);
    }
    return document == current ? this : new History(document, past, future);
  }

  private static List<Step> plus(List<Step> steps, Step step) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(step);
    return longer;
  }
}
