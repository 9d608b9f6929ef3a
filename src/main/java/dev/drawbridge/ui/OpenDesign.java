package dev.drawbridge.ui;

import dev.drawbridge.base.Size;
import dev.drawbridge.editor.Camera;
import dev.drawbridge.editor.Editor;
import dev.drawbridge.editor.EditorState;
import dev.drawbridge.editor.Selection;
import dev.drawbridge.model.Document;
import dev.drawbridge.output.store.DesignStore;
import dev.drawbridge.output.store.FileSnapshot;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// One of the designs that are open in a window: its history, camera and selection, where it is kept, and
/// what was found out about it.
final class OpenDesign {
  /// What a design may be called in the journal.
  private final String key;

  private final Editor editor;
  private final Pictures pictures;
  private final Live<Checked> checks;
  private final ReadOnlyObjectWrapper<EditorState> state =
      new ReadOnlyObjectWrapper<>(this, "state", EditorState.opened(Document.EMPTY));
  private final ObjectProperty<@Nullable Origin> origin = new SimpleObjectProperty<>();
  private final BooleanProperty begun = new SimpleBooleanProperty(this, "begun");
  private PathQuestion question = PathQuestion.OPEN;
  private @Nullable Camera fitted;

  /// Where a design is kept.
  ///
  /// @param file as the user named it
  /// @param real the same with all links followed, by which it is known again
  /// @param snapshot what the file was when it was read or written; null where that is not known
  /// @param readOnly whether a later version of the program wrote it
  record Origin(Path file, Path real, @Nullable FileSnapshot snapshot, boolean readOnly) {
    /// Whether the file holds something else now than when it was read or written.
    boolean isOutdated() {
      FileSnapshot known = snapshot;
      return known != null && Files.exists(file) && known.isOutdated(file);
    }

    /// The same file, read again.
    Origin now(DesignStore.Opened opened) {
      return new Origin(file, real, opened.snapshot(), opened.design().readOnly());
    }
  }

  /// @param key of its journal, unlike those of all others
  OpenDesign(String key, Editor editor, Pictures pictures, Live<Checked> checks) {
    this.key = key;
    this.editor = editor;
    this.pictures = pictures;
    this.checks = checks;
  }

  String key() {
    return key;
  }

  Editor editor() {
    return editor;
  }

  Pictures pictures() {
    return pictures;
  }

  Live<Checked> checks() {
    return checks;
  }

  ReadOnlyObjectProperty<EditorState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  EditorState state() {
    return state.get();
  }

  Document document() {
    return state.get().document();
  }

  void set(EditorState changed) {
    state.set(changed);
  }

  /// Where the design is kept; null for one that was never saved.
  ObjectProperty<@Nullable Origin> originProperty() {
    return origin;
  }

  @Nullable Path file() {
    Origin known = origin.get();
    return known == null ? null : known.file();
  }

  /// What was last asked about traffic in it.
  PathQuestion question() {
    return question;
  }

  void ask(PathQuestion asked) {
    question = asked;
  }

  /// Whether nothing was ever done here, so that another design may take the place.
  boolean isUntouched() {
    return origin.get() == null
        && document().equals(Document.EMPTY)
        && !state().history().canUndo()
        && !state().history().canRedo();
  }

  /// Whether the user wants the empty canvas and no designs to begin with.
  BooleanProperty begunProperty() {
    return begun;
  }

  /// Shows another design in place of this one.
  void open(Document document, @Nullable Origin from) {
    origin.set(from);
    question = PathQuestion.OPEN;
    state.set(EditorState.opened(document).withViewport(state().viewport()));
    fitAll();
  }

  /// Shows a design as it was left.
  ///
  /// @param saved the document as the file has it; null where the design is another
  void restore(
      Document document,
      @Nullable Document saved,
      @Nullable Origin from,
      Camera camera,
      Selection selection) {
    origin.set(from);
    begun.set(true);
    state.set(
        EditorState.opened(document)
            .withSaved(saved)
            .withViewport(state().viewport())
            .withCamera(camera)
            .withSelection(selection.in(document)));
  }

  /// Shows the whole design, and goes on doing so while only the viewport changes.
  void fitAll() {
    state.set(editor.fitAll(state()));
    fitted = state().camera();
  }

  /// The canvas has another size.
  void resized(Size viewport) {
    boolean follows = state().camera().equals(fitted);
    state.set(state().withViewport(viewport));
    if (follows) {
      fitAll();
    }
  }

  /// Notes that the file now holds this document.
  void saved(Document document, Origin to) {
    origin.set(to);
    state.set(state().withSaved(document));
  }

  /// Shows what the file holds, at the same place and with the same selection as far as it is there.
  void reload(Document document, @Nullable Origin from) {
    EditorState before = state();
    restore(document, document, from, before.camera(), before.selection());
  }

  /// The file is gone: what is here is the only copy, and not saved.
  void orphan() {
    Origin before = origin.get();
    if (before != null) {
      origin.set(new Origin(before.file(), before.real(), null, before.readOnly()));
      state.set(state().withSaved(null));
    }
  }

  /// Nothing is computed for it any more.
  void end() {
    checks.end();
    pictures.end();
  }
}
