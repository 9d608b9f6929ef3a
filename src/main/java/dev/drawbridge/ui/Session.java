package dev.drawbridge.ui;

import dev.drawbridge.base.Size;
import dev.drawbridge.edit.Edit;
import dev.drawbridge.editor.Camera;
import dev.drawbridge.editor.Editor;
import dev.drawbridge.editor.EditorState;
import dev.drawbridge.editor.Input;
import dev.drawbridge.model.Document;
import java.nio.file.Path;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import org.jspecify.annotations.Nullable;

/// One open design: its state, which everything in the window shows, and the file it belongs to.
final class Session {
  private final Editor editor;
  private final ReadOnlyObjectWrapper<EditorState> state;
  private final ObjectProperty<@Nullable Path> file = new SimpleObjectProperty<>();

  private @Nullable Camera fitted;

  Session(Editor editor, Document document) {
    this.editor = editor;
    this.state = new ReadOnlyObjectWrapper<>(this, "state", EditorState.opened(document));
  }

  Editor editor() {
    return editor;
  }

  ReadOnlyObjectProperty<EditorState> stateProperty() {
    return state.getReadOnlyProperty();
  }

  EditorState state() {
    return state.get();
  }

  /// Whether something is true of the state now.
  ObservableBooleanValue when(Predicate<EditorState> condition) {
    return Bindings.createBooleanBinding(() -> condition.test(state()), stateProperty());
  }

  Document document() {
    return state.get().document();
  }

  /// Where the design is kept; null for one that was never saved.
  ObjectProperty<@Nullable Path> fileProperty() {
    return file;
  }

  /// Shows another design in place of this one.
  void open(Document document, @Nullable Path from) {
    file.set(from);
    EditorState opened = EditorState.opened(document).withViewport(state().viewport());
    state.set(opened);
    fitAll();
  }

  /// Shows the whole design, and goes on doing so while only the viewport changes.
  void fitAll() {
    update(editor::fitAll);
    fitted = state().camera();
  }

  /// The canvas has another size.
  void resized(Size viewport) {
    boolean follows = state().camera().equals(fitted);
    update(before -> before.withViewport(viewport));
    if (follows) {
      fitAll();
    }
  }

  /// Notes that the file now holds this document.
  void saved(Document document, Path to) {
    file.set(to);
    state.set(state().withSaved(document));
  }

  void on(Input input) {
    state.set(editor.on(state(), input));
  }

  void update(UnaryOperator<EditorState> change) {
    state.set(change.apply(state()));
  }

  void commit(Edit edit) {
    state.set(editor.commit(state(), edit));
  }
}
