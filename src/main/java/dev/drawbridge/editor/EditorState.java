package dev.drawbridge.editor;

import dev.drawbridge.base.Size;
import dev.drawbridge.edit.History;
import dev.drawbridge.model.Document;
import dev.drawbridge.model.ElementId;
import dev.drawbridge.model.Node;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Everything that the window shows of one design. Immutable: each input gives the next.
///
/// @param saved the document as the file has it; the design is dirty when the current document is not
///     this very object
/// @param shown the document as the canvas draws it: with the preview of a gesture under way
/// @param entered the container in which the user works; null for the whole design. What is selected lies in
///     it
/// @param notice what the user was last told; null when that no longer matters
/// @param viewport the canvas's size in px
public record EditorState(
    History history,
    @Nullable Document saved,
    Document shown,
    Selection selection,
    @Nullable ElementId entered,
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
        null,
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
    Selection kept = selection.in(current);
    return new EditorState(
        changed,
        saved,
        current,
        kept,
        around(entered, kept, current),
        tool,
        camera,
        viewport,
        notice);
  }

  public EditorState withSaved(@Nullable Document asInTheFile) {
    return new EditorState(
        history, asInTheFile, shown, selection, entered, tool, camera, viewport, notice);
  }

  public EditorState withShown(Document preview) {
    return new EditorState(
        history, saved, preview, selection, entered, tool, camera, viewport, notice);
  }

  /// Leaves the container that was entered as far as something outside of it is selected.
  public EditorState withSelection(Selection changed) {
    return changed.equals(selection)
        ? this
        : new EditorState(
            history,
            saved,
            shown,
            changed,
            around(entered, changed, document()),
            tool,
            camera,
            viewport,
            notice);
  }

  /// @param container null for the whole design
  public EditorState withEntered(@Nullable ElementId container) {
    return Objects.equals(container, entered)
        ? this
        : new EditorState(
            history, saved, shown, selection, container, tool, camera, viewport, notice);
  }

  /// The nearest container around that which was entered, or this itself, in which all selected nodes lie;
  /// null where none is. Connectors lie nowhere.
  private static @Nullable ElementId around(
      @Nullable ElementId entered, Selection selection, Document document) {
    Node container = entered == null ? null : document.findNode(entered).orElse(null);
    while (container != null && !holdsAll(container, selection, document)) {
      container = document.parent(container).orElse(null);
    }
    return container == null ? null : container.id();
  }

  private static boolean holdsAll(Node container, Selection selection, Document document) {
    return selection.ids().stream()
        .flatMap(id -> document.findNode(id).stream())
        .allMatch(node -> document.ancestors(node).contains(container));
  }

  public EditorState withTool(ToolState changed) {
    return changed.equals(tool)
        ? this
        : new EditorState(
            history, saved, shown, selection, entered, changed, camera, viewport, notice);
  }

  public EditorState withCamera(Camera changed) {
    return changed.equals(camera)
        ? this
        : new EditorState(
            history, saved, shown, selection, entered, tool, changed, viewport, notice);
  }

  public EditorState withViewport(Size changed) {
    return changed.equals(viewport)
        ? this
        : new EditorState(history, saved, shown, selection, entered, tool, camera, changed, notice);
  }

  public EditorState withNotice(@Nullable Notice changed) {
    return changed == notice
        ? this
        : new EditorState(
            history, saved, shown, selection, entered, tool, camera, viewport, changed);
  }
}
