package dev.drawbridge.editor;

import dev.drawbridge.base.Size;
import dev.drawbridge.edit.History;
import dev.drawbridge.model.Document;
import org.jspecify.annotations.Nullable;

/// Everything that the window shows of one design. Immutable: each input gives the next.
///
/// @param saved the document as the file has it; the design is dirty when the current document is not
///     this very object
/// @param shown the document as the canvas draws it: with the preview of a gesture under way
/// @param notice what the user was last told; null when that no longer matters
/// @param viewport the canvas's size in px
public record EditorState(
    History history,
    @Nullable Document saved,
    Document shown,
    Selection selection,
    ToolState tool,
    Camera camera,
    Size viewport,
    @Nullable Notice notice) {

  /// An opened design, unchanged.
  public static EditorState opened(Document document) {
    return new EditorState(
        History.of(document),
        document,
        document,
        Selection.NONE,
        Idle.REST,
        Camera.START,
        new Size(800, 600),
        null);
  }

  public Document document() {
    return history.current();
  }

  public boolean isDirty() {
    return document() != saved;
  }

  public boolean isPreviewing() {
    return shown != document();
  }

  public EditorState withHistory(History changed) {
    Document current = changed.current();
    return new EditorState(
        changed, saved, current, selection.in(current), tool, camera, viewport, notice);
  }

  public EditorState withSaved(@Nullable Document asInTheFile) {
    return new EditorState(history, asInTheFile, shown, selection, tool, camera, viewport, notice);
  }

  public EditorState withShown(Document preview) {
    return new EditorState(history, saved, preview, selection, tool, camera, viewport, notice);
  }

  public EditorState withSelection(Selection changed) {
    return changed.equals(selection)
        ? this
        : new EditorState(history, saved, shown, changed, tool, camera, viewport, notice);
  }

  public EditorState withTool(ToolState changed) {
    return changed.equals(tool)
        ? this
        : new EditorState(history, saved, shown, selection, changed, camera, viewport, notice);
  }

  public EditorState withCamera(Camera changed) {
    return changed.equals(camera)
        ? this
        : new EditorState(history, saved, shown, selection, tool, changed, viewport, notice);
  }

  public EditorState withViewport(Size changed) {
    return changed.equals(viewport)
        ? this
        : new EditorState(history, saved, shown, selection, tool, camera, changed, notice);
  }

  public EditorState withNotice(@Nullable Notice changed) {
    return changed == notice
        ? this
        : new EditorState(history, saved, shown, selection, tool, camera, viewport, changed);
  }
}
